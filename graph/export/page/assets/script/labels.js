// Names on the drawing: drawn by us, the most important first, and only where they do not cover one another.

const INVISIBLE = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\p{Cc}]/gu;
const LINE = 20;
const FACE = '"Noto Sans Arabic", "Segoe UI", system-ui, "Helvetica Neue", Arial, sans-serif';

// Canvas gets the order of mixed Arabic and Latin wrong unless each line is isolated (U+2068 … U+2069).
const isolate = (text) => `\u2068${text}\u2069`;

function labelLines(text) {
  const lines = [""];
  for (const part of text.replace(INVISIBLE, " ").trim().split(/\s+/u)) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${part}` : part;
    if ([...longer].length <= LINE || !lines.at(-1)) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  const cut = lines.slice(0, 2).map((line) => ([...line].length > LINE + 6 ? `${[...line].slice(0, LINE + 5).join("")}…` : line));
  if (lines.length > 2) cut[1] += "…";
  return cut.map(isolate);
}

// What is taken on the canvas, in cells, so that a crowd of names stays quick to check.
class Crowd {
  constructor(cellSize) {
    this.cellSize = cellSize;
    this.cells = new Map();
  }

  *cellsOf(box) {
    for (let column = Math.floor(box.left / this.cellSize); column <= Math.floor(box.right / this.cellSize); column += 1) {
      for (let row = Math.floor(box.top / this.cellSize); row <= Math.floor(box.bottom / this.cellSize); row += 1) yield `${column},${row}`;
    }
  }

  add(box) {
    for (const cell of this.cellsOf(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push(box);
    }
  }

  // Whether nothing is there; `overSoft` lets a name cover nodes and signs, but no other name.
  free(box, overSoft = false) {
    const blocks = (other) => !(overSoft && other.soft) && (box.node === null || other.node !== box.node) && overlap(box, other);
    for (const cell of this.cellsOf(box)) if ((this.cells.get(cell) ?? []).some(blocks)) return false;
    return true;
  }
}

class Labels {
  constructor() {
    this.named = [];
    this.widths = new Map();
  }

  begin(context, scale, seen) {
    Object.assign(this, { context, scale, seen, named: [], crowd: new Crowd(90 / scale) });
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    context.direction = "ltr";
  }

  width(text, font) {
    const key = `${font}|${text}`;
    if (!this.widths.has(key)) {
      this.context.font = font;
      this.widths.set(key, this.context.measureText(text).width);
    }
    return this.widths.get(key);
  }

  size(lines, { size, weight = 400 }) {
    const wide = Math.max(...lines.map((line) => this.width(line, `${weight} ${size}px ${FACE}`)));
    return { wide: (wide + 4) / this.scale, tall: (size * 1.35 * lines.length) / this.scale };
  }

  // Draw lines at the first of some spots (middle of the top edge, in the drawing's units) that is free.
  place(lines, spots, style) {
    const { wide, tall } = this.size(lines, style);
    const boxes = spots.map(([x, y]) => ({ left: x - wide / 2, right: x + wide / 2, top: y, bottom: y + tall, node: style.node ?? null }));
    const open = (overSoft) => boxes.find((spot) => this.crowd.free(spot, overSoft));
    const box = open(false) ?? (style.strong ? open(true) : undefined) ?? (style.force ? boxes[0] : undefined);
    if (!box || !overlap(box, this.seen)) return;
    this.crowd.add(box);
    if (box.node !== null) this.named.push(box);
    this.write(lines, (box.left + box.right) / 2, box.top, style);
  }

  write(lines, x, y, { size, weight = 400, colour, halo }) {
    const step = (size * 1.35) / this.scale;
    this.context.font = `${weight} ${size / this.scale}px ${FACE}`;
    this.context.lineWidth = 4 / this.scale;
    this.context.strokeStyle = halo;
    this.context.fillStyle = colour;
    lines.forEach((line, row) => this.context.strokeText(line, x, y + row * step));
    lines.forEach((line, row) => this.context.fillText(line, x, y + row * step));
  }

  reserve(x, y, radius, node = null) {
    const box = { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius, node, soft: true };
    if (overlap(box, this.seen)) this.crowd.add(box);
  }

  nodeAt({ x, y }) {
    const hit = this.named.find((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
    return hit ? hit.node : null;
  }
}

const overlap = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
