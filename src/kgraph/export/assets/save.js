// Saving what is seen: the drawing as PNG, its rows as CSV.

function savePicture() {
  const drawn = canvas.querySelector('canvas');
  const picture = element('canvas', {width: drawn.width, height: drawn.height});
  const context = picture.getContext('2d');
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, picture.width, picture.height);
  context.drawImage(drawn, 0, 0);
  picture.toBlob((blob) => download(blob, 'kgraph.png'), 'image/png');
}

function saveRows() {
  const {columns} = TABS[state.tab];
  const lines = [Object.keys(columns).map((column) => word(`column.${column}`)),
    ...rowsOf(state.tab).map((index) => Object.values(columns).map((value) => value(index) ?? ''))];
  // The mark at the beginning tells spreadsheets that this is UTF-8.
  const text = `\ufeff${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
  download(new Blob([text], {type: 'text/csv'}), `kgraph-${state.tab}.csv`);
}

// A spreadsheet would run a cell that begins like a formula: the apostrophe says that it is text.
function csvCell(value) {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function download(blob, name) {
  const link = element('a', {href: URL.createObjectURL(blob), download: name});
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
