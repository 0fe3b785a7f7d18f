import { combineReportVectors, HAZARD_EDGES_HOURS } from '@endwatch/clinical';
import type { Line } from '@endwatch/ml-model';
import { LoadedRiskModel, packArtefact, packedChecksum, unpackArtefact } from '@endwatch/ml-model';
import { aucEstimate, at, logit, sum } from '@endwatch/statistics';
import { withIntervalLines } from './calibrate-intervals.ts';
import { withoutMissingLines } from './calibrate-missing.ts';
import { HORIZONS, judgedAt } from './evaluation/horizon.ts';
import type { JudgedStay } from './evaluation/evaluation-cohort.ts';
import type { Judgement } from './evaluation/judgement.ts';
import { columnsOf, expectedToObserved } from './evaluation/performance.ts';
import { shippedJudgement } from './evaluation/testing/shipped-judgement.ts';
import type { SiteMethod } from './recalibrated-model.ts';
import { refitted } from './recalibrate.ts';
import { LEAST_ENDS, recalibrated, SITE_METHODS } from './recalibrated-model.ts';
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

  /** From as few with END as no site may: what the curve mends can be seen in them all the same. */
  function curved(): Judgement['artefact'] {
    const { artefact } = judgement;
    const config = refitted(artefact.config, scoreStays(artefact, own, true), 'isotonic');
    return { ...artefact, config };
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
    for (const model of [made('intercept'), made('slope'), curved()]) {
      const { ratio, ci95 } = expectedToObserved(sevenDaysAt6(model));
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
    const all = judgement.cohort.stays;
    const request = { method: 'isotonic', version: 'v-isotonic', record: { seed: 77 } } as const;
    const model = recalibrated(judgement.artefact, all, request);
    expect(model.config).toMatchObject({ version: 'v-isotonic', trainedOn: 'simulated' });
    expect(model.provenance).toMatchObject({
      parent: {
        version: judgement.artefact.config.version,
        checksum: packedChecksum(judgement.artefact),
      },
      recalibration: { method: 'isotonic', stays: all.length, seed: 77 },
    });
    expect(model.weights).toEqual(judgement.artefact.weights);
    const { document, weights } = packArtefact(model);
    expect(unpackArtefact(document, weights).config).toEqual(model.config);
    expect(made('slope').config.thresholds.high).toBeLessThan(
      judgement.artefact.config.thresholds.high,
    );
    expect(() => recalibrated(model, all, { method: 'slope', version: 'x', record: {} })).toThrow(
      'recalibrate its parent',
    );
  });

  it.each(SITE_METHODS)('is refused where too few had END: %s', (method) => {
    const { artefact, cohort } = judgement;
    const without = cohort.stays.filter(({ followUp }) => !followUp.event);
    const withEnd = cohort.stays.filter(({ followUp }) => followUp.event);
    const few = [...withEnd.slice(0, LEAST_ENDS[method] - 1), ...without];
    expect(() => recalibrated(artefact, few, { method, version: 'x', record: {} })).toThrow(
      `--method ${method} needs at least ${String(LEAST_ENDS[method])} patients with END, these ${String(few.length)} have ${String(LEAST_ENDS[method] - 1)}`,
    );
  });

  it('is explained as what it forecasts', () => {
    const model = new LoadedRiskModel(curved());
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

  /** How far apart expected over observed is early and later, on patients that were not fitted to. */
  function disagreement(artefact: Judgement['artefact']): number {
    const rows = scoreStays(artefact, others, true).landmarks;
    const ratio = (hour: number): number => {
      const judged = rows.filter(({ snapshot }) => snapshot.hour === hour);
      return expectedToObserved(columnsOf(judgedAt(judged, at(HORIZONS, 0)))).ratio!;
    };
    return Math.abs(Math.log(ratio(6) / ratio(24)));
  }

  it('mends what differs between intervals, where one line for all cannot', () => {
    const asOne = recalibrated(wrong, own, { method: 'slope', version: 'v-slope', record: {} });
    const after = disagreement(mended);
    expect(after).toBeLessThan(0.6 * disagreement(wrong));
    expect(after).toBeLessThan(0.8 * disagreement(asOne));
  });

  it('gives each hazard what its line and the common one say', () => {
    const { intervals } = mended.provenance['recalibration'] as { intervals: Line[] };
    const [old, now] = [wrong, mended].map(({ config }) => config.hazard.calibration);
    const factor = now!.slope / old!.slope;
    const level = now!.intercept - factor * old!.intercept;
    const some = others.slice(0, 20);
    const before = scoreStays(withoutMissingLines(wrong), some, true).landmarks;
    const after = scoreStays(withoutMissingLines(mended), some, true).landmarks;
    expect(before.length).toBeGreaterThan(80);
    before.forEach(({ output }, row) =>
      output.hazards.forEach((hazard, i) => {
        const { intercept, slope } = at(intervals, i);
        const expected = level + factor * (intercept + slope * logit(hazard));
        expect(logit(at(at(after, row).output.hazards, i))).toBeCloseTo(expected, 3);
      }),
    );
  });

  it('fits the lines of those who lack whole kinds of input anew', () => {
    const { missingLines } = mended.config.hazard;
    expect(missingLines).toHaveLength(wrong.config.hazard.missingLines!.length);
    expect(missingLines).not.toEqual(wrong.config.hazard.missingLines);
  });

  it('names its parent and what each interval got, and changes no weight', () => {
    expect(mended.provenance).toMatchObject({
      parent: { checksum: packedChecksum(wrong) },
      recalibration: { method: 'interval', stays: own.length },
    });
    const { intervals } = mended.provenance['recalibration'] as {
      intervals: { fromHour: number; ends: number; intercept: number }[];
    };
    expect(intervals).toHaveLength(OUTPUTS);
    expect(at(intervals, 0)).toMatchObject({ fromHour: 0 });
    expect(at(intervals, 1).intercept).toBeLessThan(at(intervals, 3).intercept);
    const ends = own.filter(({ followUp }) => followUp.event).length;
    expect(sum(intervals.map((one) => one.ends))).toBe(ends);
    expect(mended.config).toMatchObject({ version: 'v-interval', trainedOn: 'simulated' });
    expect(mended.weights).toEqual(wrong.weights);
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
      `--method interval needs at least 100 patients with END, these ${String(few.length)} have 99: take --method intercept, or slope`,
    );
  });
});
