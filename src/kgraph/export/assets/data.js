'use strict';
// The data that the page carries, and the ways to look things up in it.

const data = await readData();
const {vocabulary, sentences, drawing} = data;
const [entities, relations, events, assertions, articles] =
  ['entities', 'relations', 'events', 'assertions', 'articles'].map((name) => records(data[name]));
const [drawnNodes, drawnEdges, eventNodes, eventEdges] =
  ['nodes', 'edges', 'event_nodes', 'event_edges'].map((name) => records(drawing[name]));

// Very much data comes compressed.
async function readData() {
  const block = document.getElementById('data');
  if (block.type === 'application/json') return JSON.parse(block.textContent);
  const packed = Uint8Array.from(atob(block.textContent), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).json();
}

// Columns become records again.
function records(columns) {
  const fields = Object.entries(columns);
  const count = fields.length ? fields[0][1].length : 0;
  return Array.from({length: count}, (_, index) => {
    const record = {};
    for (const [name, column] of fields) record[name] = column[index];
    return record;
  });
}

// Indices of `list` under each key that `keysOf` gives for a record.
function groupBy(list, keysOf) {
  const groups = new Map();
  list.forEach((record, index) => {
    for (const key of new Set(keysOf(record))) {
      const group = groups.get(key);
      if (group) group.push(index);
      else groups.set(key, [index]);
    }
  });
  return groups;
}

const relationsOf = groupBy(relations, (relation) => [relation.source, relation.target]);
const eventsOf = groupBy(events, (event) => (event.place === null ? event.participants : [...event.participants, event.place]));
const assertionsIn = groupBy(assertions, (assertion) => [assertion.article]);

relations.forEach((relation) => { relation.assertions = []; relation.statuses = {}; });
assertions.forEach((assertion, index) => {
  const {assertions: found, statuses} = relations[assertion.relation];
  found.push(index);
  statuses[assertion.status] = (statuses[assertion.status] ?? 0) + 1;
  assertion.moment = moment(assertion.date, articles[assertion.article].published?.slice(0, 10) ?? null);
});

// When something counts as said: on its own date, or else on that of its article, which may know it more precisely.
function moment(date, published) {
  if (date === null || published?.startsWith(date)) return published;
  return date;
}

const support = (entity) => supportOf[entity];
const supportOf = entities.map((_, entity) =>
  (relationsOf.get(entity) ?? []).reduce((sum, index) => sum + relations[index].assertions.length, 0));
const mostSupported = entities.map((_, index) => index).sort((a, b) => support(b) - support(a) || a - b);
const strongest = relations.map((_, index) => index)
  .sort((a, b) => relations[b].assertions.length - relations[a].assertions.length || a - b);

const nodeOfEvent = (index) => entities.length + index;
const eventOfNode = (node) => node - entities.length;

function otherEnd(relation, entity) {
  return relation.source === entity ? relation.target : relation.source;
}
