import type { Occlusion } from '../../patient/occlusion.ts';
import type { Traits } from '../../patient/traits.ts';
import type { Rng } from '../../random/rng.ts';
import type { FollowUpState } from '../later-imaging.ts';
import {
  ADDENDA,
  COLLATERALS,
  EARLY_CHANGE,
  FOLLOW_UP,
  HYPERDENSE,
  INCIDENTAL,
  NO_HAEMORRHAGE,
  NO_MASS_EFFECT,
  OCCLUSION,
  SYMPTOMS,
} from './phrases.ts';
import { filled } from './report-parts.ts';
import type { ReportParts } from './report-parts.ts';

type Words = Readonly<Record<string, string>>;

function wordsOf(rng: Rng, occlusion: Occlusion): Words {
  const other = occlusion.side === 'left' ? 'right' : 'left';
  // "M1" is often all that is said of a proximal or distal M1.
  const site = occlusion.site !== 'M2' && rng.chance(0.35) ? 'M1' : occlusion.site;
  return { side: occlusion.side, other, site, aspects: String(occlusion.aspects) };
}

/** The line on why the picture was asked for; one report in twelve has none. */
function historyLine(rng: Rng, traits: Traits): string | null {
  if (rng.chance(1 / 12)) return null;
  const { side, unsteady, vision } = traits.occlusion;
  const symptoms: string[] = [rng.pick(SYMPTOMS[side])];
  if (unsteady) symptoms.push(rng.pick(SYMPTOMS.unsteady));
  if (vision) symptoms.push(rng.pick(SYMPTOMS.vision));
  const hours = Math.max(1, Math.round(traits.onsetToDoorHours));
  const since = rng.pick([
    `for ${String(hours)} h`,
    `onset ${String(hours)} hours ago`,
    'acute onset',
    'found today',
  ]);
  const known =
    traits.conditions.includes('atrial-fibrillation') && rng.chance(0.5)
      ? ' Known atrial fibrillation.'
      : '';
  const asked = rng.pick([
    'Stroke?',
    'Evaluate for acute infarct.',
    'Hemorrhage?',
    'Suspected MCA stroke.',
  ]);
  return `${String(traits.ageYears)}-year-old, ${symptoms.join(', ')}, ${since}.${known} ${asked}`;
}

/** Readers miss one dense vessel in eight, and hedge on some. */
function hyperdenseLine(rng: Rng, present: boolean): string | null {
  if (present) {
    if (rng.chance(0.12)) return null;
    return rng.pick(rng.chance(0.2) ? HYPERDENSE.doubtful : HYPERDENSE.present);
  }
  if (rng.chance(0.04)) return rng.pick(HYPERDENSE.doubtful);
  return rng.chance(0.55) ? rng.pick(HYPERDENSE.absent) : null;
}

function earlyChangeLine(rng: Rng, aspects: number): string {
  if (aspects <= 6) return rng.pick(EARLY_CHANGE.extensive);
  return rng.pick(aspects <= 8 ? EARLY_CHANGE.slight : EARLY_CHANGE.none);
}

function addendum(rng: Rng): string | null {
  return rng.chance(0.06) ? rng.pick(ADDENDA) : null;
}

/** CT without contrast at admission. */
export function admissionCt(rng: Rng, traits: Traits): ReportParts {
  const { occlusion } = traits;
  const words = wordsOf(rng, occlusion);
  const dense = hyperdenseLine(rng, occlusion.hyperdenseSign);
  const early = earlyChangeLine(rng, occlusion.aspects);
  const findings = [
    rng.pick(NO_HAEMORRHAGE),
    early,
    ...(dense === null ? [] : [dense]),
    rng.pick(NO_MASS_EFFECT),
    ...(rng.chance(0.6) ? [rng.pick(INCIDENTAL)] : []),
  ];
  const impression = [
    occlusion.aspects <= 8
      ? rng.pick([
          'Findings compatible with acute {side} MCA infarction.',
          'Early infarct signs in the {side} MCA territory.',
        ])
      : rng.pick([
          'No definite acute infarct; CT angiography recommended.',
          'No demarcated infarct at this time.',
        ]),
    ...(dense !== null && occlusion.hyperdenseSign ? [rng.pick(HYPERDENSE.present)] : []),
    rng.pick(['No hemorrhage.', 'No evidence of intracranial hemorrhage.']),
  ];
  return {
    title: rng.pick(['CT head without contrast', 'Non-contrast CT of the head', 'Cranial CT']),
    history: historyLine(rng, traits),
    technique: rng.pick([
      'Axial images without contrast.',
      'Helical acquisition, 1 mm, bone and soft-tissue kernels.',
    ]),
    comparison: rng.pick(['None.', 'None available.', 'No prior study.']),
    findings: findings.map((line) => filled(line, words)),
    impression: impression.map((line) => filled(line, words)),
    addendum: addendum(rng),
  };
}

/** CT angiography at admission. */
export function admissionCta(rng: Rng, traits: Traits): ReportParts {
  const { occlusion } = traits;
  const words = wordsOf(rng, occlusion);
  const flow = rng.pick(COLLATERALS[occlusion.collaterals]);
  const findings = [
    rng.pick(OCCLUSION),
    // Some departments do not grade collaterals.
    ...(rng.chance(0.9) ? [flow] : []),
    rng.pick([
      'The {other} anterior circulation is patent.',
      'Vertebral and basilar arteries are patent without stenosis.',
      'No carotid dissection. No aneurysm.',
      'No hemodynamically significant carotid stenosis.',
    ]),
  ];
  const impression = [rng.pick(OCCLUSION), ...(rng.chance(0.5) ? [flow] : [])];
  return {
    title: rng.pick(['CT angiography head and neck', 'CTA of the intracranial arteries']),
    history: rng.chance(0.5) ? historyLine(rng, traits) : null,
    technique:
      'Arterial-phase acquisition from the aortic arch to the vertex after intravenous contrast.',
    comparison: rng.pick(['CT head of the same day.', 'Non-contrast CT immediately before.']),
    findings: findings.map((line) => filled(line, words)),
    impression: impression.map((line) => filled(line, words)),
    addendum: addendum(rng),
  };
}

/** CT or MRI a day or some days after admission. */
export function followUp(rng: Rng, traits: Traits, state: FollowUpState): ReportParts {
  const words = wordsOf(rng, traits.occlusion);
  const grown = state.worse ? rng.chance(0.75) : rng.chance(0.1);
  const extent = rng.pick(grown ? FOLLOW_UP.growth : FOLLOW_UP.stable);
  const vessel = rng.pick(state.vesselOpen ? FOLLOW_UP.vesselOpen : FOLLOW_UP.vesselClosed);
  const flow = COLLATERALS[traits.occlusion.collaterals];
  const findings = [
    extent,
    ...(rng.chance(0.7) ? [vessel] : []),
    ...(rng.chance(0.4) ? [rng.pick(flow)] : []),
    rng.pick(FOLLOW_UP.noTransformation),
    rng.pick(NO_MASS_EFFECT),
  ];
  const title = state.modality === 'CT' ? 'Follow-up CT head' : 'MRI brain with diffusion';
  return {
    title,
    history: rng.chance(0.6)
      ? filled(
          rng.pick(['Follow-up after {side} MCA occlusion.', 'Control after {side} MCA infarct.']),
          words,
        )
      : null,
    technique:
      state.modality === 'CT'
        ? 'Axial images without contrast.'
        : 'DWI, ADC, FLAIR, SWI, time-of-flight angiography.',
    comparison: rng.pick(['Previous CT.', 'Admission CT and CT angiography.']),
    findings: findings.map((line) => filled(line, words)),
    impression: [extent, rng.pick(FOLLOW_UP.noTransformation)].map((line) => filled(line, words)),
    addendum: addendum(rng),
  };
}
