/**
 * Reads a folder of FHIR R4 NDJSON (the layout of a bulk export: a resource a line) and writes clinical records to standard output, one JSON
 * object a line; `ml/training` reads them as a cohort. What cannot be understood is written with file and line.
 */
import { once } from 'node:events';
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { conditionThen } from './ingest/condition-then.ts';
import { FhirDecoder } from './ingest/fhir-decoder.ts';
import { ndjsonLines } from './ingest/ndjson-lines.ts';
import type { Origin } from './pipeline/ports.ts';

/** Longer lines are refused: the largest is a report as PDF. */
const MAX_BYTES = 64 * 1024 * 1024;

async function say(values: readonly unknown[]): Promise<void> {
  if (values.length === 0) return;
  const lines = values.map((value) => `${JSON.stringify(value)}\n`).join('');
  if (!process.stdout.write(lines)) await once(process.stdout, 'drain');
}

async function main([folder]: readonly string[]): Promise<void> {
  if (folder === undefined) throw new Error('usage: decode-ndjson.cli FOLDER');
  const now = Date.now();
  // Nothing of a log: the times of a cohort are those of its resources.
  const nowhere = { topic: null, partition: null, offset: null, key: null, headers: {} };
  const origin: Origin = { door: 'embedded', ...nowhere, brokerAt: now, ingestedAt: now };
  const timeZone = process.env['ENDWATCH_TIME_ZONE'] ?? 'UTC';
  const decoder = new FhirDecoder({ timeZone, maxBytes: MAX_BYTES });
  const files = readdirSync(folder).filter((name) => name.endsWith('.ndjson'));
  for (const file of files.sort()) {
    const pieces: AsyncIterable<Buffer> = createReadStream(join(folder, file));
    for await (const { line, bytes } of ndjsonLines(pieces)) {
      const then = conditionThen(bytes);
      const { records, rejections } = await decoder.decode(then.bytes, origin);
      const { encounterId } = then;
      await say([
        ...records.map((record) => ({ file, line, record, encounterId })),
        ...rejections.map(({ code, detail }) => ({ file, line, reason: `${code}: ${detail}` })),
      ]);
    }
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
