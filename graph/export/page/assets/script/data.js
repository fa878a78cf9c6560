// What the build put into the page. Nodes, edges, statements and documents are known by their place in these lists.

// A block is JSON; a large one is gzipped, in base64.
async function readBlock(name) {
  const block = document.getElementById(`data-${name}`);
  if (block.type === "application/json") return JSON.parse(block.textContent);
  const bytes = Uint8Array.from(atob(block.textContent), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked).json();
}

const network = await readBlock("network");
const reading = await readBlock("reading");
const allWords = await readBlock("words");

const { nodes, edges } = network;
const { statements, documents, sentences } = reading;

const ARTICLE_VOICE = "@article";
const UNNAMED = "@unnamed";

statements.forEach((statement, number) => {
  statement.number = number;
  statement.claimer =
    statement.source !== undefined ? nodes[statement.source].entity.id : statement.reported ? UNNAMED : ARTICLE_VOICE;
});

const statementsAbout = nodes.map(() => []);
const statementsBy = nodes.map(() => []);
for (const statement of statements) {
  statementsAbout[statement.subject].push(statement);
  if (statement.object !== statement.subject) statementsAbout[statement.object].push(statement);
  if (statement.source !== undefined) statementsBy[statement.source].push(statement);
}

const nodeById = new Map(nodes.map((node) => [node.entity.id, node]));
const statementById = new Map(statements.map((statement) => [statement.id, statement]));
const dayOf = (document) => /^\d{4}-\d{2}-\d{2}/.exec(document.published ?? "")?.[0] ?? "";
const days = [...new Set(documents.map(dayOf).filter(Boolean))].sort();

// One key for all spellings: without case, diacritics, tatweel, hamza's seats; ى as ي, ة as ه; digits as 0-9.
const LETTERS = { ى: "ي", ی: "ي", ې: "ي", ة: "ه", ک: "ك", ھ: "ه", ہ: "ه", گ: "غ", ڤ: "ف", پ: "ب", چ: "ج", "ـ": "", ٱ: "ا", "’": "'", "‘": "'", ı: "i", ß: "ss", ł: "l", ø: "o", đ: "d" };

function fold(text) {
  return [...String(text).normalize("NFKD").replace(/[\p{Mn}\p{Cf}]/gu, "").toLowerCase()]
    .map((letter) => LETTERS[letter] ?? letter)
    .join("")
    .replace(/[٠-٩]/g, (digit) => digit.charCodeAt(0) - 0x660)
    .replace(/[۰-۹]/g, (digit) => digit.charCodeAt(0) - 0x6f0);
}

function isLink(address) {
  return /^https?:\/\//i.test(address ?? "");
}
