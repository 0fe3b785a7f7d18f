/** What is answered: taken, refused for what it says, not now, or not HL7 v2 at all. */
export interface Verdict {
  readonly code: 'AA' | 'AE' | 'AR';
  /** HL7 table 0357; 0 for what is well. */
  readonly condition: number;
  /** For people; names no patient. */
  readonly text: string;
}

export const TAKEN: Verdict = { code: 'AA', condition: 0, text: 'Message accepted' };

/** The fields of a header that an answer needs, as they came. */
export interface Header {
  readonly separator: string;
  readonly encoding: string;
  readonly fields: readonly string[];
}

/** Null for what does not begin with MSH. */
export function headerOf(message: Buffer): Header | null {
  const line = /^MSH[^\r\n]*/.exec(message.toString('latin1'))?.[0];
  const separator = line?.[3];
  if (line === undefined || separator === undefined) return null;
  const fields = ['MSH', separator, ...line.split(separator).slice(1)];
  return { separator, encoding: fields[2] ?? '', fields };
}

const ACCEPT = { AA: 'CA', AE: 'CE', AR: 'CR' } as const;

/**
 * The answers to one message. In original mode one: AA, AE or AR. Where MSH-15 or MSH-16 ask (enhanced mode): the accept acknowledgement CA, CE or
 * CR, the application's, both or neither.
 */
export function acknowledgements(
  header: Header | null,
  verdict: Verdict,
  at: { readonly time: string; readonly id: string },
): readonly string[] {
  const accept = header?.fields[15] ?? '';
  const application = header?.fields[16] ?? '';
  if (accept === '' && application === '') return [answer(header, verdict, at)];
  const answers: string[] = [];
  if (isAsked(accept, verdict)) {
    answers.push(answer(header, { ...verdict, code: ACCEPT[verdict.code] }, at));
  }
  if (isAsked(application, verdict)) answers.push(answer(header, verdict, at));
  return answers;
}

/** Table 0155: always, never, on error, on success. */
function isAsked(when: string, { code }: Verdict): boolean {
  if (when === 'ER') return code !== 'AA';
  return when === 'SU' ? code === 'AA' : when === 'AL';
}

interface Answer {
  readonly code: string;
  readonly condition: number;
  readonly text: string;
}

function answer(
  header: Header | null,
  { code, condition, text }: Answer,
  { time, id }: { readonly time: string; readonly id: string },
): string {
  const { separator, encoding, fields } = header ?? UNKNOWN;
  const component = encoding[0] ?? '^';
  const field = (number: number, otherwise = ''): string => fields[number] || otherwise;
  const event = field(9).split(component)[1];
  const type = event ? ['ACK', event, 'ACK'].join(component) : 'ACK';
  const plain = text.replace(/[\r\n|^~\\&]/g, ' ').replaceAll(separator, ' ');
  const msh = ['MSH', encoding, field(5), field(6), field(3), field(4), time, '', type, id];
  const lines = [[...msh, field(11, 'P'), field(12, '2.5')]];
  lines.push(['MSA', code, field(10), ...(condition === 0 ? [] : [plain])]);
  if (condition !== 0) {
    const error = [String(condition), NAMES[condition] ?? '', 'HL70357'].join(component);
    lines.push(['ERR', '', '', error, 'E', '', '', '', plain]);
  }
  return `${lines.map((parts) => parts.join(separator)).join('\r')}\r`;
}

const UNKNOWN: Header = { separator: '|', encoding: '^~\\&', fields: [] };

/** Table 0357, those that are used. */
const NAMES: Readonly<Record<number, string>> = {
  100: 'Segment sequence error',
  101: 'Required field missing',
  102: 'Data type error',
  207: 'Application internal error',
};
