// What passes the filters: statements first, relations by how many of theirs do.

let passing = new Uint32Array(relations.length);

function countPassing() {
  passing = new Uint32Array(relations.length);
  for (const assertion of assertions) if (assertionPasses(assertion)) passing[assertion.relation] += 1;
}

function assertionPasses({relation, status, article, moment: when}) {
  return (state.off.size === 0 || !(state.off.has(`status:${status}`) || state.off.has(`type:${relations[relation].type}`)))
    && (state.article === null || state.article === article)
    && within(when);
}

// '~' sorts after '-' and all digits: '2025~' is the last moment of 2025. A date passes if it may lie within.
function within(when) {
  if (when === null) return state.since === null && state.until === null;
  return (state.since === null || `${when}~` >= state.since) && (state.until === null || when <= `${state.until}~`);
}

function isOpen(entity) {
  return !state.off.has(`kind:${entities[entity].type}`);
}

function relationPasses(index) {
  const {source, target} = relations[index];
  return passing[index] >= state.support && isOpen(source) && isOpen(target);
}

function eventPasses({type, assertions: found, participants}) {
  return !state.off.has(`type:${type}`) && participants.some(isOpen) && found.some((index) => assertionPasses(assertions[index]));
}
