import { loincCodes } from './coding.ts';
import {
  isWithoutValue,
  quantityOf,
  type Notes,
  type ObservationInHand,
} from './observed-value.ts';
import { asArray } from './unproven.ts';

/** Blood pressure as one Observation: the profile's panel, and the code that Synthea and older senders use. */
export const BLOOD_PRESSURE_PANELS: ReadonlySet<string> = new Set(['85354-9', '55284-4']);

/** Companions of a blood pressure that say how it was taken. */
export const BLOOD_PRESSURE_CONTEXT: ReadonlySet<string> = new Set([
  '8361-8',
  '8357-6',
  '8358-4',
  '41904-4',
  '41905-1',
]);

export function isBloodPressurePanel(codes: readonly string[]): boolean {
  return codes.some((code) => BLOOD_PRESSURE_PANELS.has(code));
}

/** A panel in which no component is a blood pressure, nor says that there is none, would vanish without a word. */
export function tellEmptyPanel(inHand: ObservationInHand, notes: Notes): void {
  const { observation, codes, components } = inHand;
  const panel = codes.find((code) => BLOOD_PRESSURE_PANELS.has(code));
  // Each other one was said to be absent, or has its own word of what is wrong.
  const isSaid = components.some(
    ({ code }) => !BLOOD_PRESSURE_CONTEXT.has(loincCodes(code)[0] ?? ''),
  );
  if (panel === undefined || isSaid || isEmptyOnPurpose(inHand)) return;
  if (isWithoutValue(observation)) {
    const found = components.length === 0 ? 'is missing' : 'holds no blood pressure';
    notes.reject('value-not-numeric', `component of ${panel} ${found}`);
    return;
  }
  const sent = quantityOf(observation);
  const value = typeof sent === 'string' ? sent : `value ${String(sent.value)}`;
  notes.reject('value-not-numeric', `${value} of ${panel} is no systolic and diastolic component`);
}

/** Announced, absent with a reason, or pointing at Observations of their own. */
function isEmptyOnPurpose({ observation }: ObservationInHand): boolean {
  return (
    observation.status === 'registered' ||
    observation.dataAbsentReason !== undefined ||
    asArray(observation.hasMember).length > 0
  );
}
