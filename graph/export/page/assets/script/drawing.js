// The graph on the canvas, by vis-network: places come from the build, colours from the style sheet.

const labels = new Labels();
const nodeData = new vis.DataSet([]);
const edgeData = new vis.DataSet([]);
let drawing = null;
let shown = { statements: [], byEdge: new Map(), nodes: new Set() };
let hovered = null;
let fitted = null;
let growth = 1; // nodes grow where the whole drawing has to be seen from far away

const sizeOf = (node) => node.size * growth;

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

function readColours() {
  const names = ["paper", "ink", "quiet", ...Object.keys(reading.shapes).map((t) => `type-${t}`), ...Object.keys(reading.dashes).map((s) => `status-${s}`)];
  return Object.fromEntries(names.map((name) => [name, colour(name)]));
}

let colours = {};

function startDrawing() {
  const container = document.getElementById("drawing");
  drawing = new vis.Network(container, { nodes: nodeData, edges: edgeData }, optionsFor(edges.length));
  drawing.on("click", pick);
  drawing.on("doubleClick", (event) => event.nodes.length && change({ focus: event.nodes[0], node: event.nodes[0], edge: null }));
  drawing.on("hoverNode", (event) => hover(event.node, "pointer"));
  drawing.on("hoverEdge", () => hover(hovered, "pointer"));
  drawing.on("blurNode", () => hover(null, ""));
  drawing.on("blurEdge", () => hover(hovered, ""));
  drawing.on("zoom", growSoon);
  drawing.on("afterDrawing", paint);
}

// Many lines are left out while the drawing moves.
function optionsFor(lines) {
  const moving = lines > MANY_LINES * 5;
  return { ...network.options, interaction: { ...network.options.interaction, hideEdgesOnDrag: moving, hideEdgesOnZoom: moving } };
}

function hover(node, cursor) {
  hovered = node;
  document.getElementById("drawing").style.cursor = cursor;
}

function pick(event) {
  const node = event.nodes[0] ?? labels.nodeAt(event.pointer.canvas);
  if (node !== null && node !== undefined) selectNode(node);
  else if (event.edges.length) selectEdge(event.edges[0]);
  else if (state.node !== null || state.edge !== null) selectNothing();
}

// The entities that the selection is about: null where nothing is selected.
function spotlight() {
  if (state.edge !== null) return new Set([edges[state.edge].from, edges[state.edge].to]);
  if (state.node === null) return null;
  const lit = new Set([state.node]);
  for (const edge of shown.byEdge.keys()) {
    if (edges[edge].from === state.node) lit.add(edges[edge].to);
    if (edges[edge].to === state.node) lit.add(edges[edge].from);
  }
  return lit;
}

function isLit(edge, lit) {
  if (lit === null) return true;
  if (state.edge !== null) return lit.has(edge.from) && lit.has(edge.to);
  return edge.from === state.node || edge.to === state.node;
}

function drawnNode(node, lit) {
  const fill = colours[`type-${node.group}`];
  const face = { background: fill, border: colours.paper };
  const strong = { background: fill, border: colours.ink };
  return {
    id: node.id, x: node.x, y: node.y, shape: node.shape, size: sizeOf(node),
    opacity: lit === null || lit.has(node.id) ? 1 : 0.18,
    color: { ...face, highlight: strong, hover: strong },
  };
}

function drawnEdge(edge, lit) {
  const stroke = colours[`status-${edge.status}`];
  const found = shown.byEdge.get(edge.id).length;
  return {
    id: edge.id, from: edge.from, to: edge.to, dashes: edge.dashes, smooth: edge.smooth,
    width: Math.min(1.2 + 0.5 * (found - 1), 5),
    color: { color: stroke, highlight: stroke, hover: stroke, opacity: isLit(edge, lit) ? 0.85 : 0.08 },
  };
}

function updateDrawing(found) {
  shown = found;
  colours = readColours();
  const lit = spotlight();
  const keptEdges = edges.filter((edge) => shown.byEdge.has(edge.id));
  replaceAll(nodeData, nodes.filter((node) => shown.nodes.has(node.id)).map((node) => drawnNode(node, lit)), true);
  replaceAll(edgeData, keptEdges.map((edge) => drawnEdge(edge, lit)));
  const chosen = (data, id) => (id !== null && data.get(id) ? [id] : []);
  drawing.setSelection({ nodes: chosen(nodeData, state.node), edges: chosen(edgeData, state.edge) }, { highlightEdges: false });
  if (fitted !== fitKey()) refit();
}

// Bring a DataSet to hold exactly these items; nodes that stay keep the place where they were dragged to.
function replaceAll(data, items, keepPlaces = false) {
  const wanted = new Set(items.map((item) => item.id));
  const known = new Set(data.getIds());
  data.remove([...known].filter((id) => !wanted.has(id)));
  data.update(items.map((item) => (keepPlaces && known.has(item.id) ? { ...item, x: undefined, y: undefined } : item)).map(withoutGaps));
}

const withoutGaps = (item) => Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));

// Keep nodes about as large on the screen when they are seen from far away.
function grow() {
  const grown = Math.min(Math.max(0.62 / drawing.getScale(), 1), shown.nodes.size > reading.whole ? 2 : 5);
  if (Math.abs(grown - growth) < 0.05) return;
  growth = grown;
  nodeData.update(nodeData.map((node) => ({ id: node.id, size: sizeOf(nodes[node.id]) })));
}

let growing = 0;

function growSoon() {
  clearTimeout(growing);
  growing = setTimeout(grow, 60);
}

const fitKey = () => [state.focus, state.depth, state.pathTo, state.top].join(" ");

function refit() {
  fitted = fitKey();
  const wanted = [...shown.nodes];
  if (!wanted.length) return;
  drawing.fit({ nodes: wanted, minZoomLevel: 0.05, maxZoomLevel: 1.5, animation: false });
  zoomBy(0.88); // room for the names at the rim
  grow();
}

// Bring what was chosen elsewhere into sight, once the canvas has its new size.
function goTo(...chosen) {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const wanted = chosen.filter((node) => nodeData.get(node));
    if (wanted.length) drawing.fit({ nodes: wanted, minZoomLevel: 0.1, maxZoomLevel: Math.max(drawing.getScale(), 0.9), animation: false });
    grow();
  }));
}

function zoomBy(factor) {
  growSoon();
  drawing.moveTo({ scale: Math.min(Math.max(drawing.getScale() * factor, 0.05), 5), animation: false });
}

// Signs, counts and names over the lines and nodes that vis-network has just drawn.
function paint(context) {
  const scale = drawing.getScale();
  labels.begin(context, scale, inSight());
  const lit = spotlight();
  const lines = [...shown.byEdge]
    .map(([id, found]) => ({ live: drawing.body.edges[id], edge: edges[id], found }))
    .filter(({ live, edge }) => live?.connected && isLit(edge, lit));
  for (const id of shown.nodes) reserveNode(drawing.body.nodes[id], nodes[id], lit);
  if (scale > 0.3 || lines.length < MANY_LINES) for (const line of lines) paintBadge(context, line, scale);
  const byRank = [...shown.nodes].sort((one, other) => rank(one, lit) - rank(other, lit) || one - other);
  for (const id of byRank) paintName(drawing.body.nodes[id], nodes[id], lit);
  if (scale > 0.55) for (const line of lines) paintPredicate(line, scale);
}

const MANY_LINES = 300;

function inSight() {
  const { clientWidth, clientHeight } = document.getElementById("drawing");
  const start = drawing.DOMtoCanvas({ x: 0, y: 0 });
  const end = drawing.DOMtoCanvas({ x: clientWidth, y: clientHeight });
  return { left: start.x, top: start.y, right: end.x, bottom: end.y };
}

function rank(id, lit) {
  if (id === state.node || id === hovered) return 0;
  return lit !== null && lit.has(id) ? 1 : 2;
}

function reserveNode(live, node, lit) {
  if (live && (lit === null || lit.has(node.id))) labels.reserve(live.x, live.y, sizeOf(node) * 0.9, node.id);
}

function paintName(live, node, lit) {
  if (!live || (lit !== null && !lit.has(node.id) && node.id !== hovered)) return;
  const chosen = node.id === state.node || node.id === hovered;
  const strong = node.size > 16 || chosen || (lit !== null && lit.has(node.id));
  const style = {
    size: Math.round(11 + node.size / 6), weight: strong ? 700 : 400,
    colour: colours.ink, halo: colours.paper, strong, force: chosen, node: node.id,
  };
  const lines = labelLines(nameOf(node));
  labels.place(lines, spotsAround(live, sizeOf(node) + 2 / labels.scale, labels.size(lines, style)), style);
}

// Below, above, right and left of a node.
function spotsAround({ x, y }, radius, { wide, tall }) {
  return [[x, y + radius], [x, y - radius - tall], [x + radius + wide / 2, y - tall / 2], [x - radius - wide / 2, y - tall / 2]];
}

const BADGE = 9;
const badgeSize = (scale) => BADGE / Math.max(scale, 0.6);

// At the middle of a line: the sign of its status, beside it how many statements it bundles.
function paintBadge(context, { live, edge, found }, scale) {
  const sign = SIGNS[edge.status];
  const own = colours[`status-${edge.status}`];
  const { x, y } = live.edgeType.getPoint(0.5);
  const radius = badgeSize(scale);
  if (sign) {
    paintDisc(context, x, y, radius, own, own);
    paintSign(context, x, y, radius, sign);
  }
  if (found.length > 1) paintCount(context, x + (sign ? 2.1 * radius : 0), y, radius, String(found.length), own);
}

function paintDisc(context, x, y, radius, border, fill) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
  context.lineWidth = radius / 6;
  context.strokeStyle = border;
  context.stroke();
  labels.reserve(x, y, radius);
}

function paintSign(context, x, y, radius, sign) {
  context.save();
  context.translate(x, y);
  context.scale(radius / 7, radius / 7);
  context.translate(-22, -8);
  context.lineWidth = 1.8;
  context.strokeStyle = colours.paper;
  context.stroke(new Path2D(sign));
  context.restore();
}

function paintCount(context, x, y, radius, text, border) {
  paintDisc(context, x, y, radius, border, colours.paper);
  context.font = `700 ${radius * (text.length > 2 ? 0.9 : 1.2)}px ${FACE}`;
  context.textBaseline = "middle";
  context.fillStyle = colours.ink;
  context.fillText(text, x, y + radius / 9);
  context.textBaseline = "top";
}

function paintPredicate(line, scale) {
  const kept = line.edge.predicates.filter((predicate) => line.found.some((statement) => statement.predicate === predicate));
  const text = predicateWord(kept[0]) + (kept.length > 1 ? ` +${kept.length - 1}` : "");
  const { x, y } = line.live.edgeType.getPoint(0.5);
  const badged = SIGNS[line.edge.status] || line.found.length > 1;
  const gap = badged ? badgeSize(scale) + 1 / scale : 0;
  const spots = badged ? [[x, y + gap], [x, y - gap - 15 / scale]] : [[x, y - 7 / scale], ...aside(line.live)];
  labels.place([isolate(text)], spots, { size: 11, colour: colours[`status-${line.edge.status}`], halo: colours.paper });
}

const aside = (live) => [0.4, 0.6].map((share) => live.edgeType.getPoint(share)).map(({ x, y }) => [x, y - 7 / labels.scale]);
