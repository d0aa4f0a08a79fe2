// The time slider: a histogram of when things were said, two handles that narrow it, and a button that plays it.

const DAY = 86_400_000;
const HEAD = 0.03;
const TICK = 700;
const timeline = document.getElementById('timeline');
const [sinceHandle, untilHandle] = [document.getElementById('since'), document.getElementById('until')];
const bins = makeBins();
let playing = null;

// Days, thirds of months (旬), months or years, whichever are few enough to be seen. The first bin also holds the
// few statements that are much older than the others: a war of 1974 must not squeeze last week into one bar.
function makeBins() {
  const days = assertions.map(({moment: when}) => when).filter(Boolean).map(fullDate).sort();
  if (!days.length) return [];
  const [first, last] = [days[Math.min(Math.ceil(days.length * HEAD), days.length - 1)], days.at(-1)];
  const span = (new Date(last) - new Date(first)) / DAY;
  const next = span <= 45 ? nextDay : span <= 420 ? nextThird : span <= 366 * 6 ? nextMonth : nextYear;
  const made = [];
  for (let since = startOf(first, next); since <= last; since = next(since)) {
    made.push({since, until: iso(new Date(new Date(next(since)) - DAY))});
  }
  return made;
}

// '2025' is drawn at its beginning.
function fullDate(date) {
  return `${date}-01-01`.slice(0, 10).padEnd(10, '-01');
}

function iso(day) {
  return day.toISOString().slice(0, 10);
}

function nextDay(date) {
  return iso(new Date(Number(new Date(date)) + DAY));
}

function nextThird(date) {
  const day = date.slice(8);
  return day < '11' ? `${date.slice(0, 8)}11` : day < '21' ? `${date.slice(0, 8)}21` : nextMonth(date);
}

function nextMonth(date) {
  const [year, month] = date.split('-').map(Number);
  return iso(new Date(Date.UTC(year, month, 1)));
}

function nextYear(date) {
  return `${String(Number(date.slice(0, 4)) + 1).padStart(4, '0')}-01-01`;
}

function startOf(date, next) {
  if (next === nextDay) return date;
  if (next === nextThird) return `${date.slice(0, 8)}${date.slice(8) < '11' ? '01' : date.slice(8) < '21' ? '11' : '21'}`;
  return next === nextMonth ? `${date.slice(0, 7)}-01` : `${date.slice(0, 4)}-01-01`;
}

function binOf(date) {
  const day = fullDate(date);
  let place = bins.length - 1;
  while (place > 0 && bins[place].since > day) place -= 1;
  return place;
}

function buildTimeline() {
  timeline.hidden = bins.length < 2;
  if (timeline.hidden) return;
  for (const handle of [sinceHandle, untilHandle]) Object.assign(handle, {min: 0, max: bins.length - 1});
  showTimeline();
}

function showTimeline() {
  if (timeline.hidden) return;
  const [from, to] = chosenBins();
  sinceHandle.value = from;
  untilHandle.value = to;
  sinceHandle.setAttribute('aria-valuetext', bins[from].since);
  untilHandle.setAttribute('aria-valuetext', bins[to].until);
  document.getElementById('span').textContent = state.since === null && state.until === null
    ? `${bins[0].since} – ${bins.at(-1).until}` : `${state.since ?? ''} – ${state.until ?? ''}`;
  drawBars(from, to);
  const button = document.getElementById('play-button');
  button.textContent = playing ? '❚❚' : '▶';
  button.setAttribute('aria-label', word(playing ? 'pause' : 'play'));
  button.title = word(playing ? 'pause' : 'play');
}

function chosenBins() {
  return [state.since === null ? 0 : binOf(state.since), state.until === null ? bins.length - 1 : binOf(state.until)];
}

// How much is said in each bin: of all, and of that what passes the filters other than time.
function drawBars(from, to) {
  const counts = bins.map(() => 0);
  const span = {since: state.since, until: state.until};
  Object.assign(state, {since: null, until: null});
  for (const assertion of assertions) if (assertion.moment && assertionPasses(assertion)) counts[binOf(assertion.moment)] += 1;
  Object.assign(state, span);
  const most = Math.max(1, ...counts);
  document.getElementById('bars').replaceChildren(...counts.map((count, place) => {
    const bar = element('i', {className: place >= from && place <= to ? 'in' : ''});
    bar.style.height = `${count ? Math.max(6, 100 * count / most) : 0}%`;
    return bar;
  }));
}

// The ends stand for everything before and after them, dates unknown included.
function setSpan(from, to) {
  state.since = from === 0 ? null : bins[from].since;
  state.until = to === bins.length - 1 ? null : bins[to].until;
}

function moveHandle(moved) {
  const [from, to] = [Number(sinceHandle.value), Number(untilHandle.value)];
  if (moved === sinceHandle) setSpan(Math.min(from, to), to);
  else setSpan(from, Math.max(from, to));
  stopPlaying();
  update();
}

// Plays what grows from the beginning; or, where a span is chosen, moves the span.
function play() {
  const [from, to] = chosenBins();
  const width = to - from;
  let step = state.since === null ? 0 : from;
  if (to === bins.length - 1) step = 0;
  const grows = state.since === null;
  const tick = () => {
    setSpan(grows ? 0 : step, grows ? step : step + width);
    const last = (grows ? step : step + width) >= bins.length - 1;
    step += 1;
    if (last) stopPlaying();
    update();
  };
  playing = setInterval(tick, TICK);
  tick();
}

function stopPlaying() {
  clearInterval(playing);
  playing = null;
}

function listenToTimeline() {
  for (const handle of [sinceHandle, untilHandle]) handle.addEventListener('input', () => moveHandle(handle));
  document.getElementById('play-button').addEventListener('click', () => {
    if (playing) { stopPlaying(); showTimeline(); } else play();
  });
}
