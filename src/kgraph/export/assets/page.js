// Where everything meets: one `update` after each change of the state; buttons, keys, theme, language.

function update() {
  countPassing();
  refreshView();
  showLegend();
  showTimeline();
  showPanel();
  showBanner();
  showTable();
  showCounts();
  writeAddress();
}

function showCounts() {
  const drawn = [...shown.nodes].filter((node) => node < entities.length).length;
  document.getElementById('counts').textContent = word('counts',
    {nodes: number(entities.length), edges: number(relations.length), articles: number(data.article_count), shown: number(drawn)});
}

function showLanguage() {
  translatePage();
  buildLegend();
  repaint();
  update();
}

function switchLanguage() {
  state.language = state.language === 'ja' ? 'en' : 'ja';
  showLanguage();
}

function toggleTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  repaint();
  writeAddress();
}

function toggleTable() {
  state.table = !state.table;
  update();
}

function listenToKeys(event) {
  const typing = ['INPUT', 'SELECT'].includes(event.target.tagName);
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    searchBox.focus();
  } else if (event.key === 'Escape') {
    if (document.activeElement === searchBox) searchBox.blur();
    else if (state.picking !== null) pick(null);
    else if (state.selected) select(null);
    else if (state.focus !== null) focusOn(null);
  }
}

// Shows the view that the address asks for.
function openAddress() {
  const target = readAddress();
  state.selected = null;
  showLanguage();
  frame(shown.nodes, true);
  if (target) select(target);
}

const BUTTONS = {
  'table-button': toggleTable, 'legend-button': toggleLegend, 'fit-button': () => frame(shown.nodes), 'png-button': savePicture,
  'csv-button': saveRows, 'theme-button': toggleTheme, 'language-button': switchLanguage,
  'panel-close': () => select(null), 'panel-grow': growPanel,
};

function start() {
  for (const [id, action] of Object.entries(BUTTONS)) document.getElementById(id).addEventListener('click', action);
  document.addEventListener('keydown', listenToKeys);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);
  narrow.addEventListener('change', tellLegend);
  window.addEventListener('hashchange', openAddress);
  listenToCanvasKeys();
  listenToGraph();
  listenToSearch();
  listenToTimeline();
  tellLegend();
  readPalette();
  buildTimeline();
  openAddress();
}

start();
