import type { ReviewPolicy, WhatIfFigures } from '@endwatch/contracts';
import fc from 'fast-check';
import { moved, samePolicy, whatIfQuery } from './policy-query.ts';
import { slidersOf } from './policy-sliders.ts';
import { comparison, policyWords, tradePlot } from './what-if-view.ts';

const policy: ReviewPolicy = { on: 0.3, off: 0.2, minimumMinutes: 15, risingBy: 0.1 };
const figures = (over: Partial<WhatIfFigures> = {}): WhatIfFigures => ({
  ...{ policy, alerts: 40, repeats: 4, stays: 30, per100PatientDays: 8, perDayFor35: 2.8 },
  ppv: { k: 20, n: 40, value: 0.5, ci95: [0.352, 0.648] },
  undecided: 2,
  sensitivity: { k: 30, n: 60, value: 0.5, ci95: [0.377, 0.623] },
  leadHours: { n: 30, median: 9, quartiles: [4, 18] },
  atLeast6h: { k: 18, n: 60, value: 0.3, ci95: [0.199, 0.425] },
  missedEnds: 30,
  ...over,
});

describe('the policy that is tried', () => {
  it('is asked for after the filter, with "never" for no repeat', () => {
    expect(whatIfQuery('ward=a&ward=b', { policy: { ...policy, risingBy: null } }, true)).toBe(
      'ward=a&ward=b&on=0.3&off=0.2&minimumMinutes=15&risingBy=never&curve=true',
    );
    expect(whatIfQuery('', { preset: 'one-a-day-for-35' })).toBe('preset=one-a-day-for-35');
  });

  it('never ends above where it rings, whichever slider was moved', () => {
    const part = fc.double({ min: 0.005, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(part, fc.boolean(), (at, isOn) => {
        const next = moved(policy, isOn ? { on: at } : { off: at });
        expect(next.off).toBeLessThanOrEqual(next.on);
        expect(isOn ? next.on : next.off).toBe(at);
      }),
    );
  });

  it('is what the sliders give back', () => {
    for (const one of [policy, { ...policy, risingBy: null, minimumMinutes: 0 }]) {
      const back = slidersOf(one).reduce<ReviewPolicy>(
        (so, slider) => ({ ...so, ...slider.part(slider.at) }),
        { on: 0, off: 0, minimumMinutes: 1, risingBy: 0.5 },
      );
      expect(samePolicy(back, one)).toBe(true);
    }
  });

  it('is said in words', () => {
    expect(policyWords({ ...policy, on: 0.125, minimumMinutes: 0, risingBy: null })).toBe(
      'Rings from 12.5\u00a0%, ends below 20\u00a0%, at once, never again',
    );
  });
});

describe('beside today’s policy', () => {
  const rowOf = (name: string, asked: WhatIfFigures, today = figures()) =>
    comparison(asked, today)
      .rows.find(([head]) => head?.text.startsWith(name))
      ?.map(({ text }) => text);

  it('stands with the difference', () => {
    expect(rowOf('Alerts per 100', figures({ per100PatientDays: 5.5 }))).toEqual([
      ...['Alerts per 100 patient-days', '8', '5.5', '−2.5'],
    ]);
    expect(rowOf('Alerts in all', figures({ alerts: 152 }))).toEqual([
      ...['Alerts in all', '40', '152', '+112'],
    ]);
    expect(rowOf('END missed', figures({ missedEnds: 33 }))?.at(-1)).toBe('+3');
    expect(rowOf('END missed', figures())?.at(-1)).toBe('±0');
  });

  it('says no difference of what is too few to judge', () => {
    const few = { k: 1, n: 4, value: 0.25, ci95: [0.046, 0.699] as [number, number] };
    const row = rowOf('END with an alert', figures({ sensitivity: few }));
    expect(row?.slice(1)).toEqual(['50\u00a0%', 'Too few to judge', '–']);
  });

  it('is drawn outlined, today solid; not at all when END are too few', () => {
    const review = {
      ...{ at: '', stays: 1, ends: 1, patientDays: 1, loadedAfterwards: 0, definitions: [] },
      ...{ scores: 1, asked: figures(), today: figures(), preset: null, presetReached: null },
      ...{ curve: [figures({ per100PatientDays: 2 }), figures()], tookMs: 1, ownLimits: [] },
    };
    expect(tradePlot(review)?.marks.map(({ name, look }) => [name, look])).toEqual([
      ['Today', 'fact'],
      ['Tried', 'forecast'],
    ]);
    const few = { k: 1, n: 4, value: 0.25, ci95: [0.046, 0.699] as [number, number] };
    expect(tradePlot({ ...review, asked: figures({ sensitivity: few }) })).toBeNull();
  });
});
