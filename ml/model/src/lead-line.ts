import { HAZARD_EDGES_HOURS } from '@endwatch/clinical';
import { at } from '@endwatch/statistics';

/** Intercept and slope on the logit scale. */
export interface Line {
  readonly intercept: number;
  readonly slope: number;
}

/**
 * Calibration of each hazard on the network's own logit by its lead: hours from the forecast to the beginning of the interval, negative where it has begun. A
 * network is bolder about what is near than about what is far, and what is left of an interval is not like its beginning.
 */
export interface LeadLines {
  /** Hours, rising strictly. */
  readonly leads: readonly number[];
  /** By interval, then by lead. */
  readonly lines: readonly (readonly Line[])[];
}

/** The two of `leads` that `lead` lies between, by place, and the share of the upper one; beyond the ends the nearest is both. */
function beside(
  leads: readonly number[],
  lead: number,
): { readonly lower: number; readonly upper: number; readonly share: number } {
  const next = leads.findIndex((knot) => knot > lead);
  const upper = next === -1 ? leads.length - 1 : next;
  if (next <= 0) return { lower: upper, upper, share: 0 };
  const from = at(leads, next - 1);
  return { lower: next - 1, upper, share: (lead - from) / (at(leads, next) - from) };
}

/** What each of `leads` counts for at `lead`: shares of the two beside it, all of the nearest beyond the ends. */
export function leadShares(leads: readonly number[], lead: number): readonly number[] {
  const { lower, upper, share } = beside(leads, lead);
  return leads.map((_, i) => (i === lower ? 1 - share : 0) + (i === upper ? share : 0));
}

/** Hours from a forecast to the beginning of interval `output`. */
export function leadOf(output: number, hoursSinceAdmission: number): number {
  return at(HAZARD_EDGES_HOURS, output) - Math.max(0, hoursSinceAdmission);
}

/** The line of each interval for a forecast at this hour. */
export function linesAt({ leads, lines }: LeadLines, hoursSinceAdmission: number): readonly Line[] {
  return lines.map((byLead, output) => {
    const { lower, upper, share } = beside(leads, leadOf(output, hoursSinceAdmission));
    const [low, high] = [at(byLead, lower), at(byLead, upper)];
    return {
      intercept: (1 - share) * low.intercept + share * high.intercept,
      slope: (1 - share) * low.slope + share * high.slope,
    };
  });
}
