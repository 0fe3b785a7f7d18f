import { HOUR, MINUTE, SECOND, type ClinicalRecord } from '@endwatch/clinical';
import {
  aMeasurement,
  aPatient,
  aReport,
  aStay,
  anEncounter,
  anExamination,
  correctionOf,
  hour,
  retractionOf,
} from '@endwatch/clinical/testing';
import type { BoardRow } from '@endwatch/contracts';
import fc from 'fast-check';
import { PipelineBench } from '../testing/pipeline-bench.ts';
import type { PipelineSettings } from './pipeline-settings.ts';

const wrongLab = aMeasurement('crp', 70, { at: hour(20), resourceKey: 'Observation/crp' });
const wrongExam = anExamination({ at: hour(22), total: 12, resourceKey: 'Observation/exam' });

/** 30 hours in which everything happens: corrections, a withdrawn END, an addendum, a bed move, a move in time. */
const story: readonly ClinicalRecord[] = [
  ...aStay({ hours: 30 }),
  // The newest fact lies between two hours: its score is the one on the tile.
  aMeasurement('heart-rate', 77, { at: hour(30) + 5 * MINUTE }),
  wrongLab,
  correctionOf(wrongLab, { facts: aMeasurement('crp', 22, { at: hour(20) }).facts }),
  wrongExam,
  retractionOf(wrongExam),
  aReport('No change.', { at: hour(26), resourceKey: 'DiagnosticReport/2' }),
  correctionOf(aReport('', { at: hour(26), resourceKey: 'DiagnosticReport/2' }), {
    text: 'Addendum: hyperdense artery.',
  }),
  anEncounter({
    ...{ encounterId: 'e-p1', version: '2' },
    locations: [{ locationId: 'bed-2', display: 'Bed 2', active: true, from: hour(10) }],
  }),
  correctionOf(aMeasurement('heart-rate', 99, { at: hour(29.5), resourceKey: 'Observation/hr' }), {
    times: aMeasurement('heart-rate', 99, { at: hour(28.5) }).times,
  }),
  aMeasurement('heart-rate', 99, { at: hour(29.5), resourceKey: 'Observation/hr' }),
];

const shifted = (patientId: string): readonly ClinicalRecord[] =>
  story.map((record) => ({
    ...record,
    patientId,
    resourceKey:
      record.type === 'patient' ? `Patient/${patientId}` : `${record.resourceKey}-${patientId}`,
  }));

/** When a row was computed is the one thing that may differ. */
function timeless(row: BoardRow | null): unknown {
  if (row === null) return null;
  const { risk, alerts, ...facts } = row;
  return {
    ...facts,
    risk: risk && { ...risk, scoreId: '', knownAt: '' },
    alerts: alerts.map(({ kind, priority, reason }) => ({ kind, priority, reason })),
  };
}

async function endOfStory(
  batches: readonly (readonly ClinicalRecord[])[],
  chosen: Partial<PipelineSettings> = {},
): Promise<unknown[]> {
  const now = hour(30) + 10 * MINUTE;
  const bench = new PipelineBench(now, chosen);
  for (const batch of batches) await bench.deliver(...batch);
  await bench.passTo(now + 10 * SECOND);
  return ['p1', 'p2'].map((id) => timeless(bench.memory.row(id)));
}

/** Any order, any record up to three times, cut into any batches. */
const deliveries = (records: readonly ClinicalRecord[]) =>
  fc
    .tuple(
      fc.array(fc.constantFrom(...records), { maxLength: 40 }),
      fc.infiniteStream(fc.integer({ min: 0, max: 1_000_000 })),
      fc.infiniteStream(fc.integer({ min: 1, max: 120 })),
    )
    .map(([repeats, keys, sizes]) => {
      const all = [...records, ...repeats];
      const order = [...keys.take(all.length)];
      const shuffled = all
        .map((record, index) => ({ record, key: order[index] ?? 0 }))
        .sort((a, b) => a.key - b.key);
      const batches: ClinicalRecord[][] = [];
      let from = 0;
      for (const size of sizes.take(all.length)) {
        if (from >= all.length) break;
        batches.push(shuffled.slice(from, from + size).map(({ record }) => record));
        from += size;
      }
      return batches;
    });

jest.setTimeout(60_000);

describe('the order of arrival', () => {
  it('shuffled, repeated and cut into any batches, the same records end in the same tiles', async () => {
    const records = [...story, ...shifted('p2')];
    const expected = await endOfStory([records]);
    expect(expected).toMatchObject([{ bed: null, noRiskReason: null }, { noRiskReason: null }]);
    await fc.assert(
      fc.asyncProperty(deliveries(records), async (batches) => {
        expect(await endOfStory(batches)).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });

  it('what may wait is judged some seconds later, and the tiles are the same', async () => {
    const records = [...story, ...shifted('p2')];
    const expected = await endOfStory([records]);
    await fc.assert(
      fc.asyncProperty(deliveries(records), async (batches) => {
        const pace = { burst: 1, first: 1, every: 6 * SECOND };
        expect(await endOfStory(batches, { pace })).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });

  it('with nearly every value packed between two batches, the tiles are the same', async () => {
    const records = [...story, ...shifted('p2')];
    const expected = await endOfStory([records]);
    await fc.assert(
      fc.asyncProperty(deliveries(records), async (batches) => {
        expect(await endOfStory(batches, { pack: { most: 4, keep: 1 } })).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });

  it('a merge may come before, between or after the records of either patient', async () => {
    const records: readonly ClinicalRecord[] = [
      ...story.filter(({ type }) => type !== 'patient'),
      aPatient({ replacedBy: 'p2', version: '2' }),
      aPatient({ patientId: 'p2', name: 'Grace Example' }),
    ];
    const expected = await endOfStory([records]);
    expect(expected).toMatchObject([null, { name: 'Grace Example' }]);
    await fc.assert(
      fc.asyncProperty(deliveries(records), fc.boolean(), async (batches, packs) => {
        const chosen = packs ? { pack: { most: 4, keep: 1 } } : {};
        expect(await endOfStory(batches, chosen)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('a process that forgets everything between two batches ends the same', async () => {
    const expected = await endOfStory([story]);
    const now = hour(30) + 10 * MINUTE;
    const bench = new PipelineBench(now);
    for (let from = 0; from < story.length; from += 25) {
      bench.restart();
      await bench.deliver(...story.slice(from, from + 25));
    }
    await bench.passTo(now);
    expect(timeless(bench.memory.row('p1'))).toEqual(expected[0]);
  });

  it('whenever the clock runs in between, the newest 24 h of scores end the same', async () => {
    const records = story.filter((record) => record.times.effectiveAt <= hour(30));
    const scoresAfter = async (live: boolean): Promise<unknown[]> => {
      const bench = new PipelineBench(hour(1));
      for (let at = 1; at <= 31; at += 1) {
        if (!live) bench.clock.set(hour(at));
        else await bench.liveTo(hour(at));
        const arrived = ({ times }: ClinicalRecord): boolean =>
          times.effectiveAt > hour(at - 2) && times.effectiveAt <= hour(at - 1);
        await bench.deliver(...records.filter((each) => at > 1 && arrived(each)));
        if (at === 1)
          await bench.deliver(...records.filter((each) => each.times.effectiveAt <= hour(0)));
      }
      await bench.passTo(hour(31));
      return bench.memory
        .scores('p1')
        .filter(({ asOf, supersededAt }) => supersededAt === null && asOf % HOUR === 0)
        .filter(({ asOf }) => asOf >= hour(8))
        .map(({ asOf, next24h, missing }) => [asOf, next24h, missing]);
    };
    expect(await scoresAfter(true)).toEqual(await scoresAfter(false));
  });
});
