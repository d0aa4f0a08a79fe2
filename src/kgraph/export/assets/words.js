// Words in the reader's language.

function word(key, values = {}) {
  return data.words[state.language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function relationWord(type) {
  return vocabulary.relations[type][state.language];
}

function quadClass(type) {
  return `quad-${vocabulary.relations[type].quad.replace(' ', '-')}`;
}

function nameOf(entity) {
  const {name, name_en: english} = entities[entity];
  return state.language === 'en' && english ? english : name;
}

function number(value) {
  return value.toLocaleString('en');
}

function period(first, last) {
  if (!first && !last) return '';
  return first === last || !last || !first ? (first ?? last) : `${first} – ${last}`;
}

function relationSentence(index) {
  const {source, type, target} = relations[index];
  const arrow = vocabulary.relations[type].directed ? '→' : '–';
  return `${nameOf(source)} ${arrow} ${nameOf(target)}`;
}

function translatePage() {
  document.documentElement.lang = state.language;
  document.title = `${word('title')} – kgraph`;
  for (const target of document.querySelectorAll('[data-word]')) target.textContent = word(target.dataset.word);
  for (const target of document.querySelectorAll('[data-word-label]')) target.setAttribute('aria-label', word(target.dataset.wordLabel));
  for (const target of document.querySelectorAll('[data-word-title]')) target.title = word(target.dataset.wordTitle);
  for (const target of document.querySelectorAll('[data-word-placeholder]')) target.placeholder = word(target.dataset.wordPlaceholder);
}
