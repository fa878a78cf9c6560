// Put it all together: each change of the state shows everything anew.

const titleText = () => reading.title || word("untitled");

function corpusText() {
  const outlets = new Set(documents.map((document) => document.publisher).filter(Boolean)).size;
  const period = days.length ? (days.length > 1 ? `${dayWord(days[0])} – ${dayWord(days.at(-1))}` : dayWord(days[0])) : "";
  return [counted("article", documents.length), outlets ? counted("outlet", outlets) : "", period, counted("entity", nodes.length), counted("statement", statements.length)]
    .filter(Boolean).join(" · ");
}

function announce(text) {
  document.getElementById("status").textContent = text;
}

function show() {
  speak();
  const found = visible();
  document.title = titleText();
  document.getElementById("title").textContent = titleText();
  document.getElementById("corpus").textContent = corpusText();
  updateTable(found);
  updateDrawing(found);
  updateFacets();
  updatePanel();
  updateFocusBar();
  updateEmptyNotice(found);
  announce(word("visibleNow", { entities: counted("entity", found.nodes.size), statements: counted("statement", found.statements.length) }));
}

function updateFocusBar() {
  const bar = document.getElementById("focus-bar");
  bar.hidden = state.focus === null;
  if (state.focus === null) bar.replaceChildren();
  else bar.replaceChildren(element("span", { dir: "auto" }, word("focusOn", { name: nameOf(nodes[state.focus]) })), button(word("wholeGraph"), () => change({ focus: null })));
}

function updateEmptyNotice(found) {
  const notice = document.getElementById("empty");
  notice.hidden = found.nodes.size > 0;
  notice.textContent = word(statements.length || nodes.length ? "emptyFilter" : "emptyGraph");
}

function switchTheme() {
  const dark = document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "light" : "dark";
  document.getElementById("switch-theme").setAttribute("aria-pressed", String(!dark));
  show();
}

function startTools() {
  const on = (id, act) => document.getElementById(id).addEventListener("click", act);
  on("switch-language", () => { language = language === "ar" ? "en" : "ar"; change({}); });
  on("switch-theme", switchTheme);
  on("switch-view", () => change({ table: !state.table }));
  on("zoom-in", () => zoomBy(1.3));
  on("zoom-out", () => zoomBy(1 / 1.3));
  on("zoom-fit", refit);
  on("open-filters", (event) => {
    const open = document.body.classList.toggle("filters-open");
    event.currentTarget.setAttribute("aria-expanded", String(open));
  });
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    change({ table: true });
    document.getElementById("table-view").focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.target.closest("input, details")) selectNothing();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  addEventListener("popstate", () => { decodeState(location.hash.slice(1)); show(); });
}

function start() {
  startDrawing();
  startSearch();
  startTakeaway();
  startTools();
  decodeState(location.hash.slice(1));
  show();
  refit();
  document.fonts.ready.then(() => { labels.widths.clear(); drawing.redraw(); });
  document.documentElement.dataset.ready = "true";
}

start();
