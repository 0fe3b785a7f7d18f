import { combineReportVectors } from '@endwatch/clinical';
import { LoadedRiskModel, packArtefact, packedChecksum, unpackArtefact } from '@endwatch/ml-model';
import { aucEstimate, at } from '@endwatch/statistics';
import { HORIZONS, judgedAt } from './evaluation/by-landmark.ts';
import type { JudgedStay } from './evaluation/evaluation-cohort.ts';
import type { Judgement } from './evaluation/judgement.ts';
import { columnsOf, expectedToObserved } from './evaluation/performance.ts';
import { shippedJudgement } from './evaluation/testing/shipped-judgement.ts';
import type { RecalibrationMethod } from './recalibrate.ts';
import { recalibrated } from './recalibrate.ts';
import { scoreStays } from './score-stays.ts';

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

  const known = new Map<RecalibrationMethod, Judgement['artefact']>();
  function made(method: RecalibrationMethod): Judgement['artefact'] {
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
