// The drawing: vis-network is given what is visible, in the colours of the style sheet.

const canvas = document.getElementById('graph');
const nodes = new vis.DataSet();
const edges = new vis.DataSet();
const network = new vis.Network(canvas, {nodes, edges}, drawing.options);
const linkOf = new Map(eventEdges.map((edge) => [edge.id, edge]));

const LABEL = 18;
// The rim of a node is as wide on the screen however far away it is: among very many it would cover them.
const RIM = drawnNodes.length > 400 ? 0 : 2;
let shown = {nodes: new Set(), edges: new Set()};
let lit = null;
let colours = {};

// A colour of the style sheet as the canvas wants it: custom properties are resolved only where they are used.
function colour(name) {
  canvas.style.color = `var(--${name})`;
  return getComputedStyle(canvas).color;
}

function readPalette() {
  const names = ['ink', 'canvas', 'region', ...[...vocabulary.kinds, 'event'].map((kind) => `kind-${kind}`),
    ...vocabulary.quads.map((quad) => `quad-${quad.replace(' ', '-')}`)];
  colours = Object.fromEntries(names.map((name) => [name, colour(name)]));
}

function drawnNode(id) {
  return id < entities.length ? drawnNodes[id] : eventNodes[eventOfNode(id)];
}

function labelOf(node) {
  const letters = Array.from(node < entities.length ? nameOf(node) : events[eventOfNode(node)].label);
  const limit = state.language === 'en' ? 2 * LABEL : LABEL;
  return letters.length > limit ? `${letters.slice(0, limit - 1).join('')}…` : letters.join('');
}

function visNode(id) {
  const {shape, size, font, group} = drawnNode(id);
  const {x, y} = pointOf(id);
  const background = colours[`kind-${group}`];
  const ring = {background, border: colours.ink};
  return {
    id, x, y, shape, size, borderWidth: RIM,
    label: labelOf(id),
    color: {background, border: colours.canvas, highlight: ring, hover: ring},
    font: {size: font.size, face: 'sans-serif', color: colours.ink, strokeWidth: 4, strokeColor: colours.canvas},
  };
}

function visEdge(id) {
  const drawn = drawnEdges[id] ?? linkOf.get(id);
  const relation = relations[id];
  const line = relation ? colours[quadClass(relation.type)] : colours['kind-event'];
  const bright = lit?.edges.has(id);
  return {
    id, from: drawn.from, to: drawn.to, arrows: drawn.arrows, width: drawn.width, dashes: drawn.dashes,
    ...curve(drawn),
    color: {color: line, highlight: line, hover: line, opacity: bright ? 1 : LINE_OPACITY},
  };
}

// Many lines together are dark enough.
const LINE_OPACITY = Math.max(0.25, Math.min(0.8, 14 / Math.sqrt(Math.min(relations.length, LINES) || 1)));

function curve({from, to, bend}) {
  if (from === to) return {selfReference: {size: 18 + 8 * bend, angle: 0.8}};
  if (!bend) return {smooth: false};
  return {smooth: {enabled: true, type: bend > 0 ? 'curvedCW' : 'curvedCCW', roundness: Math.abs(bend)}};
}

// Gives vis-network what is new and takes away what is gone: it is slow with much, so it never gets all.
function refreshView() {
  shown = visibleParts();
  const moved = rings;
  makeRings();
  replace(nodes, shown.nodes, visNode);
  replace(edges, shown.edges, visEdge);
  nodes.update([...moved.keys(), ...rings.keys()].filter((id) => shown.nodes.has(id)).map((id) => ({id, x: pointOf(id).x, y: pointOf(id).y})));
  refreshLit();
}

function replace(set, wanted, make) {
  const there = new Set(set.getIds());
  const gone = [...there].filter((id) => !wanted.has(id));
  const fresh = [...wanted].filter((id) => !there.has(id));
  if (gone.length) set.remove(gone);
  if (fresh.length) set.add(fresh.map(make));
}

function refreshLit() {
  const before = lit?.edges ?? new Set();
  lit = litParts();
  const changed = new Set([...before, ...(lit?.edges ?? [])]);
  edges.update([...changed].filter((id) => shown.edges.has(id)).map(visEdge));
  markSelection();
}

// After a change of theme or language.
function repaint() {
  readPalette();
  nodes.update([...shown.nodes].map(visNode));
  edges.update([...shown.edges].map(visEdge));
}

function markSelection() {
  network.unselectAll();
  if (!state.selected) return;
  const {kind, index} = state.selected;
  if (kind === 'relation' && shown.edges.has(index)) network.selectEdges([index]);
  const node = kind === 'event' ? nodeOfEvent(index) : index;
  if ((kind === 'event' || kind === 'entity') && shown.nodes.has(node)) network.selectNodes([node]);
}

function targetOfNode(node) {
  return node < entities.length ? {kind: 'entity', index: node} : {kind: 'event', index: eventOfNode(node)};
}

function listenToGraph() {
  network.on('click', ({nodes: [node], edges: [edge]}) => {
    if (node !== undefined) select(targetOfNode(node));
    else if (relations[edge]) select({kind: 'relation', index: edge});
    else select(null);
  });
  network.on('doubleClick', ({nodes: [node]}) => node < entities.length && focusOn(node));
  network.on('hoverEdge', ({edge, event}) => relations[edge] && showTip(
    [relationSentence(edge), relationWord(relations[edge].type), number(relations[edge].assertions.length)].join(' · '), event));
  network.on('hoverNode', ({node, event}) => showTip(node < entities.length ? nameOf(node) : events[eventOfNode(node)].label, event));
  for (const leaving of ['blurEdge', 'blurNode', 'dragStart', 'zoom']) network.on(leaving, hideTip);
  // Painting gives every node its place again: the new one.
  network.on('dragEnd', ({nodes: dragged}) => dragged.forEach((node) => moveNode(node, network.getPosition(node))));
  network.on('beforeDrawing', drawRegions);
  network.on('afterDrawing', drawOver);
}

const tip = document.getElementById('tip');

function showTip(text, {clientX: x, clientY: y}) {
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
