// The cards of a relation, an event and an article: every sentence that says so, with where it comes from.

function relationCard({index}) {
  const relation = relations[index];
  const {quad, directed} = vocabulary.relations[relation.type];
  return [
    element('p', {className: 'kind'}, lineIcon(quadClass(relation.type)), word(`quad.${quad}`)),
    element('h2', {}, relationWord(relation.type)),
    element('p', {className: 'ends'}, entityLink(relation.source), span('arrow', directed ? '→' : '–'), entityLink(relation.target)),
    facts([
      ['dates', period(relation.first, relation.last)],
      ['articles', number(relation.articles)],
      ['confidence', relation.confidence.toFixed(2)],
      ['statuses', statusCounts(relation.statuses)],
    ]),
    ...evidenceSection(relation.assertions),
  ];
}

function eventCard({index}) {
  const event = events[index];
  const roles = vocabulary.relations[event.type].directed ? ['source', 'target', 'party'] : [];
  const parties = event.participants.map((entity, place) => ({entity, role: event.roles[place]}))
    .sort((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role));
  return [
    kindLine('event'),
    element('h2', {}, event.label),
    facts([
      ['date', event.date],
      ['place', event.place === null ? '' : entityLink(event.place)],
      ['type', relationWord(event.type)],
      ['articles', number(event.articles)],
    ]),
    element('h3', {}, word('participants')),
    element('ul', {className: 'parties'}, ...parties.map(({entity, role}) =>
      element('li', {}, entityLink(entity), span('when', role === 'party' ? '' : word(`role.${role}`))))),
    ...evidenceSection(event.assertions),
  ];
}

function articleCard({index}) {
  const article = articles[index];
  const only = state.article === index;
  return [
    kindLine('article'),
    element('h2', {}, article.title),
    element('p', {className: 'actions'}, action(word(only ? 'all-articles' : 'only-article'), () => {
      state.article = only ? null : index;
      update();
    })),
    facts([['published', article.published], ['publisher', article.source], ['link', article.url ? articleLink(article, article.url) : '']]),
    ...evidenceSection(assertionsIn.get(index) ?? [], true),
  ];
}

function statusCounts(statuses) {
  return vocabulary.statuses.filter((status) => statuses[status]).map((status) => `${word(`status.${status}`)} ${statuses[status]}`).join('・');
}

function evidenceSection(found, withRelation = false) {
  return [heading(word('evidence'), found.length), longList('div', found, (index) => evidence(assertions[index], withRelation), 40)];
}

function evidence(assertion, withRelation) {
  const article = articles[assertion.article];
  return element('article', {className: assertionPasses(assertion) ? 'evidence' : 'evidence outside'},
    withRelation ? relationLink(assertion.relation) : '',
    element('blockquote', {lang: 'ja'}, ...markedSentence(assertion)),
    element('p', {className: 'badges'},
      element('span', {className: `badge status-${assertion.status}`}, word(`status.${assertion.status}`)),
      assertion.speaker === null ? '' : element('span', {className: 'speaker'}, word('speaker', {name: nameOf(assertion.speaker)})),
      assertion.date ?? ''),
    withRelation ? '' : element('footer', {},
      element('cite', {}, titleLink(assertion.article)),
      element('span', {}, [article.source, article.published].filter(Boolean).join('・')),
      article.url ? articleLink(article, word('open')) : ''));
}

function relationLink(index) {
  const {type} = relations[index];
  return link({kind: 'relation', index}, lineIcon(quadClass(type)), `${relationSentence(index)} ${relationWord(type)}`);
}

function titleLink(index) {
  return link({kind: 'article', index}, articles[index].title);
}

// Offsets count characters as Python does, not the halves that JavaScript strings have for the rarer ones.
function markedSentence({sentence, marks}) {
  const letters = Array.from(sentences[sentence]);
  const parts = [];
  let done = 0;
  for (const [start, end, part] of marks) {
    const said = element('mark', {className: part, title: word(`mark.${part}`)}, letters.slice(start, end).join(''));
    parts.push(letters.slice(done, start).join(''), said);
    done = end;
  }
  return [...parts, letters.slice(done).join('')];
}

function articleLink({url}, text) {
  return element('a', {href: url, target: '_blank', rel: 'noopener noreferrer'}, text);
}
