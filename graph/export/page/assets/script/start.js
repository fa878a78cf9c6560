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
  document.getElementById("drawn").hidden = state.top === linkedCount || isNarrowed() || state.table;
  document.getElementById("drawn").textContent = word("strongestOf", { n: found.nodes.size, all: nodes.length });
}

// Over the drawing: what it is narrowed to, and the way back.
function updateFocusBar() {
  const bar = document.getElementById("focus-bar");
  const parts = state.pathFrom !== null ? wayParts() : state.focus !== null ? focusParts() : [];
  bar.hidden = !parts.length;
  bar.replaceChildren(...parts);
}

function focusParts() {
  const deeper = button(word("deeper"), () => change({ depth: state.depth + 1 }), { "aria-label": word("deeperLabel") });
  deeper.disabled = state.depth >= DEEPEST;
  const told = word("focusOn", { name: isolate(nameOf(nodes[state.focus])) }) + (state.depth > 1 ? ` (${state.depth})` : "");
  return [element("span", {}, told), deeper, button(word("wholeGraph"), () => change({ focus: null, depth: 1 }))];
}

function wayParts() {
  const one = isolate(nameOf(nodes[state.pathFrom]));
  const told = state.pathTo === null ? word("wayAwaits", { one }) : word("wayBetween", { one, other: isolate(nameOf(nodes[state.pathTo])) });
  const back = () => change({ pathFrom: null, pathTo: null });
  return [element("span", {}, told), button(word("wholeGraph"), back)];
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
