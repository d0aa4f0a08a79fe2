// Where the reader looks: the part of the canvas that legend, timeline and panel leave free.

const calm = matchMedia('(prefers-reduced-motion: reduce)');
const narrow = matchMedia('(max-width: 900px)');
const EDGES = {legend: 'left', panel: 'right', timeline: 'bottom', banner: 'top'};
const NARROW_EDGES = {legend: 'bottom', panel: 'bottom', timeline: 'top', banner: 'top'};

function freeArea() {
  const area = {left: 0, top: 0, right: canvas.clientWidth, bottom: canvas.clientHeight};
  const whole = canvas.getBoundingClientRect();
  for (const [id, side] of Object.entries(narrow.matches ? NARROW_EDGES : EDGES)) {
    const box = document.getElementById(id).getBoundingClientRect();
    if (!box.width || !box.height) continue;
    if (side === 'left') area.left = box.right - whole.left;
    if (side === 'right') area.right = box.left - whole.left;
    if (side === 'top') area.top = box.bottom - whole.top;
    if (side === 'bottom') area.bottom = Math.min(area.bottom, box.top - whole.top);
  }
  return area;
}

// Brings the nodes into the free area, no closer than names are comfortable to read.
function frame(ids, still = calm.matches) {
  const places = [...ids].map((id) => ({...network.getPosition(id), ...room(id)}));
  if (!places.length) return;
  const reach = (side, sign) => sign * places.reduce((most, place) => Math.max(most, sign * place[side] + place[`of-${side}`]), -Infinity);
  const [left, right, top, bottom] = [reach('x', -1), reach('x', 1), reach('y', -1), reach('y', 1)];
  const area = inset(freeArea(), 16);
  const scale = Math.min((area.right - area.left) / (right - left), (area.bottom - area.top) / (bottom - top), 0.75);
  look(still, {
    position: {x: (left + right) / 2, y: (top + bottom) / 2},
    scale: Math.max(scale, 0.01),
    offset: {x: (area.left + area.right - canvas.clientWidth) / 2, y: (area.top + area.bottom - canvas.clientHeight) / 2},
  });
}

function inset({left, right, top, bottom}, by) {
  return {left: left + by, right: right - by, top, bottom};
}

// How far a node with its label, and the ground of its community, reach from its middle.
function room(id) {
  const {size, font} = drawnNode(id);
  return {'of-x': Math.max(size + 50, labelOf(id).length * font.size / 2), 'of-y': size + 2 * font.size + 16};
}

function look(still, at) {
  network.moveTo({...at, animation: still ? false : {duration: 450, easingFunction: 'easeInOutCubic'}});
}

function currentLook() {
  return {position: network.getViewPosition(), scale: network.getScale()};
}

// Arrow keys move the drawing, plus and minus bring it nearer and farther.
function listenToCanvasKeys() {
  const STEP = 80;
  const moves = {ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP]};
  const zooms = {'+': 1.25, ';': 1.25, '=': 1.25, '-': 0.8};
  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const {position, scale} = currentLook();
    const [dx, dy] = moves[event.key] ?? [0, 0];
    if (moves[event.key]) network.moveTo({position: {x: position.x + dx / scale, y: position.y + dy / scale}, scale});
    else if (zooms[event.key]) network.moveTo({position, scale: scale * zooms[event.key]});
    else return;
    event.preventDefault();
  });
}
