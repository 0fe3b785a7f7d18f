import fc from 'fast-check';
import pg from 'pg';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { binaryArray, JsonText, type SqlType } from './binary-array.ts';
import { storableText } from './storable.ts';

describe('a column as one parameter', () => {
  let url: string;
  let client: pg.Client;

  beforeAll(async () => {
    url = await freshDatabase();
    client = new pg.Client({ connectionString: url });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await dropDatabase(url);
  });

  /** As Postgres itself writes them. */
  async function stored(type: SqlType, values: readonly unknown[]): Promise<(string | null)[]> {
    const { rows } = await client.query<{ value: string | null }>(
      `SELECT value::text FROM unnest($1::${type}[]) WITH ORDINALITY AS r(value, n) ORDER BY n`,
      [binaryArray(type, values)],
    );
    return rows.map(({ value }) => value);
  }

  it.each<[SqlType, readonly unknown[], readonly (string | null)[]]>([
    ['integer', [0, -1, 2_147_483_647, null], ['0', '-1', '2147483647', null]],
    ['smallint', [-1, 32_767], ['-1', '32767']],
    ['bigint', [2n ** 62n, -5, undefined], ['4611686018427387904', '-5', null]],
    ['boolean', [true, false], ['true', 'false']],
    ['uuid', ['00112233445566778899aabbccddeeff'], ['00112233-4455-6677-8899-aabbccddeeff']],
    ['bytea', [Buffer.from([0, 255]), Buffer.alloc(0)], ['\\x00ff', '\\x']],
    ['jsonb', [{ a: ['ä'] }, new JsonText('[1]'), 'x'], ['{"a": ["ä"]}', '[1]', '"x"']],
    ['json', [{ a: '\u0000' }], ['{"a":"\uFFFD"}']],
    ['text', [], []],
  ])('%s', async (type, values, expected) => {
    expect(await stored(type, values)).toEqual(expected);
  });

  it('text of any kind and length', async () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.constantFrom('\ud800', 'a\u0000b', ''),
      fc.string({ minLength: 40, maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 40 }), async (texts) => {
        expect(await stored('text', texts)).toEqual(texts.map(storableText));
      }),
      { numRuns: 50 },
    );
  });

  it('numbers and times to the last bit and millisecond', async () => {
    const anyTime = fc.integer({ min: Date.UTC(-1000), max: Date.UTC(200_000) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 20 }),
        fc.array(anyTime, { minLength: 1, maxLength: 20 }),
        async (numbers, times) => {
          const { rows } = await client.query<{ number: number }>(
            'SELECT unnest($1::float8[]) AS number',
            [binaryArray('double precision', numbers)],
          );
          expect(rows.map(({ number }) => number)).toEqual(numbers);
          const read = await client.query<{ ms: string }>(
            'SELECT (extract(epoch FROM unnest($1::timestamptz[])) * 1000)::bigint AS ms',
            [binaryArray('timestamptz', times)],
          );
          expect(read.rows.map(({ ms }) => Number(ms))).toEqual(times);
        },
      ),
      { numRuns: 50 },
    );
    expect(() => binaryArray('timestamptz', [Number.NaN])).toThrow(RangeError);
  });
});
