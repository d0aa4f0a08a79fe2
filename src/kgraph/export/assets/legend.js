// The legend: says what shapes, colours and dashes mean, and hides what is unticked.

const legend = document.getElementById('legend');

function buildLegend() {
  legend.replaceChildren(
    legendGroup('kinds', vocabulary.kinds.map((kind) => filterBox(`kind:${kind}`, kindIcon(kind), word(`kind.${kind}`)))),
    legendGroup('relations', vocabulary.quads.map(quadBox)),
    legendGroup('statuses', vocabulary.statuses.map((status) =>
      filterBox(`status:${status}`, lineIcon(status === 'asserted' ? '' : 'dashed'), word(`status.${status}`)))),
    legendGroup('more', [switchBox('events', kindIcon('event')), switchBox('loners', '')]),
  );
}

function legendGroup(key, boxes) {
  return element('section', {}, element('h3', {}, word(key)), ...boxes);
}

function tickBox(key, ticked, change, ...content) {
  const input = element('input', {type: 'checkbox', 'data-filter': key});
  input.checked = ticked;
  input.addEventListener('change', () => { change(input.checked); applyFilters(); });
  return element('label', {}, input, ...content);
}

function filterBox(key, image, text) {
  return tickBox(key, !state.off.has(key), (on) => hide([key], !on), image, text);
}

function switchBox(key, image) {
  return tickBox(key, state[key], (on) => { state[key] = on; }, image, word(key));
}

// A quad class ticks and unticks all its types, which open below it; a dash says that only some are ticked.
function quadBox(quad) {
  const types = Object.keys(vocabulary.relations).filter((type) => vocabulary.relations[type].quad === quad);
  const keys = types.map((type) => `type:${type}`);
  const inner = element('div', {className: 'types'}, ...types.map((type) => filterBox(`type:${type}`, '', relationWord(type))));
  const inputs = [...inner.querySelectorAll('input')];
  const tickAll = (on) => {
    hide(keys, !on);
    for (const input of inputs) input.checked = on;
  };
  const whole = tickBox(`quad:${quad}`, true, tickAll, lineIcon(quadClass(types[0])), word(`quad.${quad}`));
  const tell = () => {
    const ticked = inputs.filter((input) => input.checked).length;
    whole.firstChild.checked = ticked > 0;
    whole.firstChild.indeterminate = ticked > 0 && ticked < inputs.length;
  };
  inner.addEventListener('change', tell);
  tell();
  return element('details', {}, element('summary', {}, whole), inner);
}

function hide(keys, hidden) {
  for (const key of keys) {
    if (hidden) state.off.add(key);
    else state.off.delete(key);
  }
}
