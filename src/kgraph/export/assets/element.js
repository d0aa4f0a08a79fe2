// Elements and icons. Text from articles only ever becomes text nodes.

function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
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
  article: 'M3 1.5h7l3.5 3.5v9.5H3z',
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
