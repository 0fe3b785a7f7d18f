import { alertYield, fateOfAlert, type AlertedStay } from './alert-yield.ts';

const stay = (
  alertHours: readonly number[],
  endHour: number | null,
  seen: { readonly observed?: number; readonly seen?: number } = {},
): AlertedStay => {
  const observedHours = seen.observed ?? endHour ?? 168;
  return { alertHours, endHour, observedHours, seenHours: seen.seen ?? observedHours };
};

describe('what came of an alert', () => {
  it.each([
    ['END after 24 h', 10, 34, 34, 'followed'],
    ['END a moment after 24 h', 10, 34.01, 34.01, 'not-followed'],
    ['END at the same moment', 10, 10, 10, 'undecided'],
    ['END before it', 10, 8, 8, 'undecided'],
    ['no END, seen for 24 h', 10, null, 34, 'not-followed'],
    ['no END, seen a moment less', 10, null, 33.99, 'undecided'],
  ] as const)('%s', (_name, hour, endHour, seenHours, fate) => {
    expect(fateOfAlert(hour, { endHour, seenHours }, 24)).toBe(fate);
  });
});

describe('yield of alerts', () => {
  it('counts burden, who was warned, and how early', () => {
    const found = alertYield([
      // Warned 40 h and 10 h before.
      stay([8, 38], 48),
      // Warned, but three days before: not lately.
      stay([6], 78),
      // The alert came after END.
      stay([31], 30, { observed: 30 }),
      // Two false alarms, one of which nobody can judge.
      stay([20, 100], null, { observed: 120, seen: 60 }),
      stay([], null, { observed: 24 }),
    ]);
    expect(found).toEqual({
      alerts: 6,
      // 48 + 78 + 30 + 120 + 24 = 300 h = 12.5 days
      per100Days: 48,
      // 38 → 48 h; 8 → 48 h is more than 24 h.
      followed: 1,
      undecided: 2,
      // The first stay has two that were right or wrong.
      once: false,
      ends: 3,
      warned: 2,
      warnedLately: 1,
      leads: [40, 72],
    });
  });

  it('says nothing of nobody', () => {
    expect(alertYield([])).toMatchObject({ alerts: 0, per100Days: null, ends: 0, leads: [] });
  });
});
