// The search box: suggestions by keyboard or pointer.

const searchBox = document.getElementById('search');
const suggestionList = document.getElementById('suggestions');
const LIMITS = {entity: 8, event: 4, article: 4, sentence: 4};

function suggestions(text) {
  const entityOnes = findEntities(text, LIMITS.entity).map(({entity, spelling}) => ({
    target: {kind: 'entity', index: entity}, icon: entities[entity].type, text: nameOf(entity), also: spelling === nameOf(entity) ? '' : spelling,
  }));
  return [
    ...entityOnes,
    ...textSuggestions('event', text, (index) => events[index].label, (index) => events[index].date),
    ...textSuggestions('article', text, (index) => articles[index].title, (index) => articles[index].published),
    ...sentenceSuggestions(text),
  ];
}

function textSuggestions(kind, text, label, date) {
  return findTexts(kind, text, LIMITS[kind]).map((index) => ({target: {kind, index}, icon: kind, text: label(index), also: date(index) ?? ''}));
}

// A sentence leads to the relation that it speaks of.
function sentenceSuggestions(text) {
  return findTexts('sentence', text, LIMITS.sentence).map((sentence) => {
    const index = assertionOfSentence().get(sentence);
    return {target: {kind: 'relation', index: assertions[index].relation}, icon: 'article', text: sentences[sentence], also: ''};
  });
}

function suggest() {
  const options = suggestions(searchBox.value).map(option);
  const empty = searchBox.value.trim() ? [element('li', {className: 'hint'}, word('nothing'))] : [];
  suggestionList.replaceChildren(...(options.length ? options : empty));
  suggestionList.hidden = !suggestionList.children.length;
  searchBox.setAttribute('aria-expanded', String(!suggestionList.hidden));
  highlight(options[0]);
}

function option({target, icon: image, text, also}, index) {
  const made = element('li', {role: 'option', id: `suggestion-${index}`, 'aria-selected': 'false'},
    kindIcon(image), span('name', text), span('when', also));
  made.choose = () => choose(target);
  // Otherwise the box loses its focus, which closes the list before the click.
  made.addEventListener('mousedown', (event) => event.preventDefault());
  made.addEventListener('click', made.choose);
  return made;
}

function highlight(chosen) {
  for (const other of suggestionList.children) other.setAttribute('aria-selected', String(other === chosen));
  if (chosen) searchBox.setAttribute('aria-activedescendant', chosen.id);
  else searchBox.removeAttribute('aria-activedescendant');
  chosen?.scrollIntoView({block: 'nearest'});
}

function closeSuggestions() {
  suggestionList.hidden = true;
  searchBox.setAttribute('aria-expanded', 'false');
  searchBox.removeAttribute('aria-activedescendant');
}

function choose(target) {
  searchBox.value = '';
  closeSuggestions();
  panel.focus({preventScroll: true});
  select(target);
}

function moveHighlight(step) {
  const options = [...suggestionList.querySelectorAll('[role=option]')];
  const now = options.findIndex((one) => one.getAttribute('aria-selected') === 'true');
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
    else if (event.key === 'Enter' && chosen) chosen.choose();
    else return;
    event.preventDefault();
  });
}
