/** Writes the stays of the product's database to standard output, de-identified, one JSON object a line; `npm run export-cohort` reads it. */
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { commandEnvironment, withDatabase } from './command-database.ts';
import { deIdentified } from './domain/export/de-identify.ts';
import { TypeormPatientQueries } from './postgres/typeorm-patient-queries.ts';

/** Either way, never by less than a month. */
const FEWEST_DAYS = 30;
const MOST_DAYS = 365;

function shiftDays(): number {
  const days = randomInt(FEWEST_DAYS, MOST_DAYS + 1);
  return randomInt(2) === 0 ? days : -days;
}

async function main(): Promise<void> {
  const now = Date.now();
  await withDatabase(commandEnvironment(), async (source) => {
    const queries = new TypeormPatientQueries(source);
    const ids = await queries.patientIds();
    // Neither the order nor a number says who it was.
    for (const id of shuffled(ids)) {
      const stored = await queries.patient(id);
      const disguise = { patientId: randomUUID(), shiftDays: shiftDays() };
      const stay = stored && deIdentified(stored, disguise, now);
      if (!stay) continue;
      if (!process.stdout.write(`${JSON.stringify(stay)}\n`)) await once(process.stdout, 'drain');
    }
  });
}

function shuffled<Value>(values: readonly Value[]): Value[] {
  return values
    .map((value) => ({ value, at: randomInt(2 ** 40) }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
