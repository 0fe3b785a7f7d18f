import { HOUR, MINUTE, type EndFinding } from '@endwatch/clinical';
import { T0 } from '@endwatch/clinical/testing';
import fc from 'fast-check';
import { aReviewedStay, aScoreOf, hourOfStay } from '../../../testing/reviewed-stay.ts';
import type { AlertState } from '../../alerting/alert.ts';
import { moveAlert } from '../../alerting/alert-life.ts';
import { alertPolicyFor, type AlertPolicy } from '../../alerting/alert-policy.ts';
import { decideAlerts } from '../../alerting/decide-alerts.ts';
import { isRemembered, type ScorePoint } from '../../alerting/verdict.ts';
import type { ReviewScore, ReviewStay } from '../review-stay.ts';
import { packCohort } from './pack-cohort.ts';
import { alertPolicyOf, reviewPolicyOf } from './policy.ts';
import { simulateAlerts, type Ring } from './simulate-alerts.ts';

const today = alertPolicyFor({ medium: 0.2, high: 0.35, highOff: 0.25 });
const LATER = hourOfStay(400);

function ringsOf(stay: ReviewStay, policy = alertPolicyOf(reviewPolicyOf(today), today)) {
  const scores = stay.scores.toSorted((a, b) => a.asOf - b.asOf || a.knownAt - b.knownAt);
  const [packed] = packCohort([{ ...stay, scores }], LATER).stays;
  return simulateAlerts(packed!, policy);
}

const inHours = (rings: readonly Ring[]) =>
  rings.map(({ at, kind, again }) => [(at - T0) / HOUR, kind, again]);
const course = (...risks: readonly (readonly [hour: number, risk: number])[]) =>
  aReviewedStay({ scores: risks.map(([hour, risk]) => aScoreOf(hour, risk)) });

describe('simulated alerts', () => {
  const later = 2 / 60;

  it('ring two minutes after the risk crossed and again after it was below off', () => {
    const stay = course([1, 0.34], [2, 0.35], [3, 0.26], [4, 0.36], [5, 0.24], [6, 0.35]);
    expect(inHours(ringsOf(stay))).toEqual([
      [2 + later, 'risk-high', false],
      [6 + later, 'risk-high', false],
    ]);
  });

  it('repeat at ten points more, and not when nothing repeats', () => {
    const stay = course([2, 0.35], [3, 0.44], [4, 0.45], [5, 0.5], [6, 0.56]);
    expect(inHours(ringsOf(stay))).toEqual([
      [2 + later, 'risk-high', false],
      [4 + later, 'risk-rising', true],
      [6 + later, 'risk-rising', true],
    ]);
    const never = alertPolicyOf({ ...reviewPolicyOf(today), risingBy: null }, today);
    expect(inHours(ringsOf(stay, never))).toEqual([[2 + later, 'risk-high', false]]);
  });

  it('wait out a longer minimum duration', () => {
    const patient = alertPolicyOf({ ...reviewPolicyOf(today), minimumMinutes: 90 }, today);
    const stay = course([1, 0.4], [2, 0.2], [3, 0.4], [4, 0.4], [5, 0.4]);
    expect(inHours(ringsOf(stay, patient))).toEqual([[4.5, 'risk-high', false]]);
  });

  it('rest on what was known: history that came late rings no bell', () => {
    const late = aReviewedStay({ scores: [aScoreOf(2, 0.9, { known: 4 }), aScoreOf(5, 0.1)] });
    expect(ringsOf(late)).toEqual([]);
  });

  it('end with END known and with departure', () => {
    const scores = [aScoreOf(2, 0.1), aScoreOf(10, 0.6)];
    const end = { status: 'confirmed', rule: 'total' } as const;
    const known = { ...end, at: hourOfStay(8), knownAt: hourOfStay(9) };
    expect(ringsOf(aReviewedStay({ scores, end: known }))).toEqual([]);
    expect(ringsOf(aReviewedStay({ scores, dischargedAt: hourOfStay(9) }))).toEqual([]);
    expect(ringsOf(aReviewedStay({ scores }))).toHaveLength(1);
  });
});

const NO_END: EndFinding = {
  ...{ status: 'none', rule: null, at: null, phase: null, deltaTotal: null, deltaMotor: null },
  ...{ referenceAt: null, motorEvaluable: true, repeat: null, definition: null, reason: '' },
};

/** The live rule, asked whenever anything changed and whenever it asked to be. `people`: whether somebody takes note of each ring at once. */
function live(scores: readonly ReviewScore[], policy: AlertPolicy, people: boolean): Ring[] {
  const times = scores.flatMap(({ knownAt, supersededAt }) => [knownAt, supersededAt ?? knownAt]);
  const pending = [...new Set(times)].sort((a, b) => a - b);
  const rings: Ring[] = [];
  let alerts: readonly AlertState[] = [];
  const wake: { at: number | null } = { at: null };
  const ask = (now: number): void => {
    const standing = scores
      .filter((one) => one.knownAt <= now && (one.supersededAt ?? Infinity) > now)
      .sort((a, b) => b.asOf - a.asOf);
    const gone = scores.filter(
      ({ supersededAt, knownAt }) => supersededAt === now && knownAt < now,
    );
    const superseded = new Map<string, ScorePoint | null>(
      gone.map(({ id, asOf }) => [id, standing.find((one) => one.asOf === asOf) ?? null]),
    );
    const decision = decideAlerts({
      policy,
      situation: {
        ...{ patientId: 'p1', now, alerts, closed: null, admittedAt: T0, end: NO_END, rise: null },
        risk: {
          scores: standing,
          superseded,
          ended: null,
          endedForModelOnly: false,
          evidence: ['vital signs'],
        },
        examination: { lastAt: null, dueAt: null, mostGrace: null, expected: '' },
        ...{ streams: [], judgeAbsence: true },
      },
      newId: (kind) => `${kind}/${String(now)}`,
    });
    for (const { alertId, from, to } of decision.transitions) {
      const kind = alertId.startsWith('risk-high') ? 'risk-high' : 'risk-rising';
      if (to !== 'raised') continue;
      rings.push({ at: now, kind, again: kind === 'risk-rising' || from !== null });
    }
    alerts = decision.known
      .filter((alert) => isRemembered(alert, now))
      .map((alert) => {
        if (!people || alert.state !== 'raised') return alert;
        const move = { to: 'acknowledged', at: now, by: 'N. Urse', reason: 'seen' } as const;
        const moved = moveAlert(alert, move);
        return moved.ok ? moved.alert : alert;
      });
    wake.at = decision.lookAgainAt;
  };
  const end = hourOfStay(168);
  for (const at of [...pending.filter((one) => one < end), end]) {
    while (wake.at !== null && wake.at < at) ask(wake.at);
    if (at < end) ask(at);
  }
  return rings;
}

/** Scores every few minutes or hours; some known late, some replaced or taken back by what came later. */
const scoresArbitrary = fc
  .array(
    fc.record({
      minutes: fc.integer({ min: 1, max: 150 }),
      risk: fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
      delay: fc.constantFrom(0, 0, 0, 0, 1, 30, 90),
      replaced: fc.option(fc.integer({ min: 0, max: 20 }), { freq: 5 }),
      withdrawn: fc.boolean(),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((steps) => {
    let at = T0;
    return steps.flatMap(({ minutes, risk, delay, replaced, withdrawn }, index) => {
      at += minutes * MINUTE;
      const score: ReviewScore = {
        ...aScoreOf(0, risk),
        ...{ id: `s${String(index)}`, asOf: at, knownAt: at + delay * MINUTE },
      };
      if (replaced === null) return [score];
      const supersededAt = score.knownAt + 45 * MINUTE;
      const old = { ...score, supersededAt };
      if (withdrawn) return [old];
      return [
        old,
        { ...score, id: `r${String(index)}`, next24h: replaced / 20, knownAt: supersededAt },
      ];
    });
  });

const policyArbitrary = fc.record({
  on: fc.constantFrom(0.2, 0.35, 0.5, 0.7),
  drop: fc.constantFrom(0, 0.05, 0.1),
  minimumMinutes: fc.constantFrom(0, 2, 30, 120),
  risingBy: fc.constantFrom(0.05, 0.1, 0.2, null),
});

describe('beside the live rule', () => {
  it("today's policy gives the same risk-high alerts, whatever people do", () => {
    fc.assert(
      fc.property(scoresArbitrary, fc.boolean(), (scores, people) => {
        // What an escalation rings anew after two hours is the same alert.
        const high = (rings: readonly Ring[]) =>
          rings.filter(({ kind, again }) => kind === 'risk-high' && !again);
        expect(high(ringsOf(aReviewedStay({ scores })))).toEqual(high(live(scores, today, people)));
      }),
      { numRuns: 400 },
    );
  });

  it('any policy gives the same rings, first and repeated, where each is taken note of', () => {
    fc.assert(
      fc.property(scoresArbitrary, policyArbitrary, (scores, { drop, ...asked }) => {
        const policy = alertPolicyOf({ ...asked, off: asked.on - drop }, today);
        expect(ringsOf(aReviewedStay({ scores }), policy)).toEqual(live(scores, policy, true));
      }),
      { numRuns: 400 },
    );
  });
});
