import type { PhraseBook } from './sayings.ts';

/** Findings and conclusions in the words of the house. */
export const PROSE_FINDINGS = {
  'blood.none': [
    '[There is no|No] [evidence of |][acute |]intracranial hemorrhage.',
    'Negative for intracranial [blood|hemorrhage].',
    'Intracranial hemorrhage is not identified.',
    'There is no [intra- or extra-axial hemorrhage|hemorrhage or extra-axial collection].',
  ],
  'dense.present': [
    '[There is a|A] hyperdense {side} MCA sign[ is present|].',
    'The {side} {site} segment is hyperdense, [compatible with|suggestive of] [fresh |]thrombus.',
    'Dense {side} middle cerebral artery over a length of about {length} mm.',
    '[There is a|A] hyperdense vessel sign of the {side} MCA[ is seen|].',
    'An MCA dot sign is [seen|noted] in the {side} Sylvian fissure.',
  ],
  'dense.doubtful': [
    'Possible slight hyperdensity of the {side} MCA[, which may represent early thrombus|].',
    'The {side} MCA appears marginally denser than the other side; thrombus cannot be excluded.',
    'Questionable hyperdense {side} MCA, [likely|possibly] due to high hematocrit.',
  ],
  'dense.absent': [
    'No hyperdense [vessel|artery] sign[ is identified|].',
    'The basal arteries are of normal density, without a dense vessel.',
    'Negative for a hyperdense MCA sign.',
    'A hyperdense {side} MCA is not [seen|identified].',
  ],
  'early.extensive': [
    'Extensive early ischemic change in the {side} MCA territory with loss of gray-white differentiation, ASPECTS {aspects}.',
    'Hypoattenuation of the {side} insula, lentiform nucleus and frontal operculum with sulcal effacement. ASPECTS {aspects}/10.',
    'Obscuration of the {side} lentiform nucleus and loss of the insular ribbon[; sulcal effacement over the convexity|]. ASPECTS is {aspects}.',
  ],
  'early.slight': [
    'Subtle loss of the {side} insular ribbon, ASPECTS {aspects}.',
    'Slight hypoattenuation of the {side} [lentiform nucleus|caudate head]. ASPECTS {aspects}/10.',
    'Early ischemic change limited to the {side} insula, [suggestive of|may represent] recent infarction. ASPECTS {aspects}.',
  ],
  'early.none': [
    'No [early ischemic change|sign of early ischemia]. ASPECTS {aspects}.',
    'Gray-white differentiation is preserved. ASPECTS {aspects}/10.',
    'No evidence of early infarct signs, ASPECTS {aspects}.',
  ],
  'mass.none': [
    '[Without|There is no] significant mass effect or midline shift.',
    'No midline shift. Ventricles are of normal size.',
    'The basal cisterns are open.',
    'No herniation[ or hydrocephalus|].',
  ],
  'chronic.incidental': [
    '[Mild|Moderate] chronic microvascular ischemic changes of the white matter.',
    'Old lacune in the {other} corona radiata.',
    '[Mild generalized|Age-appropriate] atrophy.',
    'Calcified meningioma of the falx, incidental.',
    'Mucosal thickening of the maxillary sinuses.',
    'Calcified plaque at both carotid [siphons|bifurcations] without high-grade stenosis.',
    'No fracture. Paranasal sinuses are clear.',
  ],
  'chronic.infarct': [
    'Encephalomalacia in the {other} [frontal|parietal] lobe after an old infarct.',
    'Old {other} MCA infarct, [unchanged|without interval change].',
    'Chronic infarct of the {other} [occipital lobe|cerebellum].',
  ],
  'conclusion.infarct': [
    'Findings compatible with acute {side} MCA [infarction|infarct].',
    'Early infarct signs in the {side} MCA territory.',
    'Acute {side} MCA territory ischemia[ is likely|].',
  ],
  'conclusion.no-infarct': [
    'No definite acute infarct[; CT angiography recommended|].',
    'No demarcated infarct at this time.',
    'No CT evidence of [a large|an acute] territorial infarct.',
  ],
  occlusion: [
    '[There is occlusion|Occlusion] of the {side} {site} segment.',
    'Abrupt cut-off of the {side} MCA at the {site} segment.',
    'The {side} {site} segment of the middle cerebral artery is occluded.',
    'Complete occlusion of the {side} MCA ({site}).',
    'No opacification of the {side} {site} segment, consistent with occlusion.',
  ],
  'collaterals.good': [
    'Good collateral filling of the {side} MCA territory.',
    '[Leptomeningeal|Pial] collaterals are well developed.',
    '[Robust|Symmetric] collateral filling on the {side}.',
    'Collateral status is good, [with |]more than half of the territory filled.',
  ],
  'collaterals.moderate': [
    'Moderate collateral supply.',
    'Collaterals fill about half of the {side} MCA territory.',
    'Intermediate leptomeningeal [collateral status|collaterals].',
    'Collateral filling is [delayed but present|reduced to about half].',
  ],
  'collaterals.poor': [
    'Poor collaterals in the {side} MCA territory.',
    'Scant collateral filling distal to the occlusion.',
    'Leptomeningeal collaterals are poor, with hardly any filling of the cortical branches.',
    'Markedly reduced [collateral supply|collaterals] of the {side} hemisphere.',
    'Collateral status is poor[, less than half of the territory filled|].',
  ],
  'perfusion.large': [
    'Perfusion shows a large core of {core} ml[ with little mismatch|].',
    'Large area of reduced cerebral blood volume in the {side} MCA territory, core about {core} ml.',
  ],
  'perfusion.middle': [
    'Perfusion core of {core} ml with a [surrounding penumbra|mismatch ratio of {ratio}].',
    'Prolonged mean transit time in the {side} MCA territory; moderate core of {core} ml.',
  ],
  'perfusion.small': [
    'Small perfusion core of {core} ml with [a large penumbra|a favorable mismatch].',
    'Prolonged mean transit time with preserved blood volume[, no sizeable core|].',
  ],
  'vessels.other': [
    'The {other} anterior circulation is patent.',
    'The vertebral and basilar arteries are patent without stenosis.',
    'No carotid dissection. No aneurysm.',
    'No hemodynamically significant carotid stenosis.',
    'Fetal origin of the {other} posterior cerebral artery, a normal variant.',
  ],
  'infarct.grown-ct': [
    'Interval growth of the infarct in the {side} MCA territory[ with new sulcal effacement|].',
    'The infarct has extended to the {side} parietal lobe[; mild mass effect|].',
    'The infarct now involves more than a third of the {side} MCA territory.',
    'The infarct is larger than on the previous study.',
  ],
  'infarct.grown-mri': [
    'Restricted diffusion [now |]involves more than a third of the {side} MCA territory with corresponding low ADC.',
    'Interval growth of the [infarct|restricted diffusion] in the {side} MCA territory.',
    'New restricted diffusion [in the {side} parietal lobe|of the {side} cortex], beyond the admission infarct.',
  ],
  'infarct.stable-ct': [
    'No [significant |]change in the extent of infarction.',
    'Demarcated infarct of the {side} insula and lentiform nucleus, no increase in size.',
    'Small cortical infarct of the {side} operculum, unchanged.',
    'No new infarct.',
  ],
  'infarct.stable-mri': [
    'Restricted diffusion in the {side} corona radiata and caudate head with corresponding low ADC; no new lesion.',
    'Restricted diffusion of the {side} insula with low ADC, no increase in size.',
    'No [significant |]change in the extent of restricted diffusion.',
  ],
  'vessel.open': [
    'The previously reported {site} occlusion has recanalized.',
    'Flow in the {side} MCA is restored.',
    'The {side} MCA is [now |]patent; the occlusion is no longer seen.',
  ],
  'vessel.closed': [
    'Persistent occlusion of the {side} {site} segment.',
    'The {side} MCA remains occluded.',
    'No recanalization of the {side} MCA.',
  ],
  'transformation.none': [
    'No hemorrhagic transformation.',
    'Without evidence of hemorrhagic conversion.',
    'There is no [sign of |]hemorrhage within the infarct.',
  ],
} satisfies Partial<PhraseBook>;
