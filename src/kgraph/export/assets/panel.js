// The side panel: what is selected, its card, and the trail of what was selected before.

const panel = document.getElementById('panel');
const card = document.getElementById('card');
const trail = document.getElementById('trail');
const STEPS = 3;

function select(target, {back = false} = {}) {
  if (target?.kind === 'entity' && state.picking !== null && state.picking !== target.index) {
    target = {kind: 'path', from: state.picking, to: target.index};
  }
  if (target) state.picking = null;
  if (state.selected && target && !back && !same(target, state.selected)) state.trail.push(state.selected);
  if (!target) state.trail = [];
  state.selected = target;
  if (target) bringIn(target);
  update();
  if (target) frame([...litParts().nodes].filter((node) => shown.nodes.has(node)));
}

// Makes what is selected visible whatever hid it: the limit of the first view, the focus on another.
function bringIn(target) {
  const ends = [...LIT[target.kind](target).nodes].filter((node) => node < entities.length);
  const area = focusArea();
  const needed = target.kind === 'entity' ? [target.index] : ends;
  if (area && !needed.every((node) => area.has(node))) state.focus = null;
  const hidden = needed.some((node) => !drawnNodes[node].core);
  for (const node of hidden ? ends : needed) state.brought.add(node);
}

function back(steps = 1) {
  const target = state.trail.splice(-steps)[0];
  select(target ?? null, {back: true});
}

let onCard = null;

function showPanel() {
  const target = state.selected;
  const held = card.contains(document.activeElement) || trail.contains(document.activeElement);
  card.replaceChildren(...(target ? CARDS[target.kind](target) : overviewCard()).filter(Boolean));
  if (target !== onCard) card.scrollTop = 0;
  onCard = target;
  if (held) panel.focus({preventScroll: true});
  panel.classList.toggle('idle', !target);
  showTrail();
}

function showTrail() {
  const before = state.trail.slice(-STEPS);
  const crumb = (target, place) => element('button', {type: 'button', onclick: () => back(before.length - place)}, titleOf(target));
  trail.replaceChildren(...(state.trail.length
    ? [element('button', {type: 'button', className: 'back', onclick: () => back()}, word('back')), ...before.map(crumb)]
    : []));
}

function titleOf(target) {
  if (target.kind === 'entity') return nameOf(target.index);
  if (target.kind === 'relation') return `${relationSentence(target.index)} ${relationWord(relations[target.index].type)}`;
  if (target.kind === 'event') return events[target.index].label;
  if (target.kind === 'article') return articles[target.index].title;
  return word('path', {from: nameOf(target.from), to: nameOf(target.to)});
}

function growPanel() {
  const grown = panel.classList.toggle('grown');
  document.getElementById('panel-grow').setAttribute('aria-expanded', String(grown));
}

// What is narrowed or waited for, and the way out of it.
const banner = document.getElementById('banner');

function showBanner() {
  const {focus, hops, picking} = state;
  const button = (text, onclick, more = {}) => element('button', {type: 'button', onclick, ...more}, text);
  banner.hidden = focus === null && picking === null;
  if (picking !== null) {
    banner.replaceChildren(word('picking', {name: nameOf(picking)}), button(word('cancel'), () => pick(null)));
  } else if (focus !== null) {
    banner.replaceChildren(button(`‹ ${word('unfocus')}`, () => focusOn(null)), word('focused', {name: nameOf(focus)}),
      ...[1, 2].map((step) => button(word(`hops.${step}`), () => focusOn(focus, step), {'aria-pressed': hops === step})));
  }
}

function pick(entity) {
  state.picking = entity;
  update();
}

let lookBefore = null;

function focusOn(entity, hops = 1) {
  if (state.focus === null && entity !== null) lookBefore = currentLook();
  Object.assign(state, {focus: entity, hops});
  update();
  if (entity !== null) frame(shown.nodes);
  else if (lookBefore) look(calm.matches, lookBefore);
}
