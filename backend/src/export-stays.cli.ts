/** Writes the stays of the product's database to standard output, de-identified, one JSON object a line; `npm run export-cohort` reads it. */
import { once } from 'node:events';
import { commandEnvironment, runCommand, withDatabase } from './command-database.ts';
import { exportStays } from './export-commands.ts';

await runCommand(async () => {
  await withDatabase(commandEnvironment(), (source) =>
    exportStays(source, async (line) => {
      if (!process.stdout.write(line)) await once(process.stdout, 'drain');
    }),
  );
});
