// The same graph as tables, for those who read or listen rather than look.

const ROWS = 200;
let rowsShown = ROWS;

function updateTable(found) {
  const view = document.getElementById("table-view");
  const toggle = document.getElementById("switch-view");
  view.hidden = !state.table;
  toggle.setAttribute("aria-pressed", String(state.table));
  toggle.textContent = word(state.table ? "backToGraph" : "table");
  if (!state.table) view.replaceChildren();
  else view.replaceChildren(statementTable(found.statements), moreRows(found), entityTable(found));
}

function tableOf(caption, heads, rows) {
  const head = element("thead", {}, element("tr", {}, ...heads.map((key) => element("th", { scope: "col" }, word(key)))));
  const body = element("tbody", {}, ...rows);
  return element("div", { class: "table-frame" }, element("table", {}, element("caption", {}, caption), head, body));
}

const cell = (...parts) => element("td", {}, ...parts);

function statementTable(found) {
  const heads = ["columnSubject", "columnPredicate", "columnObject", "columnStatus", "columnSource", "columnDate", "columnOutlet", "columnEvidence"];
  return tableOf(`${word("tableCaption")} (${found.length})`, heads, found.slice(0, rowsShown).map(statementRow));
}

function statementRow(statement) {
  const article = documents[statement.document];
  const quote = button(word("showEvidence"), () => selectEdge(statement.edge), { class: "plain" });
  return element("tr", { "data-statement": statement.id },
    cell(entityButton(nodes[statement.subject])), cell(predicateWord(statement.predicate)), cell(entityButton(nodes[statement.object])),
    cell(element("span", { class: `mode ${statement.polarity}` }, modeOf(statement))), cell(isolated(claimerName(statement.claimer))),
    cell(isolated(dayOf(article) || article.published || "", { class: "day" })), cell(isolated(article.publisher || article.title || "")), cell(quote));
}

function moreRows(found) {
  if (found.statements.length <= rowsShown) return "";
  return button(`${word("more")} (${found.statements.length - rowsShown})`, () => { rowsShown += ROWS; updateTable(found); }, { class: "wide" });
}

function entityTable(found) {
  const rows = nodes.filter((node) => found.nodes.has(node.id)).slice(0, rowsShown).map((node) => element("tr", {},
    cell(entityButton(node)), cell(isolated(otherName(node))), cell(typeWord(node.group)),
    cell(String(statementsAbout[node.id].length)), cell(String(node.entity.mentions))));
  return tableOf(`${word("entitiesCaption")} (${found.nodes.size})`, ["columnName", "otherLanguage", "columnType", "columnCount", "columnMentions"], rows);
}
