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
      read: (context) => course(context, part)?.newest ?? null,
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

/** Of one part: how much the newest comparable examination differs from admission, and the highest rise of any, 0 where it never rose. */
interface Course {
  readonly newest: PointsAt;
  readonly highest: number;
}

interface PointsAt extends Reading {
  readonly at: EpochMs;
}

type Courses = Readonly<Record<Part, Course | null>>;

const courses = new WeakMap<
  readonly NihssAssessment[],
  { readonly admission: NihssAssessment; readonly courses: Courses }
>();

/** Since admission, over items testable both times. Null where nothing can be compared or the newest is too old to be carried forward. */
function course(context: FeatureContext, part: Part): Course | null {
  const { admission, assessments } = context;
  if (!admission) return null;
  let known = courses.get(assessments);
  // The same examinations are looked at for every value that arrives between them.
  if (known?.admission !== admission) {
    known = { admission, courses: coursesOf(admission, assessments) };
    courses.set(assessments, known);
  }
  const found = known.courses[part];
  return found && isRecent(context, found.newest) ? found : null;
}

function coursesOf(admission: NihssAssessment, assessments: readonly NihssAssessment[]): Courses {
  const found: Record<Part, Course | null> = { total: null, motor: null };
  for (const later of assessments) {
    if (later.at <= admission.at) continue;
    const change = changeSince(admission, later);
    for (const part of ['total', 'motor'] as const) {
      const points = change[part]?.points;
      if (points === undefined) continue;
      const highest = Math.max(points, found[part]?.highest ?? 0);
      found[part] = { newest: { value: points, at: later.at }, highest };
    }
  }
  return found;
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

function highestRise(context: FeatureContext, part: Part): Reading | null {
  const found = course(context, part);
  return found && { value: found.highest, at: found.newest.at };
}
