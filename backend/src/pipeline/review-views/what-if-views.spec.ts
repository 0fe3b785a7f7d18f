import { MINUTE } from '@endwatch/clinical';
import type { WhatIfReview } from '@endwatch/contracts';
import { alertPolicyFor } from '../../domain/alerting/alert-policy.ts';
import { reviewPolicyOf } from '../../domain/review/what-if/policy.ts';
import { withThreshold } from '../../domain/review/what-if/presets.ts';
import { aReviewedStay, aScoreOf, endAt, hourOfStay } from '../../testing/reviewed-stay.ts';
import type { ReviewStay } from '../../domain/review/review-stay.ts';
import { PackedCohorts } from './packed-cohorts.ts';
import type { ViewParts } from './view-parts.ts';
import { proposalView, whatIfView, type PoliciesToday } from './what-if-views.ts';

const house = alertPolicyFor({ medium: 0.2, high: 0.35, highOff: 0.25 }, { minimumDuration: 0 });
/** Forecasts are too old for it at once. */
const hasty = { ...house, risk: { ...house.risk, oldest: -1 } };
const now = hourOfStay(500);
const asToday = reviewPolicyOf(house);
const filter = {} as never;

const warned = aReviewedStay({
  ...{ patientId: 'a', end: endAt(30), scores: [aScoreOf(10, 0.4), aScoreOf(20, 0.55)] },
});
const missed = aReviewedStay({ patientId: 'b', end: endAt(24), scores: [aScoreOf(20, 0.2)] });

function desk(stays: ReviewStay[]) {
  const load = jest.fn(() => Promise.resolve([...stays]));
  const parts = { packed: new PackedCohorts({ load } as never) } as unknown as ViewParts;
  const ask = async (
    policy = asToday,
    shown = house,
    more: { now?: number; curve?: boolean } = {},
  ): Promise<Omit<WhatIfReview, 'tookMs'>> => {
    const today: PoliciesToday = { house, own: new Map(), shown };
    const asked = { filter, today, policy, preset: null, curve: false, now, ...more };
    const { tookMs, ...body } = (await whatIfView(parts, asked, () => null)).body;
    expect(tookMs).toBeGreaterThanOrEqual(0);
    return body;
  };
  return { parts, load, ask };
}

describe('a policy that is tried on a held cohort', () => {
  it('gives what it gave, and what it gives on a cohort nobody held', async () => {
    const { ask, load } = desk([warned, missed]);
    const low = withThreshold(asToday, 0.14);
    const first = [await ask(), await ask(low)];
    expect([await ask(), await ask(low)]).toEqual(first);
    expect(load).toHaveBeenCalledTimes(1);
    expect([await desk([warned, missed]).ask(), await desk([warned, missed]).ask(low)]).toEqual(
      first,
    );
    expect(first.map(({ asked }) => asked.missedEnds)).toEqual([1, 0]);
  });

  it('is not taken for another that differs only in what it does not say itself', async () => {
    const { ask } = desk([warned]);
    const alerts = [await ask(asToday, house), await ask(asToday, hasty)].map(
      ({ asked }) => asked.alerts,
    );
    expect(alerts).toEqual([2, 0]);
  });

  it('the curve moves the threshold and nothing else, and has the point that was asked', async () => {
    const { ask } = desk([warned, missed]);
    const { curve } = await ask(asToday, house, { curve: true });
    for (const point of curve ?? []) {
      expect((await ask(point.policy)).asked).toEqual(point);
      expect(point.policy).toEqual(withThreshold(asToday, point.policy.on));
    }
    expect(curve?.length).toBeGreaterThan(5);
  });

  it('is a proposal with the same figures', async () => {
    const { ask, parts } = desk([warned, missed]);
    const today = { house, own: new Map(), shown: house };
    const policy = withThreshold(asToday, 0.14);
    const { body } = await proposalView(parts, { filter, today, policy, now });
    const { asked, today: ofToday } = await ask(policy);
    expect(body).toMatchObject({ proposed: asked, today: ofToday, stays: 2, ends: 2 });
  });

  it('is tried on what has become of the stays after two minutes', async () => {
    const stays = [warned];
    const { ask } = desk(stays);
    expect((await ask()).asked.missedEnds).toBe(0);
    stays.push(missed);
    expect((await ask()).asked.missedEnds).toBe(0);
    const { asked, ends } = await ask(asToday, house, { now: now + 2 * MINUTE });
    expect({ missed: asked.missedEnds, ends }).toEqual({ missed: 1, ends: 2 });
  });
});
