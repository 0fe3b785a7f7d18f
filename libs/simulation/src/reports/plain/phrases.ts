/**
 * Phrases of stroke imaging, by what they say. `{side}` is the side of the occlusion, `{site}` the segment, `{aspects}` the score. Wording
 * after public teaching material and synthetic report collections; none is a quotation from a patient's report.
 */

export const HYPERDENSE = {
  present: [
    'Hyperdense {side} MCA sign.',
    'The {side} {site} segment is hyperdense, compatible with fresh thrombus.',
    'Dense {side} middle cerebral artery over a length of about 9 mm.',
    'There is a hyperdense vessel sign of the {side} MCA.',
    'MCA dot sign in the {side} Sylvian fissure.',
  ],
  doubtful: [
    'Possible slight hyperdensity of the {side} MCA, may represent early thrombus.',
    'The {side} MCA appears marginally denser than the other side; thrombus cannot be excluded.',
  ],
  absent: [
    'No hyperdense vessel sign.',
    'No hyperdense artery sign is identified.',
    'The basal arteries are of normal density, without a dense vessel.',
    'Negative for a hyperdense MCA sign.',
  ],
} as const;

export const EARLY_CHANGE = {
  extensive: [
    'Extensive early ischemic change in the {side} MCA territory with loss of grey-white differentiation, ASPECTS {aspects}.',
    'Hypoattenuation of the {side} insula, lentiform nucleus and frontal operculum with sulcal effacement. ASPECTS {aspects}/10.',
    'Obscuration of the {side} lentiform nucleus and loss of the insular ribbon; sulcal effacement over the convexity. ASPECTS is {aspects}.',
  ],
  slight: [
    'Subtle loss of the {side} insular ribbon, ASPECTS {aspects}.',
    'Slight hypoattenuation of the {side} lentiform nucleus. ASPECTS {aspects}/10.',
    'Early ischemic change limited to the {side} insula, suggestive of recent infarction. ASPECTS {aspects}.',
  ],
  none: [
    'No early ischemic change. ASPECTS {aspects}.',
    'Grey-white differentiation is preserved. ASPECTS {aspects}/10.',
    'No evidence of early infarct signs, ASPECTS {aspects}.',
  ],
} as const;

export const COLLATERALS = {
  good: [
    'Good collateral filling of the {side} MCA territory.',
    'Leptomeningeal collaterals are well developed.',
    'Collateral status good, more than half of the territory filled.',
  ],
  moderate: [
    'Moderate collateral supply.',
    'Collaterals fill about half of the {side} MCA territory.',
    'Intermediate leptomeningeal collateral status.',
  ],
  poor: [
    'Poor collaterals in the {side} MCA territory.',
    'Scant collateral filling distal to the occlusion.',
    'Leptomeningeal collaterals are poor, with hardly any filling of the cortical branches.',
    'Markedly reduced collateral supply of the {side} hemisphere.',
  ],
} as const;

export const OCCLUSION = [
  'Occlusion of the {side} {site} segment.',
  'Abrupt cut-off of the {side} MCA at the {site} segment.',
  'The {side} {site} segment of the middle cerebral artery is occluded.',
  'Complete occlusion of the {side} MCA ({site}).',
  'No opacification of the {side} {site} segment, consistent with occlusion.',
] as const;

export const NO_HAEMORRHAGE = [
  'No evidence of intracranial hemorrhage.',
  'No hemorrhage.',
  'Negative for intracranial blood.',
  'Intracranial hemorrhage is not identified.',
  'Without hemorrhage or extra-axial collection.',
] as const;

export const NO_MASS_EFFECT = [
  'Without significant mass effect or midline shift.',
  'No midline shift. Ventricles of normal size.',
  'No space-occupying effect.',
  'Basal cisterns are open.',
] as const;

export const INCIDENTAL = [
  'Chronic microvascular ischemic changes of the white matter.',
  'Old lacune in the {other} corona radiata.',
  'Mild generalised atrophy.',
  'Calcified meningioma of the falx, incidental.',
  'Mucosal thickening of the maxillary sinuses.',
  'Calcified plaque at both carotid bifurcations without high-grade stenosis.',
  'Encephalomalacia in the {other} frontal lobe after an old infarct.',
  'No fracture. Paranasal sinuses are clear.',
] as const;

export const FOLLOW_UP = {
  growth: [
    'Interval growth of the infarct in the {side} MCA territory with new sulcal effacement.',
    'The infarct has extended to the {side} parietal lobe; mild mass effect.',
    'Restricted diffusion now involves more than a third of the {side} MCA territory with corresponding low ADC.',
  ],
  stable: [
    'No significant change in the extent of infarction.',
    'Demarcated infarct of the {side} insula and lentiform nucleus, no increase in size.',
    'Restricted diffusion in the {side} corona radiata and caudate head with corresponding low ADC; no new lesion.',
    'Small cortical infarct of the {side} operculum, unchanged.',
  ],
  vesselOpen: [
    'The previously reported {site} occlusion has recanalized.',
    'Flow in the {side} MCA is restored.',
  ],
  vesselClosed: [
    'Persistent occlusion of the {side} {site} segment.',
    'Absent flow void of the {side} MCA; FLAIR vascular hyperintensity.',
    'The {side} MCA remains occluded.',
  ],
  noTransformation: [
    'No haemorrhagic transformation.',
    'No haemorrhagic transformation on SWI.',
    'Without evidence of haemorrhagic conversion.',
  ],
} as const;

export const SYMPTOMS = {
  left: [
    'right-sided weakness and difficulty with speech',
    'aphasia and right facial droop',
    'sudden right arm and leg weakness',
    'right hemiparesis, word-finding difficulty',
  ],
  right: [
    'left-sided weakness and neglect',
    'left facial droop and slurred speech',
    'sudden left arm and leg weakness',
    'left hemiparesis, gaze to the right',
  ],
  unsteady: [
    'unsteadiness while walking',
    'unsteadiness and leaning to one side',
    'difficulty walking, unsteadiness',
  ],
  vision: ['loss of vision on one side', 'blurred vision', 'reduced vision to one side'],
} as const;

export const ADDENDA = [
  'After review with the stroke team the conclusion stands.',
  'The side was checked against the raw images and is correct as stated.',
  'Comparison with outside images received later: no additional finding.',
] as const;
