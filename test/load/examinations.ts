import { setTimeout as wait } from 'node:timers/promises';
import * as fhir from '../harness/messages.ts';
import { withProducer } from '../harness/load.ts';

const EVERY_MS = 100;

/** One examination put into the log; `at` is also its effective time. ms since 1970. */
export interface Examined {
  readonly patientId: string;
  readonly at: number;
}

/**
 * Examinations of these patients in turn, ten a second, whose totals go up and down by one, so that each changes what the board shows. Sent one
 * by one, whether or not the one before is in the log yet.
 */
export async function examine(
  brokers: string,
  { prefix, patients, seconds }: { prefix: string; patients: readonly string[]; seconds: number },
): Promise<Examined[]> {
  const done: Examined[] = [];
  await withProducer(brokers, async (send) => {
    const open: Promise<void>[] = [];
    const start = performance.now();
    for (let n = 0; n < (seconds * 1_000) / EVERY_MS; n++) {
      await wait(Math.max(0, start + n * EVERY_MS - performance.now()));
      const patientId = patients[n % patients.length] ?? '';
      const at = Date.now();
      const round = Math.floor(n / patients.length);
      const resource = fhir.nihss(
        { id: `${patientId}-seen-${String(at)}`, patientId, at },
        { '9': 1 + (round % 2) },
      );
      done.push({ patientId, at });
      open.push(send(`${prefix}.nihss`, [{ stream: 'nihss', key: patientId, resource }]));
    }
    await Promise.all(open);
  });
  return done;
}
