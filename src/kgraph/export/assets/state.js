// What the reader has chosen. Everything on the page follows from this and the data.

const state = {
  language: 'ja',
  off: new Set(),        // what the legend hides: 'kind:person', 'type:aid', 'status:planned'
  article: null,         // only what this article says
  support: 1,            // only relations with at least so many sentences
  since: null,           // ISO dates, both included
  until: null,
  events: false,         // whether events are drawn
  loners: false,         // whether entities without relations are
  brought: new Set(),    // nodes that search brought in, with their neighbours
  focus: null,           // the node to whose neighbourhood everything is narrowed
  hops: 1,               // how far that reaches
  picking: null,         // the node from which a path is to be found, until the other end is picked
  selected: null,        // {kind: 'entity' | 'relation' | 'event' | 'article', index} or {kind: 'path', from, to}
  trail: [],             // what was selected before
  table: false,          // the list in place of the drawing
  tab: 'relations',
};

function same(one, other) {
  return one !== null && other !== null && one.kind === other.kind && one.index === other.index
    && one.from === other.from && one.to === other.to;
}

function isFiltered() {
  return state.off.size > 0 || state.article !== null || state.support > 1 || state.since !== null || state.until !== null;
}

function clearFilters() {
  state.off.clear();
  Object.assign(state, {article: null, support: 1, since: null, until: null});
}
