import type { Risk } from '@endwatch/contracts';
import { horizonLines } from './patient-lines.ts';

const RISK: Risk = {
  scoreId: 's1',
  asOf: '2026-11-23T08:00:00.000Z',
  knownAt: '2026-11-23T08:00:01.000Z',
  next24h: 0.67,
  by48h: 0.7,
  by7d: null,
  admission: 0.61,
  band: 'high',
  trend: 'falling',
  model: { version: 'm', trainedOn: 'simulated' },
  missing: [],
  outOfPopulation: [],
};

describe('lines below a forecast', () => {
  it('say over which hours it falls, and what it is for longer horizons', () => {
    expect(horizonLines(RISK)).toEqual([
      { name: 'Next 24 h, against some 6 h before', figure: 'falling' },
      { name: 'Within 48 h of admission', figure: '70\u00a0%' },
      { name: 'Within 7 days of admission', figure: '–' },
      { name: 'Judged at admission, once', figure: '61\u00a0%' },
    ]);
  });

  it('are none without a forecast', () => {
    expect(horizonLines(null)).toEqual([]);
  });
});
