/** Writes the stays of the product's database to standard output, de-identified, one JSON object a line; `npm run export-cohort` reads it. */
import { once } from 'node:events';
import { commandEnvironment, runCommand, withDatabase } from './command-database.ts';
import { disguisedStay, type DisguisedStay } from './domain/export/disguised-stay.ts';
import { TypeormStayRecords } from './postgres/review/typeorm-stay-records.ts';
import { TypeormPatientQueries } from './postgres/typeorm-patient-queries.ts';
import { drawDisguise, shuffled } from './system/disguise.ts';

async function main(): Promise<void> {
  const now = Date.now();
  await withDatabase(commandEnvironment(), async (source) => {
    const records = new TypeormStayRecords(source);
    const ids = await new TypeormPatientQueries(source).patientIds();
    for (const id of shuffled(ids)) {
      const question = await records.patient(id, now);
      const stay = question && disguisedStay(question, null, drawDisguise());
      if (!stay) continue;
      if (!process.stdout.write(`${JSON.stringify(lineOf(stay))}\n`))
        await once(process.stdout, 'drain');
    }
  });
}

/** A cohort's stay, with what the board showed of it. */
function lineOf({ course, ...stay }: DisguisedStay): object {
  return {
    ...stay,
    forecasts: course.scores.map(
      ({ asOf, knownAt, supersededAt, next24h, by48h, by7d, modelVersion }) => ({
        ...{ asOf, knownAt, supersededAt, next24h, by48h, by7d, modelVersion },
      }),
    ),
  };
}

await runCommand(async () => {
  await main();
});
