import { combineReportVectors, HAZARD_EDGES_HOURS } from '@endwatch/clinical';
import { LoadedRiskModel, packArtefact, packedChecksum, unpackArtefact } from '@endwatch/ml-model';
import { aucEstimate, at, logit, mean, sum } from '@endwatch/statistics';
import { withIntervalLines } from './calibrate-intervals.ts';
import { HORIZONS, judgedAt } from './evaluation/by-landmark.ts';
import type { JudgedStay } from './evaluation/evaluation-cohort.ts';
import type { Judgement } from './evaluation/judgement.ts';
import { columnsOf, expectedToObserved } from './evaluation/performance.ts';
import { shippedJudgement } from './evaluation/testing/shipped-judgement.ts';
import type { SiteMethod } from './recalibrated-model.ts';
import { recalibrated } from './recalibrated-model.ts';
import { recalibrationCard } from './recalibration-card.ts';
import { scoreStays } from './score-stays.ts';

const OUTPUTS = HAZARD_EDGES_HOURS.length - 1;

/** A site at which END is rarer, in two parts with as many of each kind: of those with END every fourth is kept. */
function rarer(stays: readonly JudgedStay[], part: 0 | 1): JudgedStay[] {
  const withEnd = stays.filter(({ followUp }) => followUp.event);
  const without = stays.filter(({ followUp }) => !followUp.event);
  return [
    ...withEnd.filter((_, i) => i % 8 === 4 * part),
    ...without.filter((_, i) => i % 2 === part),
  ];
}

describe('recalibration for a site where END is rarer', () => {
  let judgement: Judgement;
  let own: JudgedStay[];
  let others: JudgedStay[];
  beforeAll(async () => {
    judgement = await shippedJudgement(700, 77);
    own = rarer(judgement.cohort.stays, 0);
    others = rarer(judgement.cohort.stays, 1);
  }, 120_000);

  const known = new Map<SiteMethod, Judgement['artefact']>();
  function made(method: SiteMethod): Judgement['artefact'] {
    const request = { method, version: `v-${method}`, record: { seed: 77 } };
    const model = known.get(method) ?? recalibrated(judgement.artefact, own, request);
    known.set(method, model);
    return model;
  }

  const sevenDaysAt6 = (artefact: Judgement['artefact']) => {
    const rows = scoreStays(artefact, others, true).landmarks;
    return columnsOf(
      judgedAt(
        rows.filter(({ snapshot }) => snapshot.hour === 6),
        at(HORIZONS, 2),
      ),
    );
  };

  it('brings expected and observed together, on patients it was not fitted to', () => {
    const before = expectedToObserved(sevenDaysAt6(judgement.artefact)).ratio!;
    expect(before).toBeGreaterThan(1.8);
    for (const method of ['intercept', 'slope', 'isotonic'] as const) {
      const { ratio, ci95 } = expectedToObserved(sevenDaysAt6(made(method)));
      expect(ratio).toBeLessThan(before - 0.6);
      expect(ci95![0]).toBeLessThan(1);
      expect(ci95![1]).toBeGreaterThan(1);
    }
  });

  it('does not change the ranking by a line', () => {
    const { y, p } = sevenDaysAt6(judgement.artefact);
    for (const method of ['intercept', 'slope'] as const) {
      const after = sevenDaysAt6(made(method));
      expect(aucEstimate(y, after.p).auc).toBeCloseTo(aucEstimate(y, p).auc!, 1);
    }
    expect(made('intercept').config.hazard.calibration.slope).toBe(
      judgement.artefact.config.hazard.calibration.slope,
    );
  });

  it('names its parent, keeps the weights, and is an artefact like any other', () => {
    const model = made('isotonic');
    expect(model.config).toMatchObject({ version: 'v-isotonic', trainedOn: 'simulated' });
    expect(model.provenance).toMatchObject({
      parent: {
        version: judgement.artefact.config.version,
        checksum: packedChecksum(judgement.artefact),
      },
      recalibration: { method: 'isotonic', stays: own.length, seed: 77 },
    });
    expect(model.weights).toEqual(judgement.artefact.weights);
    const { document, weights } = packArtefact(model);
    expect(unpackArtefact(document, weights).config).toEqual(model.config);
    expect(model.config.thresholds.high).toBeLessThan(judgement.artefact.config.thresholds.high);
    expect(() => recalibrated(model, own, { method: 'slope', version: 'x', record: {} })).toThrow(
      'recalibrate its parent',
    );
  });

  it('is explained as what it forecasts', () => {
    const model = new LoadedRiskModel(made('isotonic'));
    const { features, hour, reports } = own[0]!.snapshots.find((one) => one.hour === 6)!;
    const report = combineReportVectors(reports.map((text) => model.encodeReport(text)));
    const input = { features, hoursSinceAdmission: hour, report };
    const { next24h } = at(model.score([input]), 0);
    const { baseRisk, players, risk } = model.explain(input, next24h);
    expect(risk).toBeCloseTo(next24h, 4);
    expect(players.reduce((sum, { share }) => sum + share, baseRisk)).toBeCloseTo(risk, 6);
    model.dispose();
  });
});

describe('recalibration of each interval', () => {
  let judgement: Judgement;
  let own: JudgedStay[];
  let others: JudgedStay[];
  /** The shipped model made wrong in a way that no single line can mend: too bold early, too timid late. */
  let wrong: Judgement['artefact'];
  let mended: Judgement['artefact'];
  beforeAll(async () => {
    judgement = await shippedJudgement(700, 78);
    const { stays } = judgement.cohort;
    own = stays.filter((_, i) => i % 2 === 0);
    others = stays.filter((_, i) => i % 2 === 1);
    const lines = Array.from({ length: OUTPUTS }, (_, i) => ({
      intercept: i < 3 ? 1.2 : -1.2,
      slope: 1,
    }));
    wrong = withIntervalLines(judgement.artefact, lines);
    mended = recalibrated(wrong, own, { method: 'interval', version: 'v-interval', record: {} });
  }, 120_000);

  const ratioAt = (artefact: Judgement['artefact'], hour: number): number => {
    const rows = scoreStays(artefact, others, true).landmarks;
    const judged = rows.filter(({ snapshot }) => snapshot.hour === hour);
    return expectedToObserved(columnsOf(judgedAt(judged, at(HORIZONS, 0)))).ratio!;
  };

  it('mends what differs between intervals, where one line for all does not', () => {
    const asOne = recalibrated(wrong, own, { method: 'slope', version: 'v-slope', record: {} });
    const off = (artefact: Judgement['artefact']): number[] =>
      [3, 72].map((hour) => Math.abs(Math.log(ratioAt(artefact, hour))));
    const [early, late] = off(mended);
    expect(Math.max(early!, late!)).toBeLessThan(0.45);
    expect(Math.max(...off(asOne))).toBeGreaterThan(Math.max(early!, late!) + 0.2);
    expect(Math.max(...off(wrong))).toBeGreaterThan(Math.max(early!, late!) + 0.3);
  });

  it('undoes lines that are known: after it the hazards of the interval are those of a mended parent', () => {
    const right = recalibrated(judgement.artefact, own, {
      method: 'interval',
      version: 'r',
      record: {},
    });
    const hazards = (artefact: Judgement['artefact']): number[] =>
      scoreStays(artefact, others, true)
        .landmarks.filter(({ snapshot }) => snapshot.hour === 3)
        .map(({ output }) => at(output.hazards, 1));
    const [a, b, before] = [hazards(mended), hazards(right), hazards(wrong)];
    const apart = (x: readonly number[]): number =>
      mean(x.map((hazard, i) => Math.abs(logit(hazard) - logit(at(b, i)))));
    expect(apart(before)).toBeGreaterThan(0.9);
    expect(apart(a)).toBeLessThan(0.35);
  });

  it('names its parent and what each interval got, and changes no more than the last layer', () => {
    expect(mended.provenance).toMatchObject({
      parent: { checksum: packedChecksum(wrong) },
      recalibration: { method: 'interval', stays: own.length },
    });
    const { intervals } = mended.provenance['recalibration'] as {
      intervals: { fromHour: number; ends: number; intercept: number }[];
    };
    expect(intervals).toHaveLength(OUTPUTS);
    expect(at(intervals, 0)).toMatchObject({ fromHour: 0 });
    expect(at(intervals, 1).intercept).toBeLessThan(at(intervals, OUTPUTS - 2).intercept);
    const ends = own.filter(({ followUp }) => followUp.event).length;
    expect(sum(intervals.map((one) => one.ends))).toBe(ends);
    expect(mended.config).toMatchObject({ version: 'v-interval', trainedOn: 'simulated' });
    const changed = mended.weights.filter((weight, i) => weight !== at(wrong.weights, i)).length;
    expect(changed).toBeGreaterThan(0);
    expect(changed).toBeLessThan(0.05 * mended.weights.length);
    const { document, weights } = packArtefact(mended);
    expect(unpackArtefact(document, weights).config).toEqual(mended.config);
    const card = recalibrationCard({
      ...{ parent: wrong, artefact: mended, method: 'interval', stays: own },
      ...{ command: 'npm run recalibrate', cohort: 'a few' },
    });
    expect(card).toContain('| interval | END charted in it |');
    expect(card).not.toMatch(/NaN|undefined/);
  });

  it('is refused where too few had END', () => {
    const few = [
      ...own.filter(({ followUp }) => followUp.event).slice(0, 99),
      ...own.filter(({ followUp }) => !followUp.event),
    ];
    const request = { method: 'interval', version: 'x', record: {} } as const;
    expect(() => recalibrated(wrong, few, request)).toThrow(
      `at least 100 patients with END, these ${String(few.length)} have 99: take --method slope`,
    );
  });
});
