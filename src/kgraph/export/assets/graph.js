// The drawing: vis-network shows what visible.js selects, in the colours of the style sheet.

const nodes = new vis.DataSet();
const edges = new vis.DataSet();
let shown = {nodes: new Set(), edges: new Set()};
const nodeView = new vis.DataView(nodes, {filter: (node) => shown.nodes.has(node.id)});
const edgeView = new vis.DataView(edges, {filter: (edge) => shown.edges.has(edge.id)});
const canvas = document.getElementById('graph');
const network = new vis.Network(canvas, {nodes: nodeView, edges: edgeView}, drawing.options);

const calm = matchMedia('(prefers-reduced-motion: reduce)');
const narrow = matchMedia('(max-width: 900px)');
const LABEL = 18;
const LANDMARKS = narrow.matches ? 24 : 80;
// Below this size on the screen vis-network fades a label, then leaves it out.
const FAR = drawing.options.nodes.scaling.label.drawThreshold;
// Many lines together are dark enough.
const LINE_OPACITY = Math.max(0.25, Math.min(0.8, 14 / Math.sqrt(relations.length || 1)));

// A colour of the style sheet as the canvas wants it: custom properties are resolved only where they are used.
function colour(name) {
  canvas.style.color = `var(--${name})`;
  return getComputedStyle(canvas).color;
}

function palette() {
  const names = ['ink', 'faint', 'canvas', ...[...vocabulary.kinds, 'event'].map((kind) => `kind-${kind}`),
    ...vocabulary.quads.map((quad) => `quad-${quad.replace(' ', '-')}`)];
  return Object.fromEntries(names.map((name) => [name, colour(name)]));
}

function paint() {
  const lit = litParts();
  const colours = palette();
  nodes.update(drawing.nodes.map((node) => paintedNode(node, colours, !lit || lit.nodes.has(node.id))));
  edges.update(drawing.edges.map((edge) => paintedEdge(edge, colours, lit)));
}

function paintedNode(node, colours, bright) {
  const fill = colours[`kind-${node.group}`];
  const ring = {background: fill, border: colours.ink};
  return {
    ...node,
    label: labelOf(node.id),
    opacity: bright ? 1 : 0.16,
    color: {background: fill, border: colours.canvas, highlight: ring, hover: ring},
    font: {
      ...node.font,
      face: 'sans-serif',
      color: bright ? colours.ink : colours.faint,
      strokeWidth: 4,
      strokeColor: colours.canvas,
    },
  };
}

function labelOf(node) {
  const letters = Array.from(node < entities.length ? nameOf(node) : events[eventOfNode(node)].label);
  const limit = state.language === 'en' ? 2 * LABEL : LABEL;
  return letters.length > limit ? `${letters.slice(0, limit - 1).join('')}…` : letters.join('');
}

function paintedEdge(edge, colours, lit) {
  const relation = relations[edge.id];
  const line = relation ? colours[quadClass(relation.type)] : colours['kind-event'];
  const bright = !lit || lit.edges.has(edge.id);
  const chosen = lit && bright && state.selected.kind === 'relation';
  return {
    ...edge,
    color: {color: line, highlight: line, hover: line, opacity: bright ? (lit ? 1 : LINE_OPACITY) : 0.08},
    label: chosen ? relationWord(relation.type) : undefined,
    font: {face: 'sans-serif', size: 15, color: colours.ink, strokeWidth: 5, strokeColor: colours.canvas},
  };
}

function refreshView() {
  shown = visibleParts();
  nodeView.refresh();
  edgeView.refresh();
}

function markSelection() {
  network.unselectAll();
  if (!state.selected) return;
  const {kind, index} = state.selected;
  const node = kind === 'event' ? nodeOfEvent(index) : index;
  if (kind === 'relation' && shown.edges.has(index)) network.selectEdges([index]);
  else if (kind !== 'relation' && shown.nodes.has(node)) network.selectNodes([node]);
}

// The part of the canvas that legend and panel leave free.
function freeArea() {
  const area = {left: 0, top: 0, right: canvas.clientWidth, bottom: canvas.clientHeight};
  const whole = canvas.getBoundingClientRect();
  for (const id of ['legend', 'panel']) {
    const box = document.getElementById(id).getBoundingClientRect();
    if (!box.width || !box.height) continue;
    if (narrow.matches) area.bottom = Math.min(area.bottom, box.top - whole.top);
    else if (box.left - whole.left < whole.width / 3) area.left = box.right - whole.left;
    else area.right = box.left - whole.left;
  }
  return area;
}

// Brings the nodes into the free area, no closer than names are comfortable to read.
function frame(ids) {
  const places = [...ids].map((id) => ({...network.getPosition(id), size: nodes.get(id).size}));
  if (!places.length) return;
  const left = Math.min(...places.map((place) => place.x - place.size - 60));
  const right = Math.max(...places.map((place) => place.x + place.size + 60));
  const top = Math.min(...places.map((place) => place.y - place.size - 20));
  const bottom = Math.max(...places.map((place) => place.y + place.size + 40));
  const area = freeArea();
  const scale = Math.min((area.right - area.left) / (right - left), (area.bottom - area.top) / (bottom - top), narrow.matches ? 0.75 : 1);
  network.moveTo({
    position: {x: (left + right) / 2, y: (top + bottom) / 2},
    scale,
    offset: {x: (area.left + area.right - canvas.clientWidth) / 2, y: (area.top + area.bottom - canvas.clientHeight) / 2},
    animation: calm.matches ? false : {duration: 450, easingFunction: 'easeInOutCubic'},
  });
}

// From afar vis-network writes no labels: then the names that matter most are written at a size that can be read,
// as many as find room.
function nameLandmarks(context) {
  const scale = network.getScale();
  const size = 10 / scale;
  const taken = [];
  context.font = `${size}px sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineWidth = 4 / scale;
  context.lineJoin = 'round';
  for (const index of mostSupported.filter((node) => shown.nodes.has(node)).slice(0, LANDMARKS)) {
    const {font, size: reach, color} = nodes.get(index);
    const {x, y} = network.getPosition(index);
    const half = context.measureText(labelOf(index)).width / 2;
    const top = y + reach + 7 / scale;
    const box = {left: x - half, right: x + half, top, bottom: top + size};
    if (taken.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)) continue;
    taken.push(box);
    if (font.size * scale >= FAR) continue;
    context.strokeStyle = color.border;
    context.fillStyle = font.color;
    context.strokeText(labelOf(index), x, top);
    context.fillText(labelOf(index), x, top);
  }
}

const tip = document.getElementById('tip');

function showTip(text, {x, y}) {
  canvas.style.cursor = 'pointer';
  tip.textContent = text;
  tip.hidden = false;
  tip.style.left = `${Math.min(x + 14, innerWidth - tip.offsetWidth - 8)}px`;
  tip.style.top = `${y + 16}px`;
}

function hideTip() {
  canvas.style.cursor = '';
  tip.hidden = true;
}

function relationSentence({source, type, target, assertions: found}) {
  const arrow = vocabulary.relations[type].directed ? '→' : '–';
  return [`${nameOf(source)} ${arrow} ${nameOf(target)}`, relationWord(type), number(found.length)].join(' · ');
}

// Calls `choose` with what is clicked (null for nothing) and `narrowTo` with a node that is clicked twice.
function listenToGraph(choose, narrowTo) {
  const nodeTarget = (node) => (node < entities.length ? {kind: 'entity', index: node} : {kind: 'event', index: eventOfNode(node)});
  network.on('click', ({nodes: [node], edges: [edge]}) => {
    if (node !== undefined) choose(nodeTarget(node));
    else if (relations[edge]) choose({kind: 'relation', index: edge});
    else choose(null);
  });
  network.on('doubleClick', ({nodes: [node]}) => node < entities.length && narrowTo(node));
  network.on('hoverEdge', ({edge, event}) => relations[edge] && showTip(relationSentence(relations[edge]), {x: event.clientX, y: event.clientY}));
  network.on('hoverNode', ({node, event}) => showTip(node < entities.length ? nameOf(node) : events[eventOfNode(node)].label, {x: event.clientX, y: event.clientY}));
  network.on('afterDrawing', nameLandmarks);
  for (const leaving of ['blurEdge', 'blurNode', 'dragStart', 'zoom']) network.on(leaving, hideTip);
  // Painting gives every node its place again: the new one.
  network.on('dragEnd', ({nodes: dragged}) => dragged.forEach((node) => Object.assign(drawing.nodes[node], network.getPosition(node))));
}
