/** What stands on an exported figure beside the drawing. */
export interface FigureWords {
  readonly heading: string;
  /** Under the drawing, a line each; long ones are broken. */
  readonly below: readonly string[];
}

/** What the drawing takes from style sheets, which a file has none of. */
const STYLES = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap'],
  ...['stroke-linejoin', 'opacity', 'font-size', 'font-weight', 'text-anchor', 'paint-order'],
  ...['dominant-baseline', 'visibility'],
];
const FONT = "Inter, 'Helvetica Neue', Arial, sans-serif";
const MARGIN = 16;
const HEAD = 34;
const LINE = 15;
/** Of text of 11 px, generously. */
const CHARACTER = 5.9;
const DRAWINGS = 'svg[data-figure], svg.ngx-charts';
const SVG = 'http://www.w3.org/2000/svg';

export interface Figure {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** The drawings within `root`, each where it stands, as one file in light colours with its words; null where nothing is drawn. */
export function figureOf(root: HTMLElement, words: FigureWords): Figure | null {
  const drawings = [...root.querySelectorAll<SVGSVGElement>(DRAWINGS)];
  if (drawings.length === 0) return null;
  const places = drawings.map((drawing) => drawing.getBoundingClientRect());
  const [left, top] = [
    Math.min(...places.map((place) => place.left)),
    Math.min(...places.map((place) => place.top)),
  ];
  const inner = Math.max(...places.map((place) => place.right)) - left;
  const drawn = Math.max(...places.map((place) => place.bottom)) - top;
  const lines = words.below.flatMap((line) => broken(line, Math.floor(inner / CHARACTER)));
  const [width, height] = [
    Math.ceil(inner + 2 * MARGIN),
    Math.ceil(HEAD + drawn + MARGIN + lines.length * LINE + MARGIN),
  ];
  const sheet = document.createElementNS(SVG, 'svg');
  set(sheet, { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': FONT });
  sheet.append(
    made('rect', { width, height, fill: '#ffffff' }),
    text(words.heading, { x: MARGIN, y: 22, 'font-size': 15, 'font-weight': 600 }),
    ...drawings.map((drawing, index) => {
      const place = places[index] ?? new DOMRect();
      const copy = outgoing(styled(drawing));
      set(copy, { x: MARGIN + place.left - left, y: HEAD + place.top - top });
      set(copy, { width: place.width, height: place.height, overflow: 'visible' });
      return copy;
    }),
    ...lines.map((line, index) =>
      text(line, { x: MARGIN, y: HEAD + drawn + MARGIN + (index + 1) * LINE, 'font-size': 11 }),
    ),
  );
  return { svg: new XMLSerializer().serializeToString(sheet), width, height };
}

/** Twice as many points as on the screen, so that it can be printed. */
export async function asPng({ svg, width, height }: Figure, scale = 2): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('The picture could not be drawn'));
    }, 'image/png');
  });
}

/** A copy that looks the same without the page's style sheets, and light whatever the screen is. */
function styled(drawing: SVGSVGElement): SVGSVGElement {
  const before = drawing.style.colorScheme;
  drawing.style.colorScheme = 'light';
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [from, to] = [drawing, copy].map((root) => [root, ...root.querySelectorAll('*')]);
  from?.forEach((element, index) => {
    const look = getComputedStyle(element);
    const same = to?.[index];
    for (const name of STYLES) same?.setAttribute(name, look.getPropertyValue(name));
    same?.removeAttribute('style');
  });
  drawing.style.colorScheme = before;
  return copy;
}

/** What is for the screen alone is taken away, and what is for the file alone is shown; words for who points at a mark are not for the file of a stay. */
function outgoing(copy: SVGSVGElement): SVGSVGElement {
  const onScreen = 'disguised' in copy.dataset ? '[data-screen], title' : '[data-screen]';
  for (const one of copy.querySelectorAll(onScreen)) one.remove();
  for (const one of copy.querySelectorAll('[data-file], [data-file] *')) {
    one.setAttribute('visibility', 'visible');
  }
  return copy;
}

function broken(line: string, length: number): string[] {
  const lines = [''];
  for (const word of line.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length >= length) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

function text(words: string, attributes: Readonly<Record<string, string | number>>): Element {
  const element = made('text', { fill: '#14181b', ...attributes });
  element.textContent = words;
  return element;
}

function made(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const element = document.createElementNS(SVG, name);
  set(element, attributes);
  return element;
}

function set(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
