// Words in the reader's language, and elements made of them. Text from articles only ever becomes text nodes.

function word(key, values = {}) {
  return data.words[state.language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function relationWord(type) {
  return vocabulary.relations[type][state.language];
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

function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'onclick') made.addEventListener('click', value);
    else if (name === 'className') made.className = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== ''));
  return made;
}

const SHAPES = {
  country: 'M8 1.2 14 4.6v6.8L8 14.8 2 11.4V4.6z',
  person: 'M8 2a6 6 0 1 1 0 12A6 6 0 1 1 8 2z',
  organization: 'M2.5 2.5h11v11h-11z',
  place: 'M8 2 14.5 13.5h-13z',
  event: 'M8 2.5 13.5 8 8 13.5 2.5 8z',
};

function kindIcon(kind) {
  return icon(`icon kind-${kind}`, '0 0 16 16', SHAPES[kind]);
}

function lineIcon(className) {
  return icon(`line ${className}`, '0 0 24 8', 'M1 4h22');
}

function icon(className, viewBox, outline) {
  const namespace = 'http://www.w3.org/2000/svg';
  const image = document.createElementNS(namespace, 'svg');
  const path = document.createElementNS(namespace, 'path');
  image.setAttribute('class', className);
  image.setAttribute('viewBox', viewBox);
  image.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', outline);
  image.append(path);
  return image;
}

function quadClass(type) {
  return `quad-${vocabulary.relations[type].quad.replace(' ', '-')}`;
}

function translatePage() {
  document.documentElement.lang = state.language;
  document.title = `${word('title')} – kgraph`;
  for (const target of document.querySelectorAll('[data-word]')) target.textContent = word(target.dataset.word);
  for (const target of document.querySelectorAll('[data-word-label]')) target.setAttribute('aria-label', word(target.dataset.wordLabel));
  for (const target of document.querySelectorAll('[data-word-placeholder]')) target.placeholder = word(target.dataset.wordPlaceholder);
}
