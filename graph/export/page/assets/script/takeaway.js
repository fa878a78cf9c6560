// Taking the view away: as a picture, a drawing, a table, data, or a report to print.

const TAKE = { png: takePng, svg: takeSvg, csv: takeCsv, json: takeJson, print: takePrint };

function startTakeaway() {
  const menu = document.getElementById("takeaway");
  for (const item of menu.querySelectorAll("[data-take]")) {
    item.addEventListener("click", () => {
      menu.open = false;
      TAKE[item.dataset.take]();
    });
  }
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

function save(blob, name) {
  const anchor = element("a", { download: name, href: URL.createObjectURL(blob) });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 5000);
}

function takePng() {
  const source = document.querySelector("#drawing canvas");
  const copy = element("canvas", { width: source.width, height: source.height });
  const context = copy.getContext("2d");
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(source, 0, 0);
  copy.toBlob((blob) => save(blob, "khabar.png"));
}

// A cell that no spreadsheet takes for a formula.
function csvCell(value) {
  const text = String(value ?? "");
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

function plainRows() {
  return shown.statements.map((statement) => {
    const article = documents[statement.document];
    return {
      id: statement.id, subject: nameOf(nodes[statement.subject]), predicate: statement.predicate, object: nameOf(nodes[statement.object]),
      source: statement.source === undefined ? null : nameOf(nodes[statement.source]), polarity: statement.polarity, modality: statement.modality,
      time: statement.time ?? null, confidence: statement.confidence ?? null, quote: sentences[statement.evidence[0].sentence],
      title: article.title ?? null, publisher: article.publisher ?? null, published: article.published ?? null, url: article.url ?? null,
    };
  });
}

function takeCsv() {
  const rows = plainRows();
  const heads = ["id", "subject", "predicate", "object", "source", "polarity", "modality", "time", "confidence", "quote", "title", "publisher", "published", "url"];
  const lines = [heads, ...rows.map((row) => heads.map((head) => row[head]))].map((cells) => cells.map(csvCell).join(","));
  save(new Blob([`\ufeff${lines.join("\r\n")}\r\n`], { type: "text/csv" }), "khabar.csv");
}

function takeJson() {
  save(new Blob([JSON.stringify({ title: titleText(), statements: plainRows() }, null, 1)], { type: "application/json" }), "khabar.json");
}

function takePrint() {
  const report = document.getElementById("report");
  const items = shown.statements.map((statement) => element("section", {}, element("h2", { dir: "auto" }, propositionText(statement)), claimCard(statement)));
  report.replaceChildren(element("h1", { dir: "auto" }, word("reportTitle", { title: titleText() })), element("p", {}, corpusText()), ...items);
  window.print();
}

const SVG_SHAPES = {
  dot: (x, y, r) => drawn("circle", { cx: x, cy: y, r }),
  square: (x, y, r) => drawn("rect", { x: x - r, y: y - r, width: 2 * r, height: 2 * r }),
  diamond: (x, y, r) => drawn("path", { d: `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z` }),
  triangleDown: (x, y, r) => drawn("path", { d: `M${x - r} ${y - r * 0.8}L${x + r} ${y - r * 0.8}L${x} ${y + r}Z` }),
};

function takeSvg() {
  const places = drawing.getPositions([...shown.nodes]);
  const xs = Object.values(places).map(({ x }) => x);
  const ys = Object.values(places).map(({ y }) => y);
  const edge = 80;
  const box = [Math.min(...xs) - edge, Math.min(...ys) - edge, Math.max(...xs) - Math.min(...xs) + 2 * edge, Math.max(...ys) - Math.min(...ys) + 2 * edge];
  const root = drawn("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: box.join(" "), "font-family": "Noto Sans Arabic, sans-serif" });
  root.append(drawn("title", {}, titleText()), drawn("rect", { x: box[0], y: box[1], width: box[2], height: box[3], fill: colours.paper }));
  root.append(...[...shown.byEdge.keys()].map((id) => svgLine(edges[id])).filter(Boolean));
  for (const id of shown.nodes) root.append(...svgNode(nodes[id], places[id]));
  save(new Blob([new XMLSerializer().serializeToString(root)], { type: "image/svg+xml" }), "khabar.svg");
}

function svgLine(edge) {
  const line = drawing.body.edges[edge.id];
  if (!line?.connected) return null;
  const points = [...Array(17).keys()].map((step) => line.edgeType.getPoint(step / 16)).map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`);
  const stroke = colours[`status-${edge.status}`];
  return drawn("polyline", { points: points.join(" "), fill: "none", stroke, "stroke-width": 1.5, "stroke-dasharray": edge.dashes ? edge.dashes.join(" ") : "none" });
}

function svgNode(node, { x, y }) {
  const shape = SVG_SHAPES[node.shape](x, y, sizeOf(node));
  shape.setAttribute("fill", colours[`type-${node.group}`]);
  const text = drawn("text", { x, y: y + sizeOf(node) + 15, "text-anchor": "middle", "font-size": 13, fill: colours.ink }, nameOf(node).replace(INVISIBLE, " "));
  return [shape, text];
}
