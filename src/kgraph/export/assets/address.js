// The address of a view: what is after '#' says what is selected and filtered, so that a link brings it back.

// A page inside another (srcdoc) has no address of its own.
const HAS_ADDRESS = location.protocol !== 'about:';

function addressOf() {
  const {selected, off, article, support: least, since, until, focus, hops, events: drawn, loners, table: listed, tab, language} = state;
  const pairs = [
    ...(selected ? ADDRESSES[selected.kind](selected) : []),
    ['focus', focus === null ? '' : entities[focus].id], ['hops', focus !== null && hops > 1 ? hops : ''],
    ['since', since], ['until', until], ['hide', [...off].join(',')],
    ['from', article === null ? '' : articles[article].id], ['support', least > 1 ? least : ''],
    ['show', [drawn && 'events', loners && 'loners'].filter(Boolean).join(',')],
    ['list', listed ? tab : ''], ['lang', language === 'ja' ? '' : language], ['theme', document.documentElement.dataset.theme],
  ].filter(([, value]) => value);
  return pairs.map(([key, value]) => `${key}=${encodeURIComponent(value).replace(/%3A/g, ':').replace(/%2C/g, ',')}`).join('&');
}

const ADDRESSES = {
  entity: ({index}) => [['entity', entities[index].id]],
  relation: ({index}) => {
    const {source, type, target} = relations[index];
    return [['source', entities[source].id], ['relation', type], ['target', entities[target].id]];
  },
  event: ({index}) => [['event', events[index].id]],
  article: ({index}) => [['article', articles[index].id]],
  path: ({from, to}) => [['path', entities[from].id], ['to', entities[to].id]],
};

function writeAddress() {
  const address = addressOf();
  if (HAS_ADDRESS && !playing && location.hash.slice(1) !== address) history.replaceState(null, '', `#${address}`);
}

// Names in a link may be ids or any spelling; what is not there is left out.
function readAddress() {
  const asked = new URLSearchParams(location.hash.slice(1).replace(/\+/g, '%2B'));
  const list = (key) => (asked.get(key) ?? '').split(',').filter(Boolean);
  clearFilters();
  Object.assign(state, {
    since: dateOf(asked.get('since')), until: dateOf(asked.get('until')), off: new Set(list('hide')),
    article: placeOf(articles, asked.get('from')), support: Math.max(1, Number(asked.get('support')) || 1),
    events: list('show').includes('events'), loners: list('show').includes('loners'),
    table: Object.hasOwn(TABS, asked.get('list') ?? ''), language: asked.get('lang') === 'en' ? 'en' : 'ja',
    focus: entityOf(asked.get('focus')), hops: asked.get('hops') === '2' ? 2 : 1, trail: [],
  });
  if (state.table) state.tab = asked.get('list');
  if (['light', 'dark'].includes(asked.get('theme'))) document.documentElement.dataset.theme = asked.get('theme');
  for (const type of list('type')) narrowTo(type);
  countPassing();
  return selectionIn(asked);
}

function narrowTo(type) {
  const others = Object.keys(vocabulary.relations).filter((other) => other !== type);
  if (Object.hasOwn(vocabulary.relations, type)) hide(others.map((other) => `type:${other}`), true);
}

function selectionIn(asked) {
  const [entity, from, to, source, target] = ['entity', 'path', 'to', 'source', 'target'].map((key) => entityOf(asked.get(key)));
  const relation = relations.findIndex((one) => one.source === source && one.target === target && one.type === asked.get('relation'));
  if (entity !== null) return {kind: 'entity', index: entity};
  if (from !== null && to !== null) return {kind: 'path', from, to};
  if (source !== null && relation >= 0) return {kind: 'relation', index: relation};
  for (const [kind, all] of [['event', events], ['article', articles]]) {
    const index = placeOf(all, asked.get(kind));
    if (index !== null) return {kind, index};
  }
  return null;
}

function dateOf(text) {
  return /^\d{4}(-\d\d){0,2}$/.test(text ?? '') ? text : null;
}

function placeOf(all, id) {
  const index = all.findIndex((one) => one.id === id);
  return index < 0 ? null : index;
}

function entityOf(name) {
  if (!name) return null;
  return placeOf(entities, name) ?? findEntities(name, 1)[0]?.entity ?? null;
}
