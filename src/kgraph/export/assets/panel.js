// The cards of the side panel: overview and entity. Cards are built from the data each time they are shown.

function overviewCard() {
  return [
    element('h2', {}, word('overview')),
    element('p', {className: 'hint'}, word('hint')),
    element('h3', {}, word('most')),
    element('ol', {className: 'rows ranked'}, ...mostSupported.slice(0, 12).filter(support).map((entity) => entityRow(entity, support(entity)))),
    ...eventSection(events.map((_, index) => index).slice(-8), word('latest')),
  ];
}

function entityCard(index) {
  const entity = entities[index];
  return [
    kindLine(entity.type),
    element('h2', {}, nameOf(index)),
    element('p', {className: 'other-name'}, [entity.name, entity.name_en].find((name) => name && name !== nameOf(index)) ?? ''),
    focusButton(index),
    facts([
      ['aliases', entity.aliases.filter((alias) => alias !== entity.name && alias !== entity.name_en).join('、')],
      ['country', entity.country !== null && entity.country !== index ? entityLink(entity.country) : ''],
      ['seen', period(entity.first, entity.last)],
    ]),
    element('dl', {className: 'counts'},
      ...[['articles', entity.articles], ['mentions', entity.mentions], ['assertions', support(index)]]
        .map(([key, value]) => element('div', {}, element('dt', {}, word(key)), element('dd', {}, number(value))))),
    ...relationSections(index),
    ...eventSection([...(eventsOf.get(index) ?? [])], word('events')),
  ];
}

function kindLine(kind) {
  return element('p', {className: 'kind'}, kindIcon(kind), word(`kind.${kind}`));
}

function focusButton(index) {
  const focused = state.focus === index;
  return element('button', {type: 'button', className: 'focus', onclick: () => focusOn(focused ? null : index)}, word(focused ? 'unfocus' : 'focus'));
}

function facts(pairs) {
  const rows = pairs.filter(([, value]) => value !== '' && value !== null)
    .map(([key, value]) => element('div', {}, element('dt', {}, word(key)), element('dd', {}, value)));
  return rows.length ? element('dl', {className: 'facts'}, ...rows) : '';
}

function entityLink(index) {
  return element('button', {type: 'button', className: 'link', onclick: () => select({kind: 'entity', index})}, kindIcon(entities[index].type), nameOf(index));
}

function row(onclick, ...content) {
  return element('li', {}, element('button', {type: 'button', onclick}, ...content));
}

function entityRow(index, count) {
  return row(() => select({kind: 'entity', index}),
    kindIcon(entities[index].type), element('span', {className: 'name'}, nameOf(index)), element('span', {className: 'count'}, number(count)));
}

// One section for each type, those with most evidence first; arrows tell the direction as seen from the entity.
function relationSections(entity) {
  const own = relationsOf.get(entity) ?? [];
  if (!own.length) return [element('p', {className: 'hint'}, word('alone'))];
  const byType = new Map();
  for (const index of own) byType.set(relations[index].type, [...(byType.get(relations[index].type) ?? []), index]);
  const weight = (found) => found.reduce((sum, index) => sum + relations[index].assertions.length, 0);
  return [...byType]
    .sort(([, one], [, other]) => weight(other) - weight(one))
    .flatMap(([type, found]) => [
      element('h3', {}, lineIcon(quadClass(type)), relationWord(type), element('span', {className: 'count'}, number(weight(found)))),
      element('ul', {className: 'rows'}, ...found
        .sort((one, other) => relations[other].assertions.length - relations[one].assertions.length || one - other)
        .map((index) => relationRow(index, entity))),
    ]);
}

function relationRow(index, entity) {
  const relation = relations[index];
  const other = otherEnd(relation, entity);
  const arrow = !vocabulary.relations[relation.type].directed ? '' : relation.source === entity ? '→' : '←';
  return row(() => select({kind: 'relation', index}),
    element('span', {className: 'arrow'}, arrow),
    kindIcon(entities[other].type),
    element('span', {className: 'name'}, nameOf(other)),
    element('span', {className: 'when'}, relation.last ?? ''),
    element('span', {className: 'count'}, number(relation.assertions.length)));
}

function eventSection(found, title) {
  if (!found.length) return [];
  return [
    element('h3', {}, kindIcon('event'), title),
    element('ul', {className: 'rows'}, ...found.reverse().map((index) => row(() => select({kind: 'event', index}),
      element('span', {className: 'name'}, events[index].label),
      element('span', {className: 'when'}, events[index].date ?? '')))),
  ];
}
