import { drawTraits } from '../patient/traits.ts';
import type { Traits } from '../patient/traits.ts';
import { seededRng } from '../random/rng.ts';
import { admissionCt, admissionCta, followUp, wordsOf } from './compose-report.ts';
import { HOUSE_STYLES, PHRASE_BOOKS, written } from './house.ts';
import type { HouseStyle } from './house.ts';
import { templatesOf, worded } from './pattern.ts';
import { SAYINGS } from './sayings.ts';
import type { ReportContent, Saying } from './sayings.ts';

const base = drawTraits(seededRng('reports'));
const withOcclusion = (change: Partial<Traits['occlusion']>): Traits => ({
  ...base,
  occlusion: { ...base.occlusion, ...change },
});

const N = 400;
const drawn = (content: (seed: number) => ReportContent): ReportContent[] =>
  Array.from({ length: N }, (_, seed) => content(seed));
const saidIn = ({ history, findings, impression, addendum }: ReportContent): Saying[] => [
  ...history,
  ...findings,
  ...impression,
  ...(addendum === null ? [] : [addendum]),
];
const share = (reports: readonly ReportContent[], saying: Saying): number =>
  reports.filter((one) => saidIn(one).includes(saying)).length / reports.length;
const cts = (traits: Traits): ReportContent[] =>
  drawn((seed) => admissionCt(seededRng(seed), traits));

const textOf = (style: HouseStyle, seed: number, content: ReportContent): string => {
  const rng = seededRng(`words ${String(seed)}`);
  return written(rng, style, { content, words: wordsOf(rng, base) });
};

describe('what reports say', () => {
  it('of a dense vessel: seen, doubted, missed, added later; denied or left out where there is none', () => {
    const dense = cts(withOcclusion({ hyperdenseSign: true }));
    expect(share(dense, 'dense.present')).toBeGreaterThan(0.6);
    expect(share(dense, 'dense.doubtful')).toBeGreaterThan(0.1);
    expect(share(dense, 'addendum.dense')).toBeGreaterThan(0.01);
    expect(share(dense, 'dense.absent')).toBe(0);
    const none = cts(withOcclusion({ hyperdenseSign: false }));
    expect(share(none, 'dense.present')).toBe(0);
    expect(share(none, 'addendum.dense')).toBe(0);
    expect(share(none, 'dense.absent')).toBeGreaterThan(0.4);
  });

  it('of symptoms: told, denied, or not asked for', () => {
    const told = cts(withOcclusion({ unsteady: true, vision: false }));
    expect(share(told, 'unsteady')).toBeGreaterThan(0.85);
    expect(share(told, 'unsteady.denied')).toBe(0);
    expect(share(told, 'vision')).toBe(0);
    expect(share(told, 'vision.denied')).toBeGreaterThan(0.04);
  });

  it('of vessels and collaterals, by how they are', () => {
    const poor = drawn((seed) =>
      admissionCta(seededRng(seed), withOcclusion({ collaterals: 'poor' })),
    );
    expect(share(poor, 'collaterals.poor')).toBeGreaterThan(0.8);
    expect(share(poor, 'collaterals.good')).toBe(0);
    expect(share(poor, 'perfusion.large')).toBeGreaterThan(0.2);
    expect(share(poor, 'perfusion.small')).toBe(0);
  });

  it('of growth, after a worsening more often than without', () => {
    const grown = (worse: boolean): number =>
      share(
        drawn((seed) =>
          followUp(seededRng(seed), base, { worse, vesselOpen: false, modality: 'MRI' }),
        ),
        'infarct.grown-mri',
      );
    expect(grown(true)).toBeGreaterThan(3 * grown(false));
  });
});

describe('how houses write', () => {
  it('in several hundred templates, none of them shared', () => {
    const templates = HOUSE_STYLES.map((style) =>
      SAYINGS.flatMap((saying) => PHRASE_BOOKS[style][saying].flatMap(templatesOf)),
    );
    process.stdout.write(
      `templates: ${HOUSE_STYLES.map((style, i) => `${style} ${String(templates[i]?.length)}`).join(', ')}\n`,
    );
    for (const own of templates) {
      expect(own.length).toBeGreaterThan(200);
      expect(new Set(own.filter((one) => one.length > 12)).size).toBeGreaterThan(150);
    }
    const [prose = [], terse = []] = templates;
    expect(prose.filter((one) => terse.includes(one))).toEqual([]);
  });

  it.each(HOUSE_STYLES)('%s has a text for everything, whatever the chance', (style) => {
    const words = wordsOf(seededRng(1), base);
    for (const patterns of Object.values(PHRASE_BOOKS[style])) {
      for (const template of patterns.flatMap(templatesOf)) {
        const text = worded(seededRng(1), template, words);
        expect(text).not.toMatch(/[{}[\]|]|undefined| {2}/);
      }
    }
  });

  it.each(HOUSE_STYLES)('%s: one finding in several hundred variants', (style) => {
    const texts = cts(base).map((content, seed) => textOf(style, seed, content));
    expect(new Set(texts).size).toBeGreaterThan(0.95 * N);
  });

  it('with other sections, in another order', () => {
    const content = admissionCt(seededRng(5), base);
    const [prose, terse] = HOUSE_STYLES.map((style) => textOf(style, 1, content));
    expect(prose).toMatch(/FINDINGS: [^]*IMPRESSION:/);
    expect(terse).toMatch(/(Opinion|Conclusion): [^]*Report:/);
    expect(terse!.length).toBeLessThan(prose!.length);
  });

  it('refuses a pattern that names an unknown word', () => {
    expect(() => worded(seededRng(1), '{sied} MCA', { side: 'left' })).toThrow(RangeError);
  });

  it('knows alternatives within alternatives', () => {
    expect(templatesOf('[a|b[c|]] d')).toEqual(['a d', 'bc d', 'b d']);
  });
});
