// What is being looked at. The address after # holds all of it: a link shares the view, Back undoes a step.

const FACETS = ["type", "status", "predicate", "claimer", "outlet", "tongue", "entity"];

function firstState() {
  return {
    hidden: Object.fromEntries(FACETS.map((facet) => [facet, new Set()])),
    from: "",
    to: "",
    node: null,
    edge: null,
    focus: null,
    depth: 1,
    pathFrom: null,
    pathTo: null,
    table: false,
    lonely: lonelyAtFirst,
    top: topAtFirst,
  };
}

// Of a large graph only the strongest entities are drawn at first.
const linkedCount = statementsAbout.filter((found) => found.length).length;
const topAtFirst = linkedCount > reading.whole ? reading.strongest : linkedCount;

const LONELY_MANY = 40;
const lonelyAtFirst = statementsAbout.filter((found) => !found.length).length <= LONELY_MANY;
let state = firstState();

function encodeState() {
  const address = new URLSearchParams();
  if (language !== reading.language) address.set("lang", language);
  if (state.node !== null) address.set("node", nodes[state.node].entity.id);
  if (state.edge !== null) address.set("claim", statements[edges[state.edge].statements[0]].id);
  if (state.focus !== null) address.set("focus", nodes[state.focus].entity.id);
  if (state.depth !== 1) address.set("depth", state.depth);
  if (state.pathFrom !== null) address.set("way-from", nodes[state.pathFrom].entity.id);
  if (state.pathTo !== null) address.set("way-to", nodes[state.pathTo].entity.id);
  if (state.table) address.set("view", "table");
  if (state.from) address.set("from", state.from);
  if (state.to) address.set("to", state.to);
  if (state.top !== topAtFirst) address.set("top", state.top);
  if (state.lonely !== lonelyAtFirst) address.set("lonely", state.lonely ? "1" : "0");
  for (const facet of FACETS) for (const value of state.hidden[facet]) address.append(`no-${facet}`, value);
  return address.toString();
}

function decodeState(text) {
  const address = new URLSearchParams(text);
  const found = firstState();
  if (address.has("lonely")) found.lonely = address.get("lonely") === "1";
  for (const facet of FACETS) found.hidden[facet] = new Set(address.getAll(`no-${facet}`));
  const entityAt = (key) => nodeById.get(address.get(key))?.id ?? null;
  found.node = entityAt("node");
  found.edge = statementById.get(address.get("claim"))?.edge ?? null;
  found.focus = entityAt("focus");
  found.depth = [1, 2, DEEPEST].find((depth) => String(depth) === address.get("depth")) ?? 1;
  found.pathFrom = entityAt("way-from");
  found.pathTo = entityAt("way-to");
  const top = Number.parseInt(address.get("top"), 10);
  if (top >= 2 && top <= linkedCount) found.top = top;
  found.table = address.get("view") === "table";
  found.from = days.includes(address.get("from")) ? address.get("from") : "";
  found.to = days.includes(address.get("to")) ? address.get("to") : "";
  state = found;
  const asked = address.get("lang");
  language = Object.hasOwn(allWords, asked) ? asked : reading.language;
}

function remember(address) {
  try {
    history.pushState(null, "", `#${address}`);
  } catch {
    // a frame in a notebook has no address of its own: the view is kept, but not remembered
  }
}

function change(patch) {
  Object.assign(state, patch);
  const address = encodeState();
  if (address !== location.hash.slice(1)) remember(address);
  show();
}

// Choosing an entity ends the search for the other end of a way, where there is one.
function selectNode(node) {
  const awaited = state.pathFrom !== null && state.pathTo === null && node !== state.pathFrom;
  change(awaited ? { pathTo: node, node: null, edge: null, focus: null } : { node, edge: null });
}

const selectEdge = (edge) => change({ edge, node: null });
const selectNothing = () => change({ node: null, edge: null });
const isFiltered = () => FACETS.some((facet) => state.hidden[facet].size) || state.from !== "" || state.to !== "";

function hide(facet, value, hidden) {
  const values = new Set(state.hidden[facet]);
  if (hidden) values.add(value);
  else values.delete(value);
  change({ hidden: { ...state.hidden, [facet]: values } });
}
