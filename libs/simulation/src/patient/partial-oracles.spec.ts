import { drawOnsetHours } from '../course/deterioration.ts';
import { seededRng } from '../random/rng.ts';
import { occlusionRisk } from './occlusion.ts';
import { aucOf } from '../testing/auc.ts';
import { drawTraits, RISK_SCALE } from './traits.ts';

const PATIENTS = 4000;
/** Two standard errors of an area under the curve at that size. */
const NOISE = 0.02;
const root = seededRng('partial oracles');

/** What the generator knew of each patient at admission, in the parts that text and values can show. */
const patients = Array.from({ length: PATIENTS }, (_, n) => {
  const rng = root.fork(n);
  const { logRisk, occlusion } = drawTraits(rng.fork('traits'));
  const text = RISK_SCALE * occlusionRisk(occlusion);
  const end = drawOnsetHours(rng.fork('onset'), logRisk) !== null;
  // With the severity behind the values: no forecast from values alone reaches it.
  return { end, both: logRisk, text, values: logRisk - text };
});

const [ill, well] = [true, false].map((ended) => patients.filter(({ end }) => end === ended));
const areaOf = (score: (patient: (typeof patients)[number]) => number): number =>
  aucOf(ill?.map(score) ?? [], well?.map(score) ?? []);

describe(`oracles on ${String(PATIENTS)} patients`, () => {
  const both = areaOf((one) => one.both);
  const text = areaOf((one) => one.text);
  const values = areaOf((one) => one.values);

  beforeAll(() => {
    process.stdout.write(
      `oracle of text ${text.toFixed(3)}, of values ${values.toFixed(3)}, of both ${both.toFixed(3)}\n`,
    );
  });

  it('text alone tells something, and less than both', () => {
    expect(text).toBeGreaterThan(0.5 + NOISE);
    expect(text).toBeLessThan(both - NOISE);
  });

  it('values alone tell something, and less than both', () => {
    expect(values).toBeGreaterThan(0.5 + NOISE);
    expect(values).toBeLessThan(both - NOISE);
  });
});
