// Which statements, lines and entities the state lets through.

const FACET_VALUE = {
  status: (statement) => statement.status,
  predicate: (statement) => statement.predicate,
  claimer: (statement) => statement.claimer,
  outlet: (statement) => documents[statement.document].publisher ?? "",
  tongue: (statement) => documents[statement.document].language ?? "und",
};

function passes(statement) {
  const { hidden, focus } = state;
  if (hidden.type.has(nodes[statement.subject].group) || hidden.type.has(nodes[statement.object].group)) return false;
  if (focus !== null && statement.subject !== focus && statement.object !== focus) return false;
  for (const [facet, value] of Object.entries(FACET_VALUE)) if (hidden[facet].has(value(statement))) return false;
  return inPeriod((documents[statement.document].published ?? "").slice(0, 10));
}

function inPeriod(day) {
  if (!state.from && !state.to) return true;
  return day !== "" && day >= state.from && (!state.to || day <= state.to);
}

function visible() {
  const kept = statements.filter(passes);
  const byEdge = new Map();
  const seen = new Set();
  for (const statement of kept) {
    if (!byEdge.has(statement.edge)) byEdge.set(statement.edge, []);
    byEdge.get(statement.edge).push(statement);
    seen.add(statement.subject).add(statement.object);
  }
  if (state.focus !== null) seen.add(state.focus);
  if (state.lonely && state.focus === null && !isFilteredBeyondTypes()) {
    for (const node of nodes) if (!statementsAbout[node.id].length && !state.hidden.type.has(node.group)) seen.add(node.id);
  }
  return { statements: kept, byEdge, nodes: seen };
}

const isFilteredBeyondTypes = () =>
  FACETS.some((facet) => facet !== "type" && state.hidden[facet].size) || state.from !== "" || state.to !== "";
