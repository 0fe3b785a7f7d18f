/** Everything that a report can say, whatever the words. What is said is drawn once; each house has its own words for it. */
export const SAYINGS = [
  // titles and how it was done
  'title.ct',
  'title.cta',
  'title.cta-ctp',
  'title.later-ct',
  'title.later-mri',
  'technique.ct',
  'technique.cta',
  'technique.cta-ctp',
  'technique.later-ct',
  'technique.later-mri',
  // compared with
  'prior.none',
  'prior.years-ago',
  'prior.ct-today',
  'prior.admission',
  // why it was asked for
  'patient',
  'weakness.left',
  'weakness.right',
  'unsteady',
  'unsteady.denied',
  'vision',
  'vision.denied',
  'since',
  'known.fibrillation',
  'known.stroke',
  'asked',
  'asked.later',
  // CT without contrast
  'blood.none',
  'dense.present',
  'dense.doubtful',
  'dense.absent',
  'early.extensive',
  'early.slight',
  'early.none',
  'mass.none',
  'chronic.incidental',
  'chronic.infarct',
  'conclusion.infarct',
  'conclusion.no-infarct',
  // CT angiography and perfusion
  'occlusion',
  'collaterals.good',
  'collaterals.moderate',
  'collaterals.poor',
  'perfusion.large',
  'perfusion.middle',
  'perfusion.small',
  'vessels.other',
  // later CT or MRI
  'infarct.grown-ct',
  'infarct.grown-mri',
  'infarct.stable-ct',
  'infarct.stable-mri',
  'vessel.open',
  'vessel.closed',
  'transformation.none',
  // afterwards
  'advice',
  'addendum.stands',
  'addendum.dense',
] as const;

export type Saying = (typeof SAYINGS)[number];

/** The words of one house: patterns (`pattern.ts`) for each saying. */
export type PhraseBook = Readonly<Record<Saying, readonly string[]>>;

/** What one report says, in order, before anybody words it. */
export interface ReportContent {
  readonly title: Saying;
  readonly history: readonly Saying[];
  readonly technique: Saying;
  readonly prior: Saying;
  readonly findings: readonly Saying[];
  readonly impression: readonly Saying[];
  readonly advice: boolean;
  readonly addendum: Saying | null;
}
