import { drawOnsetHours } from '../course/deterioration.ts';
import { seededRng } from '../random/rng.ts';
import { occlusionRisk } from './occlusion.ts';
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
  // With what nobody can see: no forecast from values alone reaches it.
  return { end, both: logRisk, text, values: logRisk - text };
});

/** Area under the curve for END by 7 days; hardly any scores are equal but those of text, whose ties count half. */
function aucOf(score: (patient: (typeof patients)[number]) => number): number {
  const none = patients
    .filter(({ end }) => !end)
    .map(score)
    .sort((a, b) => a - b);
  const below = (value: number, orEqual: boolean): number => {
    let [low, high] = [0, none.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = none[middle] ?? Infinity;
      if (at < value || (orEqual && at === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const ill = patients.filter(({ end }) => end).map(score);
  const won = ill.reduce((sum, s) => sum + (below(s, false) + below(s, true)) / 2, 0);
  return won / (ill.length * none.length);
}

describe(`oracles on ${String(PATIENTS)} patients`, () => {
  const both = aucOf((one) => one.both);
  const text = aucOf((one) => one.text);
  const values = aucOf((one) => one.values);

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
