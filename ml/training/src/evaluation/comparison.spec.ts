import { aucEstimate, compareAucPaired } from '@endwatch/statistics';
import type { Comparator, ComparatorSet } from '../comparators/comparator.ts';
import type { AdmissionForecast } from './admission-forecasts.ts';
import { endTypeTable } from './end-types.ts';
import { floorTable } from './floor.ts';
import { trainingOf } from './paper-training.ts';
import type { Rival } from './rivals.ts';

/** Each fifth has END, early and late by turns. Nothing else of a forecast is looked at. */
const forecasts = Array.from({ length: 200 }, (_, i) => {
  const event = i % 5 === 0;
  const time = !event ? 168 : i % 10 === 0 ? 20 : 90;
  return { p: 0, y: event ? 1 : 0, stay: { followUp: { event, time } } };
}) as unknown as AdmissionForecast[];
const y = forecasts.map((one) => one.y);

/** Right by `skill`, and otherwise as the number says. */
function rival(id: string, skill: number): Rival {
  const risks = forecasts.map((one, i) => 0.3 + skill * one.y + ((i * 37) % 101) / 200);
  return { id, name: `the ${id}`, risks, training: { auc: 0.9, ci95: [0.88, 0.92] } };
}

describe('a network beside its floor', () => {
  it.each([
    ['is better', 0.3, 0.05, 'the network is better'],
    ['is worse', 0.05, 0.3, 'the network is worse'],
    ['is as good', 0.1, 0.1, 'neither is shown to be better'],
  ])('%s, and that is said with paired DeLong', (_name, deep, plain, verdict) => {
    const [network, floor] = [rival('structured-only', deep), rival('logistic', plain)];
    const { rows } = floorTable(forecasts, [network, floor], 'patients');
    const { difference, ci95, p } = compareAucPaired(y, network.risks, floor.risks);
    expect(rows).toEqual([
      expect.objectContaining({ network: network.name, floor: floor.name, verdict, difference, p }),
    ]);
    expect(rows[0]).toMatchObject({ differenceCi95: ci95 });
  });

  it('has a row for each kind of input, and none of what is not there', () => {
    const all = ['structured-only', 'report-only', 'logistic', 'bag-of-words'];
    const of = (ids: readonly string[]) =>
      floorTable(
        forecasts,
        ids.map((id) => rival(id, 0.1)),
        'patients',
      ).rows.map(({ network }) => network);
    expect(of(all)).toEqual(['the structured-only', 'the report-only']);
    expect(of(all.slice(1))).toEqual(['the report-only']);
  });

  it('says nothing of too few', () => {
    const few = forecasts.slice(0, 5);
    const [row] = floorTable(few, [rival('structured-only', 1), rival('logistic', 0)], '').rows;
    expect(row).toMatchObject({ verdict: 'too few to tell' });
  });
});

describe('early and late END', () => {
  it('are ranked by every model against those without any, beside training and the paper', () => {
    const one = rival('gated-fusion', 0.1);
    const own = { ...rival('artefact', 0.2), training: null };
    const { rows, notes } = endTypeTable(forecasts, [one, own], 'patients');
    expect(rows.map(({ trainingAuc }) => trainingAuc)).toEqual([0.877, 0.9, undefined]);
    const late = forecasts.flatMap(({ y: end, stay }, i) =>
      end === 0 || stay.followUp.time > 48 ? [{ end, risk: one.risks[i] ?? 0 }] : [],
    );
    const { auc, ci95, positives } = aucEstimate(
      late.map(({ end }) => end),
      late.map(({ risk }) => risk),
    );
    expect(positives).toBe(20);
    expect(rows[1]).toMatchObject({ lateAuc: auc, lateCi95: ci95 });
    expect(notes[0]).toContain('of admission (20); late');
  });
});

describe("the paper's AUC in training", () => {
  const of = (comparators: readonly Pick<Comparator, 'id' | 'training'>[]): ComparatorSet =>
    ({ source: {}, comparators }) as unknown as ComparatorSet;

  it('stands beside that of its own kind of model, and nowhere without it', () => {
    const training = { n: 13044, events: 4605, auc: 0.795, ci95: [0.787, 0.803] as const };
    expect(trainingOf(of([{ id: 'concat-fusion', training }]))).toMatchObject([
      { paper: '0.877', ours: '0.795 (0.787 to 0.803)' },
    ]);
    expect(trainingOf(of([{ id: 'logistic', training }]))).toEqual([]);
    expect(trainingOf(null)).toEqual([]);
  });
});
