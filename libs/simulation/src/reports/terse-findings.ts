import type { PhraseBook } from './sayings.ts';

/** Findings and conclusions in the words of the house. */
export const TERSE_FINDINGS = {
  'blood.none': [
    'no bleed.',
    'no [acute |]blood.',
    'no ICH or SDH.',
    'haemorrhage excluded.',
    'nil acute blood.',
  ],
  'dense.present': [
    'dense artery {side}.',
    'thrombus [visible|seen] in {side} {site}.',
    'dense {site} {side}, clot {length} mm.',
    '{side} MCA bright, in keeping with clot.',
    'dot sign positive {side}.',
  ],
  'dense.doubtful': [
    '?dense artery {side}.',
    '{side} MCA ?bright, cannot exclude clot.',
    'equivocal density {side} MCA, likely calcified wall.',
  ],
  'dense.absent': [
    'no dense artery.',
    'no clot [visible|seen].',
    'vessels not dense.',
    'dot sign negative.',
  ],
  'early.extensive': [
    'large area of low density {side} MCA, ASPECTS {aspects}.',
    'swelling + low density {side} insula, basal ganglia, cortex, ASPECTS {aspects}.',
    'sulci lost {side}, cortex dark, ASPECTS {aspects}/10.',
  ],
  'early.slight': [
    'insula blurred {side}, ASPECTS {aspects}.',
    'small low density {side} basal ganglia, ASPECTS {aspects}/10.',
    '?early change {side} insula only, ASPECTS {aspects}.',
  ],
  'early.none': [
    'brain normal density, ASPECTS {aspects}.',
    'no low density, ASPECTS {aspects}/10.',
    'cortex sharp, ASPECTS {aspects}.',
  ],
  'mass.none': [
    'no shift.',
    'ventricles central, normal.',
    'cisterns patent.',
    'no swelling or shift.',
  ],
  'chronic.incidental': [
    'small vessel disease[, mild|, marked|].',
    'old lacune {other}.',
    'atrophy for age.',
    'falx calcified.',
    'sinus mucosal disease.',
    'calcified siphons.',
    'bones OK.',
  ],
  'chronic.infarct': [
    'old {other} MCA infarct, no change.',
    'old gliosis {other} [frontal|parietal].',
    'mature infarct {other} [occipital|cerebellum].',
  ],
  'conclusion.infarct': [
    'acute {side} MCA infarct.',
    'evolving {side} MCA [infarct|CVA].',
    'in keeping with recent {side} MCA infarct.',
  ],
  'conclusion.no-infarct': [
    'no established infarct[, for CTA|].',
    'no acute change on CT.',
    'CT normal for now.',
  ],
  occlusion: [
    '{side} {site} blocked.',
    'LVO {side} {site}.',
    'filling defect {side} {site}, no flow beyond.',
    '{side} {site} stump, not filling.',
    '{site} {side} amputated.',
  ],
  'collaterals.good': [
    'Tan 3.',
    'coll score 3 of 3.',
    'pial vessels fill [fully|well].',
    'backfill full.',
  ],
  'collaterals.moderate': [
    'Tan 2.',
    'coll score 2 of 3.',
    'pial vessels fill in part.',
    'backfill half.',
  ],
  'collaterals.poor': [
    'Tan [0|1].',
    'coll score [0|1] of 3.',
    'pial vessels [bare|hardly fill|sparse] {side}.',
    'no backfill[ to speak of|].',
    'backfill minimal.',
  ],
  'perfusion.large': ['core {core} ml, matched.', 'CBV down in most of territory, {core} ml.'],
  'perfusion.middle': ['core {core} ml, ratio {ratio}.', 'Tmax up, core {core} ml, some mismatch.'],
  'perfusion.small': ['core {core} ml, all penumbra.', 'Tmax up, CBV kept.'],
  'vessels.other': [
    'rest of COW patent.',
    'posterior circ patent.',
    'no dissection, no aneurysm.',
    'ICAs patent, no tight stenosis.',
    'fetal PCA {other}.',
  ],
  'infarct.grown-ct': [
    'infarct bigger.',
    'extension into {side} parietal cortex[, sulci lost|].',
    'more low density {side} than before, over 1/3 of territory.',
    'progression of infarct.',
  ],
  'infarct.grown-mri': [
    'DWI bigger than CT core[, ADC dark|].',
    'new DWI lesion {side} parietal[, extension|].',
    'infarct bigger on DWI, over 1/3 of territory.',
  ],
  'infarct.stable-ct': [
    'infarct as before.',
    'no extension.',
    'same size, {side} insula + basal ganglia.',
    'nil new.',
  ],
  'infarct.stable-mri': [
    'DWI bright {side} basal ganglia, ADC dark, no extension.',
    'DWI {side} insula only, as before.',
    'nil new on DWI.',
  ],
  'vessel.open': [
    '{side} MCA flowing again.',
    '{site} reopened.',
    'flow signal back in {side} MCA.',
  ],
  'vessel.closed': [
    '{side} {site} still blocked.',
    'no flow signal {side} MCA.',
    '{side} MCA not reopened.',
  ],
  'transformation.none': ['no bleed into infarct.', 'no HT.', 'SWI clean.'],
} satisfies Partial<PhraseBook>;
