// The cards of a relation and of an event: every sentence that says so, with where it comes from.

function relationCard(index) {
  const relation = relations[index];
  const {quad, directed} = vocabulary.relations[relation.type];
  return [
    element('p', {className: 'kind'}, lineIcon(quadClass(relation.type)), word(`quad.${quad}`)),
    element('h2', {}, relationWord(relation.type)),
    element('p', {className: 'ends'}, entityLink(relation.source), element('span', {className: 'arrow'}, directed ? '→' : '–'), entityLink(relation.target)),
    facts([
      ['dates', period(relation.first, relation.last)],
      ['articles', number(relation.articles)],
      ['confidence', relation.confidence.toFixed(2)],
      ['statuses', statusCounts(relation.statuses)],
    ]),
    ...evidenceSection(relation.assertions),
  ];
}

function eventCard(index) {
  const event = events[index];
  return [
    kindLine('event'),
    element('h2', {}, event.label),
    facts([['date', event.date], ['place', event.place], ['type', relationWord(event.type)], ['articles', number(event.articles)]]),
    element('h3', {}, word('participants')),
    element('p', {className: 'ends'}, ...event.participants.map(({entity}) => entityLink(entity))),
    ...evidenceSection(event.assertions),
  ];
}

function statusCounts(statuses) {
  return vocabulary.statuses.filter((status) => statuses[status]).map((status) => `${word(`status.${status}`)} ${statuses[status]}`).join('・');
}

function evidenceSection(found) {
  return [
    element('h3', {}, word('evidence'), element('span', {className: 'count'}, number(found.length))),
    ...found.map((index) => evidence(assertions[index])),
  ];
}

function evidence(assertion) {
  const article = articles[assertion.article];
  const speaker = assertion.speaker === null ? '' : element('span', {className: 'speaker'}, word('speaker', {name: nameOf(assertion.speaker)}));
  return element('article', {className: 'evidence'},
    element('blockquote', {lang: 'ja'}, ...markedSentence(assertion)),
    element('p', {className: 'badges'},
      element('span', {className: `badge status-${assertion.status}`}, word(`status.${assertion.status}`)), speaker, assertion.date ?? ''),
    element('footer', {},
      element('cite', {}, article.url ? articleLink(article) : article.title),
      element('span', {}, [article.source, article.published].filter(Boolean).join('・'))));
}

// Offsets count characters as Python does, not the halves that JavaScript strings have for the rarer ones.
function markedSentence({sentence, marks}) {
  const letters = Array.from(sentence);
  const parts = [];
  let done = 0;
  for (const [start, end] of marks) {
    parts.push(letters.slice(done, start).join(''), element('mark', {}, letters.slice(start, end).join('')));
    done = end;
  }
  return [...parts, letters.slice(done).join('')];
}

function articleLink({url, title}) {
  return element('a', {href: url, target: '_blank', rel: 'noopener noreferrer', title: word('open')}, title);
}
