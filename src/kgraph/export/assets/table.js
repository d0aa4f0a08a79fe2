// The list view: the data as a table that can be sorted, for those who would rather read than look.

const PAGE = 100;
const table = document.getElementById('table');
const order = {column: null, down: false};

function showTable() {
  table.hidden = !state.table;
  canvas.inert = state.table;
  document.getElementById('table-button').setAttribute('aria-pressed', String(state.table));
  document.body.classList.toggle('listing', state.table);
  if (!state.table) return table.replaceChildren();
  const held = table.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  const rows = sortedRows();
  const body = element('tbody', {}, ...rows.slice(0, PAGE).map(tableRow));
  table.replaceChildren(tabBar(),
    element('div', {className: 'scroll', tabindex: 0, role: 'region', 'aria-label': word(`tab.${state.tab}`)},
      element('table', {}, element('caption', {}, word('rows', {tab: word(`tab.${state.tab}`), count: number(rows.length)})), headRow(), body),
      moreButton(rows, body)));
  if (held) table.querySelector(`[data-key="${held}"]`)?.focus();
}

function tabBar() {
  return element('div', {className: 'tabs', role: 'group', 'aria-label': word('table')}, ...Object.keys(TABS).map((tab) => element('button', {
    type: 'button', 'aria-pressed': tab === state.tab, 'data-key': tab,
    onclick: () => { Object.assign(order, {column: null, down: false}); state.tab = tab; update(); },
  }, word(`tab.${tab}`))));
}

function headRow() {
  return element('thead', {}, element('tr', {}, ...Object.keys(TABS[state.tab].columns).map((column) => {
    const way = order.column !== column ? 'none' : order.down ? 'descending' : 'ascending';
    const button = element('button', {type: 'button', 'data-key': `by-${column}`, onclick: () => sortBy(column)}, word(`column.${column}`));
    return element('th', {scope: 'col', 'aria-sort': way}, button);
  })));
}

function sortBy(column) {
  order.down = order.column === column && !order.down;
  order.column = column;
  showTable();
}

function sortedRows() {
  const rows = rowsOf(state.tab);
  const value = TABS[state.tab].columns[order.column];
  if (!value) return rows;
  const keyed = rows.map((index) => ({index, key: value(index) ?? ''}));
  const compare = new Intl.Collator('ja').compare;
  const sign = order.down ? -1 : 1;
  keyed.sort((one, other) => sign * (typeof one.key === 'number' ? one.key - other.key : compare(one.key, other.key)) || one.index - other.index);
  return keyed.map(({index}) => index);
}

// The first cell leads to the card.
function tableRow(index) {
  const {columns, target} = TABS[state.tab];
  const cells = Object.values(columns).map((value) => value(index) ?? '');
  const open = link(target(index), cells[0] || '–');
  open.addEventListener('click', () => panel.focus({preventScroll: true}));
  const others = cells.slice(1).map((text) => element('td', {className: cellClass(text)}, typeof text === 'number' ? number(text) : text));
  return element('tr', {}, element('th', {scope: 'row', className: cellClass(cells[0])}, open), ...others);
}

function cellClass(text) {
  if (typeof text === 'number') return 'number';
  return text.length > 30 ? 'long' : text.length > 10 ? 'middle' : 'short';
}

function moreButton(rows, body) {
  const more = action(word('more-rows', {count: PAGE}), () => {
    body.append(...rows.slice(body.children.length, body.children.length + PAGE).map(tableRow));
    more.hidden = body.children.length >= rows.length;
  });
  more.hidden = rows.length <= PAGE;
  return more;
}
