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

/** What each of `leads` counts for at `lead`: shares of the two beside it, all of the nearest beyond the ends. */
export function leadShares(leads: readonly number[], lead: number): readonly number[] {
  const upper = leads.findIndex((knot) => knot > lead);
  const last = leads.length - 1;
  if (upper <= 0) return leads.map((_, i) => (i === (upper === 0 ? 0 : last) ? 1 : 0));
  const [from, to] = [at(leads, upper - 1), at(leads, upper)];
  const share = (lead - from) / (to - from);
  return leads.map((_, i) => (i === upper ? share : i === upper - 1 ? 1 - share : 0));
}

/** Hours from a forecast to the beginning of interval `output`. */
export function leadOf(output: number, hoursSinceAdmission: number): number {
  return at(HAZARD_EDGES_HOURS, output) - Math.max(0, hoursSinceAdmission);
}

/** The line of each interval for a forecast at this hour. */
export function linesAt({ leads, lines }: LeadLines, hoursSinceAdmission: number): readonly Line[] {
  return lines.map((byLead, output) => {
    const shares = leadShares(leads, leadOf(output, hoursSinceAdmission));
    let [intercept, slope] = [0, 0];
    shares.forEach((share, i) => {
      const line = at(byLead, i);
      intercept += share * line.intercept;
      slope += share * line.slope;
    });
    return { intercept, slope };
  });
}
