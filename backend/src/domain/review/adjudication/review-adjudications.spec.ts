import { alertPolicyFor } from '../../alerting/alert-policy.ts';
import { anAlertAt, aReviewedStay, endAt, hourOfStay } from '../../../testing/reviewed-stay.ts';
import type { ReviewStay } from '../review-stay.ts';
import type { JudgedEnd } from './as-judged.ts';
import { asJudged } from './as-judged.ts';
import { reviewAdjudications } from './review-adjudications.ts';

const policy = alertPolicyFor({ medium: 0.2, high: 0.35, highOff: 0.25 });
const now = hourOfStay(500);

function judged(patientId: string, more: Partial<JudgedEnd> = {}): JudgedEnd {
  return {
    ...{ encounterId: `e-${patientId}`, judgement: 'end', at: hourOfStay(26), cause: 'oedema' },
    ...{ reason: null, decidedAt: now, by: 'reviewer', ...more },
  };
}
const none = { judgement: 'no-end', at: null, cause: null, reason: 'sedated' } as const;
const unclear = { judgement: 'undecided', at: null, cause: null } as const;

const stays: ReviewStay[] = [
  // Charted four hours late: the alert came before either.
  aReviewedStay({ patientId: 'a', end: endAt(30), alerts: [anAlertAt(20, 'risk-high')] }),
  // Charted, and none: a rise under sedation that an alert had "foretold".
  aReviewedStay({ patientId: 'b', end: endAt(40), alerts: [anAlertAt(30, 'risk-high')] }),
  // Never charted, and one.
  aReviewedStay({ patientId: 'c' }),
  aReviewedStay({ patientId: 'd' }),
  aReviewedStay({ patientId: 'e', end: endAt(50) }),
  aReviewedStay({ patientId: 'f', end: endAt(60) }),
  aReviewedStay({ patientId: 'g', end: endAt(70) }),
];
const all = [
  ...[judged('a'), judged('b', none), judged('c', { cause: 'seizure' })],
  ...[judged('d', { ...none, reason: 'no-rise' }), judged('e', unclear)],
];
const asked = (some: readonly JudgedEnd[]): Parameters<typeof reviewAdjudications>[0] => ({
  ...{ stays, policy, now, pause: () => null },
  judgedOf: new Map(some.map((one) => [one.encounterId, one])),
});

describe('END as charted beside END as judged', () => {
  it('counts who agrees, who waits, and why', async () => {
    const found = await reviewAdjudications(asked(all));
    expect(found).toMatchObject({
      ...{ stays: 7, ends: 5, judged: 5, undecided: 1 },
      table: { endEnd: 1, endNone: 1, noneEnd: 1, noneNone: 1 },
      chartedRight: { k: 1, n: 2 },
      judgedCharted: { k: 1, n: 2 },
      kappa: 0,
      causes: [
        { cause: 'oedema', ends: 1 },
        { cause: 'seizure', ends: 1 },
      ],
      reasons: [
        { reason: 'sedated', stays: 1 },
        { reason: 'no-rise', stays: 1 },
      ],
      chartedAfterHours: { n: 1, median: 4 },
    });
    expect(found.waiting.map(({ patientId }) => patientId)).toEqual(['g', 'f']);
  });

  it('says what the alerts of the same stays were worth by either', async () => {
    const { byCharted, byJudged } = await reviewAdjudications(asked(all));
    expect(byCharted).toMatchObject({ ends: 2, warned: { k: 2, n: 2 }, followed: { k: 2, n: 2 } });
    // The alert of b was false, and c had none.
    expect(byJudged).toMatchObject({ ends: 2, warned: { k: 1, n: 2 }, followed: { k: 1, n: 2 } });
    expect([byCharted.leadHours.median, byJudged.leadHours.median]).toEqual([10, 6]);
  });

  it('is empty where nobody has judged', async () => {
    const found = await reviewAdjudications(asked([]));
    expect(found).toMatchObject({ judged: 0, kappa: null, causes: [], reasons: [] });
    expect(found.chartedRight).toMatchObject({ n: 0, value: null });
    expect(found.waiting).toHaveLength(5);
  });

  it('puts what was judged in the place of both END that a stay may have', () => {
    const [stay] = stays;
    const two = { ...stay!, forecastEnd: endAt(10), seenUntil: hourOfStay(12) };
    expect(asJudged(two, judged('a', none))).toEqual({
      ...stay,
      end: { status: 'none', rule: null, at: null, knownAt: null },
    });
    expect(asJudged(two, judged('a'))?.end).toMatchObject({
      status: 'confirmed',
      at: hourOfStay(26),
    });
    expect(asJudged(two, judged('a', unclear))).toBeNull();
  });
});
