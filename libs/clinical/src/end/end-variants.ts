import type { DefinitionAt, EndDefinition } from './end-definition.ts';

export interface CitedEndDefinition extends EndDefinition {
  /** Where the definition is used. */
  readonly citation: string;
}

/** Stands in a definition that has no motor rule: more than the motor subscore (0–16) can rise. */
export const NO_MOTOR_RULE = 17;

/**
 * Rise of 2 in total or 1 in motor subscore within 7 days, against the admission examination: what the model forecasts, and what is in force unless
 * a site says otherwise.
 */
export const END_PAPER: CitedEndDefinition = {
  name: 'paper',
  total: 2,
  motor: 1,
  windowHours: 168,
  baseline: 'admission',
  earlyHours: 48,
  citation: 'Sun C et al., Front Neurol 2026, doi:10.3389/fneur.2026.1787921',
};

/** The same at all times. */
export const BY_PAPER: DefinitionAt = () => END_PAPER;

export function hasMotorRule({ motor }: Pick<EndDefinition, 'motor'>): boolean {
  return motor < NO_MOTOR_RULE;
}

/** The figures of a definition; `motor` null = a rise there alone is no END. */
export function endThresholds(
  definition: Pick<EndDefinition, 'total' | 'motor' | 'windowHours'>,
): Pick<EndDefinition, 'total' | 'windowHours'> & { readonly motor: number | null } {
  const { total, motor, windowHours } = definition;
  return { total, motor: hasMotorRule(definition) ? motor : null, windowHours };
}

/** Definitions in use elsewhere. Rates under them differ from 6 to 38 %, so a rate means nothing without the name of its definition. */
export const END_DEFINITIONS: readonly CitedEndDefinition[] = [
  END_PAPER,
  {
    ...END_PAPER,
    name: 'paper-running-minimum',
    baseline: 'running-minimum',
    citation: 'Rises of Sun C et al. 2026, counted from the lowest score so far',
  },
  {
    ...END_PAPER,
    name: 'total-2-motor-1-72h',
    windowHours: 72,
    citation: 'Korean neutrophil-to-lymphocyte ratio cohort (1,152 patients)',
  },
  {
    ...END_PAPER,
    name: 'total-2-72h',
    motor: NO_MOTOR_RULE,
    windowHours: 72,
    citation: 'Middle cerebral artery infarct cohort (256 patients)',
  },
  {
    ...END_PAPER,
    name: 'total-3-48h',
    total: 3,
    motor: NO_MOTOR_RULE,
    windowHours: 48,
    citation: 'DeGraba TJ et al., Stroke 1999',
  },
  {
    ...END_PAPER,
    name: 'total-4-24h',
    total: 4,
    motor: NO_MOTOR_RULE,
    windowHours: 24,
    citation: 'END24: Seners P et al.',
  },
  {
    ...END_PAPER,
    name: 'total-4-72h',
    total: 4,
    motor: NO_MOTOR_RULE,
    windowHours: 72,
    citation: 'Randomised trial of tirofiban against aspirin (425 patients)',
  },
  {
    ...END_PAPER,
    name: 'total-4-running-minimum',
    total: 4,
    motor: NO_MOTOR_RULE,
    baseline: 'running-minimum',
    citation: 'OPSUM, Geneva stroke unit',
  },
  {
    ...END_PAPER,
    name: 'total-1-7d',
    total: 1,
    motor: NO_MOTOR_RULE,
    citation: 'Yonsei stroke cohort (2,820 patients)',
  },
];
