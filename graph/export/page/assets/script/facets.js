// The legend, which is also the filter.

const SHORT = 8;
const unfolded = new Set();

function tallied(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function facetTable() {
  const of = (facet) => tallied(statements.map(FACET_VALUE[facet]));
  const inOrder = (order, counts) => order.filter((value) => counts.has(value)).map((value) => [value, counts.get(value)]);
  const byCount = (counts) => [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  return [
    { facet: "type", title: "legendTypes", rows: inOrder(Object.keys(reading.shapes), tallied(nodes.map((node) => node.group))), name: typeWord, icon: typeIcon, always: true },
    { facet: "status", title: "legendStatuses", rows: inOrder(Object.keys(reading.dashes), of("status")), name: statusWord, icon: statusIcon, always: true },
    { facet: "predicate", title: "predicates", rows: byCount(of("predicate")), name: predicateWord },
    { facet: "claimer", title: "claimers", rows: byCount(of("claimer")), name: claimerName },
    { facet: "outlet", title: "outlets", rows: byCount(of("outlet")), name: (outlet) => outlet || word("unknownOutlet") },
    { facet: "tongue", title: "languages", rows: byCount(of("tongue")), name: languageWord },
  ];
}

const facetRows = facetTable();

function updateFacets() {
  const box = document.getElementById("filters");
  const focused = document.activeElement?.closest("#filters") ? document.activeElement.dataset.key : null;
  const scrolled = box.scrollTop;
  const groups = facetRows.filter((group) => group.always || group.rows.length > 1).map(facetGroup);
  groups.splice(2, 0, ...[topGroup(), lonelyRow(), periodGroup()].filter(Boolean));
  box.replaceChildren(resetRow(), ...groups);
  box.scrollTop = scrolled;
  if (focused) [...box.querySelectorAll("[data-key]")].find((part) => part.dataset.key === focused)?.focus();
}

function resetRow() {
  const reset = button(word("reset"), () => change({ ...firstState(), node: state.node, edge: state.edge, table: state.table }), { class: "plain", "data-key": "reset" });
  reset.disabled = !isFiltered();
  return element("div", { class: "filters-head" }, element("h2", {}, word("filters")), reset);
}

function facetGroup({ facet, title, rows, name, icon }) {
  const open = unfolded.has(facet) || rows.length <= SHORT + 1;
  const shownRows = open ? rows : rows.slice(0, SHORT);
  const group = element("fieldset", {}, element("legend", {}, word(title)), ...shownRows.map((row) => facetRow(facet, row, rows, name, icon)));
  if (!open) group.append(button(`${word("more")} (${rows.length - SHORT})`, () => { unfolded.add(facet); updateFacets(); }, { class: "plain", "data-key": `more-${facet}` }));
  return group;
}

function facetRow(facet, [value, count], rows, name, icon) {
  const box = element("input", { type: "checkbox", "data-key": `${facet}:${value}` });
  box.checked = !state.hidden[facet].has(value);
  box.addEventListener("change", () => hide(facet, value, !box.checked));
  const label = element("label", {}, box, icon ? icon(value) : null, isolated(name(value), { class: "facet-name" }), element("span", { class: "quiet count" }, count));
  const others = rows.map(([other]) => other).filter((other) => other !== value);
  const alone = others.length > 0 && others.every((other) => state.hidden[facet].has(other)) && box.checked;
  const only = button(word(alone ? "all" : "only"), () => change({ hidden: { ...state.hidden, [facet]: new Set(alone ? [] : others) } }), {
    class: "plain only", "aria-label": alone ? word("all") : word("onlyLabel", { name: name(value) }), "data-key": `only-${facet}:${value}`,
  });
  return element("div", { class: "facet" }, label, others.length ? only : null);
}

// How many of the strongest entities are drawn.
function topGroup() {
  if (linkedCount <= reading.whole) return null;
  const range = element("input", { type: "range", min: 20, max: linkedCount, step: 10, "data-key": "top", "aria-label": word("drawnTop") });
  range.value = state.top;
  const tell = (n) => word("strongestOf", { n, all: linkedCount });
  const told = element("output", {}, tell(state.top));
  range.addEventListener("input", () => { told.textContent = tell(range.value); });
  range.addEventListener("change", () => change({ top: Number(range.value) >= linkedCount - 10 ? linkedCount : Number(range.value) }));
  return element("fieldset", {}, element("legend", {}, word("drawnTop")), element("div", { class: "slider alone" }, range, told));
}

function lonelyRow() {
  const count = statementsAbout.filter((found) => !found.length).length;
  if (!count) return null;
  const box = element("input", { type: "checkbox", "data-key": "lonely" });
  box.checked = state.lonely;
  box.addEventListener("change", () => change({ lonely: box.checked }));
  const label = element("label", {}, box, element("span", { class: "facet-name" }, word("lonely")), element("span", { class: "quiet count" }, count));
  return element("div", { class: "facet" }, label);
}

function periodGroup() {
  if (days.length < 2) return null;
  return element("fieldset", { class: "period" }, element("legend", {}, word("period")), histogram(), slider("from"), slider("to"));
}

function slider(end) {
  const last = days.length - 1;
  const range = element("input", { type: "range", min: 0, max: last, step: 1, "data-key": `period-${end}`, "aria-label": word(end) });
  const spot = state[end] ? days.indexOf(state[end]) : end === "from" ? 0 : last;
  range.value = spot;
  const told = element("output", {}, dayWord(days[spot]));
  range.addEventListener("input", () => { told.textContent = dayWord(days[range.value]); });
  range.addEventListener("change", () => {
    const whole = Number(range.value) === (end === "from" ? 0 : last);
    change({ [end]: whole ? "" : days[range.value] });
  });
  return element("label", { class: "slider" }, element("span", {}, word(end)), range, told);
}

function histogram() {
  const bins = Math.min(days.length, 30);
  const counts = Array(bins).fill(0);
  for (const { document } of statements) {
    const place = days.indexOf(dayOf(documents[document]));
    if (place >= 0) counts[Math.floor((place * bins) / days.length)] += 1;
  }
  const top = Math.max(1, ...counts);
  const bars = counts.map((count, place) => {
    const tall = (28 * count) / top;
    return drawn("rect", { x: (place * 120) / bins, y: 30 - tall, width: Math.max(120 / bins - 1, 1), height: tall });
  });
  return drawn("svg", { class: "histogram", viewBox: "0 0 120 30", preserveAspectRatio: "none", "aria-hidden": "true" }, ...bars);
}
