// Finding what is named: entities by any spelling, and events, articles and sentences by any part of their text.

// Width, case, accents, separators, long marks and the two kana do not tell names apart.
const fold = (text) => text.normalize('NFKD').toLowerCase()
  .replace(/[\u0300-\u036f]/g, '').normalize('NFC')
  .replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60))
  .replace(/[\s・=＝\-‐–—.,'’ー]/g, '')
  .replace(/ヴァ/g, 'バ').replace(/ヴィ/g, 'ビ').replace(/ヴェ/g, 'ベ').replace(/ヴォ/g, 'ボ').replace(/ヴ/g, 'ブ');

// Folding very many texts takes a moment: it is done once, when first asked for.
function once(make) {
  let made;
  return () => (made ??= make());
}

const spellings = once(() => entities.map(({name, name_en: english, aliases}) =>
  [...new Set([name, english, ...aliases].filter(Boolean))].map((one) => ({name: one, folded: fold(one)}))));
const texts = {
  event: once(() => events.map(({label}) => fold(label))),
  article: once(() => articles.map(({title}) => fold(title))),
  sentence: once(() => sentences.map(fold)),
};

// Entities by how well they match: the whole name, then its beginning, then any part; the better supported first.
function findEntities(text, limit) {
  const wanted = fold(text);
  if (!wanted) return [];
  const known = spellings();
  return mostSupported
    .map((entity) => ({entity, ...bestSpelling(known[entity], wanted)}))
    .filter(({quality}) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .slice(0, limit);
}

function bestSpelling(names, wanted) {
  let best = {spelling: '', quality: 0};
  for (const {name, folded} of names) {
    const quality = folded === wanted ? 3 : folded.startsWith(wanted) ? 2 : folded.includes(wanted) ? 1 : 0;
    if (quality > best.quality) best = {spelling: name, quality};
  }
  return best;
}

function findTexts(kind, text, limit) {
  const wanted = fold(text);
  const found = [];
  if (Array.from(wanted).length < 2) return found;
  const known = texts[kind]();
  for (let index = known.length - 1; index >= 0 && found.length < limit; index -= 1) {
    if (known[index].includes(wanted)) found.push(index);
  }
  return found;
}

const assertionOfSentence = once(() => new Map(assertions.map(({sentence}, index) => [sentence, index])));
