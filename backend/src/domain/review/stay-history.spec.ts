import {
  BY_PAPER,
  DEFAULT_EXAMINATION_SCHEDULE,
  HOUR,
  type ClinicalRecord,
} from '@endwatch/clinical';
import {
  aMeasurement,
  aPatient,
  aReport,
  allItems,
  anEncounter,
  anExamination,
  correctionOf,
  hour,
  T0,
} from '@endwatch/clinical/testing';
import { stayHistorySchema, type Adjudication } from '@endwatch/contracts';
import type { StoredPatient } from '../patient-state/stored-patient.ts';
import { historyCsv, type CsvTable } from './csv-tables.ts';
import type { ReviewAlert } from './review-stay.ts';
import { toStayHistory, type HistoryQuestion, type StayCourse } from './stay-history.ts';
import { aReviewScore } from './testing/stays.ts';

const examined = (hours: number, total: number, known = hours): ClinicalRecord =>
  anExamination({
    ...{ at: hour(hours), brokerAt: hour(known), total, rater: 'Practitioner/7' },
    items: allItems({ '9': Math.min(3, total), '4': Math.max(0, total - 3) }),
  });
const crp = aMeasurement('crp', 60, { at: hour(4), resourceKey: 'Observation/crp' });
const corrected = correctionOf(crp, { facts: aMeasurement('crp', 6).facts });
const records: readonly ClinicalRecord[] = [
  aPatient({ name: 'Ada Example' }),
  anEncounter(),
  examined(1, 3),
  // Made at hour 6, charted at hour 20: the trap.
  examined(6, 6, 20),
  examined(10, 3),
  crp,
  { ...corrected, times: { ...corrected.times, effectiveAt: hour(4), ingestedAt: hour(12) } },
  aReport('Ada Example has an M1 occlusion.', { at: hour(2), brokerAt: hour(3) }),
];
const stored: StoredPatient = {
  ...{ patientId: 'p1', version: 3, aliases: [], mergedInto: null, records },
  ...{ reportVectors: [], alerts: [], scores: [], scoresFrom: null },
};
const alert: ReviewAlert = {
  ...{ id: 'a1', ward: 'w1', kind: 'end-confirmed', priority: 'high', state: 'acknowledged' },
  raisedAt: hour(20),
  transitions: [
    {
      at: hour(20),
      from: null,
      to: 'raised',
      by: 'system',
      reason: 'NIHSS 3 to 6',
      byClock: false,
    },
    {
      at: hour(21),
      from: 'raised',
      to: 'acknowledged',
      by: 'n.urse',
      reason: '=seen, Ada Example sleeps',
      byClock: false,
    },
  ],
};
const scores = [
  aReviewScore(4, 0.3, { id: 'first', supersededAt: hour(12) }),
  aReviewScore(4, 0.1, { id: 'again', knownAt: hour(12) }),
  aReviewScore(10, 0.2, { id: 'later' }),
];
const question = (changes: Partial<HistoryQuestion> = {}): HistoryQuestion => ({
  ...{ stored, scores, alerts: [alert], directory: { version: 1, locations: new Map() } },
  ...{
    now: hour(24),
    admittedAt: null,
    knownAt: null,
    definitionAt: BY_PAPER,
    scheduleOf: () => DEFAULT_EXAMINATION_SCHEDULE,
  },
  thresholds: { medium: 0.15, high: 0.25 },
  ...changes,
});
const history = (changes: Partial<HistoryQuestion> = {}): StayCourse => {
  const made = toStayHistory(question(changes));
  if (made === null) throw new Error('no history');
  return stayHistorySchema.omit({ adjudications: true }).parse(made);
};
const totals = ({ examinations }: StayCourse): (number | null)[] =>
  examinations.map(({ total }) => total);
const linesOf = ({ rows }: CsvTable): string =>
  rows.map((cells) => `${cells.join(',')}\n`).join('');
const iso = (hours: number): string => new Date(hour(hours)).toISOString();

describe('the history of a stay', () => {
  it('has everything on one axis, each with when it was true and when it was known', () => {
    const now = history();
    expect(totals(now)).toEqual([3, 6, 3]);
    expect(now.examinations[1]).toMatchObject({ at: iso(6), knownAt: iso(20) });
    expect(now.end).toMatchObject({ status: 'confirmed', at: iso(6), knownAt: iso(20) });
    expect(now.measurements).toMatchObject([
      { name: 'crp', kind: 'laboratory', points: [{ at: iso(4), knownAt: iso(12), value: 6 }] },
    ]);
    expect(now.reports).toMatchObject([{ at: iso(2), knownAt: iso(3) }]);
    // For paper: whose it is is not said.
    expect(now.reports[0]?.text).toContain('Ada Example');
    expect(now.reports[0]?.masked.text).toBe('[name] [name] has an M1 occlusion.');
    expect(now.alerts[0]?.transitions.map(({ by, reason }) => [by, reason])).toEqual([
      ['system', 'NIHSS 3 to 6'],
      ['n.urse', '=seen, [name] [name] sleeps'],
    ]);
    expect(now).toMatchObject({ ward: 'bed-1', knownAt: null, loadedAfterwards: false });
  });

  it('as known at a moment has nothing that was charted later, though it was true by then', () => {
    const then = history({ knownAt: hour(19) });
    expect(totals(then)).toEqual([3, 3]);
    expect(then.end).toMatchObject({ status: 'none', at: null });
    expect(then.alerts).toEqual([]);
    expect(history({ knownAt: hour(20) }).end.status).toBe('confirmed');
  });

  it('as known at a moment has values before they were corrected, and alerts before anybody had them', () => {
    const points = (knownAt: number): unknown =>
      history({ knownAt }).measurements[0]?.points.map(({ value }) => value);
    expect(points(hour(11))).toEqual([60]);
    expect(points(hour(12))).toEqual([6]);
    expect(history({ knownAt: hour(20.5) }).alerts).toMatchObject([{ state: 'raised' }]);
  });

  it('keeps what the board showed apart from what stands now', () => {
    const { risk } = history();
    expect(risk.knownNow.map(({ scoreId }) => scoreId)).toEqual(['again', 'later']);
    // The correction of an earlier hour never was the newest on the board.
    expect(risk.knownThen.map(({ scoreId }) => scoreId)).toEqual(['first', 'later']);
    expect(risk.knownThen.map(({ band }) => band)).toEqual(['high', 'medium']);
    expect(history({ knownAt: hour(11) }).risk.knownNow.map(({ scoreId }) => scoreId)).toEqual([
      'first',
      'later',
    ]);
  });

  it('shows which examinations were due and what answered them', () => {
    expect(history().due).toEqual([
      { dueAt: iso(1), doneAt: iso(1), lateMinutes: 0 },
      { dueAt: iso(5), doneAt: iso(6), lateMinutes: 60 },
      { dueAt: iso(10), doneAt: iso(10), lateMinutes: 0 },
      { dueAt: iso(14), doneAt: null, lateMinutes: null },
    ]);
  });

  it('of a stay that nobody knew of then, or of another, is none', () => {
    expect(toStayHistory(question({ knownAt: T0 - HOUR }))).toBeNull();
    expect(toStayHistory(question({ admittedAt: T0 + 1 }))).toBeNull();
    expect(toStayHistory(question({ admittedAt: T0 }))).not.toBeNull();
    expect(toStayHistory(question({ stored: { ...stored, mergedInto: 'p2' } }))).toBeNull();
  });

  it('as CSV tells neither who it was nor when', () => {
    const { at } = history().end;
    const adjudications: Adjudication[] = [
      {
        ...{ judgement: 'end', at, cause: 'oedema', reason: null },
        ...{ decidedAt: at ?? '', by: 'q.reviewer', byName: 'Ada' },
      },
    ];
    const csv = linesOf(historyCsv({ ...history(), adjudications }));
    expect(csv).toContain('6,20,examination,total,6,,\n');
    expect(csv).toContain('4,12,laboratory,crp,6,mg/L,\n');
    expect(csv).toContain('21,21,alert,end-confirmed,acknowledged,,person\n');
    expect(csv).toContain(',judged,end,,,oedema\n');
    for (const secret of [
      'Ada',
      'p1',
      'e1',
      '2026',
      'n.urse',
      'q.reviewer',
      'Practitioner',
      'seen',
    ]) {
      expect(csv).not.toContain(secret);
    }
    const loaded = linesOf(historyCsv({ ...history(), adjudications: [], loadedAfterwards: true }));
    expect(loaded).toContain('6,,examination,total,6,,\n');
  });
});
