// What cards are made of.

function kindLine(kind) {
  return element('p', {className: 'kind'}, kindIcon(kind), word(`kind.${kind}`));
}

function hint(text) {
  return element('p', {className: 'hint'}, text);
}

function action(text, onclick) {
  return element('button', {type: 'button', className: 'action', onclick}, text);
}

function facts(pairs) {
  const rows = pairs.filter(([, ...values]) => values.some((value) => value !== '' && value !== null))
    .map(([key, ...values]) => element('div', {}, element('dt', {}, word(key)), element('dd', {}, ...values)));
  return rows.length ? element('dl', {className: 'facts'}, ...rows) : '';
}

function heading(text, count, image = '') {
  return element('h3', {}, image, text, element('span', {className: 'count'}, number(count)));
}

function link(target, ...content) {
  return element('button', {type: 'button', className: 'link', onclick: () => select(target)}, ...content);
}

function entityLink(index) {
  return link({kind: 'entity', index}, kindIcon(entities[index].type), nameOf(index));
}

function row(target, ...content) {
  return element('li', {}, element('button', {type: 'button', onclick: () => select(target)}, ...content));
}

function span(className, text) {
  return element('span', {className}, text);
}

function entityRow(index, count) {
  return row({kind: 'entity', index}, kindIcon(entities[index].type), span('name', nameOf(index)), span('count', number(count)));
}

function relationRow(index, entity) {
  const relation = relations[index];
  const other = otherEnd(relation, entity);
  const arrow = !vocabulary.relations[relation.type].directed ? '' : relation.source === entity ? '→' : '←';
  return row({kind: 'relation', index},
    span('arrow', arrow), kindIcon(entities[other].type), span('name', nameOf(other)),
    span('when', relation.last ?? ''), span('count', number(relation.assertions.length)));
}

function eventRow(index) {
  return row({kind: 'event', index}, span('name', events[index].label), span('when', events[index].date ?? ''));
}

// Long lists show their beginning, and the rest when asked.
function longList(tag, items, make, limit = 60) {
  const list = element(tag, {className: tag === 'div' ? '' : 'rows'}, ...items.slice(0, limit).map(make));
  if (items.length <= limit) return list;
  const more = action(word('rest', {count: number(items.length - limit)}), () => list.replaceChildren(...items.map(make)));
  list.append(tag === 'div' ? more : element('li', {}, more));
  return list;
}
