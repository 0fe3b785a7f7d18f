import { simulatedStays } from '../evaluation/evaluation-cohort.ts';
import { HOURS_OF_ROWS } from '../cohort.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { stayOfRecords, type Stay } from '../stay-rows.ts';
import { leftOutForecasts, type LeftOut } from './cross-validate.ts';
import { foldsOf } from './folds.ts';
import { summaryText } from './summary-text.ts';
import { summaryOf } from './summary.ts';

function drawn(patients: number): Stay[] {
  return [...simulatedStays(5, patients)].flatMap(
    (records) => stayOfRecords(records, HOURS_OF_ROWS) ?? [],
  );
}

describe('parts for cross-validation', () => {
  const stays = drawn(90);

  it('hold everybody once, are of one size and have like shares of END', () => {
    const parts = foldsOf(stays, { folds: 5, seed: 's' });
    expect(new Set(parts.flat()).size).toBe(stays.length);
    expect(parts.flat()).toHaveLength(stays.length);
    const sizes = parts.map((part) => part.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    const ends = parts.map((part) => part.filter(({ followUp }) => followUp.event).length);
    expect(Math.max(...ends) - Math.min(...ends)).toBeLessThanOrEqual(1);
  });

  it('are the same by the same seed, and others by another', () => {
    const by = (seed: string): readonly (readonly Stay[])[] => foldsOf(stays, { folds: 5, seed });
    expect(by('s')).toEqual(by('s'));
    expect(by('t')[0]).not.toEqual(by('s')[0]);
  });

  it('are refused where there is no END for each', () => {
    const without = stays.filter(({ followUp }) => !followUp.event);
    expect(() => foldsOf(without, { folds: 2, seed: 's' })).toThrow(/0 patients with END/);
  });
});

describe('cross-validation', () => {
  it('judges every patient by models that were fitted on others', async () => {
    const stays = drawn(120);
    const short = { mostEpochs: 2, patience: 1 };
    const settings = {
      ...DEFAULT_SETTINGS,
      hazardFit: { ...DEFAULT_SETTINGS.hazardFit, ...short },
      admissionFit: { ...DEFAULT_SETTINGS.admissionFit, ...short },
    };
    const told: LeftOut[] = [];
    const plan = { folds: 2, repeats: 2, settings, say: () => undefined };
    for await (const one of leftOutForecasts(stays, plan)) told.push(one);
    expect(told.map(({ rival, repeat, fold }) => `${rival} ${repeat}.${fold}`)).toEqual([
      ...['fusion 1.1', 'structured-only 1.1', 'fusion 1.2', 'structured-only 1.2'],
      ...['fusion 2.1', 'structured-only 2.1', 'fusion 2.2', 'structured-only 2.2'],
    ]);
    const [first, , second] = told;
    const both = [...(first?.admission.keys() ?? []), ...(second?.admission.keys() ?? [])];
    expect(new Set(both).size).toBe(both.length);
    const summary = summaryOf(told);
    expect(summary.patients).toBe(both.length);
    expect(summary.rivals.map(({ admissionByPart }) => admissionByPart.length)).toEqual([4, 4]);
    const text = summaryText(summary, { folds: 2, repeats: 2, seed: 7, cohort: 'simulated' });
    expect(text).toContain(`${String(summary.patients)} patients`);
    expect(text).toMatch(/\| fusion \| 0\.\d{3} \(0\.\d{3}–/);
  }, 120_000);

  it('takes the mean of what was said of a patient, and compares pair by pair', () => {
    const [a, b, c, d] = drawn(60)
      .toSorted((x, y) => Number(y.followUp.event) - Number(x.followUp.event))
      .filter((_stay, index, all) => index < 2 || index >= all.length - 2) as [
      Stay,
      Stay,
      Stay,
      Stay,
    ];
    const said = (rival: LeftOut['rival'], repeat: number, p: readonly number[]): LeftOut => ({
      ...{ rival, repeat, fold: 1, auc: { next24h: 0.5, admission: null } },
      admission: new Map([a, b, c, d].map((stay, index) => [stay, p[index] ?? NaN])),
    });
    const { rivals, reportsAdd, ends } = summaryOf([
      said('fusion', 1, [0.9, 0.5, 0.4, 0.1]),
      said('fusion', 2, [0.9, 0.1, 0.1, 0.1]),
      said('structured-only', 1, [0.5, 0.1, 0.4, 0.3]),
      said('structured-only', 2, [0.5, 0.1, 0.4, 0.3]),
    ]);
    expect(ends).toBe(2);
    // Means 0.9 and 0.3 against 0.25 and 0.1: every pair in order; without reports two of four are.
    expect(rivals.map(({ admission }) => admission.auc)).toEqual([1, 0.5]);
    expect(reportsAdd.difference).toBe(0.5);
  });
});
