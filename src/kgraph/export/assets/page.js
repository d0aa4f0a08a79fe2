// Where everything meets: selection, focus, filters, theme, language, keyboard.

const panel = document.getElementById('panel');
const card = document.getElementById('card');
const trail = document.getElementById('trail');
const CARDS = {entity: entityCard, relation: relationCard, event: eventCard};

function select(target, {bring = false, back = false} = {}) {
  if (state.selected && target && !back && !isSelected(target)) state.trail.push(state.selected);
  if (!target) state.trail = [];
  state.selected = target;
  if (target?.kind === 'entity' && (bring || !shown.nodes.has(target.index))) bringIn(target.index);
  paint();
  markSelection();
  showCard();
  if (target) moveTo(target);
}

function isSelected({kind, index}) {
  return state.selected?.kind === kind && state.selected.index === index;
}

// Makes an entity visible whatever hid it: the limit of the first view, the focus on another.
function bringIn(index) {
  if (state.focus !== null && !new Set([state.focus, ...neighbours(state.focus)]).has(index)) state.focus = null;
  state.brought.add(index);
  if (!drawing.nodes[index].core) for (const node of neighbours(index)) state.brought.add(node);
  applyFilters();
}

function moveTo({kind, index}) {
  const ends = kind === 'entity' ? [index] : kind === 'relation' ? [relations[index].source, relations[index].target]
    : events[index].participants.map((part) => part.entity);
  frame(ends.filter((node) => shown.nodes.has(node)));
}

function showCard() {
  const target = state.selected;
  const focused = card.contains(document.activeElement);
  card.replaceChildren(...(target ? CARDS[target.kind](target.index) : overviewCard()).filter(Boolean));
  card.scrollTop = 0;
  if (focused) panel.focus({preventScroll: true});
  panel.classList.toggle('idle', !target);
  document.getElementById('panel-back').hidden = !state.trail.length;
}

function goBack() {
  const previous = state.trail.pop();
  if (previous) select(previous, {back: true});
}

function focusOn(index) {
  state.focus = index;
  applyFilters();
  showCard();
  frame(shown.nodes);
}

function applyFilters() {
  refreshView();
  markSelection();
  trail.hidden = state.focus === null;
  if (state.focus !== null) {
    trail.replaceChildren(
      element('button', {type: 'button', onclick: () => focusOn(null)}, `‹ ${word('unfocus')}`), word('focused', {name: nameOf(state.focus)}));
  }
  const count = [...shown.nodes].filter((node) => node < entities.length).length;
  document.getElementById('counts').textContent = word('counts',
    {nodes: number(entities.length), edges: number(relations.length), articles: number(data.article_count), shown: number(count)});
}

function showLanguage() {
  translatePage();
  buildLegend();
  paint();
  applyFilters();
  showCard();
}

function toggleTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  paint();
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

function growPanel() {
  const grown = panel.classList.toggle('grown');
  document.getElementById('panel-grow').setAttribute('aria-expanded', String(grown));
}

function listenToKeys(event) {
  if (event.key === '/' && event.target !== searchBox && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    searchBox.focus();
  } else if (event.key === 'Escape') {
    if (document.activeElement === searchBox) searchBox.blur();
    else if (state.selected) select(null);
    else if (state.focus !== null) focusOn(null);
  }
}

function onClick(id, action) {
  document.getElementById(id).addEventListener('click', action);
}

function start() {
  listenToGraph(select, focusOn);
  listenToSearch();
  document.addEventListener('keydown', listenToKeys);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
  onClick('panel-back', goBack);
  onClick('panel-close', () => select(null));
  onClick('panel-grow', growPanel);
  onClick('fit-button', () => frame(shown.nodes));
  onClick('theme-button', toggleTheme);
  onClick('legend-button', toggleLegend);
  onClick('language-button', () => { state.language = state.language === 'ja' ? 'en' : 'ja'; showLanguage(); });
  narrow.addEventListener('change', tellLegend);
  tellLegend();
  showLanguage();
  frame(shown.nodes);
}

start();
