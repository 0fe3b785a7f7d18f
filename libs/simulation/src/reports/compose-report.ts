import type { Collaterals, Occlusion } from '../patient/occlusion.ts';
import type { Traits } from '../patient/traits.ts';
import type { Rng } from '../random/rng.ts';
import type { FollowUpState } from './later-imaging.ts';
import type { Words } from './pattern.ts';
import type { ReportContent, Saying } from './sayings.ts';

/** Shares of what readers do; own choices. */
const HABITS = {
  noHistory: 1 / 12,
  /** A dense vessel that the reader does not see, and how often an addendum mends it. */
  denseMissed: 0.12,
  denseAmended: 0.35,
  denseDoubted: 0.2,
  denseDoubtedWhenNone: 0.04,
  denseDenied: 0.55,
  /** Symptoms that are asked for and are not there. */
  denied: 0.1,
  collateralsGraded: 0.9,
  perfusionDone: 0.45,
  advice: 0.35,
  addendum: 0.05,
} as const;

const some = (rng: Rng, share: number, saying: Saying): Saying[] =>
  rng.chance(share) ? [saying] : [];

/** What the names in patterns stand for in one patient's reports. */
export function wordsOf(rng: Rng, traits: Traits): Words {
  const { side, site, aspects, collaterals } = traits.occlusion;
  const core = Math.round(coreOf(collaterals) * Math.exp(0.4 * rng.normal()));
  return {
    side,
    other: side === 'left' ? 'right' : 'left',
    // "M1" is often all that is said of a proximal or distal M1.
    site: site !== 'M2' && rng.chance(0.35) ? 'M1' : site,
    aspects: String(aspects),
    age: String(traits.ageYears),
    person: traits.sex === 'female' ? 'woman' : 'man',
    sex: traits.sex === 'female' ? 'F' : 'M',
    hours: String(Math.max(1, Math.round(traits.onsetToDoorHours))),
    months: String(rng.int(11, 90)),
    length: String(rng.int(11, 24)),
    core: String(core),
    ratio: rng.between(1.2, 4).toFixed(1),
    day: String(rng.int(2, 4)),
  };
}

function coreOf(collaterals: Collaterals): number {
  return { poor: 72, moderate: 40, good: 18 }[collaterals];
}

/** Why the picture was asked for; one report in twelve does not say. */
function history(rng: Rng, traits: Traits): Saying[] {
  if (rng.chance(HABITS.noHistory)) return [];
  const { side, unsteady, vision } = traits.occlusion;
  const told = (present: boolean, saying: 'unsteady' | 'vision'): Saying[] =>
    present ? [saying] : some(rng, HABITS.denied, `${saying}.denied`);
  const known = (condition: Traits['conditions'][number], saying: Saying): Saying[] =>
    traits.conditions.includes(condition) ? some(rng, 0.5, saying) : [];
  return [
    'patient',
    side === 'left' ? 'weakness.right' : 'weakness.left',
    ...told(unsteady, 'unsteady'),
    ...told(vision, 'vision'),
    'since',
    ...known('atrial-fibrillation', 'known.fibrillation'),
    ...known('prior-stroke', 'known.stroke'),
    'asked',
  ];
}

interface Dense {
  readonly finding: Saying[];
  readonly impression: Saying[];
  readonly amended: boolean;
}

/** Readers miss one dense vessel in eight, hedge on some, and see one in 25 that is none. */
function denseVessel(rng: Rng, present: boolean): Dense {
  const [missed, doubted, amended] = [rng.next(), rng.next(), rng.chance(HABITS.denseAmended)];
  const said = (finding: Saying[], sure = false): Dense => ({
    finding,
    impression: sure ? finding : [],
    amended: false,
  });
  if (!present) {
    if (doubted < HABITS.denseDoubtedWhenNone) return said(['dense.doubtful']);
    return said(missed < HABITS.denseDenied ? ['dense.absent'] : []);
  }
  if (missed < HABITS.denseMissed) return { ...said([]), amended };
  const sure = doubted >= HABITS.denseDoubted;
  return said([sure ? 'dense.present' : 'dense.doubtful'], sure);
}

function earlyChange(aspects: number): Saying {
  if (aspects <= 6) return 'early.extensive';
  return aspects <= 8 ? 'early.slight' : 'early.none';
}

function chronic(rng: Rng, { conditions }: Traits): Saying[] {
  const old = conditions.includes('prior-stroke') ? 0.7 : 0.04;
  return [...some(rng, old, 'chronic.infarct'), ...some(rng, 0.5, 'chronic.incidental')];
}

function afterwards(rng: Rng): Pick<ReportContent, 'advice' | 'addendum'> {
  return {
    advice: rng.chance(HABITS.advice),
    addendum: rng.chance(HABITS.addendum) ? 'addendum.stands' : null,
  };
}

/** CT without contrast at admission. */
export function admissionCt(rng: Rng, traits: Traits): ReportContent {
  const { hyperdenseSign, aspects } = traits.occlusion;
  const dense = denseVessel(rng.fork('dense'), hyperdenseSign);
  const after = afterwards(rng);
  const hadStroke = traits.conditions.includes('prior-stroke');
  return {
    title: 'title.ct',
    history: history(rng.fork('history'), traits),
    technique: 'technique.ct',
    prior: rng.chance(hadStroke ? 0.6 : 0.15) ? 'prior.years-ago' : 'prior.none',
    findings: [
      'blood.none',
      earlyChange(aspects),
      ...dense.finding,
      'mass.none',
      ...chronic(rng.fork('chronic'), traits),
    ],
    impression: [
      aspects <= 8 ? 'conclusion.infarct' : 'conclusion.no-infarct',
      ...dense.impression,
      'blood.none',
    ],
    advice: after.advice,
    addendum: dense.amended ? 'addendum.dense' : after.addendum,
  };
}

/** Cores follow collaterals, loosely. */
function perfusion(rng: Rng, { collaterals }: Occlusion): Saying {
  const sizes = ['perfusion.small', 'perfusion.middle', 'perfusion.large'] as const;
  const usual = { good: 0, moderate: 1, poor: 2 }[collaterals];
  return sizes[rng.chance(0.7) ? usual : 1] ?? 'perfusion.middle';
}

/** CT angiography at admission, in some with perfusion. */
export function admissionCta(rng: Rng, traits: Traits): ReportContent {
  const { collaterals } = traits.occlusion;
  const flow: Saying = `collaterals.${collaterals}`;
  const [graded, again] = [rng.chance(HABITS.collateralsGraded), rng.chance(0.5)];
  const withPerfusion = rng.chance(HABITS.perfusionDone);
  return {
    title: withPerfusion ? 'title.cta-ctp' : 'title.cta',
    history: rng.chance(0.5) ? history(rng.fork('history'), traits) : [],
    technique: withPerfusion ? 'technique.cta-ctp' : 'technique.cta',
    prior: 'prior.ct-today',
    findings: [
      'occlusion',
      ...(graded ? [flow] : []),
      ...(withPerfusion ? [perfusion(rng.fork('perfusion'), traits.occlusion)] : []),
      'vessels.other',
    ],
    impression: ['occlusion', ...(again ? [flow] : [])],
    ...afterwards(rng),
  };
}

/** CT or MRI a day or some days after admission. */
export function followUp(rng: Rng, traits: Traits, state: FollowUpState): ReportContent {
  const grown = rng.chance(state.worse ? 0.75 : 0.1);
  const modality = state.modality === 'CT' ? 'ct' : 'mri';
  const extent: Saying = `infarct.${grown ? 'grown' : 'stable'}-${modality}`;
  return {
    title: `title.later-${modality}`,
    history: some(rng, 0.6, 'asked.later'),
    technique: `technique.later-${modality}`,
    prior: 'prior.admission',
    findings: [
      extent,
      ...some(rng, 0.7, state.vesselOpen ? 'vessel.open' : 'vessel.closed'),
      ...some(rng, 0.4, `collaterals.${traits.occlusion.collaterals}`),
      'transformation.none',
      'mass.none',
    ],
    impression: [extent, 'transformation.none'],
    ...afterwards(rng),
  };
}
