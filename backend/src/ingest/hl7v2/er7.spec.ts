import { readEr7, type Er7Message } from './er7.ts';
import { fhirTime } from './hl7-time.ts';

function read(text: string, encoding: BufferEncoding = 'utf8'): readonly Er7Message[] {
  const messages = readEr7(Buffer.from(text, encoding));
  if ('code' in messages) throw new Error(messages.detail);
  return messages;
}

const HEAD = 'MSH|^~\\&|APP|FAC|||20260310||ORU^R01|1|P|2.5';

describe('an ER7 message', () => {
  it.each([
    ['CR', '\r'],
    ['LF', '\n'],
    ['CR LF', '\r\n'],
  ])('has segments that end with %s', (_name, end) => {
    const [message] = read([HEAD, 'PID|1||p1^^^HOSP^MR~x^^^^SS', 'ZXX|own', ''].join(end));
    expect(message?.segments.map(({ name }) => name)).toEqual(['PID', 'ZXX']);
    const pid = message?.segments[0];
    expect(pid?.values(3).map((value) => [value.text(1), value.text(5)])).toEqual([
      ['p1', 'MR'],
      ['x', 'SS'],
    ]);
    expect(message?.header.text(9, 2)).toBe('R01');
    expect(message?.header.text(10)).toBe('1');
  });

  it.each<[string, string]>([
    ['a \\F\\ b \\S\\ c \\T\\ d \\R\\ e \\E\\ f', 'a | b ^ c & d ~ e \\ f'],
    ['one\\.br\\two', 'one\ntwo'],
    ['\\H\\loud\\N\\ quiet', 'loud quiet'],
    ['\\X48\\\\X69\\', 'Hi'],
    ['C:\\no escape', 'C:\\no escape'],
    ['a\\\\b\\', 'a\\\\b\\'],
    ['\\Zown\\x', 'x'],
  ])('%j is read as %j', (raw, expected) => {
    const [message] = read(`${HEAD}\rOBX|1|TX|1||${raw}`);
    expect(message?.segments[0]?.text(5)).toBe(expected);
  });

  it('keeps a line break inside a text with its segment, and repetitions as lines', () => {
    const [message] = read(`${HEAD}\rOBX|1|FT|1||first\nsecond~third\rOBX|2|TX|2||""`);
    expect(message?.segments).toHaveLength(2);
    expect(message?.segments[0]?.lines(5)).toBe('first\nsecond\nthird');
    expect(message?.segments[1]?.text(5)).toBeNull();
  });

  it('uses the delimiters that the header names, and survives a doubled backslash', () => {
    const [odd] = read('MSH#*!?%#APP\rPID#1##p1*x!p2');
    expect(odd?.segments[0]?.values(3).map((value) => value.text())).toEqual(['p1', 'p2']);
    const [doubled] = read('MSH|^~\\\\&|APP\rOBX|1|TX|1||a\\T\\b');
    expect(doubled?.segments[0]?.text(5)).toBe('a&b');
  });

  it('reads the messages of a batch, without its brackets', () => {
    const all = read(`FHS|^~\\&\rBHS|^~\\&\r${HEAD}\rPID|1\r${HEAD}\rPID|2\rBTS|2\rFTS|1`);
    expect(all.map(({ segments }) => segments.map((one) => one.text(1)))).toEqual([['1'], ['2']]);
  });

  it.each<[string, string, BufferEncoding]>([
    ['declared as 8859/1', '8859/1', 'latin1'],
    ['declared as UTF-8', 'UNICODE UTF-8', 'utf8'],
    ['UTF-8 undeclared', '', 'utf8'],
    ['Latin 1 undeclared', '', 'latin1'],
    ['Latin 1 under ASCII', 'ASCII', 'latin1'],
  ])('in a character set %s', (_name, charset, encoding) => {
    const head = `${HEAD}||||||${charset}`;
    const [message] = read(`${head}\rPID|1||p||Müller^Ärla`, encoding);
    expect(message?.segments[0]?.text(5, 1)).toBe('Müller');
  });

  it.each([
    ['nothing', ''],
    ['JSON', '{"resourceType":"Patient"}'],
    ['a segment before the header', 'PID|1\rMSH|^~\\&|x'],
    ['a header without delimiters', 'MSH'],
    ['words for delimiters', 'MSHabcdef'],
    ['NUL bytes', '\0\0\0'],
  ])('is not made of %s', (_name, text) => {
    expect(readEr7(Buffer.from(text))).toMatchObject({ code: 'not-fhir' });
  });
});

describe('a time', () => {
  it.each([
    ['2026', '2026'],
    ['202603', '2026-03'],
    ['20260310', '2026-03-10'],
    ['2026031011', '2026-03-10T11:00'],
    ['202603101130', '2026-03-10T11:30'],
    ['20260310113015', '2026-03-10T11:30:15'],
    ['20260310113015.1234+0100', '2026-03-10T11:30:15.1234+01:00'],
    ['202603101130-0530', '2026-03-10T11:30-05:30'],
    ['yesterday', null],
    ['', null],
    [null, null],
  ])('%j is %j in FHIR', (written, expected) => {
    expect(fhirTime(written)).toBe(expected);
  });
});
