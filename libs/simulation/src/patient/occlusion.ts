import type { Rng } from '../random/rng.ts';

export type Side = 'left' | 'right';
export type OcclusionSite = 'proximal M1' | 'distal M1' | 'M2';
export type Collaterals = 'good' | 'moderate' | 'poor';

/** What imaging and the history line can show: the part of the risk that stands in no value, only in report text. */
export interface Occlusion {
  readonly side: Side;
  readonly site: OcclusionSite;
  readonly hyperdenseSign: boolean;
  readonly collaterals: Collaterals;
  /** Alberta Stroke Program early CT score, 2–10. */
  readonly aspects: number;
  /** Told at admission: unsteady while walking. */
  readonly unsteady: boolean;
  /** Told at admission: loss of or blurred vision. */
  readonly vision: boolean;
}

function siteOf(z: number): OcclusionSite {
  if (z > 0.1) return 'proximal M1';
  return z > -0.6 ? 'distal M1' : 'M2';
}

function collateralsOf(z: number): Collaterals {
  if (z > 0.65) return 'poor';
  return z > -0.45 ? 'moderate' : 'good';
}

/** `severity`: the patient's latent severity, standard normal; worse patients have somewhat worse vessels. */
export function drawOcclusion(rng: Rng, severity: number): Occlusion {
  const tied = (r: number): number => r * severity + Math.sqrt(1 - r * r) * rng.normal();
  const site = siteOf(tied(0.15));
  const collaterals = collateralsOf(tied(0.2));
  const shift = (site === 'M2' ? 0.8 : 0) - (collaterals === 'poor' ? 0.9 : 0);
  return {
    side: rng.chance(0.52) ? 'left' : 'right',
    site,
    collaterals,
    hyperdenseSign: rng.chance(site === 'M2' ? 0.15 : 0.42),
    aspects: Math.round(Math.min(10, Math.max(2, 8.1 + shift + 1.4 * tied(-0.15)))),
    unsteady: rng.chance(0.16),
    vision: rng.chance(0.14),
  };
}

/** Contribution to the log hazard. Sizes are the generator's own: no published odds ratios exist for these together. */
export function occlusionRisk(o: Occlusion): number {
  const site = { 'proximal M1': 0.22, 'distal M1': 0, M2: -0.35 }[o.site];
  const flow = { poor: 0.62, moderate: 0, good: -0.48 }[o.collaterals];
  return (
    site +
    flow +
    (o.hyperdenseSign ? 0.34 : -0.18) +
    0.11 * (8 - o.aspects) +
    (o.unsteady ? 0.34 : 0) +
    (o.vision ? 0.3 : 0)
  );
}
