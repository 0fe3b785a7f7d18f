import type { OutcomeIncidence } from '@endwatch/contracts';
import { incidenceByDay } from './incidence-days.ts';
import { hourIn, landmarkChoices } from './landmark-hours.ts';
import { incidenceTable } from './incidence-figures.ts';

const HOURS = [0, 24, 48, 72, 96, 120, 144, 168];
const step = (hours: number, value: number) => ({
  ...{ hours, value, ci95: [value / 2, value * 1.5] as [number, number] },
});
type Group = OutcomeIncidence['bands'][number];

const band = (stays: number, over: Partial<Group['aalenJohansen']> = {}): Group => ({
  ...{ band: 'low', stays },
  aalenJohansen: {
    end: [step(3, 0.1), step(24, 0.2), step(50.5, 0.4)],
    ...{ death: [], discharge: [step(100, 0.02)], at48h: step(48, 0.2), at7d: step(168, 0.4) },
    ...over,
  },
  kaplanMeier: { survival: [{ ...step(30, 0.75), ci95: [0.6, 0.9] }], at48h: null, at7d: null },
  atRisk: HOURS.map((hours, day) => ({ hours, stays: Math.max(0, stays - day) })),
  end: {
    ...{ early: 0, late: 0, none: 0 },
    ...{ earlyShare: 0, earlyCi95: null, lateShare: 0, lateCi95: null },
  },
});
const view = (...bands: Group[]): OutcomeIncidence =>
  ({ bands, landmarkHours: null }) as unknown as OutcomeIncidence;

describe('the incidence on paper', () => {
  it('has a row for each day, with who was at risk, however many steps there are', () => {
    const { columns, rows } = incidenceByDay(view(band(20)));
    expect(rows).toHaveLength(8);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(rows.map(([, day, atRisk]) => [day, atRisk])).toEqual(
      HOURS.map((_, day) => [day, 20 - day]),
    );
    const many = Array.from({ length: 200 }, (_, n) => step(n / 2, n / 400));
    const stepped = view(band(400, { end: many }), band(20));
    expect(incidenceByDay(stepped).rows).toHaveLength(16);
    // What is saved keeps every step.
    expect(incidenceTable(stepped).rows.length).toBeGreaterThan(200);
  });

  it('says what holds at that hour: the last step not after it', () => {
    const { rows } = incidenceByDay(view(band(20)));
    const inColumn = (n: number) => rows.map((row) => String(row[n]).replaceAll('\u00a0', ' '));
    const ends = inColumn(3);
    expect(ends.slice(0, 4)).toEqual([
      '0 %',
      '20 % (10 to 30 %)',
      '20 % (10 to 30 %)',
      '40 % (20 to 60 %)',
    ]);
    expect(inColumn(4)[2]).toBe('25 % (10 to 40 %)');
    expect(inColumn(6)[4]).toBe('0 %');
    expect(inColumn(6)[5]).toBe('2 % (1 to 3 %)');
  });

  it('says nothing of days that nobody of the band was followed to, and nothing of an empty band', () => {
    const { rows } = incidenceByDay(view(band(3, { at7d: null }), band(0)));
    expect(rows).toHaveLength(8);
    expect(rows.map((row) => row[3] === null)).toEqual(HOURS.map((_, day) => day > 2));
  });
});

describe('the landmark at which a band is chosen', () => {
  const hours = (by: string): readonly string[] => landmarkChoices(by).map(({ value }) => value);

  it.each([
    ['admission', ['admission', '6', '12', '24', '48', '72']],
    ['24', ['admission', '6', '12', '24', '48', '72']],
    ['37', ['admission', '6', '12', '24', '37', '48', '72']],
    ['167', ['admission', '6', '12', '24', '48', '72', '167']],
  ])('%s stands among the usual ones', (by, expected) => {
    expect(hours(by)).toEqual(expected);
  });

  it('is a whole hour that the server takes, or none', () => {
    expect(['1', '167', '0', '168', '2.5', '-3', '', 'soon'].map(hourIn)).toEqual([
      ...[1, 167],
      ...Array<null>(6).fill(null),
    ]);
  });
});
