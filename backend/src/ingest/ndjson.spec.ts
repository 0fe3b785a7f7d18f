import { conditionThen } from './condition-then.ts';
import { ndjsonLines } from './ndjson-lines.ts';

async function lines(...pieces: readonly string[]): Promise<[number, string][]> {
  async function* stream(): AsyncIterable<Buffer> {
    for (const piece of pieces) yield await Promise.resolve(Buffer.from(piece));
  }
  const found: [number, string][] = [];
  for await (const { line, bytes } of ndjsonLines(stream())) found.push([line, bytes.toString()]);
  return found;
}

describe('lines of NDJSON', () => {
  it('are told from one another wherever the pieces are cut', async () => {
    expect(await lines('{"a":', '1}\n', '\n{"b":2}', '\r\n  \n{"c":3}')).toEqual([
      [1, '{"a":1}'],
      [3, '{"b":2}\r'],
      [5, '{"c":3}'],
    ]);
  });

  it('may hold any other mark of a new line', async () => {
    expect(await lines('"a\u2028b\u2029c"\n"d"')).toEqual([
      [1, '"a\u2028b\u2029c"'],
      [2, '"d"'],
    ]);
  });
});

describe('a resource as it stood when the condition began', () => {
  const then = (value: unknown) => {
    const { bytes, encounterId } = conditionThen(Buffer.from(JSON.stringify(value)));
    return [JSON.parse(bytes.toString()), encounterId] as const;
  };

  it('does not know that a condition is over by now, and names its encounter', () => {
    const condition = { resourceType: 'Condition', id: 'c', onsetDateTime: '2021-03-01' };
    const now = { clinicalStatus: { coding: [] }, abatementDateTime: '2021-09-01' };
    const encounter = { reference: 'https://ehr.test/Encounter/e1' };
    expect(then({ ...condition, ...now, encounter })).toEqual([{ ...condition, encounter }, 'e1']);
  });

  it('is any other resource as it is, and what cannot be read', () => {
    const observation = { resourceType: 'Observation', focus: [{ type: 'Condition' }] };
    expect(then(observation)).toEqual([observation, null]);
    const broken = Buffer.from('{"resourceType":"Condition"');
    expect(conditionThen(broken)).toEqual({ bytes: broken, encounterId: null });
  });
});
