// The search box: suggestions over all spellings of all entities, by keyboard or pointer.

const SUGGESTIONS = 10;
const searchBox = document.getElementById('search');
const suggestionList = document.getElementById('suggestions');

const fold = (text) => text.normalize('NFKC').toLowerCase().replace(/[\s・=＝]/g, '');

const spellings = entities.map((entity) => {
  const names = [...new Set([entity.name, entity.name_en, ...entity.aliases].filter(Boolean))];
  return names.map((name) => ({name, folded: fold(name)}));
});

// Entities by how well they match: the whole name, then its beginning, then any part; the better supported first.
function findEntities(text) {
  const wanted = fold(text);
  if (!wanted) return [];
  return mostSupported
    .map((entity) => ({entity, ...bestSpelling(spellings[entity], wanted)}))
    .filter(({quality}) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .slice(0, SUGGESTIONS);
}

function bestSpelling(names, wanted) {
  const quality = ({folded}) => (folded === wanted ? 3 : folded.startsWith(wanted) ? 2 : folded.includes(wanted) ? 1 : 0);
  const [best] = [...names].sort((one, other) => quality(other) - quality(one));
  return {spelling: best.name, quality: quality(best)};
}

function suggest() {
  const found = findEntities(searchBox.value);
  const options = found.map(({entity, spelling}, index) => suggestion(entity, spelling, index));
  const empty = searchBox.value.trim() ? [element('li', {className: 'hint'}, word('nothing'))] : [];
  suggestionList.replaceChildren(...(options.length ? options : empty));
  suggestionList.hidden = !suggestionList.children.length;
  searchBox.setAttribute('aria-expanded', String(!suggestionList.hidden));
  highlight(options[0]);
}

function suggestion(entity, spelling, index) {
  const made = element('li', {role: 'option', id: `suggestion-${index}`, 'aria-selected': 'false', 'data-entity': entity},
    kindIcon(entities[entity].type),
    element('span', {className: 'name'}, nameOf(entity)),
    element('span', {className: 'when'}, spelling === nameOf(entity) ? '' : spelling));
  // Before the box loses its focus, which closes the list.
  made.addEventListener('pointerdown', (event) => { event.preventDefault(); pick(made); });
  return made;
}

function highlight(option) {
  for (const other of suggestionList.children) other.setAttribute('aria-selected', String(other === option));
  if (option) searchBox.setAttribute('aria-activedescendant', option.id);
  else searchBox.removeAttribute('aria-activedescendant');
  option?.scrollIntoView({block: 'nearest'});
}

function closeSuggestions() {
  suggestionList.hidden = true;
  searchBox.setAttribute('aria-expanded', 'false');
  searchBox.removeAttribute('aria-activedescendant');
}

function pick(option) {
  searchBox.value = '';
  closeSuggestions();
  panel.focus({preventScroll: true});
  select({kind: 'entity', index: Number(option.dataset.entity)}, {bring: true});
}

function moveHighlight(step) {
  const options = [...suggestionList.querySelectorAll('[role=option]')];
  const now = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  highlight(options[(now + step + options.length) % options.length]);
}

function listenToSearch() {
  searchBox.addEventListener('input', suggest);
  searchBox.addEventListener('focus', suggest);
  searchBox.addEventListener('blur', closeSuggestions);
  searchBox.addEventListener('keydown', (event) => {
    // While an input method composes a word, its keys are its own.
    if (event.isComposing) return;
    const chosen = suggestionList.querySelector('[aria-selected=true]');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moveHighlight(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && chosen) pick(chosen);
    else return;
    event.preventDefault();
  });
}
