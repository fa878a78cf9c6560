// Neighbourhoods and shortest ways, over the statements that the filters let through.

const DEEPEST = 3;

function distances(kept, start) {
  const beside = new Map();
  const link = (one, other) => beside.set(one, [...(beside.get(one) ?? []), other]);
  for (const { subject, object } of kept) {
    link(subject, object);
    link(object, subject);
  }
  const found = new Map([[start, 0]]);
  for (const node of found.keys()) {
    for (const next of beside.get(node) ?? []) if (!found.has(next)) found.set(next, found.get(node) + 1);
  }
  return found;
}

const far = (found, node) => found.get(node) ?? Infinity;

// What lies within `depth` steps of the entity in focus.
function nearFocus(kept) {
  if (state.focus === null) return kept;
  const found = distances(kept, state.focus);
  return kept.filter(({ subject, object }) => Math.min(far(found, subject), far(found, object)) < state.depth);
}

// What lies on a shortest way between the two ends, whichever way the lines point.
function onPath(kept) {
  const { pathFrom, pathTo } = state;
  if (pathFrom === null || pathTo === null) return kept;
  const [here, there] = [distances(kept, pathFrom), distances(kept, pathTo)];
  const steps = far(here, pathTo);
  const along = (one, other) => far(here, one) + 1 + far(there, other) === steps;
  return kept.filter(({ subject, object }) => along(subject, object) || along(object, subject));
}
