import {
  BY_PAPER,
  END_PAPER,
  NO_MOTOR_RULE,
  type DefinitionAt,
  type EndDefinition,
  type EpochMs,
} from '@endwatch/clinical';
import type { EndDefinitionSetting } from '@endwatch/contracts';

/** What an administrator writes, as the rule has it. The same as the paper's is the paper's. */
export function endDefinitionOf({
  total,
  motor,
  windowHours,
}: EndDefinitionSetting): EndDefinition {
  const { baseline, earlyHours } = END_PAPER;
  const house: EndDefinition = {
    ...{ name: 'house', total, motor: motor ?? NO_MOTOR_RULE, windowHours, baseline, earlyHours },
  };
  return isForecast(house) ? END_PAPER : house;
}

/** Whether it is the END that the model forecasts. */
export function isForecast({ total, motor, windowHours }: EndDefinition): boolean {
  return (
    total === END_PAPER.total && motor === END_PAPER.motor && windowHours === END_PAPER.windowHours
  );
}

export interface EndVersion {
  readonly at: EpochMs;
  /** Null = taken back: the paper's. */
  readonly value: EndDefinitionSetting | null;
}

/** @param versions newest first */
export function definitionsOf(versions: readonly EndVersion[]): DefinitionAt {
  if (versions.length === 0) return BY_PAPER;
  const known = versions.map(({ at, value }) => ({
    at,
    definition: value === null ? END_PAPER : endDefinitionOf(value),
  }));
  return (knownAt) => known.find(({ at }) => at <= knownAt)?.definition ?? END_PAPER;
}
