// One statement as a card: who says so and how, the sentence with its parts marked, and where it stands.

const PARTS = ["trigger", "subject", "object", "source"];
const PART_WORD = { trigger: "markTrigger", subject: "markSubject", object: "markObject", source: "markSource" };

// The sentence cut where a mark begins or ends; offsets count code points.
function markedSentence(evidence) {
  const letters = [...sentences[evidence.sentence]];
  const marks = PARTS.filter((part) => evidence[part]).map((part) => [part, ...evidence[part]]);
  const cuts = [...new Set([0, letters.length, ...marks.flatMap(([, start, end]) => [start, end])])].sort((a, b) => a - b);
  const quote = element("p", { dir: "auto", class: "sentence" });
  for (let place = 0; place + 1 < cuts.length; place += 1) {
    const text = letters.slice(cuts[place], cuts[place + 1]).join("");
    const here = marks.filter(([, start, end]) => start <= cuts[place] && cuts[place + 1] <= end).map(([part]) => part);
    quote.append(here.length ? marked(text, here) : text);
  }
  return quote;
}

function marked(text, parts) {
  const title = parts.map((part) => word(PART_WORD[part])).join(language === "ar" ? "، " : ", ");
  return element("mark", { class: parts.map((part) => `mark-${part}`).join(" "), title }, text);
}

function markLegend() {
  const entries = ["subject", "trigger", "object", "source"].map((part) => element("mark", { class: `mark-${part}` }, word(PART_WORD[part])));
  return element("p", { class: "mark-legend", dir: document.documentElement.dir }, ...entries);
}

function voiceOf(statement) {
  if (statement.source === undefined) return word(statement.reported ? "inUnnamedVoice" : "inArticleVoice");
  return word("according", { name: isolate(nameOf(nodes[statement.source])) });
}

function modeOf(statement) {
  return `${allWords[language].polarity[statement.polarity]} · ${allWords[language].modality[statement.modality]}`;
}

function claimCard(statement) {
  const article = documents[statement.document];
  const own = statement.polarity === "negated" ? "denied" : statement.status === "contested" ? "claimed" : statement.status;
  const voice = element("span", { class: "voice" }, voiceOf(statement));
  const mode = element("span", { class: `mode ${statement.polarity}` }, modeOf(statement));
  const quotes = statement.evidence.map((evidence) =>
    element("blockquote", { lang: article.language }, markedSentence(evidence), outsideParts(statement, evidence)),
  );
  return element("article", { class: `claim status-${own}`, "data-statement": statement.id },
    element("p", { class: "claim-head" }, mode, voice), ...quotes, whenAndWhere(statement), origin(statement, article));
}

// Parties that the quoted sentence does not name itself: a pronoun or an ellipsis refers to them.
function outsideParts(statement, evidence) {
  const missing = ["subject", "object"].filter((part) => !evidence[part]);
  if (!missing.length) return null;
  const names = missing.map((part) => isolate(nameOf(nodes[statement[part]]))).join(language === "ar" ? "، " : ", ");
  return element("p", { class: "quiet" }, word("outside", { parts: names }));
}

function whenAndWhere(statement) {
  const facts = [];
  if (statement.time) facts.push(`${word("when")}: ${statement.time}`);
  if (statement.place !== undefined) facts.push(`${word("where")}: ${isolate(nameOf(nodes[statement.place]))}`);
  return facts.length ? element("p", { class: "quiet" }, facts.join(" · ")) : null;
}

function origin(statement, article) {
  const title = article.title || word("noArticleTitle");
  const name = isLink(article.url)
    ? element("a", { href: article.url, target: "_blank", rel: "noopener noreferrer", dir: "auto", class: "article" }, title)
    : isolated(title, { class: "article" });
  const facts = element("p", { class: "origin quiet" }, isolated(outletOf(article), { class: "outlet" }), " · ", isolated(dayWord(article.published), { class: "date" }));
  if (statement.confidence !== undefined) facts.append(` · ${word("confidence")} ${Math.round(statement.confidence * 100)}%`);
  const cite = button(word("cite"), () => copyCitation(statement), { class: "plain" });
  return element("footer", {}, element("p", { class: "article-line" }, name), facts, cite);
}

function propositionText(statement) {
  return `${nameOf(nodes[statement.subject])} — ${predicateWord(statement.predicate)} — ${nameOf(nodes[statement.object])}`;
}

function citation(statement) {
  const article = documents[statement.document];
  const quote = sentences[statement.evidence[0].sentence];
  const marks = language === "ar" ? ["«", "»"] : ["“", "”"];
  const place = [article.title, outletOf(article), dayWord(article.published), article.url].filter(Boolean).join(language === "ar" ? "، " : ", ");
  return `${propositionText(statement)} (${modeOf(statement)}; ${voiceOf(statement)})\n${marks[0]}${quote}${marks[1]}\n${place}`;
}

async function copyCitation(statement) {
  const text = citation(statement).replace(/[\u2066-\u2069]/g, "");
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyBySelection(text); // a page opened from disk may not have the clipboard
  }
  announce(word("cited"));
}

function copyBySelection(text) {
  const field = element("textarea", { class: "visually-hidden", "aria-hidden": "true" });
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}
