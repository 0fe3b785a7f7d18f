import { HAZARD_EDGES_HOURS } from '@endwatch/clinical';
import type { Artefact } from '@endwatch/ml-model';
import { startEngine } from '@endwatch/ml-model';
import { seededRng } from '@endwatch/simulation';
import { at, logit, sigmoid } from '@endwatch/statistics';
import { intervalLines, withIntervalLines } from './calibrate-intervals.ts';
import { withLeadLines } from './calibrate-leads.ts';
import type { JudgedStay } from './evaluation/evaluation-cohort.ts';
import { shippedJudgement } from './evaluation/testing/shipped-judgement.ts';
import type { ScoredStays } from './score-stays.ts';
import { scoreStays } from './score-stays.ts';

const OUTPUTS = HAZARD_EDGES_HOURS.length - 1;

describe('lines of the intervals', () => {
  let artefact: Artefact;
  let stays: readonly JudgedStay[];
  beforeAll(async () => {
    const judgement = await shippedJudgement(60);
    ({ artefact } = judgement);
    ({ stays } = judgement.cohort);
    await startEngine();
  }, 60_000);

  it('lie on top of those by lead', () => {
    const lines = Array.from({ length: OUTPUTS }, (_, j) => ({
      intercept: 0.1 * j - 0.2,
      slope: 0.8 + 0.07 * j,
    }));
    const leadLines = {
      leads: [0, 24],
      lines: lines.map((_, j) => [
        { intercept: 0.3, slope: 0.9 },
        { intercept: -0.1 * j, slope: 1.3 },
      ]),
    };
    const { shape } = artefact.config.hazard;
    const bare: Artefact = {
      ...artefact,
      config: {
        ...artefact.config,
        hazard: { shape, calibration: { intercept: 0, slope: 1 } },
      },
    };
    for (const start of [bare, withLeadLines(bare, leadLines)]) {
      const before = scoreStays(start, stays, true).landmarks;
      const after = scoreStays(withIntervalLines(start, lines), stays, true).landmarks;
      before.forEach(({ output }, row) =>
        output.hazards.forEach((hazard, j) => {
          const { intercept, slope } = at(lines, j);
          const expected = intercept + slope * logit(hazard);
          expect(logit(at(at(after, row).output.hazards, j))).toBeCloseTo(expected, 3);
        }),
      );
      expect(before.length).toBeGreaterThan(200);
    }
  });

  it('find the line of each interval, and leave one without events to the others', () => {
    const rng = seededRng('lines');
    const followUp = { time: 168, event: false };
    const truth = (interval: number): number => (interval < 3 ? 1.5 : 0.6);
    const landmarks = Array.from({ length: 4000 }, () => {
      const logits = Array.from({ length: OUTPUTS }, () => rng.between(-4, 0));
      const ends = logits.findIndex((x, j) => j < OUTPUTS - 1 && rng.chance(sigmoid(truth(j) * x)));
      const hours = HAZARD_EDGES_HOURS;
      const when =
        ends < 0 ? followUp : { time: (at(hours, ends) + at(hours, ends + 1)) / 2, event: true };
      // Seen at the beginning of each interval; what is said of those far away is timid, and must not count.
      return hours.slice(0, OUTPUTS).map((hour) => ({
        stay: { followUp: when, snapshots: [] },
        snapshot: { hour },
        output: {
          hazards: logits.map((x, j) => sigmoid(at(hours, j) >= hour + 12 ? 0.2 * x - 2 : x)),
        },
      }));
    }).flat() as unknown as ScoredStays['landmarks'];
    const lines = intervalLines({ landmarks, unseen: [], admission: [] });
    expect(at(lines, 0).slope).toBeGreaterThan(1.3);
    expect(at(lines, OUTPUTS - 2).slope).toBeLessThan(at(lines, 0).slope - 0.3);
    expect(at(lines, OUTPUTS - 1).slope).toBeGreaterThan(0.5);
    expect(at(lines, OUTPUTS - 1).slope).toBeLessThan(1.5);
  });
});
