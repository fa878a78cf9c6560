// Which statements, lines and entities the state lets through.

const FACET_VALUE = {
  status: (statement) => statement.status,
  predicate: (statement) => statement.predicate,
  claimer: (statement) => statement.claimer,
  outlet: (statement) => documents[statement.document].publisher ?? "",
  tongue: (statement) => documents[statement.document].language ?? "und",
};

function passes(statement) {
  const { hidden } = state;
  if (hidden.type.has(nodes[statement.subject].group) || hidden.type.has(nodes[statement.object].group)) return false;
  if (hidden.entity.size && [statement.subject, statement.object].some((node) => hidden.entity.has(nodes[node].entity.id))) return false;
  for (const [facet, value] of Object.entries(FACET_VALUE)) if (hidden[facet].has(value(statement))) return false;
  return inPeriod(dayOf(documents[statement.document]));
}

function inPeriod(day) {
  if (!state.from && !state.to) return true;
  return day !== "" && day >= state.from && (!state.to || day <= state.to);
}

// All statements that pass; of their entities, and of the lines between them, those that are strong enough to draw.
function visible() {
  const kept = onPath(nearFocus(statements.filter(passes)));
  const seen = strongest(kept);
  const byEdge = new Map();
  for (const statement of kept) {
    if (!seen.has(statement.subject) || !seen.has(statement.object)) continue;
    if (!byEdge.has(statement.edge)) byEdge.set(statement.edge, []);
    byEdge.get(statement.edge).push(statement);
  }
  for (const node of [state.focus, state.pathFrom, state.pathTo]) if (node !== null && isNarrowed()) seen.add(node);
  if (state.lonely && state.top === linkedCount && !isNarrowed() && !isFilteredBeyondTypes()) {
    for (const node of nodes) if (!statementsAbout[node.id].length && !state.hidden.type.has(node.group)) seen.add(node.id);
  }
  return { statements: kept, byEdge, nodes: seen };
}

// Entities come in the order of their weight; what is chosen is drawn whatever its weight, with its best neighbours.
function strongest(kept) {
  const linked = new Set(kept.flatMap((statement) => [statement.subject, statement.object]));
  const seen = new Set([...linked].sort((one, other) => one - other).slice(0, state.top));
  const chosen = state.edge !== null ? [edges[state.edge].from, edges[state.edge].to] : state.node !== null ? [state.node] : [];
  for (const node of chosen) if (linked.has(node)) seen.add(node);
  if (state.node !== null && seen.size < linked.size) {
    const beside = kept.filter((statement) => statement.subject === state.node || statement.object === state.node);
    const near = new Set(beside.flatMap((statement) => [statement.subject, statement.object]));
    for (const node of [...near].sort((one, other) => one - other).slice(0, NEAR)) seen.add(node);
  }
  return seen;
}

const NEAR = 40;
const isNarrowed = () => state.focus !== null || state.pathTo !== null;

const isFilteredBeyondTypes = () =>
  FACETS.some((facet) => facet !== "type" && state.hidden[facet].size) || state.from !== "" || state.to !== "";
