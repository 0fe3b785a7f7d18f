import * as fc from 'fast-check';
import type { Decoded } from '../pipeline/ports.ts';
import { FhirDecoder } from './fhir-decoder.ts';
import { splitForLog } from './split-for-log.ts';
import { EXAMPLES } from './testing/examples.ts';
import { NOW, origin } from './testing/messages.ts';

const decoder = new FhirDecoder({ timeZone: 'Europe/Vienna' });

/** Every object and array inside, the root too. */
function nodesOf(value: unknown): (Record<string, unknown> | unknown[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Record<string, unknown>;
  return [node, ...Object.values(node).flatMap(nodesOf)];
}

/** Values that break readers. */
const nasty = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    null,
    '',
    0,
    -1,
    1e308,
    [],
    {},
    [null],
    [[]],
    '\u0000',
    '__proto__',
    '2026-02-30T25:00:00',
  ),
  fc.constantFrom(
    'urn:uuid:x',
    '#',
    'Patient/',
    'Patient/p1',
    'http://loinc.org',
    'entered-in-error',
    '<',
  ),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
);

interface Mutation {
  readonly node: number;
  readonly field: number;
  readonly value: unknown;
  readonly how: 'replace' | 'remove' | 'wrap';
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  node: fc.nat(200),
  field: fc.nat(20),
  value: nasty,
  how: fc.constantFrom('replace', 'remove', 'wrap'),
});

function mutate(resource: object, mutations: readonly Mutation[]): unknown {
  const root = structuredClone(resource);
  for (const { node, field, value, how } of mutations) {
    const nodes = nodesOf(root);
    const target = nodes[node % nodes.length] as Record<string, unknown>;
    const names = Object.keys(target);
    const name = names[field % Math.max(names.length, 1)];
    if (name === undefined) continue;
    if (how === 'remove') Reflect.deleteProperty(target, name);
    // A copy: what is put in may itself be mutated next, and must not contain itself or be so for the runs after.
    else target[name] = how === 'replace' ? structuredClone(value) : [target[name]];
  }
  return root;
}

function expectSound(decoded: Decoded): void {
  expect(decoded.rejections.filter(({ code }) => code === 'internal')).toEqual([]);
  for (const { detail } of decoded.rejections) expect(detail).not.toBe('');
  for (const record of decoded.records) {
    expect(record.patientId).not.toBe('');
    expect(record.version).toMatch(/^\d{12}\.\d{14,}\.\d{14,}\.\d(\.\d{14,}){0,2}\.[0-9a-f]{12}$/);
    expect(Number.isFinite(record.times.effectiveAt)).toBe(true);
    if (!record.retracted && record.type !== 'patient' && record.type !== 'encounter') {
      expect(record.times.effectiveAt).toBeLessThanOrEqual(NOW + 300_000);
    }
  }
  expect(JSON.stringify(decoded)).not.toContain('\\u0000');
}

test('random bytes and random JSON never throw', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array(),
        fc.json().map((text) => Buffer.from(text)),
      ),
      async (bytes) => {
        const decoded = await decoder.decode(Buffer.from(bytes), origin());
        expect(decoded.records).toEqual([]);
        expect(decoded.rejections).toHaveLength(1);
      },
    ),
    { numRuns: 500 },
  );
});

test('valid messages with anything replaced, removed or wrapped never throw, and no bug shows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...EXAMPLES),
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      async ({ resource }, mutations) => {
        const bytes = Buffer.from(JSON.stringify(mutate(resource, mutations)));
        expectSound(await decoder.decode(bytes, origin()));
      },
    ),
    { numRuns: 3000 },
  );
}, 60_000);

/** Every text of a message in turn becomes a word that every object has. */
test.each(['constructor', 'toString', '__proto__'])('"%s" anywhere means nothing', async (word) => {
  const changed = EXAMPLES.flatMap(({ resource }) =>
    nodesOf(resource).flatMap((target, node) =>
      Object.values(target).flatMap((value, field) =>
        typeof value === 'string'
          ? [mutate(resource, [{ node, field, value: word, how: 'replace' }])]
          : [],
      ),
    ),
  );
  for (const one of changed) {
    expectSound(await decoder.decode(Buffer.from(JSON.stringify(one)), origin()));
  }
});

test('the door never rejects either', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...EXAMPLES),
      fc.array(mutation, { maxLength: 3 }),
      async ({ resource }, mutations) => {
        const bytes = Buffer.from(JSON.stringify(mutate(resource, mutations)));
        const split = await splitForLog(bytes, origin({ door: 'http' }), {
          decoder,
          topicPrefix: 'endwatch',
        });
        for (const { record, refusals } of split.entries) {
          expect(record === null || refusals.length === 0).toBe(true);
        }
      },
    ),
    { numRuns: 500 },
  );
}, 60_000);
