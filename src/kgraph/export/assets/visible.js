// What is to be drawn: a function of the data and the state alone.

// More lines than this are a tangle, and slow; the best supported are drawn, and all of what is selected.
const LINES = 2000;

function focusArea() {
  return state.focus === null ? null : neighbourhood(state.focus, state.hops);
}

function visibleParts() {
  const area = focusArea();
  const wanted = (node) => (area ? area.has(node) : drawnNodes[node].core || state.brought.has(node));
  const nodes = new Set();
  const edges = new Set();
  for (const index of strongest) {
    const {source, target} = relations[index];
    if (!wanted(source) || !wanted(target) || !relationPasses(index)) continue;
    nodes.add(source).add(target);
    if (edges.size < LINES || touchesSelected(index)) edges.add(index);
  }
  entities.forEach((_, node) => {
    const alone = state.loners && !area && !relationsOf.has(node);
    if (isOpen(node) && (alone || node === state.focus || (state.brought.has(node) && wanted(node)))) nodes.add(node);
  });
  addEvents(nodes, edges);
  return {nodes, edges};
}

function touchesSelected(index) {
  if (!state.selected) return false;
  const {source, target} = relations[index];
  const {kind, index: chosen} = state.selected;
  return kind === 'relation' ? chosen === index : kind === 'entity' && (source === chosen || target === chosen);
}

function addEvents(nodes, edges) {
  const chosen = state.selected?.kind === 'event' ? state.selected.index : null;
  if (!state.events && chosen === null) return;
  const shown = new Set(nodes);
  for (const edge of eventEdges) {
    const event = eventOfNode(edge.from);
    if (!shown.has(edge.to) || (event !== chosen && !(state.events && eventPasses(events[event])))) continue;
    nodes.add(edge.from);
    edges.add(edge.id);
  }
}

// The nodes and edges that stay bright while something is selected; null when all do.
function litParts() {
  const {selected} = state;
  if (!selected) return null;
  const found = LIT[selected.kind](selected);
  return {nodes: new Set(found.nodes), edges: new Set(found.edges), named: ['relation', 'path'].includes(selected.kind)};
}

const LIT = {
  entity: ({index}) => {
    const lines = openRelations(index);
    const parts = eventEdges.filter((edge) => edge.to === index);
    return {
      nodes: [index, ...lines.map((line) => otherEnd(relations[line], index)), ...parts.map((edge) => edge.from)],
      edges: [...lines, ...parts.map((edge) => edge.id)],
    };
  },
  relation: ({index}) => ({nodes: [relations[index].source, relations[index].target], edges: [index]}),
  event: ({index}) => {
    const parts = eventEdges.filter((edge) => edge.from === nodeOfEvent(index));
    return {nodes: [nodeOfEvent(index), ...parts.map((edge) => edge.to)], edges: parts.map((edge) => edge.id)};
  },
  article: ({index}) => linesOf(new Set((assertionsIn.get(index) ?? []).map((found) => assertions[found].relation))),
  path: ({from, to}) => {
    const {nodes, edges} = linesOf(shortestPath(from, to) ?? []);
    return {nodes: [from, to, ...nodes], edges};
  },
};

function linesOf(edges) {
  return {nodes: [...edges].flatMap((index) => [relations[index].source, relations[index].target]), edges};
}
