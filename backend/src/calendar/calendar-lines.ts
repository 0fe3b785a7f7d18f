/** A component of a calendar file as it stands there, its lines unfolded. */
export interface RawComponent {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  readonly lines: readonly string[];
  readonly isClosed: boolean;
}

export interface CalendarParts {
  readonly zones: readonly RawComponent[];
  readonly events: readonly RawComponent[];
}

interface Line {
  readonly number: number;
  readonly text: string;
}

/** Time zones and events of a file; null where it is no calendar. What lies within an event (alarms) goes with it. */
export function partsOf(text: string): CalendarParts | null {
  const lines = unfolded(text.replace(/^\uFEFF/, ''));
  if (lines[0]?.text.trim().toUpperCase() !== 'BEGIN:VCALENDAR') return null;
  const found: { kind: string; line: number; lines: string[]; isClosed: boolean }[] = [];
  let open: (typeof found)[number] | null = null;
  for (const { number, text: line } of lines) {
    const { verb, kind } = markOf(line);
    if (verb === 'BEGIN') {
      open = { kind, line: number, lines: [], isClosed: false };
      found.push(open);
    }
    open?.lines.push(line);
    if (verb === 'END' && kind === open?.kind) {
      open.isClosed = true;
      open = null;
    }
  }
  const of = (wanted: string): RawComponent[] => found.filter(({ kind }) => kind === wanted);
  return { zones: of('VTIMEZONE').filter(({ isClosed }) => isClosed), events: of('VEVENT') };
}

/** Where an event or a time zone begins or ends. */
function markOf(line: string): { readonly verb: string; readonly kind: string } {
  const [, verb = '', kind = ''] = MARK.exec(line) ?? [];
  return { verb: verb.toUpperCase(), kind: kind.toUpperCase() };
}

const MARK = /^(BEGIN|END):(VEVENT|VTIMEZONE)\s*$/i;

/** A line that begins with a blank goes on from the one before (RFC 5545, 3.1); any kind of line end. */
function unfolded(text: string): Line[] {
  const lines: { number: number; parts: string[] }[] = [];
  let number = 0;
  for (const line of text.split(/\r\n|\n|\r/)) {
    number += 1;
    const isMore = line.startsWith(' ') || line.startsWith('\t');
    if (isMore && lines.length > 0) lines.at(-1)?.parts.push(line.slice(1));
    else if (line !== '') lines.push({ number, parts: [line] });
  }
  return lines.map((line) => ({ number: line.number, text: line.parts.join('') }));
}

export interface Property {
  readonly name: string;
  /** With its parameters, as it stands there: `;TZID=Europe/Berlin`. */
  readonly parameters: string;
  readonly value: string;
}

/** Of the component itself, not of what lies within it. */
export function propertiesOf({ lines }: RawComponent): readonly Property[] {
  let depth = 0;
  return lines.flatMap((line): Property[] => {
    if (/^BEGIN:/i.test(line)) depth += 1;
    if (/^END:/i.test(line)) depth -= 1;
    const [, name = '', parameters = '', value = ''] = PROPERTY.exec(line) ?? [];
    return depth !== 1 || name === '' ? [] : [{ name: name.toUpperCase(), parameters, value }];
  });
}

const PROPERTY = /^([\w-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/s;
