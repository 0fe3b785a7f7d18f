import { responseReviewSchema } from '@endwatch/contracts';
import {
  anAlertAt,
  anAssessmentAt,
  aReviewedStay,
  endAt,
  hourOfStay,
} from '../../../testing/reviewed-stay.ts';
import type { ReviewAlert, ReviewStay } from '../review-stay.ts';
import { SiteClock } from '../site-clock.ts';
import { reviewResponse } from './review-response.ts';

const clock = new SiteClock('UTC');
/** T0 is Monday, 5 January 2026, 08:00 UTC. */
const NOW = hourOfStay(48);
const nurse = { by: 'nurse' };
const review = (stays: readonly ReviewStay[], now = NOW) =>
  reviewResponse({ stays, now, clock, pause: () => null });
const withAlerts = (...alerts: readonly ReviewAlert[]) => aReviewedStay({ alerts });

/** Answered after 4, 12 and 40 min; over by itself after 2 min and after 2 h; open for 10 min. */
const six = withAlerts(
  anAlertAt(1, 'risk-high', [{ after: 4, to: 'acknowledged', ...nurse }]),
  anAlertAt(2, 'examination-overdue', [
    { after: 12, to: 'snoozed', ...nurse },
    { after: 60, to: 'resolved' },
  ]),
  anAlertAt(3, 'risk-rising', [
    { after: 15, to: 'escalated' },
    { after: 40, to: 'acknowledged', ...nurse },
  ]),
  anAlertAt(4, 'examination-overdue', [{ after: 2, to: 'resolved' }]),
  anAlertAt(40, 'examination-overdue', [{ after: 120, to: 'resolved' }]),
  anAlertAt(48 - 10 / 60, 'risk-high'),
);

describe('how well alerts were answered', () => {
  it('speaks the contract', async () => {
    expect(responseReviewSchema.parse(await review([six]))).toMatchObject({ stays: 1 });
    expect(responseReviewSchema.parse(await review([]))).toMatchObject({ perPatientDay: null });
  });

  it('within minutes, worked by hand', async () => {
    const { overall, perPatientDay } = await review([six]);
    expect(overall).toMatchObject({
      alerts: 6,
      // 4 min, of those and 12, 40, 120 and the open one; over after 2 min needed nobody.
      within5: { k: 1, n: 5 },
      // Of the open one nobody can say yet.
      within15: { k: 2, n: 4 },
      within30: { k: 2, n: 4 },
      minutes: { n: 3, median: 12 },
      escalated: { k: 1, n: 6 },
      // Two were over by themselves, three were answered.
      missed: { k: 2, n: 5 },
      // The second overdue one came an hour after the first was over; the third 36 h after; risk-high was never over.
      repeated: { k: 1, n: 6 },
    });
    expect(perPatientDay).toBe(3);
  });

  it('has no interval where a patient had several alerts', async () => {
    const one = (after: number) =>
      withAlerts(anAlertAt(1, 'risk-high', [{ after, to: 'acknowledged', ...nurse }]));
    const each = (await review([one(4), one(20)])).overall;
    expect([each.within5.ci95, each.missed.ci95]).not.toContain(null);
    expect((await review([six])).overall).toMatchObject({
      ...{ within5: { ci95: null }, within15: { ci95: null }, escalated: { ci95: null } },
      ...{ missed: { ci95: null }, repeated: { ci95: null } },
    });
  });

  it('counts as answered only what a person did', async () => {
    const { overall } = await review([
      withAlerts(
        anAlertAt(1, 'risk-high', [
          { after: 3, to: 'escalated' },
          { after: 4, to: 'raised', ...nurse },
          { after: 9, to: 'resolved', ...nurse },
        ]),
        anAlertAt(30, 'risk-high', [
          { after: 1, to: 'acknowledged', ...nurse },
          { after: 200, to: 'raised' },
        ]),
      ),
    ]);
    // Declined after 4 min is not answered; closed after 9 min is. The second rang again by itself, the first did not.
    expect(overall).toMatchObject({
      ...{ within5: { k: 1, n: 2 }, minutes: { median: 5 }, repeated: { k: 1, n: 2 } },
    });
  });

  it.each([
    ['time had passed, whatever its words are', 'In other words', true, 0],
    ['it got worse, in words that say something else', 'The snooze is over', false, 1],
    ['a snooze was over, before that was noted', 'The snooze is over', null, 0],
    [
      'who had it was asked after it, before that was noted',
      'N. Urse took it 1 h ago and it is still open, 5 min late',
      null,
      0,
    ],
    [
      'their shift ended, before that was noted',
      'Handed over at the end of the shift: N. Urse had it',
      null,
      0,
    ],
    ['it got worse, before that was noted', 'Worse than when it was snoozed', null, 1],
  ])('raised again because %s', async (_, reason, byClock, k) => {
    const taken = { after: 1, to: 'acknowledged', ...nurse };
    const { overall } = await review([
      withAlerts(anAlertAt(1, 'risk-high', [taken, { after: 200, to: 'raised', reason, byClock }])),
    ]);
    expect(overall.repeated).toMatchObject({ k, n: 1 });
  });

  it('by kind, hour and weekday; technical ones by kind only', async () => {
    const stale = { ...anAlertAt(5, 'data-stale'), priority: 'technical' } as const;
    const found = await review([{ ...six, alerts: [...six.alerts, stale] }]);
    expect(found.overall.alerts).toBe(6);
    expect(found.byKind.map(({ kind, alerts }) => [kind, alerts])).toEqual([
      ['risk-high', 2],
      ['risk-rising', 1],
      ['examination-overdue', 3],
      ['data-stale', 1],
    ]);
    expect(found.byHour[9]).toMatchObject({ hour: 9, alerts: 1 });
    expect(found.byWeekday.map(({ alerts }) => alerts)).toEqual([4, 0, 2, 0, 0, 0, 0]);
  });
});

describe('load', () => {
  it('has a cell for each hour of the week, and shifts without any alert', async () => {
    const { load, wardShifts } = await review([six]);
    expect(load).toHaveLength(168);
    expect(load.reduce((sum, { nurseHours }) => sum + nurseHours, 0)).toBe(48);
    expect(load.find(({ hour, weekday }) => weekday === 1 && hour === 9)).toEqual({
      ...{ hour: 9, weekday: 1, alerts: 1, nurseHours: 1, perNurseHour: 1 },
    });
    // Nobody was there on Sunday.
    expect(load.at(-1)).toMatchObject({ weekday: 7, hour: 23, perNurseHour: null });
    // Mon 8 → Wed 8: early (from 8), late, night, early, late, night, early (to 8).
    expect(wardShifts).toMatchObject({ shifts: 7, alerts: 6, most: 4, spread: { median: 0 } });
    expect(wardShifts.mean).toBeCloseTo(6 / 7, 12);
  });

  it('counts a ward once, however many patients it has', async () => {
    const { load } = await review([six, aReviewedStay({ patientId: 'p2' })]);
    expect(load.reduce((sum, { nurseHours }) => sum + nurseHours, 0)).toBe(48);
  });

  it('answers by how many rang on the ward in the 2 h before', async () => {
    const answered = (at: number, after: number, ward = 'stroke') => ({
      ...anAlertAt(at, `risk-high`, [{ after, to: 'acknowledged', ...nurse }]),
      ward,
    });
    const { fatigue } = await review([
      withAlerts(
        answered(1, 4),
        answered(2, 10),
        // 2 h after the first to the minute: it counts.
        answered(3, 20),
        answered(3, 30),
        answered(3.1, 2, 'elsewhere'),
        answered(10, 6),
      ),
    ]);
    expect(fatigue.map(({ before, alerts }) => [before, alerts])).toEqual([
      ['0', 3],
      ['1', 1],
      ['2–3', 2],
      ['4–7', 0],
      ['8 or more', 0],
    ]);
    expect(fatigue[0]).toMatchObject({ minutes: { median: 4 }, within15: { k: 3, n: 3 } });
    expect(fatigue[2]).toMatchObject({ minutes: { median: 25 }, within15: { k: 0, n: 2 } });
  });
});

describe('from END to somebody', () => {
  it('adds up the steps', async () => {
    const stays = [
      aReviewedStay({
        ...{ patientId: 'a', end: endAt(10, 10.5) },
        alerts: [
          // Of a suspicion before it.
          anAlertAt(9, 'end-confirmed', [{ after: 1, to: 'resolved' }]),
          anAlertAt(10.6, 'end-confirmed', [{ after: 9, to: 'acknowledged', ...nurse }]),
        ],
      }),
      aReviewedStay({
        ...{ patientId: 'b', end: endAt(20) },
        alerts: [anAlertAt(20, 'end-confirmed', [{ after: 50, to: 'resolved' }])],
      }),
      aReviewedStay({ patientId: 'c', end: endAt(30) }),
      aReviewedStay({ patientId: 'd', end: endAt(30), loadedAfterwards: true }),
    ];
    const { endToAcknowledged: found } = await review(stays);
    expect(found.list.map(({ patientId }) => patientId)).toEqual(['b', 'c', 'a']);
    const [first] = found.list.filter(({ patientId }) => patientId === 'a');
    expect(first?.toKnown).toBeCloseTo(30, 9);
    expect(first?.toRaised).toBeCloseTo(6, 9);
    expect(first?.toAcknowledged).toBeCloseTo(9, 9);
    expect(first?.total).toBeCloseTo(45, 9);
    expect(found.never).toMatchObject({ k: 1, n: 2 });
    expect(found.totalMinutes.n).toBe(1);
  });
});

describe('an END that was suspected first', () => {
  it('counts from when it rang as confirmed, and who took note after that', async () => {
    const stay = aReviewedStay({
      ...{ patientId: 'a', end: endAt(10, 10.5) },
      alerts: [
        anAlertAt(9, 'end-confirmed', [
          { after: 5, to: 'acknowledged', ...nurse },
          { after: 96, to: 'raised' },
          { after: 106, to: 'acknowledged', ...nurse },
        ]),
      ],
    });
    const { endToAcknowledged: found } = await review([stay]);
    expect(found.never).toMatchObject({ k: 0, n: 1 });
    expect(found.list[0]?.toRaised).toBeCloseTo(6, 9);
    expect(found.list[0]?.toAcknowledged).toBeCloseTo(10, 9);
    expect(found.list[0]?.total).toBeCloseTo(46, 9);
  });
});

describe('overdue examinations', () => {
  it('are over when somebody examined', async () => {
    const stays = [
      aReviewedStay({
        ...{ patientId: 'a', alerts: [anAlertAt(8, 'examination-overdue')] },
        assessments: [anAssessmentAt(0), anAssessmentAt(8.5, 9), anAssessmentAt(12)],
      }),
      aReviewedStay({
        ...{ patientId: 'b', alerts: [anAlertAt(20, 'examination-overdue')] },
        assessments: [anAssessmentAt(0), anAssessmentAt(19.9)],
      }),
      aReviewedStay({
        ...{ patientId: 'c', alerts: [anAlertAt(47.5, 'examination-overdue')] },
        assessments: [anAssessmentAt(0)],
      }),
    ];
    const { overdueExaminations } = await review(stays);
    expect(overdueExaminations).toMatchObject({
      ...{ reminders: 3, per100PatientDays: 50 },
      minutesUntilExamined: { n: 1, median: 30 },
      stays: { k: 3, n: 3 },
      // The last one is half an hour old.
      within60: { k: 1, n: 2 },
      neverExamined: { k: 2, n: 3 },
    });
  });
});

describe('reasons that were given', () => {
  const said = (after: number, reason: string) => ({
    ...{ after, to: 'acknowledged', reason, ...nurse },
  });
  const declined = (after: number, why: string) => ({
    ...{ after, to: 'raised', reason: `Declined: ${why}`, ...nurse },
  });

  it('are counted by kind: the last of each alert, every one of those who declined', async () => {
    const { reasons } = await review([
      withAlerts(
        anAlertAt(1, 'risk-high', [said(4, 'Seen'), said(9, 'Examined: no new deficit')]),
        anAlertAt(2, 'risk-high', [said(4, 'Examined'), said(9, 'Taken over')]),
        anAlertAt(3, 'risk-high', [said(4, 'Examined'), said(9, 'Imaging ordered')]),
        anAlertAt(4, 'risk-high', [said(4, 'Taken')]),
        // Kept before there were lists.
        anAlertAt(5, 'risk-high', [said(4, 'at the bedside')]),
        anAlertAt(6, 'risk-high', [{ after: 9, to: 'resolved' }]),
        anAlertAt(7, 'end-confirmed', [
          ...[declined(5, 'In theatre'), declined(6, 'In theatre'), declined(7, 'asleep')],
          said(8, 'Examined'),
        ]),
      ),
    ]);
    expect(reasons.map(({ kind, act, reason, n }) => [kind, act, reason, n])).toEqual([
      // A reason of another kind of alert is none of this one.
      ['end-confirmed', 'acknowledged', null, 1],
      ['end-confirmed', 'declined', 'In theatre', 2],
      ['end-confirmed', 'declined', null, 1],
      ['risk-high', 'acknowledged', 'Examined', 2],
      ['risk-high', 'acknowledged', null, 1],
      ['risk-high', 'acknowledged', 'Imaging ordered', 1],
      ['risk-high', 'acknowledged', 'Seen', 1],
    ]);
  });
});
