// What is painted on the canvas besides nodes and lines: communities below, the chosen and the great names above.

// Below this size on the screen vis-network fades a label, then leaves it out.
const FAR = drawing.options.nodes.scaling.label.drawThreshold;
const REGION = 3;

// A soft ground under each community of which enough is to be seen.
function drawRegions(context) {
  if (state.focus !== null) return;
  const regions = new Map();
  for (const id of shown.nodes) {
    const region = drawnNodes[id]?.region ?? null;
    if (region === null) continue;
    if (!regions.has(region)) regions.set(region, []);
    regions.get(region).push({...network.getPosition(id), size: drawnNodes[id].size});
  }
  context.fillStyle = colours.region;
  context.strokeStyle = colours.region;
  context.lineJoin = 'round';
  context.lineWidth = 90;
  for (const members of regions.values()) if (members.length >= REGION) fillAround(context, members);
}

function fillAround(context, points) {
  const ring = hull(points);
  context.beginPath();
  ring.forEach(({x, y}, turn) => (turn ? context.lineTo(x, y) : context.moveTo(x, y)));
  context.closePath();
  context.stroke();
  context.fill();
}

// Andrew's monotone chain.
function hull(points) {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (found) => {
    const ring = [];
    for (const point of found) {
      while (ring.length > 1 && turn(ring.at(-2), ring.at(-1), point) <= 0) ring.pop();
      ring.push(point);
    }
    return ring.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function turn(a, b, c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

function drawOver(context) {
  if (lit) drawLit(context);
  nameLandmarks(context);
}

// Everything is wiped until it is faint, and what is lit is drawn once more: that is one drawing, where giving every
// node and line another colour would take seconds in a large graph. `network.body` is not documented, but it is what
// vis-network itself draws from.
function drawLit(context) {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalCompositeOperation = 'destination-out';
  context.fillStyle = 'rgb(0 0 0 / .75)';
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
  const lines = [...lit.edges].map((id) => network.body.edges[id]).filter((edge) => edge?.connected);
  const circles = [...lit.nodes].map((id) => network.body.nodes[id]).filter(Boolean);
  for (const line of lines) line.draw(context);
  for (const line of lines) line.drawArrows(context);
  const labels = circles.map((circle) => circle.draw(context).drawExternalLabel);
  for (const label of labels) label?.();
  if (lit.named) nameLines(context, lines);
}

function nameLines(context, lines) {
  write(context, 12, 'bold ');
  for (const line of lines) {
    const {x, y} = line.edgeType.getPoint(0.5);
    writeText(context, relationWord(relations[line.id].type), x, y);
  }
}

// Text of the same size on the screen however near one is, with a rim that keeps it apart from lines.
function write(context, size, weight = '') {
  const scale = network.getScale();
  Object.assign(context, {
    font: `${weight}${size / scale}px sans-serif`, textAlign: 'center', textBaseline: 'top', lineWidth: 4 / scale, lineJoin: 'round',
    strokeStyle: colours.canvas, fillStyle: colours.ink,
  });
}

function writeText(context, text, x, y) {
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}

// From afar vis-network writes no labels: then the names that matter most are written at a size that can be read,
// as many as find room.
function nameLandmarks(context) {
  const scale = network.getScale();
  const size = 10.5 / scale;
  const taken = [];
  write(context, 10.5);
  const limit = narrow.matches ? 28 : 90;
  const named = mostSupported.filter((node) => shown.nodes.has(node) && (!lit || lit.nodes.has(node)));
  for (const index of named.slice(0, limit)) {
    const {font, size: reach} = drawnNodes[index];
    const {x, y} = network.getPosition(index);
    const half = context.measureText(labelOf(index)).width / 2;
    const top = y + reach + 5 / scale;
    const box = {left: x - half, right: x + half, top, bottom: top + size};
    if (taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    if (font.size * scale >= FAR - 0.5) continue;
    writeText(context, labelOf(index), x, top);
  }
}

function overlap(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
