// The legend: says what shapes, colours and dashes mean, and hides what is unticked; and the other filters.

const legend = document.getElementById('legend');
// What brings each control to what the state says, as filters change from elsewhere, too.
let tellers = [];

function buildLegend() {
  tellers = [];
  legend.replaceChildren(
    legendGroup('kinds', [...vocabulary.kinds.map((kind) => filterBox(`kind:${kind}`, kindIcon(kind), word(`kind.${kind}`))),
      switchBox('events', kindIcon('event'), word('kind.event'))]),
    legendGroup('relations', vocabulary.quads.map(quadBox)),
    legendGroup('statuses', vocabulary.statuses.map((status) =>
      filterBox(`status:${status}`, lineIcon(status === 'asserted' ? '' : 'dashed'), word(`status.${status}`)))),
    legendGroup('more', [supportBox(), articleBox(), switchBox('loners', '', word('loners'))]),
    resetButton(),
  );
}

function showLegend() {
  for (const tell of tellers) tell();
}

function legendGroup(key, boxes) {
  return element('section', {}, element('h3', {}, word(key)), ...boxes);
}

function tickBox(key, isTicked, change, ...content) {
  const input = element('input', {type: 'checkbox', 'data-filter': key});
  input.addEventListener('change', () => { change(input.checked); update(); });
  tellers.push(() => { input.checked = isTicked(); });
  return element('label', {}, input, ...content);
}

function filterBox(key, image, text) {
  return tickBox(key, () => !state.off.has(key), (on) => hide([key], !on), image, text);
}

function switchBox(key, image, text) {
  return tickBox(key, () => state[key], (on) => { state[key] = on; }, image, text);
}

// A quad class ticks and unticks all its types, which open below it; a dash says that only some are ticked.
function quadBox(quad) {
  const types = Object.keys(vocabulary.relations).filter((type) => vocabulary.relations[type].quad === quad);
  const keys = types.map((type) => `type:${type}`);
  const ticked = () => keys.filter((key) => !state.off.has(key)).length;
  const whole = tickBox(`quad:${quad}`, () => ticked() > 0, (on) => hide(keys, !on), lineIcon(quadClass(types[0])), word(`quad.${quad}`));
  tellers.push(() => { whole.firstChild.indeterminate = ticked() > 0 && ticked() < keys.length; });
  const inner = element('div', {className: 'types'}, ...types.map((type) => filterBox(`type:${type}`, '', relationWord(type))));
  return element('details', {}, element('summary', {}, whole), inner);
}

function hide(keys, hidden) {
  for (const key of keys) {
    if (hidden) state.off.add(key);
    else state.off.delete(key);
  }
}

function supportBox() {
  const most = strongest.length ? relations[strongest[0]].assertions.length : 1;
  const input = element('input', {type: 'range', min: 1, max: most, 'data-filter': 'support'});
  const text = element('span');
  input.addEventListener('input', () => { state.support = Number(input.value); update(); });
  tellers.push(() => {
    input.value = state.support;
    text.textContent = word('support', {count: state.support});
  });
  return element('label', {className: 'wide'}, text, input);
}

const articleOrder = once(() => articles.map((_, index) => index)
  .sort((one, other) => (articles[other].published ?? '').localeCompare(articles[one].published ?? '') || one - other));

// Very many articles take a moment, which the page does not wait for.
function articleBox() {
  const input = element('select', {'data-filter': 'article'}, element('option', {value: ''}, word('every-article')));
  setTimeout(() => {
    input.append(...articleOrder().map((index) => element('option', {value: index}, articles[index].title)));
    input.value = state.article ?? '';
  });
  input.addEventListener('change', () => { state.article = input.value === '' ? null : Number(input.value); update(); });
  tellers.push(() => { input.value = state.article ?? ''; });
  return element('label', {className: 'wide'}, word('article'), input);
}

function resetButton() {
  const reset = action(word('reset'), () => { clearFilters(); update(); });
  tellers.push(() => { reset.disabled = !isFiltered(); });
  return reset;
}

function toggleLegend() {
  document.body.classList.toggle('legend-toggled');
  tellLegend();
}

// On a narrow screen the legend is closed until it is asked for, on a wide one open until it is sent away.
function tellLegend() {
  const toggled = document.body.classList.contains('legend-toggled');
  document.getElementById('legend-button').setAttribute('aria-expanded', String(toggled === narrow.matches));
}
