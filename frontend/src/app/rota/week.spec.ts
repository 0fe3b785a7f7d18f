import type { Rota } from '@endwatch/contracts';
import { setSiteZone } from '../words/site-time.ts';
import { times } from './rota-words.ts';
import { weekOf } from './week.ts';

const at = Date.parse;

function aRota(...shifts: [string, string][]): Rota {
  return {
    gaps: [],
    shifts: shifts.map(([from, to]) => ({ duty: 'first-on-call', ward: null, from, to })),
  } as unknown as Rota;
}

describe('the week of a rota', () => {
  beforeEach(() => {
    setSiteZone('Europe/Berlin');
  });
  afterEach(() => {
    setSiteZone(undefined);
  });

  it('has days from midnight to midnight, also where the clock is set forward or back', () => {
    for (const [from, begins] of [
      ['2026-03-28T23:00:00Z', ['28T23', '29T22', '30T22']],
      ['2026-10-23T22:00:00Z', ['23T22', '24T22', '25T23']],
    ] as const) {
      const days = weekOf(aRota(), at(from), 3).map((day) => new Date(day.from).toISOString());
      expect(days.map((day) => day.slice(8, 13))).toEqual(begins);
    }
  });

  it('has a shift of the whole day fill it, however long it is', () => {
    const whole = aRota(['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z']);
    const [day, next] = weekOf(whole, at('2026-10-24T22:00:00Z'), 2);
    expect(day?.duties[0]?.bars).toMatchObject([{ start: 0, length: 100 }]);
    expect(next?.duties[0]?.bars).toEqual([]);
  });

  it('says of a shift over midnight in each day which end of it lies there', () => {
    const night = aRota(['2026-03-02T19:00:00Z', '2026-03-03T07:00:00Z']);
    const days = weekOf(night, at('2026-03-01T23:00:00Z'), 2);
    expect(days.map((day) => day.duties[0]?.bars.map(times))).toEqual([
      ['from 20:00'],
      ['until 08:00'],
    ]);
  });

  it('does not draw what lies wholly under a cover, and draws what shows beside it', () => {
    const [from, noon, to] = [
      '2026-03-02T00:00:00Z',
      '2026-03-02T12:00:00Z',
      '2026-03-02T20:00:00Z',
    ];
    const drawn = (coverTo: string): string[] => {
      const shifts = [
        { ...{ id: 'dot', origin: 'planned', from, to: noon }, duty: 'first-on-call', ward: 'a' },
        { ...{ id: 'ben', origin: 'cover', from, to: coverTo }, duty: 'first-on-call', ward: 'a' },
      ];
      const [day] = weekOf({ gaps: [], shifts } as unknown as Rota, at('2026-03-01T23:00:00Z'), 1);
      return (day?.duties[0]?.bars ?? []).map(({ shift }) => String(shift?.id));
    };
    expect(drawn(noon)).toEqual(['ben']);
    expect(drawn(to)).toEqual(['ben']);
    expect(drawn('2026-03-02T06:00:00Z')).toEqual(['dot', 'ben']);
  });
});
