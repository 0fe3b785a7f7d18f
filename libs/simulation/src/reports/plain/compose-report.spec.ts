import { drawTraits } from '../../patient/traits.ts';
import type { Traits } from '../../patient/traits.ts';
import { seededRng } from '../../random/rng.ts';
import { admissionCt, admissionCta, followUp } from './compose-report.ts';
import { filled, laidOut } from './report-parts.ts';

const base = drawTraits(seededRng('reports'));
const withOcclusion = (change: Partial<Traits['occlusion']>): Traits => ({
  ...base,
  occlusion: { ...base.occlusion, ...change },
});

const texts = (traits: Traits, n: number): string[] =>
  Array.from({ length: n }, (_, seed) => {
    const rng = seededRng(seed);
    return laidOut(rng, seed % 2 === 0 ? 'sections' : 'brief', admissionCt(rng, traits));
  });

describe('radiology reports', () => {
  it('come in several hundred variants of one finding', () => {
    expect(new Set(texts(base, 1000)).size).toBeGreaterThan(500);
  });

  it('state a dense vessel when there is one and deny or leave it out when there is none', () => {
    const affirmed =
      /hyperdense (left )?MCA sign\.|is hyperdense, compatible|^Dense|Dense left|vessel sign of|dot sign/m;
    const share = (present: boolean): number =>
      texts(withOcclusion({ hyperdenseSign: present, side: 'left' }), 300).filter(
        (text) => affirmed.test(text) && !/No hyperdense|Negative for/.test(text),
      ).length / 300;
    expect(share(true)).toBeGreaterThan(0.6);
    expect(share(false)).toBe(0);
  });

  it('name the side of the occlusion, the segment and the collaterals in CT angiography', () => {
    const rng = seededRng('cta');
    const parts = admissionCta(
      rng,
      withOcclusion({ side: 'right', site: 'M2', collaterals: 'poor' }),
    );
    const text = laidOut(rng, 'sections', parts);
    expect(text).toMatch(/right/);
    expect(text).toMatch(/M2/);
    expect(text).not.toMatch(/Good collateral|well developed/);
  });

  it('tell symptoms in the history line', () => {
    const spoken = texts(withOcclusion({ unsteady: true, vision: true }), 60).filter(
      (text) => /unsteadiness|unsteady/.test(text) && /vision/.test(text),
    );
    expect(spoken.length).toBeGreaterThan(45);
  });

  it('report growth after a worsening more often than without', () => {
    const grown = (worse: boolean): number =>
      Array.from({ length: 300 }, (_, n) =>
        followUp(seededRng(n), base, { worse, vesselOpen: false, modality: 'MRI' }).findings.join(
          ' ',
        ),
      ).filter((text) => /growth|extended|more than a third/.test(text)).length;
    expect(grown(true)).toBeGreaterThan(3 * grown(false));
  });

  it('refuse a phrase that names an unknown word', () => {
    expect(() => filled('{sied} MCA', { side: 'left' })).toThrow(RangeError);
  });
});
