// The cards of the overview, of an entity and of a path. Cards are built from the data each time they are shown.

const CARDS = {entity: entityCard, relation: relationCard, event: eventCard, article: articleCard, path: pathCard};

function overviewCard() {
  const latest = events.map((_, index) => index).filter((index) => events[index].date).slice(-8).reverse();
  return [
    element('h2', {}, word('overview')),
    hint(word('hint')),
    element('h3', {}, word('most')),
    element('ol', {className: 'rows'}, ...mostSupported.slice(0, 12).filter(support).map((entity) => entityRow(entity, support(entity)))),
    ...(latest.length ? [element('h3', {}, kindIcon('event'), word('latest')), longList('ul', latest, eventRow)] : []),
  ];
}

function entityCard({index}) {
  const entity = entities[index];
  const found = eventsOf.get(index) ?? [];
  return [
    kindLine(entity.type),
    element('h2', {}, nameOf(index)),
    element('p', {className: 'other-name'}, [entity.name, entity.name_en].find((name) => name && name !== nameOf(index)) ?? ''),
    element('p', {className: 'actions'},
      state.focus === index ? action(word('unfocus'), () => focusOn(null)) : action(word('focus'), () => focusOn(index)),
      action(word('find-path'), () => pick(index))),
    facts([
      ['aliases', entity.aliases.filter((alias) => alias !== entity.name && alias !== entity.name_en).join('、')],
      ['country', entity.country !== null && entity.country !== index ? entityLink(entity.country) : ''],
      ['offices', ...offices(index)],
      ['seen', period(entity.first, entity.last)],
    ]),
    element('dl', {className: 'counts'},
      ...[['articles', entity.articles], ['mentions', entity.mentions], ['assertions', support(index)]]
        .map(([key, value]) => element('div', {}, element('dt', {}, word(key)), element('dd', {}, number(value))))),
    ...relationSections(index),
    ...(found.length ? [heading(word('events'), found.length, kindIcon('event')), longList('ol', found, eventRow)] : []),
  ];
}

// What leads what, in the words of the sentences that say so: 首相 of a country, with the time of those articles.
function offices(entity) {
  return (relationsOf.get(entity) ?? [])
    .filter((index) => relations[index].type === 'leadership' && relations[index].source === entity)
    .map((index) => element('p', {}, entityLink(relations[index].target), titlesIn(relations[index]), span('when', told(relations[index]))));
}

function titlesIn({assertions: found}) {
  return [...new Set(found.flatMap((index) => assertions[index].predicate))].join('・') || relationWord('leadership');
}

function told({assertions: found}) {
  const moments = found.map((index) => assertions[index].moment).filter(Boolean).sort();
  return period(moments[0], moments.at(-1));
}

// One section for each type, those with most evidence first; arrows tell the direction as seen from the entity.
function relationSections(entity) {
  const own = relationsOf.get(entity) ?? [];
  if (!own.length) return [hint(word('alone'))];
  const weight = (found) => found.reduce((sum, index) => sum + relations[index].assertions.length, 0);
  return [...groupBy(own, (index) => [relations[index].type])]
    .map(([type, places]) => [type, places.map((place) => own[place])])
    .sort(([, one], [, other]) => weight(other) - weight(one))
    .flatMap(([type, found]) => [
      heading(relationWord(type), weight(found), lineIcon(quadClass(type))),
      longList('ul', found.sort((one, other) => relations[other].assertions.length - relations[one].assertions.length || one - other),
        (index) => relationRow(index, entity)),
    ]);
}

function pathCard({from, to}) {
  const path = shortestPath(from, to);
  const title = [
    element('p', {className: 'kind'}, word('kind.path')),
    element('h2', {}, word('path', {from: nameOf(from), to: nameOf(to)})),
    element('p', {className: 'actions'}, action(word('turn'), () => select({kind: 'path', from: to, to: from}))),
  ];
  if (!path) return [...title, element('p', {className: 'ends'}, entityLink(from), entityLink(to)), hint(word('no-path'))];
  let at = from;
  const steps = path.flatMap((index) => {
    const line = relationStep(index, at);
    at = otherEnd(relations[index], at);
    return [line, element('li', {}, entityLink(at))];
  });
  const way = element('ol', {className: 'path'}, element('li', {}, entityLink(from)), ...steps);
  return [...title, hint(word('steps', {count: path.length})), way];
}

function relationStep(index, at) {
  const {type, source, assertions: found} = relations[index];
  const arrow = !vocabulary.relations[type].directed ? '│' : source === at ? '↓' : '↑';
  return element('li', {className: 'rows'}, element('button', {type: 'button', onclick: () => select({kind: 'relation', index})},
    span('arrow', arrow), lineIcon(quadClass(type)), span('name', relationWord(type)), span('count', number(found.length))));
}
