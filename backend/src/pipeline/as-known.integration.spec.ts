import {
  DEFAULT_EXAMINATION_SCHEDULE,
  BY_PAPER,
  HOUR,
  MINUTE,
  type ClinicalRecord,
  type EpochMs,
} from '@endwatch/clinical';
import {
  aMeasurement,
  anExamination,
  aPatient,
  aReport,
  aStay,
  allItems,
  correctionOf,
  hour,
  retractionOf,
} from '@endwatch/clinical/testing';
import { asKnownSchema, type BoardRow } from '@endwatch/contracts';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { asKnown, tileThen } from '../domain/patient-page/as-known.ts';
import { changesOf } from '../domain/patient-page/known-then.ts';
import type { PatientHistory } from '../domain/patient-page/patient-history.ts';
import { createDataSource } from '../postgres/data-source.ts';
import { TypeormPatientQueries } from '../postgres/typeorm-patient-queries.ts';
import { TypeormPatientStore } from '../postgres/typeorm-patient-store.ts';
import { FakeRiskModel } from '../testing/fake-risk-model.ts';
import { PipelineBench } from '../testing/pipeline-bench.ts';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { AlertCommands } from './alert-commands.ts';

let url: string;
let source: DataSource;
let queries: TypeormPatientQueries;
let store: TypeormPatientStore;

beforeEach(async () => {
  url = await freshDatabase();
  source = await createDataSource({ url }).initialize();
  queries = new TypeormPatientQueries(source);
  store = new TypeormPatientStore(source);
});
afterEach(async () => {
  await source.destroy();
  await dropDatabase(url);
});

const RULES = { definitionAt: BY_PAPER, scheduleOf: () => DEFAULT_EXAMINATION_SCHEDULE };
const question = (history: PatientHistory, at: EpochMs) => ({
  ...{ history, at, ...RULES, manifest: new FakeRiskModel().manifest },
});

/** As the door writes it: known when it came. */
function cameAt(at: EpochMs, record: ClinicalRecord): ClinicalRecord {
  return { ...record, times: { ...record.times, brokerAt: at, ingestedAt: at } };
}

interface Kept {
  readonly at: EpochMs;
  readonly row: BoardRow | null;
}

/** Somebody who watches one patient on the live board and keeps every tile. */
class Watcher {
  readonly kept: Kept[] = [];
  readonly bench = new PipelineBench(hour(0), {}, store);
  readonly patientId = 'p1';

  /** To `at`, by the clock, then these records. */
  async see(at: EpochMs, ...records: readonly ClinicalRecord[]): Promise<void> {
    const { bench } = this;
    for (let next = bench.clock.now() + 15 * MINUTE; next < at; next += 15 * MINUTE) {
      await bench.passTo(next);
      await this.keep(next);
    }
    await bench.passTo(at);
    if (records.length > 0) await bench.deliver(...records.map((one) => cameAt(at, one)));
    await this.keep(at);
  }

  async act(at: EpochMs, what: (commands: AlertCommands, alertId: string) => Promise<unknown>) {
    await this.bench.passTo(at);
    const [alert] = (await queries.boardRow(this.patientId))?.row.alerts ?? [];
    if (alert)
      await what(new AlertCommands(this.bench.processor, store, this.bench.clock), alert.id);
    await this.keep(at);
  }

  async keep(at: EpochMs): Promise<void> {
    this.kept.push({ at, row: (await queries.boardRow(this.patientId))?.row ?? null });
  }

  /** Every tile that was kept against what is worked out now, after everything. */
  async compare(): Promise<number> {
    const history = await queries.history(this.patientId);
    if (history === null) throw new Error('nobody');
    let shown = 0;
    for (const { at, row } of this.kept) {
      const then = tileThen(question(history, at));
      // Who has left is on no board, and the page of then has the last tile.
      if (row !== null) shown += 1;
      expect([at, row === null ? null : then?.row]).toEqual([at, row]);
      if (row === null && then !== null) expect(then.placement).toBeNull();
    }
    return shown;
  }
}

const exam = (at: EpochMs, arm: number, key: string): ReturnType<typeof anExamination> =>
  anExamination({
    ...{ at, resourceKey: `Observation/${key}`, total: arm + 4 },
    items: allItems({ '5a': arm, '6a': 4 }),
  });

describe('what the board showed', () => {
  it('is shown again, tile by tile: late, corrected and retracted facts, alerts and what was done about them', async () => {
    const watcher = new Watcher();
    const stay = aStay({ hours: 8, totals: [6, 6] });
    const due = (until: EpochMs, from: EpochMs) =>
      stay.filter(({ times: { effectiveAt: at } }) => at <= until && at > from);
    for (let at = hour(0) + 10 * MINUTE; at <= hour(4); at += HOUR) {
      await watcher.see(at, ...due(at, at - HOUR - (at < hour(1) ? 100 * HOUR : 0)));
    }
    const late = exam(hour(2.5), 4, 'late');
    await watcher.see(hour(4.5), aReport('hyperdense artery', { at: hour(4.2) }));
    await watcher.see(hour(5), late);
    await watcher.act(hour(5.1), (commands, id) =>
      commands.acknowledge(id, { by: 'nora', account: 'nora', reason: 'Seen' }),
    );
    await watcher.see(hour(5.5), aMeasurement('heart-rate', 140, { at: hour(5.4) }));
    await watcher.see(hour(6), retractionOf(late));
    const crp = aMeasurement('crp', 60, { at: hour(5.8), resourceKey: 'Observation/crp' });
    await watcher.see(hour(6.2), crp);
    await watcher.see(
      hour(6.5),
      correctionOf(crp, { facts: aMeasurement('crp', 30, { at: hour(5.8) }).facts }),
    );
    await watcher.see(hour(7), exam(hour(6.9), 3, 'again'));
    await watcher.act(hour(7.1), (commands, id) =>
      commands.snooze(id, { by: 'nora', account: 'nora', reason: 'In imaging', minutes: 30 }),
    );
    await watcher.see(hour(9));
    expect(await watcher.compare()).toBeGreaterThan(20);
    const states = new Set(
      watcher.kept.flatMap(
        ({ row }) => row?.alerts.map(({ kind, state }) => `${kind} ${state}`) ?? [],
      ),
    );
    expect(states).toContain('end-confirmed acknowledged');
    expect(states).toContain('end-confirmed snoozed');
  });

  it('does not show an examination before it was known, however early it was made', async () => {
    const watcher = new Watcher();
    const [first, second] = [exam(hour(1), 1, 'first'), exam(hour(3), 1, 'second')];
    await watcher.see(hour(1.2), ...aStay({ hours: 0.5, totals: [] }), first);
    await watcher.see(hour(3.2), second);
    await watcher.see(hour(6), exam(hour(2), 4, 'planted'));
    const history = await queries.history('p1');
    if (history === null) throw new Error('nobody');
    const then = asKnown(question(history, hour(6) - 1));
    expect(() => asKnownSchema.parse(then)).not.toThrow();
    expect(then.tile?.end.status).toBe('none');
    expect(then.trajectory?.assessments).toHaveLength(2);
    expect(then.detail?.alerts.filter(({ kind }) => kind === 'end-confirmed')).toEqual([]);
    expect(then.next).toBe(new Date(hour(6)).toISOString());
    const after = asKnown(question(history, hour(6)));
    expect(after.tile?.end.status).toBe('confirmed');
    expect(after.trajectory?.assessments).toHaveLength(3);
    expect(asKnown(question(history, hour(1)))).toMatchObject({ tile: null, previous: null });
    expect(changesOf(history)[0]).toBe(hour(1.2));
  });

  it('keeps apart who was not merged yet', async () => {
    const watcher = new Watcher();
    await watcher.see(hour(1), ...aStay({ hours: 1, totals: [6] }));
    const other = { ...exam(hour(1.5), 4, 'of-p2'), patientId: 'p2' };
    await watcher.see(hour(2), aPatient({ patientId: 'p2', name: 'Other' }), other);
    await watcher.see(hour(3), aPatient({ patientId: 'p2', replacedBy: 'p1', version: '2' }));
    await watcher.see(hour(4));
    expect(await watcher.compare()).toBeGreaterThan(5);
    const ends = watcher.kept.map(({ row }) => row?.nihss.series.length);
    expect(new Set(ends)).toContain(2);
  });

  it('in whatever order things come', async () => {
    const parts: readonly ClinicalRecord[] = [
      exam(hour(1), 1, 'a'),
      exam(hour(2), 1, 'b'),
      exam(hour(2.5), 3, 'c'),
      aMeasurement('heart-rate', 130, { at: hour(2.2), resourceKey: 'Observation/hr' }),
      aReport('hyperdense artery', { at: hour(1.5) }),
      retractionOf(exam(hour(2.5), 3, 'c')),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...parts], { minLength: 3 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 6, maxLength: 6 }),
        async (order, gaps) => {
          await source.query(
            'TRUNCATE patient, clinical_record, observation, report, report_vector, score, alert, alert_version, board_row, board_event, seen_message, consumer_offset CASCADE',
          );
          store = new TypeormPatientStore(source);
          const watcher = new Watcher();
          let at = hour(3);
          await watcher.see(at, ...aStay({ hours: 0.5, totals: [] }));
          for (const [index, record] of order.entries()) {
            at += (gaps[index] ?? 1) * MINUTE;
            await watcher.see(at, record);
          }
          expect(await watcher.compare()).toBeGreaterThan(3);
        },
      ),
      { numRuns: 6 },
    );
  });
});
