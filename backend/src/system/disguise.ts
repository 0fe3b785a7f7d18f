import { randomInt, randomUUID } from 'node:crypto';
import type { Disguise } from '../domain/export/de-identify.ts';

/** Back, so that whoever reads an export does not take it for the future, and never by less than a month. */
const FEWEST_DAYS = 30;
const MOST_DAYS = 700;

export function drawDisguise(): Disguise {
  return { patientId: randomUUID(), shiftDays: -randomInt(FEWEST_DAYS, MOST_DAYS + 1) };
}

/** Neither the order nor a number says who it was or when they came. */
export function shuffled<Value>(values: readonly Value[]): readonly Value[] {
  return values
    .map((value) => ({ value, at: randomInt(2 ** 40) }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
