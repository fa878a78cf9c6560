// The search box: entities by any of their names, however they are spelled.

const HITS = 12;
const searchKeys = nodes.map(({ entity }) => [...Object.values(entity.labels), ...entity.aliases, entity.id].map(fold));
let hits = [];
let active = -1;

function findEntities(text) {
  const key = fold(text).trim();
  if (!key) return [];
  const found = [];
  searchKeys.forEach((names, id) => {
    const score = Math.min(...names.map((name) => closeness(name, key)));
    if (score < 4) found.push([score, id]);
  });
  return found.sort((one, other) => one[0] - other[0] || one[1] - other[1]).map(([, id]) => nodes[id]);
}

function closeness(name, key) {
  const bareName = name.replace(/^ال/, "");
  if (name === key || bareName === key) return 0;
  if (name.startsWith(key) || bareName.startsWith(key)) return 1;
  if (name.includes(` ${key}`)) return 2;
  return name.includes(key) ? 3 : 4;
}

function startSearch() {
  const field = document.getElementById("search");
  field.addEventListener("input", () => {
    field.dir = field.value ? "auto" : "";
    listHits(field.value);
  });
  field.addEventListener("keydown", steer);
  field.addEventListener("blur", () => setTimeout(closeHits, 150));
  field.addEventListener("focus", () => field.value && listHits(field.value));
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.closest("input, textarea, select")) {
      event.preventDefault();
      field.focus();
    }
  });
}

function listHits(text) {
  hits = findEntities(text).slice(0, HITS);
  active = hits.length ? 0 : -1;
  const box = document.getElementById("hits");
  box.replaceChildren(...hits.map(hitRow));
  if (!hits.length && text.trim()) box.append(element("li", { class: "quiet", role: "option", "aria-disabled": "true" }, word("nothingFound")));
  box.hidden = !text.trim();
  showActive();
}

function hitRow(node, place) {
  const other = otherName(node);
  const row = element("li", { role: "option", id: `hit-${place}` }, typeIcon(node.group), isolated(nameOf(node)), other ? isolated(other, { class: "quiet" }) : null);
  row.addEventListener("mousedown", (event) => event.preventDefault());
  row.addEventListener("click", () => choose(node));
  return row;
}

function steer(event) {
  const moves = { ArrowDown: 1, ArrowUp: -1 };
  if (moves[event.key] && hits.length) {
    event.preventDefault();
    active = (active + moves[event.key] + hits.length) % hits.length;
    showActive();
  } else if (event.key === "Enter" && hits[active]) choose(hits[active]);
  else if (event.key === "Escape") {
    event.target.value = "";
    closeHits();
  }
}

function showActive() {
  const field = document.getElementById("search");
  [...document.getElementById("hits").children].forEach((row, place) => row.setAttribute("aria-selected", String(place === active)));
  field.setAttribute("aria-expanded", String(!document.getElementById("hits").hidden));
  if (active >= 0) field.setAttribute("aria-activedescendant", `hit-${active}`);
  else field.removeAttribute("aria-activedescendant");
}

function closeHits() {
  document.getElementById("hits").hidden = true;
  hits = [];
  active = -1;
  showActive();
}

function choose(node) {
  document.getElementById("search").value = nameOf(node);
  closeHits();
  chooseNode(node.id);
}
