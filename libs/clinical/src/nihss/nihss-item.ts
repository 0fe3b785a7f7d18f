/** The 15 scored entries of the NIH Stroke Scale, in charting order. */
export const NIHSS_ITEMS = [
  '1a',
  '1b',
  '1c',
  '2',
  '3',
  '4',
  '5a',
  '5b',
  '6a',
  '6b',
  '7',
  '8',
  '9',
  '10',
  '11',
] as const;

export type NihssItem = (typeof NIHSS_ITEMS)[number];

/** `UN` = untestable (amputation, joint fusion, intubation): adds nothing to a total and is never 0. */
export type NihssItemScore = number | 'UN';

export type NihssItemScores = Readonly<Partial<Record<NihssItem, NihssItemScore>>>;

export interface NihssItemDefinition {
  readonly loinc: string;
  readonly label: string;
  /** Highest score; the lowest is 0. */
  readonly maximum: number;
  /** Whether the form lets an examiner write UN. */
  readonly untestable: boolean;
}

const item = (loinc: string, label: string, maximum: number): NihssItemDefinition => ({
  loinc,
  label,
  maximum,
  untestable: false,
});
const itemOrUn = (loinc: string, label: string, maximum: number): NihssItemDefinition => ({
  ...item(loinc, label, maximum),
  untestable: true,
});

/** Codes and ranges of the scale (LOINC panel 70182-1; NINDS form for UN). 70184-7 is item 1a, not the panel. Maxima add up to 42. */
export const NIHSS_SCALE: Readonly<Record<NihssItem, NihssItemDefinition>> = {
  '1a': item('70184-7', 'Level of consciousness', 3),
  '1b': item('70185-4', 'Answers questions', 2),
  '1c': item('70186-2', 'Follows commands', 2),
  '2': item('70187-0', 'Best gaze', 2),
  '3': item('70188-8', 'Visual fields', 3),
  '4': item('70189-6', 'Facial palsy', 3),
  '5a': itemOrUn('70190-4', 'Left arm', 4),
  '5b': itemOrUn('70967-5', 'Right arm', 4),
  '6a': itemOrUn('70191-2', 'Left leg', 4),
  '6b': itemOrUn('70968-3', 'Right leg', 4),
  '7': itemOrUn('70192-0', 'Limb ataxia', 2),
  '8': item('70193-8', 'Sensation', 2),
  '9': item('70194-6', 'Best language', 3),
  '10': itemOrUn('70195-3', 'Speech (dysarthria)', 2),
  '11': item('70196-1', 'Extinction and inattention', 2),
};

export const NIHSS_PANEL_LOINC = '70182-1';
export const NIHSS_TOTAL_LOINC = '72089-6';
export const NIHSS_TOTAL_MAXIMUM = 42;

/** Items of the motor subscore, 0–16: left and right arm, left and right leg. Facial palsy is not among them. */
export const NIHSS_MOTOR_ITEMS = ['5a', '5b', '6a', '6b'] as const satisfies readonly NihssItem[];

const BY_LOINC: ReadonlyMap<string, NihssItem> = new Map(
  NIHSS_ITEMS.map((name) => [NIHSS_SCALE[name].loinc, name]),
);

/** Null for a code that is not an item of the scale. */
export function nihssItemOfLoinc(loinc: string): NihssItem | null {
  return BY_LOINC.get(loinc) ?? null;
}

/** True for a whole number within the item's range, and for UN where the form allows it. */
export function isNihssItemScore(name: NihssItem, score: NihssItemScore): boolean {
  const { maximum, untestable } = NIHSS_SCALE[name];
  if (score === 'UN') return untestable;
  return Number.isInteger(score) && score >= 0 && score <= maximum;
}
