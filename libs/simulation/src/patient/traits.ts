import type { KnownCondition } from '@endwatch/clinical';
import type { Rng } from '../random/rng.ts';
import { drawOcclusion, occlusionRisk } from './occlusion.ts';
import type { Occlusion } from './occlusion.ts';

/** Whoever is simulated: what was settled before admission. Values are the patient's own level, without measurement noise. */
export interface Traits {
  readonly sex: 'female' | 'male';
  readonly ageYears: number;
  /** Latent severity, standard normal. */
  readonly severity: number;
  /** NIHSS total at admission, 1–32. */
  readonly nihss: number;
  readonly occlusion: Occlusion;
  readonly conditions: readonly KnownCondition[];
  readonly onsetToDoorHours: number;
  readonly lysed: boolean;
  readonly level: Levels;
  /** Log hazard relative to the cohort's baseline: everything the generator knows at admission. */
  readonly logRisk: number;
}

/** In canonical units: /min, mmHg, °C, %, mmol/L, mg/L FEU, ratio, mg/L, g/L, µmol/L. */
export interface Levels {
  readonly heartRate: number;
  readonly systolic: number;
  readonly diastolic: number;
  readonly respiratoryRate: number;
  readonly saturation: number;
  readonly temperature: number;
  readonly glucose: number;
  readonly dDimer: number;
  readonly nlr: number;
  readonly crp: number;
  readonly fibrinogen: number;
  readonly homocysteine: number;
}

/** Standard normal scores of one patient, before they are given a centre and a spread. */
interface Scores {
  readonly age: number;
  readonly nihss: number;
  readonly heartRate: number;
  readonly systolic: number;
  readonly diastolic: number;
  readonly glucose: number;
  readonly dDimer: number;
  readonly nlr: number;
  readonly crp: number;
  readonly fibrinogen: number;
  readonly homocysteine: number;
}

function drawScores(rng: Rng, severity: number): Scores {
  const tied = (r: number): number => r * severity + Math.sqrt(1 - r * r) * rng.normal();
  const systolic = tied(0.05);
  return {
    age: tied(0.2),
    nihss: tied(0.35),
    heartRate: tied(0.22),
    systolic,
    // Systolic and diastolic pressure of one reading go together (r ≈ .6).
    diastolic: 0.58 * systolic + 0.81 * tied(0.1),
    glucose: tied(0.6),
    dDimer: tied(0.55),
    nlr: tied(0.55),
    crp: tied(0.58),
    fibrinogen: tied(0.25),
    homocysteine: tied(0.35),
  };
}

/**
 * Centres and spreads: pooled over both columns of the suggested table (38 % END), which goes back to Zi 2014, PMC7868420, the Wuhan D-dimer
 * quartiles and the END tables of Geng 2017, Hindawi OMCL 2016 and Sci Rep 2025.
 */
function levelsOf(rng: Rng, z: Scores, diabetic: boolean): Levels {
  const logNormal = (median: number, sigma: number, score: number): number =>
    median * Math.exp(sigma * score);
  const systolic = Math.max(95, 153 + 20 * z.systolic);
  return {
    heartRate: Math.max(46, 80 + 11.5 * z.heartRate),
    systolic,
    diastolic: Math.min(systolic - 22, Math.max(48, 85.8 + 11.5 * z.diastolic)),
    respiratoryRate: 16.5 + 1.8 * rng.normal(),
    saturation: Math.min(99.4, 96.6 + 1.2 * rng.normal()),
    temperature: 36.7 + 0.28 * rng.normal(),
    glucose: logNormal(diabetic ? 7.4 : 5.85, 0.26, z.glucose),
    dDimer: Math.min(60, logNormal(0.57, 1.33, z.dDimer)),
    nlr: logNormal(2.87, 0.6, z.nlr),
    crp: Math.min(250, logNormal(3.4, 1.25, z.crp)),
    fibrinogen: Math.max(1.2, 2.98 + 0.78 * z.fibrinogen),
    homocysteine: logNormal(12.7, 0.37, z.homocysteine),
  };
}

/** Normal quantiles that cut a standard normal so that the stated share lies above: diabetes .33, atrial fibrillation .17. */
const DIABETES_CUT = 0.44;
const FIBRILLATION_CUT = 0.98;
/** Correlation of severity with the logarithm of the time from onset to door. */
const SOONER = -0.3;

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

function drawConditions(rng: Rng, severity: number, z: Scores): KnownCondition[] {
  const tied = (r: number, other: number): number =>
    r * other + Math.sqrt(1 - r * r) * rng.normal();
  const conditions: KnownCondition[] = ['ischaemic-stroke', 'mca-occlusion'];
  if (tied(0.36, severity) > DIABETES_CUT) conditions.push('diabetes');
  if (tied(0.37, z.dDimer) > FIBRILLATION_CUT) conditions.push('atrial-fibrillation');
  if (rng.chance(0.7)) conditions.push('hypertension');
  if (rng.chance(sigmoid(-1.7 + 0.36 * severity))) conditions.push('prior-stroke');
  return conditions;
}

/** Whoever is worse comes sooner: median 8 h with END, 10 h without. */
function drawOnsetToDoorHours(rng: Rng, severity: number): number {
  const z = SOONER * severity + Math.sqrt(1 - SOONER ** 2) * rng.normal();
  return Math.min(72, 9.2 * Math.exp(z));
}

interface RiskParts {
  readonly severity: number;
  readonly scores: Scores;
  readonly diabetic: boolean;
  readonly occlusion: number;
}

/**
 * Scale of the whole predictor: sets how well the best possible forecaster can do (area under the curve about .82 for 7 days). Nothing is added that no input
 * shows: what cannot be known is what happens by chance, and the rest of the severity behind the values.
 */
export const RISK_SCALE = 0.92;

function logRiskOf(p: RiskParts): number {
  const z = p.scores;
  const values =
    0.34 * p.severity +
    0.2 * z.glucose +
    0.19 * z.dDimer +
    0.15 * z.nlr +
    0.12 * z.crp +
    0.1 * z.nihss +
    0.09 * z.homocysteine +
    0.08 * z.heartRate +
    0.07 * z.diastolic +
    0.07 * z.age +
    (p.diabetic ? 0.22 : 0);
  return RISK_SCALE * (values + p.occlusion);
}

/** Lets a caller decide what is otherwise drawn: for a demonstration that has to show something. */
export interface TraitsWish {
  readonly severity?: number;
}

/** Draws one patient. */
export function drawTraits(rng: Rng, wish: TraitsWish = {}): Traits {
  const severity = wish.severity ?? rng.normal();
  const scores = drawScores(rng, severity);
  const conditions = drawConditions(rng, severity, scores);
  const diabetic = conditions.includes('diabetes');
  const occlusion = drawOcclusion(rng.fork('occlusion'), severity);
  const onsetToDoorHours = drawOnsetToDoorHours(rng, severity);
  // Eligible = at the door within 4.5 h; a quarter of those are treated.
  const lysed = onsetToDoorHours <= 4.5 && rng.chance(0.25);
  const parts = { severity, scores, diabetic, occlusion: occlusionRisk(occlusion) };
  return {
    sex: rng.chance(0.655) ? 'male' : 'female',
    ageYears: Math.round(Math.min(92, Math.max(45, 66.8 + 10.5 * scores.age))),
    severity,
    nihss: Math.round(Math.min(32, Math.max(1, 7.8 * Math.exp(0.75 * scores.nihss)))),
    occlusion,
    conditions,
    onsetToDoorHours,
    lysed,
    level: levelsOf(rng, scores, diabetic),
    logRisk: logRiskOf(parts),
  };
}
