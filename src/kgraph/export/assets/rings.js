// Where nodes lie while one is in focus: it in the middle, its neighbours in a ring around it, theirs in another.

const RING = 260;
const ROOM = 105;
let rings = new Map();

function pointOf(id) {
  return rings.get(id) ?? drawnNode(id);
}

function moveNode(id, {x, y}) {
  Object.assign(pointOf(id), {x, y});
}

// In the order in which they lie around the focus in the whole drawing; every other one a little farther out, where
// they are many.
function makeRings() {
  rings = new Map();
  if (state.focus === null) return;
  const middle = drawnNodes[state.focus];
  const near = neighbourhood(state.focus, 1);
  near.delete(state.focus);
  const far = [...neighbourhood(state.focus, state.hops)].filter((node) => node !== state.focus && !near.has(node));
  rings.set(state.focus, {x: middle.x, y: middle.y});
  const reach = placeRing(near, middle, 0);
  placeRing(far, middle, reach);
}

function placeRing(members, middle, inner) {
  const angle = (node) => Math.atan2(drawnNodes[node].y - middle.y, drawnNodes[node].x - middle.x);
  const ordered = [...members].sort((one, other) => angle(one) - angle(other) || one - other);
  const radius = Math.max(inner + RING, ordered.length * ROOM / (2 * Math.PI));
  ordered.forEach((node, turn) => {
    const way = angle(ordered[0]) + 2 * Math.PI * turn / ordered.length;
    const out = radius + (ordered.length > 10 && turn % 2 ? RING / 2 : 0);
    rings.set(node, {x: Math.round(middle.x + 1.2 * out * Math.cos(way)), y: Math.round(middle.y + out * Math.sin(way))});
  });
  return radius;
}
