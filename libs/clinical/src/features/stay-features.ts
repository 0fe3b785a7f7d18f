import { ageAt } from '../record/age.ts';
import type { KnownCondition } from '../record/clinical-record.ts';
import { BEFORE_ADMISSION, hadTreatment } from '../timeline/this-stay.ts';
import { HOUR } from '../time.ts';
import type { Feature, FeatureContext, Reading } from './feature.ts';

const HISTORY: readonly (readonly [KnownCondition, label: string])[] = [
  ['diabetes', 'diabetes'],
  ['hypertension', 'high blood pressure in history'],
  ['atrial-fibrillation', 'atrial fibrillation'],
  ['prior-stroke', 'earlier stroke'],
];

/** Who the patient is, how long in hospital, what was known before, and what was done. */
export const STAY_FEATURES: readonly Feature[] = [
  {
    name: 'hours-since-admission',
    label: 'hours since admission',
    unit: 'h',
    read: ({ asOf, admittedAt }) => ageless(Math.max(0, (asOf - admittedAt) / HOUR)),
  },
  {
    name: 'age',
    label: 'age',
    unit: 'a',
    read: ({ view, admittedAt }) => ageless(ageAt(view.patient?.birthDate ?? null, admittedAt)),
  },
  { name: 'sex-male', label: 'male sex', unit: '1', read: male },
  ...HISTORY.map(([condition, label]): Feature => ({
    name: condition,
    label,
    unit: '1',
    read: (context) => history(context, condition),
  })),
  {
    name: 'thrombolysis',
    label: 'thrombolysis given',
    unit: '1',
    read: ({ view, admittedAt }) => ageless(hadTreatment(view, 'thrombolysis', admittedAt) ? 1 : 0),
  },
  {
    name: 'report-count',
    label: 'imaging reports',
    unit: '1',
    read: reportCount,
  },
];

function ageless(value: number | null): Reading | null {
  return value === null ? null : { value, at: null };
}

function male({ view }: FeatureContext): Reading | null {
  const sex = view.patient?.sex;
  if (sex === 'male') return ageless(1);
  return sex === 'female' ? ageless(0) : null;
}

function reportCount({ view, admittedAt }: FeatureContext): Reading {
  const from = admittedAt - BEFORE_ADMISSION;
  const reports = view.reports.filter(({ times }) => times.effectiveAt >= from);
  return { value: reports.length, at: reports.at(-1)?.times.effectiveAt ?? null };
}

/** Problem lists name what is there, not what is not: with no condition recorded at all, absence is not known. */
function history({ view }: FeatureContext, condition: KnownCondition): Reading | null {
  const conditions = view.conditions;
  if (conditions.length === 0) return null;
  return ageless(conditions.some((one) => one.condition === condition) ? 1 : 0);
}
