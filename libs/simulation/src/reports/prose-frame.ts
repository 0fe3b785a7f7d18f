import type { PhraseBook } from './sayings.ts';

/** Titles, history, technique and what follows the findings, in the words of the house. */
export const PROSE_FRAME = {
  'title.ct': ['CT head without contrast', 'Non-contrast CT of the [head|brain]', 'Cranial CT'],
  'title.cta': ['CT angiography head and neck', 'CTA of the intracranial arteries'],
  'title.cta-ctp': [
    'CT angiography [head and neck|of the intracranial arteries] with CT perfusion',
  ],
  'title.later-ct': ['Follow-up CT head', 'Control CT of the [head|brain]'],
  'title.later-mri': ['MRI brain with diffusion', 'MR imaging of the brain, stroke protocol'],
  'technique.ct': [
    'Axial images without [intravenous |]contrast.',
    'Helical acquisition, 1 mm, bone and soft-tissue kernels.',
  ],
  'technique.cta': [
    'Arterial-phase acquisition from the aortic arch to the vertex after intravenous contrast.',
    'Helical acquisition from the arch to the vertex during contrast injection.',
  ],
  'technique.cta-ctp': [
    'Arterial-phase acquisition from the aortic arch to the vertex; perfusion maps with automated post-processing.',
    'CT angiography and whole-brain perfusion after intravenous contrast.',
  ],
  'technique.later-ct': ['Axial images without [intravenous |]contrast.'],
  'technique.later-mri': ['DWI, ADC, FLAIR, SWI, time-of-flight angiography.'],
  'prior.none': ['None[ available|].', 'No prior [study|imaging] for comparison.'],
  'prior.years-ago': ['CT of the head {months} months ago.', 'Outside MRI, {months} months old.'],
  'prior.ct-today': ['CT head of the same day.', 'Non-contrast CT immediately before.'],
  'prior.admission': ['[Admission|Previous] CT[ and CT angiography|].'],
  patient: ['{age}-year-old {person}.', '{age}-year-old {person} with suspected stroke.'],
  'weakness.left': [
    '[Sudden|Acute] left-sided weakness and neglect.',
    '[New|Sudden] left facial droop and slurred speech.',
    '[Sudden|Acute onset of] left arm and leg weakness.',
    'Left hemiparesis with gaze to the right.',
  ],
  'weakness.right': [
    '[Sudden|Acute] right-sided weakness and difficulty with speech.',
    'Aphasia and [new |]right facial droop.',
    '[Sudden|Acute onset of] right arm and leg weakness.',
    'Right hemiparesis and word-finding difficulty.',
  ],
  unsteady: [
    '[Reports|There is] unsteadiness while walking.',
    'Unsteadiness [and leaning to one side|since this morning].',
    '[Difficulty walking, with|Complains of] unsteadiness.',
  ],
  'unsteady.denied': ['[Denies|No] unsteadiness.', 'No difficulty walking[ before|].'],
  vision: [
    '[Reports|Complains of] [loss of|blurred] vision[ on one side|].',
    'Reduced vision to one side.',
    'Loss of vision [on one side|was noticed by the family].',
  ],
  'vision.denied': ['[Denies|No] loss of vision.', 'Vision [is|was] not affected.'],
  since: [
    'Symptoms began [about |]{hours} hours ago.',
    'Onset {hours} hours before [imaging|arrival].',
    'Found with deficits [today|by the family].',
  ],
  'known.fibrillation': ['[Known|History of] atrial fibrillation.'],
  'known.stroke': ['[History of|Status post] [prior |]stroke.', 'Stroke in the past.'],
  asked: [
    'Stroke?',
    'Evaluate for acute [infarct|infarction].',
    '[Please rule out|Rule out] hemorrhage.',
    'Suspected MCA stroke.',
  ],
  'asked.later': [
    'Follow-up after {side} MCA occlusion.',
    'Control after {side} MCA [infarct|stroke].',
  ],
  advice: [
    'Clinical correlation [is recommended|recommended].',
    'Follow-up imaging in 24 hours [is recommended|suggested].',
    'Findings were discussed with the stroke team by telephone.',
  ],
  'addendum.stands': [
    'After review with the stroke team the conclusion stands.',
    'The side was checked against the raw images and is correct as stated.',
    'Comparison with outside images received later: no additional finding.',
  ],
  'addendum.dense': [
    'On second reading there is a hyperdense {side} MCA sign[, not mentioned above|].',
    'After consensus review, the {side} MCA is hyperdense; the report above is amended.',
  ],
} satisfies Partial<PhraseBook>;
