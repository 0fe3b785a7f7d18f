import type { Part, PartResult } from './bench-part.ts';
import { joined, micros, whole } from './figures.ts';
import { onStage } from './stage.ts';
import { catchUp, pipeOf } from './throughput.ts';

/** More processes on the same log and the same database; on few cores what counts is the processor time of a record, which must not grow. */
export const scale: Part = {
  name: 'scale',
  title: 'More scorer processes on one Kafka and one Postgres',
  run: async (world, { small, records, patients }) => {
    const counts = small ? [1, 2] : [1, 2, 4];
    const size = {
      patients: patients ?? (small ? 40 : 500),
      records: records ?? (small ? 2_000 : 60_000),
    };
    return onStage(world, { name: 'scale', patients: size.patients }, async (stage) => {
      await stage.warmUp();
      const results: PartResult[] = [];
      for (const processes of counts) {
        const { pace, wrong } = await catchUp(stage, { records: size.records, processes });
        const of = `${String(processes)} process${processes === 1 ? '' : 'es'}`;
        results.push({
          rows: [
            { what: `records/s: ${of}`, endwatch: whole(pace.perSecond) },
            { what: `Node processor time a record: ${of}`, endwatch: micros(pace.nodeMicros) },
            {
              what: `Postgres processor time a record: ${of}`,
              endwatch: micros(pace.postgresMicros),
            },
          ],
          wrong,
        });
      }
      const { pace, wrong } = await pipeOf(stage);
      const floor = [whole(pace.perSecond), micros(pace.nodeMicros), micros(pace.postgresMicros)];
      const { rows, ...rest } = joined(results);
      return {
        ...rest,
        rows: rows.map((row, n) => ({ ...row, floor: floor[n % floor.length] ?? '' })),
        wrong: [...rest.wrong, ...wrong],
      };
    });
  },
};
