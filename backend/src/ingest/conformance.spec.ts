import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Decoded } from '../pipeline/ports.ts';
import { FhirDecoder } from './fhir-decoder.ts';
import { splitForLog } from './split-for-log.ts';
import { EXAMPLES } from './testing/examples.ts';
import { bundle, origin } from './testing/messages.ts';

/** Messages that nobody here wrote: US Core's examples and Synthea's stroke patients. */
const FOLDER = process.env['ENDWATCH_SAMPLE_DATA'] ?? resolve(__dirname, '../../../../shared/data');
const PRESENT = existsSync(join(FOLDER, 'fhir-us-core'));
const decoder = new FhirDecoder();
/** The newest of the samples are of 2025. */
const READ_AT = Date.parse('2026-11-01T00:00:00Z');
const at = origin({ ingestedAt: READ_AT, brokerAt: READ_AT });

interface Row {
  name: string;
  resources: number;
  used: number;
  ignored: Record<string, number>;
  rejected: Record<string, number>;
}

/** Folder → messages, each one resource or a Bundle. */
function messagesOf(folder: string): readonly { name: string; bytes: Buffer }[] {
  const path = join(FOLDER, folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.json') || name.endsWith('.ndjson'))
    .flatMap((name) => {
      const bytes = readFileSync(join(path, name));
      return [{ name, bytes: name.endsWith('.ndjson') ? asBundle(bytes) : bytes }];
    });
}

/** Lines that refer to one another by URN belong together. */
function asBundle(lines: Buffer): Buffer {
  const resources = lines.toString('utf8').split('\n').filter(Boolean);
  return Buffer.from(JSON.stringify(bundle(resources.map((line) => JSON.parse(line) as never))));
}

function countResources(bytes: Buffer): number {
  const root = JSON.parse(bytes.toString('utf8')) as { resourceType: string; entry?: unknown[] };
  return root.resourceType === 'Bundle' ? (root.entry?.length ?? 0) : 1;
}

/** Resources that nothing of was used: rejected ones that left no record of theirs. */
function rejectedWhole(decoded: Decoded): number {
  const used = new Set(decoded.records.map((record) => record.resourceKey));
  const lost = decoded.rejections.filter(
    ({ resource }) => resource === null || !used.has(resource),
  );
  return new Set(lost.map(({ resource }) => resource ?? Symbol())).size;
}

function tally(row: Row, decoded: Decoded): void {
  row.used += decoded.records.length + decoded.locations.length;
  for (const { code } of decoded.rejections) row.rejected[code] = (row.rejected[code] ?? 0) + 1;
  for (const [what, count] of Object.entries(decoded.ignored)) {
    const type = what.split(':')[0] ?? what;
    row.ignored[type] = (row.ignored[type] ?? 0) + count;
  }
}

/** Parts of a used resource that are left out are counted too, but are no resources. */
function ignoredResources(decoded: Decoded): number {
  return Object.entries(decoded.ignored)
    .filter(([what]) => what !== 'Observation.component')
    .reduce((sum, [, count]) => sum + count, 0);
}

async function conform(
  name: string,
  messages: readonly { name: string; bytes: Buffer }[],
): Promise<Row> {
  const row: Row = { name, resources: 0, used: 0, ignored: {}, rejected: {} };
  for (const message of messages) {
    const decoded = await decoder.decode(message.bytes, at);
    const resources = countResources(message.bytes);
    row.resources += resources;
    tally(row, decoded);
    const accounted =
      decoded.records.length +
      decoded.locations.length +
      ignoredResources(decoded) +
      rejectedWhole(decoded);
    expect(`${message.name}: ${String(accounted)}`).toBe(`${message.name}: ${String(resources)}`);
    const door = await splitForLog(
      message.bytes,
      { ...at, door: 'http' },
      { decoder, topicPrefix: 'endwatch' },
    );
    expect(door.entries).toHaveLength(resources);
    const appended = door.entries.filter((entry) => entry.record !== null);
    expect(appended).toHaveLength(decoded.records.length + decoded.locations.length);
    await expectSameRecords(appended, decoded);
  }
  expect(row.rejected['internal']).toBeUndefined();
  return row;
}

/** What the door splits says the same, record for record, as the message read at once. */
async function expectSameRecords(
  appended: Awaited<ReturnType<typeof splitForLog>>['entries'],
  decoded: Decoded,
): Promise<void> {
  const again = await Promise.all(
    appended.map(async ({ record }) =>
      decoder.decode(record?.value ?? Buffer.alloc(0), { ...at, key: record?.key ?? null }),
    ),
  );
  expect(again.flatMap((one) => one.records)).toEqual(decoded.records);
  expect(again.flatMap((one) => one.locations)).toEqual(decoded.locations);
}

function print(rows: readonly Row[]): void {
  const say = (counts: Record<string, number>): string =>
    Object.entries(counts)
      .sort((a, b) => b[1] - a[1])
      .map(([what, count]) => `${what} ${String(count)}`)
      .join(', ') || 'none';
  const lines = rows.map(
    (row) =>
      `${row.name}: ${String(row.resources)} resources, ${String(row.used)} used\n  ignored  ${say(row.ignored)}\n  rejected ${say(row.rejected)}`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
}

test('our own examples: everything is used, ignored by type or rejected with a code', async () => {
  const messages = EXAMPLES.map(({ name, resource }) => ({
    name,
    bytes: Buffer.from(JSON.stringify(resource)),
  }));
  const row = await conform('own examples', messages);
  expect(row.used).toBeGreaterThan(0);
  print([row]);
});

const title = PRESENT
  ? 'US Core and Synthea: everything is used, ignored by type or rejected with a code'
  : `no sample data at ${FOLDER}: US Core and Synthea were NOT read, only our own examples`;

test(
  title,
  async () => {
    if (!PRESENT) {
      expect(EXAMPLES.length).toBeGreaterThan(5);
      return;
    }
    const core = await conform('US Core', messagesOf('fhir-us-core'));
    const synthea = await conform('Synthea', messagesOf('fhir-synthea-stroke'));
    print([core, synthea]);
    // An inpatient stay without a start: the only thing in either folder that we should use and cannot.
    expect(core.rejected).toEqual({ 'no-time': 1 });
    expect(synthea.rejected).toEqual({});
    expect(core.used).toBeGreaterThan(15);
    expect(synthea.used).toBeGreaterThan(100);
  },
  60_000,
);
