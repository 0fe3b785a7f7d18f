import type { NihssItem } from '@endwatch/clinical';

export interface ItemWords {
  readonly name: string;
  /** What to do, in one line. */
  readonly how: string;
  /** What each score means, from 0 on. */
  readonly levels: readonly string[];
}

const ARM = [
  $localize`:@@examine.words.holds-it-for-10-s:Holds it for 10 s`,
  $localize`:@@examine.words.drifts-but-does-not-reach:Drifts, but does not reach the bed`,
  $localize`:@@examine.words.sinks-to-the-bed-some:Sinks to the bed, some effort against gravity`,
  $localize`:@@examine.words.falls-at-once-moves-on:Falls at once, moves on the bed`,
  $localize`:@@examine.words.does-not-move:Does not move`,
];
const LEG = [
  $localize`:@@examine.words.holds-it-for-5-s:Holds it for 5 s`,
  $localize`:@@examine.words.drifts-but-does-not-reach:Drifts, but does not reach the bed`,
  $localize`:@@examine.words.sinks-to-the-bed-some:Sinks to the bed, some effort against gravity`,
  $localize`:@@examine.words.falls-at-once-moves-on:Falls at once, moves on the bed`,
  $localize`:@@examine.words.does-not-move:Does not move`,
];

/** The scale in our own words: a reminder for those who have learnt it, not a course. */
export const EXAMINE_WORDS: Readonly<Record<NihssItem, ItemWords>> = {
  '1a': {
    name: $localize`:@@examine.words.consciousness:Consciousness`,
    how: $localize`:@@examine.words.how-awake-is-the-patient:How awake is the patient?`,
    levels: [
      $localize`:@@examine.words.awake-and-answers-promptly:Awake and answers promptly`,
      $localize`:@@examine.words.drowsy-wakes-at-a-small:Drowsy, wakes at a small stimulus`,
      $localize`:@@examine.words.wakes-only-at-strong-or:Wakes only at strong or repeated stimuli`,
      $localize`:@@examine.words.only-reflexes-or-nothing-at:Only reflexes, or nothing at all`,
    ],
  },
  '1b': {
    name: $localize`:@@examine.words.questions:Questions`,
    how: $localize`:@@examine.words.ask-for-the-month-and:Ask for the month and the age. The first answer counts.`,
    levels: [
      $localize`:@@examine.words.both-right:Both right`,
      $localize`:@@examine.words.one-right-or-cannot-speak:One right, or cannot speak for another reason`,
      $localize`:@@examine.words.none-right:None right`,
    ],
  },
  '1c': {
    name: $localize`:@@examine.words.commands:Commands`,
    how: $localize`:@@examine.words.open-and-close-the-eyes:Open and close the eyes; grip and let go with the better hand.`,
    levels: [
      $localize`:@@examine.words.does-both:Does both`,
      $localize`:@@examine.words.does-one:Does one`,
      $localize`:@@examine.words.does-neither:Does neither`,
    ],
  },
  '2': {
    name: $localize`:@@examine.words.gaze:Gaze`,
    how: $localize`:@@examine.words.follow-a-finger-sideways:Follow a finger sideways.`,
    levels: [
      $localize`:@@examine.words.normal:Normal`,
      $localize`:@@examine.words.partly-turned-away-can-be:Partly turned away, can be overcome`,
      $localize`:@@examine.words.fixed-to-one-side:Fixed to one side`,
    ],
  },
  '3': {
    name: $localize`:@@examine.words.visual-fields:Visual fields`,
    how: $localize`:@@examine.words.count-fingers-in-each-quarter:Count fingers in each quarter, one eye at a time.`,
    levels: [
      $localize`:@@examine.words.no-loss:No loss`,
      $localize`:@@examine.words.a-part-of-one-half:A part of one half is missing`,
      $localize`:@@examine.words.one-half-is-missing:One half is missing`,
      $localize`:@@examine.words.blind-on-both-sides:Blind on both sides`,
    ],
  },
  '4': {
    name: $localize`:@@examine.words.face:Face`,
    how: $localize`:@@examine.words.show-the-teeth-raise-the:Show the teeth, raise the brows, close the eyes.`,
    levels: [
      $localize`:@@examine.words.even-on-both-sides:Even on both sides`,
      $localize`:@@examine.words.a-little-flattened:A little flattened`,
      $localize`:@@examine.words.lower-half-of-one-side:Lower half of one side weak`,
      $localize`:@@examine.words.upper-and-lower-half-do:Upper and lower half do not move`,
    ],
  },
  '5a': {
    name: $localize`:@@examine.words.left-arm:Left arm`,
    how: $localize`:@@examine.words.arm-how:Stretched out, palm down, for 10 s.`,
    levels: ARM,
  },
  '5b': {
    name: $localize`:@@examine.words.right-arm:Right arm`,
    how: $localize`:@@examine.words.arm-how:Stretched out, palm down, for 10 s.`,
    levels: ARM,
  },
  '6a': {
    name: $localize`:@@examine.words.left-leg:Left leg`,
    how: $localize`:@@examine.words.leg-how:Raised 30° while lying, for 5 s.`,
    levels: LEG,
  },
  '6b': {
    name: $localize`:@@examine.words.right-leg:Right leg`,
    how: $localize`:@@examine.words.leg-how:Raised 30° while lying, for 5 s.`,
    levels: LEG,
  },
  '7': {
    name: $localize`:@@examine.words.coordination:Coordination`,
    how: $localize`:@@examine.words.finger-to-nose-heel-along:Finger to nose, heel along the shin, on both sides. Not more than weakness explains.`,
    levels: [
      $localize`:@@examine.words.no-ataxia:No ataxia`,
      $localize`:@@examine.words.in-one-limb:In one limb`,
      $localize`:@@examine.words.in-two-limbs-or-more:In two limbs or more`,
    ],
  },
  '8': {
    name: $localize`:@@examine.words.sensation:Sensation`,
    how: $localize`:@@examine.words.pinprick-on-face-arms-and:Pinprick on face, arms and legs.`,
    levels: [
      $localize`:@@examine.words.normal:Normal`,
      $localize`:@@examine.words.duller-on-one-side:Duller on one side`,
      $localize`:@@examine.words.not-felt-on-one-side:Not felt on one side, or coma`,
    ],
  },
  '9': {
    name: $localize`:@@examine.words.language:Language`,
    how: $localize`:@@examine.words.describe-the-picture-name-the:Describe the picture, name the things, read the sentences.`,
    levels: [
      $localize`:@@examine.words.normal:Normal`,
      $localize`:@@examine.words.hesitant-or-with-errors-but:Hesitant or with errors, but understood`,
      $localize`:@@examine.words.broken-phrases-the-listener-has:Broken phrases; the listener has to guess`,
      $localize`:@@examine.words.no-usable-speech-or-understanding:No usable speech or understanding`,
    ],
  },
  '10': {
    name: $localize`:@@examine.words.speech:Speech`,
    how: $localize`:@@examine.words.read-or-repeat-the-list:Read or repeat the list of words.`,
    levels: [
      $localize`:@@examine.words.clear:Clear`,
      $localize`:@@examine.words.slurred-but-understood:Slurred, but understood`,
      $localize`:@@examine.words.hardly-or-not-understood:Hardly or not understood`,
    ],
  },
  '11': {
    name: $localize`:@@examine.words.neglect:Neglect`,
    how: $localize`:@@examine.words.touch-and-show-on-both:Touch and show on both sides at once.`,
    levels: [
      $localize`:@@examine.words.none:None`,
      $localize`:@@examine.words.in-one-sense:In one sense`,
      $localize`:@@examine.words.in-several-senses-or-does:In several senses, or does not know their own hand`,
    ],
  },
};

export const UNTESTABLE_REASONS: readonly string[] = [
  'Amputation',
  'Joint fusion',
  'Intubated',
  'Other barrier',
];
