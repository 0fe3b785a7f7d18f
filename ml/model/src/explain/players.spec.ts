import { FEATURE_NAMES } from '@endwatch/clinical';
import { playersOf } from './players.ts';

/** Findings when only these features are known. */
function findings(known: readonly string[], hasReport = false): Record<string, string[]> {
  const missing = Uint8Array.from(FEATURE_NAMES, (name) => (known.includes(name) ? 0 : 1));
  const players = playersOf(FEATURE_NAMES, { missing, hasReport });
  return Object.fromEntries(
    players.map(({ name, features }) => [name, features.map((i) => FEATURE_NAMES[i] ?? '')]),
  );
}

describe('what a ward sees as one finding', () => {
  it('is the NIHSS with its course, of which the newest total speaks', () => {
    const known = ['nihss-admission-total', 'nihss-total', 'nihss-change-total', 'nihss-motor'];
    expect(findings(known)).toEqual({
      nihss: ['nihss-total', 'nihss-admission-total', 'nihss-change-total', 'nihss-motor'],
    });
  });

  it('speaks of the admission where no newer examination is known', () => {
    const known = ['nihss-admission-total', 'nihss-hours-since'];
    expect(findings(known)['nihss']?.[0]).toBe('nihss-admission-total');
  });

  it('is a value with its mean, extremes and slope, but not the hour, which is always known', () => {
    const known = ['heart-rate', 'heart-rate-slope-24h', 'hours-since-admission', 'age'];
    expect(findings(known)).toEqual({
      'heart-rate': ['heart-rate', 'heart-rate-slope-24h'],
      age: ['age'],
    });
  });

  it('is the reports where one was read, counted or not', () => {
    expect(findings(['report-count'], true)).toEqual({ report: ['report-count'] });
    expect(findings([], true)).toEqual({ report: [] });
    expect(findings(['report-count'], false)).toEqual({});
  });
});
