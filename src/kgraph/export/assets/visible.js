// What is to be seen: a function of the data and the state alone.

function visibleParts() {
  const wanted = focusArea();
  const open = (node) => wanted(node) && (node === state.focus || !state.off.has(`kind:${entities[node].type}`));
  const nodes = new Set();
  const edges = new Set();
  relations.forEach((relation, index) => {
    if (open(relation.source) && open(relation.target) && relationPasses(relation)) {
      edges.add(index);
      nodes.add(relation.source).add(relation.target);
    }
  });
  entities.forEach((_, node) => {
    if (open(node) && (state.brought.has(node) || node === state.focus || (state.loners && !relationsOf.has(node)))) nodes.add(node);
  });
  if (state.events) addEvents(nodes, edges);
  return {nodes, edges};
}

function focusArea() {
  if (state.focus !== null) {
    const area = new Set([state.focus, ...neighbours(state.focus)]);
    return (node) => area.has(node);
  }
  return (node) => drawing.nodes[node].core || state.brought.has(node) || (state.loners && !relationsOf.has(node));
}

function relationPasses(relation) {
  return !state.off.has(`type:${relation.type}`)
    && Object.keys(relation.statuses).some((status) => !state.off.has(`status:${status}`));
}

function addEvents(nodes, edges) {
  const shown = new Set(nodes);
  for (const edge of drawing.edges.slice(relations.length)) {
    if (!shown.has(edge.to) || state.off.has(`type:${events[eventOfNode(edge.from)].type}`)) continue;
    nodes.add(edge.from);
    edges.add(edge.id);
  }
}

// The nodes and edges that stay bright while something is selected; null when all do.
function litParts() {
  if (!state.selected) return null;
  const {kind, index} = state.selected;
  if (kind === 'entity') {
    const near = drawing.edges.filter((edge) => edge.from === index || edge.to === index);
    return {nodes: new Set([index, ...near.flatMap((edge) => [edge.from, edge.to])]), edges: new Set(near.map((edge) => edge.id))};
  }
  if (kind === 'relation') {
    return {nodes: new Set([relations[index].source, relations[index].target]), edges: new Set([index])};
  }
  const near = drawing.edges.filter((edge) => edge.from === nodeOfEvent(index));
  return {nodes: new Set([nodeOfEvent(index), ...near.map((edge) => edge.to)]), edges: new Set(near.map((edge) => edge.id))};
}
