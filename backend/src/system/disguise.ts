import { randomInt, randomUUID } from 'node:crypto';
import type { Disguise } from '../domain/export/de-identify.ts';

/** Either way, never by less than a month. */
const FEWEST_DAYS = 30;
const MOST_DAYS = 365;

export function drawDisguise(): Disguise {
  const days = randomInt(FEWEST_DAYS, MOST_DAYS + 1);
  return { patientId: randomUUID(), shiftDays: randomInt(2) === 0 ? days : -days };
}

/** Neither the order nor a number says who it was or when they came. */
export function shuffled<Value>(values: readonly Value[]): readonly Value[] {
  return values
    .map((value) => ({ value, at: randomInt(2 ** 40) }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
