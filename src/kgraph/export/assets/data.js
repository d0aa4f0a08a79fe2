'use strict';
// The data that the page carries, the ways to look things up in it, and what the reader has chosen.

const data = JSON.parse(document.getElementById('data').textContent);
const {entities, relations, events, assertions, articles, vocabulary, drawing} = data;

const state = {
  language: 'ja',
  off: new Set(),        // what the legend hides: 'kind:person', 'type:aid', 'status:planned'
  events: false,
  loners: false,
  brought: new Set(),    // nodes that search brought in, with their neighbours
  focus: null,           // the node to whose neighbourhood the drawing is narrowed
  selected: null,        // {kind: 'entity' | 'relation' | 'event', index}
  trail: [],             // what was selected before
};

const relationsOf = groupBy(relations, (relation) => [relation.source, relation.target]);
const eventsOf = groupBy(events, (event) => event.participants.map((part) => part.entity));
const nodeOfEvent = (index) => entities.length + index;
const eventOfNode = (node) => node - entities.length;

function groupBy(records, keysOf) {
  const groups = new Map();
  records.forEach((record, index) => {
    for (const key of new Set(keysOf(record))) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(index);
    }
  });
  return groups;
}

function otherEnd(relation, entity) {
  return relation.source === entity ? relation.target : relation.source;
}

function neighbours(entity) {
  return (relationsOf.get(entity) ?? []).map((index) => otherEnd(relations[index], entity));
}

function support(entity) {
  return (relationsOf.get(entity) ?? []).reduce((sum, index) => sum + relations[index].assertions.length, 0);
}

const mostSupported = entities.map((_, index) => index).sort((a, b) => support(b) - support(a) || a - b);
