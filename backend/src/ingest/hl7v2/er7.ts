import { lookup } from '@endwatch/clinical';
import type { Unreadable } from '../message.ts';

interface Delimiters {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escape: string;
  readonly subcomponent: string;
}

/** One repetition of a field. */
export class Er7Value {
  readonly #raw: string;
  readonly #components: readonly string[];
  readonly #delimiters: Delimiters;

  constructor(raw: string, delimiters: Delimiters) {
    this.#raw = raw;
    this.#components = raw.split(delimiters.component);
    this.#delimiters = delimiters;
  }

  /** A component, from 1, without its escapes; null where nothing was sent, also where `""` says that there is nothing. */
  text(component = 1): string | null {
    const raw = this.#components[component - 1]?.trim() ?? '';
    return raw === '' || raw === '""' ? null : unescape(raw, this.#delimiters);
  }

  /** As a line of free text, which has no components: a separator that its sender did not escape is a letter like any other. */
  line(): string {
    return this.text() === null && this.#components.length === 1
      ? ''
      : unescape(this.#raw.trim(), this.#delimiters);
  }
}

/** One segment; fields count from 1, as HL7 counts them. */
export class Er7Segment {
  readonly name: string;
  readonly #fields: readonly string[];
  readonly #delimiters: Delimiters;

  constructor(line: string, delimiters: Delimiters) {
    this.name = line.slice(0, 3);
    this.#delimiters = delimiters;
    const fields = line.split(delimiters.field);
    // MSH-1 is the separator itself.
    this.#fields = this.name === 'MSH' ? ['MSH', delimiters.field, ...fields.slice(1)] : fields;
  }

  /** All that a field holds, each repetition. */
  values(field: number): readonly Er7Value[] {
    const raw = this.#fields[field] ?? '';
    if (raw === '') return [];
    return raw.split(this.#delimiters.repetition).map((one) => new Er7Value(one, this.#delimiters));
  }

  /** Of the first repetition. */
  text(field: number, component = 1): string | null {
    return this.values(field)[0]?.text(component) ?? null;
  }

  /** The same in upper case, as codes of HL7 tables are compared; empty where nothing was sent. */
  code(field: number, component = 1): string {
    return (this.text(field, component) ?? '').toUpperCase();
  }

  /** A field of free text: repetitions are lines. */
  lines(field: number): string {
    return this.values(field)
      .map((value) => value.line())
      .join('\n');
  }
}

/** Stands for the OBR that a sender left out: what follows has its own time, or none. */
export const NO_ORDER: Er7Segment = new Er7Segment('OBR', {
  ...{ field: '|', component: '^', repetition: '~', escape: '\\', subcomponent: '&' },
});

export interface Er7Message {
  readonly header: Er7Segment;
  /** After the header, in order. */
  readonly segments: readonly Er7Segment[];
}

const SEGMENT = /^[A-Z][A-Z0-9]{2}(?=[^A-Za-z0-9\s]|$)/;
const BATCH = /^(FHS|BHS|BTS|FTS)/;
/** Start of block, end of block: some senders put MLLP's own bytes where they do not belong. */
const FRAMING = /[\u000b\u001c]/g;

/** Bytes → one message, or each of a batch. Never throws. */
export function readEr7(value: Buffer): readonly Er7Message[] | Unreadable {
  const lines = textOf(value)
    .replace(FRAMING, '')
    .split(/\r\n?|\n/);
  const messages: string[][] = [];
  for (const line of lines) {
    if (line.trim() === '' || BATCH.test(line)) continue;
    const current = messages.at(-1);
    if (line.startsWith('MSH')) messages.push([line]);
    else if (current === undefined) return unreadable('it does not begin with MSH');
    else if (SEGMENT.test(line)) current.push(line);
    // A line break inside a text.
    else current.push(`${current.pop() ?? ''}\n${line}`);
  }
  if (messages.length === 0) return unreadable('there is no MSH');
  const read = messages.map(messageOf);
  return read.includes(null)
    ? unreadable('MSH-1 and MSH-2 do not name the delimiters')
    : read.filter((message) => message !== null);
}

function unreadable(why: string): Unreadable {
  return { code: 'not-fhir', detail: `not FHIR, and no HL7 v2 message either: ${why}` };
}

function messageOf([first = '', ...rest]: readonly string[]): Er7Message | null {
  const delimiters = delimitersOf(first);
  if (delimiters === null) return null;
  return {
    header: new Er7Segment(first, delimiters),
    segments: rest.map((line) => new Er7Segment(line, delimiters)),
  };
}

function delimitersOf(header: string): Delimiters | null {
  const field = header[3] ?? '';
  const [component = '', repetition = '', escape = '', given = ''] =
    header.slice(4).split(field)[0] ?? '';
  if (field === '' || component === '' || /[\w\s]/.test(field + component + repetition)) {
    return null;
  }
  // The one seen in the wild to be wrong: two backslashes.
  const subcomponent = given === '' || given === escape ? '&' : given;
  return { field, component, repetition, escape, subcomponent };
}

/** MSH-18, table 0211 → names that `TextDecoder` knows. */
function charsetOf(declared: string): string | null {
  const name = declared.trim().toUpperCase();
  if (name.startsWith('8859/')) return `iso-8859-${name.slice(5)}`;
  if (name === 'UNICODE' || name === 'UNICODE UTF-16') return 'utf-16be';
  return name.startsWith('UNICODE') ? 'utf-8' : null;
}

/** As MSH-18 says; where it says nothing, UTF-8, or ISO 8859-1 where the bytes are no UTF-8. */
function textOf(value: Buffer): string {
  const header = /MSH[^\r\n]*/.exec(value.toString('latin1'))?.[0] ?? '';
  const declared = header.split(header[3] ?? '|')[17]?.split(/[~^]/)[0] ?? '';
  const charset = charsetOf(declared);
  try {
    return new TextDecoder(charset ?? 'utf-8', { fatal: charset === null }).decode(value);
  } catch {
    return value.toString('latin1');
  }
}

const NAMED: Readonly<Record<string, keyof Delimiters>> = lookup({
  F: 'field',
  S: 'component',
  T: 'subcomponent',
  R: 'repetition',
  E: 'escape',
});

/** `\F\` and its kin, `\X0D\`, `\.br\`; highlighting goes. What is no escape stays as it is. */
function unescape(raw: string, delimiters: Delimiters): string {
  const { escape } = delimiters;
  if (escape === '' || !raw.includes(escape)) return raw;
  let text = '';
  let rest = raw;
  for (;;) {
    const from = rest.indexOf(escape);
    const to = rest.indexOf(escape, from + 1);
    if (from === -1 || to === -1) return text + rest;
    const meaning = meaningOf(rest.slice(from + 1, to), delimiters);
    text += rest.slice(0, from) + (meaning ?? escape);
    rest = rest.slice(meaning === null ? from + 1 : to + 1);
  }
}

function meaningOf(sequence: string, delimiters: Delimiters): string | null {
  const named = NAMED[sequence];
  if (named !== undefined) return delimiters[named];
  if (/^X([0-9A-Fa-f]{2})+$/.test(sequence)) {
    return Buffer.from(sequence.slice(1), 'hex').toString('latin1');
  }
  if (/^\.(br|sp|ce)\d*$/.test(sequence)) return '\n';
  return /^(H|N|\.[a-z]{2}[+-]?\d*|[CM][0-9A-Fa-f]{4,6}|Z.*)$/.test(sequence) ? '' : null;
}
