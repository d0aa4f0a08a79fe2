// The same data as rows: what the list shows and what is saved as CSV, after the same filters as the drawing.

const TABS = {
  relations: {
    rows: () => strongest.filter((index) => relationPasses(index) && isNear(relations[index].source, relations[index].target)),
    target: (index) => ({kind: 'relation', index}),
    columns: {
      source: (index) => nameOf(relations[index].source),
      relation: (index) => relationWord(relations[index].type),
      target: (index) => nameOf(relations[index].target),
      assertions: (index) => passing[index],
      articles: (index) => relations[index].articles,
      first: (index) => relations[index].first,
      last: (index) => relations[index].last,
      statuses: (index) => statusCounts(relations[index].statuses),
    },
  },
  entities: {
    rows: () => mostSupported.filter((index) => isOpen(index) && isNear(index) && (openRelations(index).length > 0 || !isFiltered())),
    target: (index) => ({kind: 'entity', index}),
    columns: {
      name: nameOf,
      kind: (index) => word(`kind.${entities[index].type}`),
      country: (index) => (entities[index].country === null ? '' : nameOf(entities[index].country)),
      relations: (index) => openRelations(index).length,
      assertions: support,
      articles: (index) => entities[index].articles,
      mentions: (index) => entities[index].mentions,
      first: (index) => entities[index].first,
      last: (index) => entities[index].last,
    },
  },
  events: {
    rows: () => events.map((_, index) => index)
      .filter((index) => eventPasses(events[index]) && events[index].participants.some((one) => isNear(one))),
    target: (index) => ({kind: 'event', index}),
    columns: {
      date: (index) => events[index].date,
      event: (index) => events[index].label,
      relation: (index) => relationWord(events[index].type),
      place: (index) => (events[index].place === null ? '' : nameOf(events[index].place)),
      participants: (index) => events[index].participants.map(nameOf).join('、'),
      articles: (index) => events[index].articles,
    },
  },
  sentences: {
    rows: () => assertions.map((_, index) => index).filter((index) => {
      const {relation} = assertions[index];
      return assertionPasses(assertions[index]) && relationPasses(relation) && isNear(relations[relation].source, relations[relation].target);
    }),
    target: (index) => ({kind: 'relation', index: assertions[index].relation}),
    columns: {
      source: (index) => nameOf(relations[assertions[index].relation].source),
      relation: (index) => relationWord(relations[assertions[index].relation].type),
      target: (index) => nameOf(relations[assertions[index].relation].target),
      sentence: (index) => sentences[assertions[index].sentence],
      date: (index) => assertions[index].date,
      status: (index) => word(`status.${assertions[index].status}`),
      attributed: (index) => (assertions[index].speaker === null ? '' : nameOf(assertions[index].speaker)),
      article: (index) => articles[assertions[index].article].title,
      published: (index) => articles[assertions[index].article].published,
      link: (index) => articles[assertions[index].article].url,
    },
  },
};

let near = null;

// The rows of a tab; `near` is what the focus leaves, asked for once.
function rowsOf(tab) {
  near = focusArea();
  return TABS[tab].rows();
}

function isNear(...ends) {
  return !near || ends.every((node) => near.has(node));
}
