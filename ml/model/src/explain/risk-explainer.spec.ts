import { FEATURE_NAMES } from '@endwatch/clinical';
import { startEngine } from '../engine.ts';
import { LoadedRiskModel } from '../loaded-risk-model.ts';
import type { ScoreInput } from '../risk-model.ts';
import { randomArtefact, randomInput } from '../testing/random-artefact.ts';

const TEXTS = ['Dense MCA. No hemorrhage.', 'No dense MCA; no hemorrhage 12 mm.'];
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe('what a score rests on', () => {
  let model: LoadedRiskModel;
  let texts: readonly string[];

  beforeAll(async () => {
    await startEngine();
    model = new LoadedRiskModel(randomArtefact());
    texts = TEXTS;
  });
  afterAll(() => {
    model.dispose();
  });

  const ask = (seed: number, read: readonly string[]): { input: ScoreInput; risk: number } => {
    const vectors = read.map((text) => model.encodeReport(text));
    const joined = vectors[0]?.map((_, i) => Math.max(...vectors.map((one) => one[i] ?? NaN)));
    const input = randomInput(seed, joined ?? null);
    return { input, risk: model.score([input])[0]?.next24h ?? NaN };
  };

  it.each([1, 2, 3, 4, 5])('adds up to the forecast of the engine (patient %i)', (seed) => {
    const { input, risk } = ask(seed, seed % 2 === 0 ? texts : []);
    const { baseRisk, players } = model.explain(input, risk);

    expect(baseRisk + sum(players.map(({ share }) => share))).toBeCloseTo(risk, 5);
    expect(players.some(({ name }) => name === 'report')).toBe(seed % 2 === 0);
    expect(Math.max(...players.map(({ standardError }) => standardError))).toBeLessThan(0.01);
  });

  it('has every known feature in one finding, the hour in none, and nothing for what is missing', () => {
    const { input, risk } = ask(2, texts);
    const { players } = model.explain(input, risk);
    const told = players.flatMap(({ features }) => features).sort((a, b) => a - b);
    const known = FEATURE_NAMES.flatMap((name, i) =>
      input.features.missing[i] === 1 || name === 'hours-since-admission' ? [] : [i],
    );
    expect(told).toEqual(known);
  });

  it('starts from what the engine says when only the hour is known, and that there is no report', () => {
    const { input: asked } = ask(4, texts);
    const known = ['hours-since-admission', 'report-count'].map((name) =>
      FEATURE_NAMES.indexOf(name),
    );
    const count = known[1]!;
    const features = {
      ...asked.features,
      values: asked.features.values.map((value, i) => (i === count ? 2 : value)),
      missing: asked.features.missing.map((absent, i) => (known.includes(i) ? 0 : absent)),
    };
    const input = { ...asked, features };
    const risk = model.score([input])[0]?.next24h ?? NaN;
    const nothing = {
      ...input,
      features: {
        ...features,
        values: features.values.map((value, i) => (i === count ? 0 : value)),
        missing: features.missing.map((_, i) => (known.includes(i) ? 0 : 1)),
        ageHours: features.ageHours.map((age, i) => (i === count ? NaN : age)),
      },
      report: null,
    };
    const { baseRisk } = model.explain(input, risk);
    expect(baseRisk).toBeCloseTo(model.score([nothing])[0]?.next24h ?? NaN, 5);
  });

  it('shares the reports out among their words, where they stand in the text', () => {
    const { input, risk } = ask(6, texts);
    const found = model.explainReports(input, texts, risk);
    const shares = found.reports.flat().map(({ share }) => share);

    expect(found.completenessGap).toBeLessThan(0.01 * Math.abs(found.risk - found.blankRisk));
    expect(sum(shares)).toBeCloseTo(found.risk - found.blankRisk, 5);
    const words = found.reports.map((own, i) =>
      own.map(({ from, to }) => texts[i]?.slice(from, to)),
    );
    expect(words[0]).toEqual(['Dense', 'MCA', '.', 'No', 'hemorrhage', '.']);
    expect(words[1]?.at(-3)).toBe('12');
  });

  it('refuses texts and forecasts that are not those of the score', () => {
    const { input, risk } = ask(6, texts);
    expect(() => model.explainReports(input, ['No hemorrhage.'], risk)).toThrow(RangeError);
    expect(() => model.explain(input, risk + 0.01)).toThrow('the forecast is');
    expect(() => model.explain({ ...input, hoursSinceAdmission: 168 }, risk)).toThrow('168 h');
  });

  it('is the same each time it is asked', () => {
    const { input, risk } = ask(3, texts);
    expect(model.explain(input, risk)).toEqual(model.explain(input, risk));
  });
});
