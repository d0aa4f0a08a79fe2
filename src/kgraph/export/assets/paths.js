// Ways through the graph along the relations that pass the filters, in whatever direction.

function openRelations(entity) {
  return (relationsOf.get(entity) ?? []).filter(relationPasses);
}

// All nodes that so many steps lead to.
function neighbourhood(entity, hops) {
  const area = new Set([entity]);
  let edge = [entity];
  for (let step = 0; step < hops; step += 1) {
    const next = [];
    for (const node of edge) {
      for (const index of openRelations(node)) {
        const other = otherEnd(relations[index], node);
        if (!area.has(other)) next.push(other);
        area.add(other);
      }
    }
    edge = next;
  }
  return area;
}

// The relations of a shortest way, the better supported where there are several; null where none leads there.
function shortestPath(from, to) {
  const cameBy = new Map([[from, null]]);
  let edge = [from];
  while (edge.length && !cameBy.has(to)) {
    const steps = edge.flatMap((node) => openRelations(node).map((index) => ({node, index})));
    steps.sort((one, other) => relations[other.index].assertions.length - relations[one.index].assertions.length);
    edge = [];
    for (const {node, index} of steps) {
      const other = otherEnd(relations[index], node);
      if (cameBy.has(other)) continue;
      cameBy.set(other, {node, index});
      edge.push(other);
    }
  }
  if (!cameBy.has(to)) return null;
  const path = [];
  for (let step = cameBy.get(to); step; step = cameBy.get(step.node)) path.unshift(step.index);
  return path;
}
