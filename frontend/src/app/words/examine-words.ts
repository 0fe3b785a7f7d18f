import type { NihssItem } from '@endwatch/clinical';

export interface ItemWords {
  readonly name: string;
  /** What to do, in one line. */
  readonly how: string;
  /** What each score means, from 0 on. */
  readonly levels: readonly string[];
}

const ARM = [
  'Holds it for 10 s',
  'Drifts, but does not reach the bed',
  'Sinks to the bed, some effort against gravity',
  'Falls at once, moves on the bed',
  'Does not move',
];
const LEG = [
  'Holds it for 5 s',
  'Drifts, but does not reach the bed',
  'Sinks to the bed, some effort against gravity',
  'Falls at once, moves on the bed',
  'Does not move',
];

/** The scale in our own words: a reminder for those who have learnt it, not a course. */
export const EXAMINE_WORDS: Readonly<Record<NihssItem, ItemWords>> = {
  '1a': {
    name: 'Consciousness',
    how: 'How awake is the patient?',
    levels: [
      'Awake and answers promptly',
      'Drowsy, wakes at a small stimulus',
      'Wakes only at strong or repeated stimuli',
      'Only reflexes, or nothing at all',
    ],
  },
  '1b': {
    name: 'Questions',
    how: 'Ask for the month and the age. The first answer counts.',
    levels: ['Both right', 'One right, or cannot speak for another reason', 'None right'],
  },
  '1c': {
    name: 'Commands',
    how: 'Open and close the eyes; grip and let go with the better hand.',
    levels: ['Does both', 'Does one', 'Does neither'],
  },
  '2': {
    name: 'Gaze',
    how: 'Follow a finger sideways.',
    levels: ['Normal', 'Partly turned away, can be overcome', 'Fixed to one side'],
  },
  '3': {
    name: 'Visual fields',
    how: 'Count fingers in each quarter, one eye at a time.',
    levels: [
      'No loss',
      'A part of one half is missing',
      'One half is missing',
      'Blind on both sides',
    ],
  },
  '4': {
    name: 'Face',
    how: 'Show the teeth, raise the brows, close the eyes.',
    levels: [
      'Even on both sides',
      'A little flattened',
      'Lower half of one side weak',
      'Upper and lower half do not move',
    ],
  },
  '5a': { name: 'Left arm', how: 'Stretched out, palm down, for 10 s.', levels: ARM },
  '5b': { name: 'Right arm', how: 'Stretched out, palm down, for 10 s.', levels: ARM },
  '6a': { name: 'Left leg', how: 'Raised 30° while lying, for 5 s.', levels: LEG },
  '6b': { name: 'Right leg', how: 'Raised 30° while lying, for 5 s.', levels: LEG },
  '7': {
    name: 'Coordination',
    how: 'Finger to nose, heel along the shin, on both sides. Not more than weakness explains.',
    levels: ['No ataxia', 'In one limb', 'In two limbs or more'],
  },
  '8': {
    name: 'Sensation',
    how: 'Pinprick on face, arms and legs.',
    levels: ['Normal', 'Duller on one side', 'Not felt on one side, or coma'],
  },
  '9': {
    name: 'Language',
    how: 'Describe the picture, name the things, read the sentences.',
    levels: [
      'Normal',
      'Hesitant or with errors, but understood',
      'Broken phrases; the listener has to guess',
      'No usable speech or understanding',
    ],
  },
  '10': {
    name: 'Speech',
    how: 'Read or repeat the list of words.',
    levels: ['Clear', 'Slurred, but understood', 'Hardly or not understood'],
  },
  '11': {
    name: 'Neglect',
    how: 'Touch and show on both sides at once.',
    levels: ['None', 'In one sense', 'In several senses, or does not know their own hand'],
  },
};

export const UNTESTABLE_REASONS: readonly string[] = [
  'Amputation',
  'Joint fusion',
  'Intubated',
  'Other barrier',
];
