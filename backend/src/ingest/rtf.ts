import { lookup } from '@endwatch/clinical';

/** Groups that hold no words of the document. */
const DESTINATIONS: ReadonlySet<string> = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'header',
  'footer',
  'headerl',
  'headerr',
  'footerl',
  'footerr',
  'object',
  'themedata',
  'datastore',
  'listtable',
  'listoverridetable',
  'generator',
]);

const BREAKS: Readonly<Record<string, string>> = lookup({
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  row: '\n',
  cell: '\t',
  tab: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
});

/** `\word-12 `, `\'e4`, `\*` and other symbols, braces, line ends, and what is plain. */
const TOKEN = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi;

interface Group {
  readonly skipped: boolean;
  /** How many characters follow a `\u` as its fallback for old readers. */
  readonly fallback: number;
}

/**
 * Text of an RTF document (specification 1.9.1), or null when it is none. Words, breaks, `\'hh` in the document's code page and `\u`; tables
 * become lines, pictures and styles go.
 */
export function textOfRtf(rtf: string): string | null {
  if (!rtf.trimStart().startsWith('{\\rtf')) return null;
  const reader = new RtfReader(/\\ansicpg(\d+)/.exec(rtf)?.[1]);
  for (const match of rtf.matchAll(TOKEN)) reader.take(match);
  return reader.text.trim();
}

class RtfReader {
  text = '';
  private group: Group = { skipped: false, fallback: 1 };
  private readonly outer: Group[] = [];
  private toSkip = 0;
  private readonly codePage: InstanceType<typeof TextDecoder>;

  constructor(codePage: string | undefined) {
    this.codePage = decoderOf(codePage);
  }

  take(match: RegExpMatchArray): void {
    const [, word, argument, hex, symbol, brace, plain] = match;
    if (brace !== undefined) this.brace(brace);
    else if (word !== undefined) this.word(word, argument);
    else if (hex !== undefined) this.write(this.codePage.decode(Uint8Array.of(parseInt(hex, 16))));
    else if (symbol !== undefined) this.symbol(symbol);
    else if (plain !== undefined) this.write(plain);
  }

  private brace(brace: string): void {
    this.toSkip = 0;
    if (brace === '{') this.outer.push(this.group);
    else this.group = this.outer.pop() ?? this.group;
  }

  private symbol(symbol: string): void {
    if (symbol === '*') this.group = { ...this.group, skipped: true };
    else if (symbol === '~') this.write('\u00A0');
    else if ('\\{}'.includes(symbol)) this.write(symbol);
    else if (symbol === '\n' || symbol === '\r') this.write('\n');
  }

  private word(word: string, argument: string | undefined): void {
    if (DESTINATIONS.has(word)) this.group = { ...this.group, skipped: true };
    else if (word === 'uc') this.group = { ...this.group, fallback: Number(argument ?? 1) };
    else if (word === 'u' && argument !== undefined) this.unicode(Number(argument));
    else if (BREAKS[word] !== undefined) this.write(BREAKS[word]);
  }

  private unicode(code: number): void {
    if (!this.group.skipped) this.text += String.fromCharCode(code < 0 ? code + 65_536 : code);
    this.toSkip = this.group.fallback;
  }

  private write(text: string): void {
    const skipped = Math.min(this.toSkip, text.length);
    this.toSkip -= skipped;
    if (!this.group.skipped) this.text += text.slice(skipped);
  }
}

function decoderOf(codePage: string | undefined): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(codePage === '65001' ? 'utf-8' : `windows-${codePage ?? '1252'}`);
  } catch {
    return new TextDecoder('windows-1252');
  }
}
