import type { NihssAssessment } from '../nihss/nihss-assessment.ts';
import type { NihssChange } from '../nihss/nihss-change.ts';
import { nihssChange } from '../nihss/nihss-change.ts';
import type { EpochMs } from '../time.ts';
import { HOUR } from '../time.ts';
import { EXAMINATION_LIMIT } from './age-limit.ts';
import type { Feature, FeatureContext, Reading } from './feature.ts';

type Part = 'total' | 'motor';
const WORDS: Readonly<Record<Part, string>> = { total: 'NIHSS', motor: 'arm and leg score' };

/** The admission examination, the newest one, and how far apart they are. */
export const NIHSS_FEATURES: readonly Feature[] = [
  ...(['total', 'motor'] as const).flatMap((part): readonly Feature[] => [
    {
      name: `nihss-admission-${part}`,
      label: `${WORDS[part]} at admission`,
      unit: '{score}',
      read: ({ admission }) => scoreOf(admission, part),
    },
    {
      name: `nihss-${part}`,
      label: `${WORDS[part]} now`,
      unit: '{score}',
      read: (context) => scoreOf(latestWith(context, part), part),
    },
    {
      name: `nihss-change-${part}`,
      label: `${WORDS[part]}, change since admission`,
      unit: '{score}',
      read: (context) => changes(context, part).at(-1) ?? null,
    },
    {
      name: `nihss-highest-rise-${part}`,
      label: `${WORDS[part]}, highest rise so far`,
      unit: '{score}',
      read: (context) => highestRise(context, part),
    },
  ]),
  {
    name: 'nihss-hours-since',
    label: 'hours since the last examination',
    unit: 'h',
    read: sinceLast,
  },
];

function sinceLast({ assessments, asOf }: FeatureContext): Reading | null {
  const at = assessments.at(-1)?.at;
  return at === undefined ? null : { value: (asOf - at) / HOUR, at };
}

function scoreOf(assessment: NihssAssessment | null, part: Part): Reading | null {
  const value = assessment?.[part] ?? null;
  return assessment === null || value === null ? null : { value, at: assessment.at };
}

function isRecent(context: FeatureContext, { at }: { readonly at: EpochMs }): boolean {
  return context.asOf - at <= EXAMINATION_LIMIT.usable * HOUR;
}

/** Newest examination that has this score; a check of arms and legs alone does not hide the last total. */
function latestWith(context: FeatureContext, part: Part): NihssAssessment | null {
  const latest = context.assessments.findLast((one) => one[part] !== null);
  return latest && isRecent(context, latest) ? latest : null;
}

/**
 * Change of each later examination since admission, over items testable both times, oldest first. Empty where the newest is too old to be
 * carried forward.
 */
function changes(context: FeatureContext, part: Part): readonly PointsAt[] {
  const { admission } = context;
  if (!admission) return [];
  const readings: PointsAt[] = [];
  for (const later of context.assessments) {
    if (later.at <= admission.at) continue;
    const points = changeSince(admission, later)[part]?.points;
    if (points !== undefined) readings.push({ value: points, at: later.at });
  }
  const newest = readings.at(-1);
  return newest && isRecent(context, newest) ? readings : [];
}

const changesSince = new WeakMap<
  NihssAssessment,
  { readonly admission: NihssAssessment; readonly change: NihssChange }
>();

/** An examination is compared with the same admission one at every moment after it. */
function changeSince(admission: NihssAssessment, later: NihssAssessment): NihssChange {
  const known = changesSince.get(later);
  if (known?.admission === admission) return known.change;
  const change = nihssChange(admission, later);
  changesSince.set(later, { admission, change });
  return change;
}

interface PointsAt extends Reading {
  readonly at: EpochMs;
}

/** 0 where it never rose. */
function highestRise(context: FeatureContext, part: Part): Reading | null {
  const readings = changes(context, part);
  const newest = readings.at(-1);
  if (!newest) return null;
  return { value: Math.max(0, ...readings.map(({ value }) => value)), at: newest.at };
}
