import { HAZARD_EDGES_HOURS } from '@endwatch/clinical';
import type { Artefact, LeadLines, Line } from '@endwatch/ml-model';
import { at, sum } from '@endwatch/statistics';
import { calibrationOf, fitCalibration } from './calibrate.ts';
import { cellsByInterval, isNear, withLeadLines } from './calibrate-leads.ts';
import type { ScoredStays } from './score-stays.ts';

/** Events at which an interval's own line weighs as much as the common one: late intervals have few. */
const HALF_WEIGHT_EVENTS = 60;

/**
 * What a site's patients make of each hazard interval, seen from nearby: its own intercept and slope, drawn towards those of all intervals together the more, the
 * fewer events it has (weight n / (n + `HALF_WEIGHT_EVENTS`), after empirical Bayes).
 */
export function intervalLines(scored: ScoredStays): Line[] {
  const byInterval = cellsByInterval(scored, HAZARD_EDGES_HOURS.length - 1).map((cells) =>
    cells.filter(isNear),
  );
  const common = fitCalibration(byInterval.flat());
  return byInterval.map((cells) => {
    const events = sum(cells.map(({ y }) => y));
    // Too few events, or all of one kind: the interval has no line of its own.
    const own = events === 0 ? null : calibrationOf(cells);
    if (own === null) return common;
    const weight = events / (events + HALF_WEIGHT_EVENTS);
    return {
      intercept: weight * own.intercept + (1 - weight) * common.intercept,
      slope: weight * own.slope + (1 - weight) * common.slope,
    };
  });
}

/** What an artefact from before there were lines by lead computes: the network's own logit, whatever the lead. */
const AS_IT_IS: LeadLines = {
  leads: [0],
  lines: HAZARD_EDGES_HOURS.slice(1).map(() => [{ intercept: 0, slope: 1 }]),
};

/** A further line for each interval on top of its lines by lead. */
export function withIntervalLines(artefact: Artefact, lines: readonly Line[]): Artefact {
  const { leads, lines: old } = artefact.config.hazard.leadLines ?? AS_IT_IS;
  if (lines.length !== old.length) throw new RangeError('one line for each interval');
  return withLeadLines(artefact, {
    leads,
    lines: old.map((byLead, interval) => {
      const own = at(lines, interval);
      return byLead.map(({ intercept, slope }) => ({
        intercept: own.intercept + own.slope * intercept,
        slope: own.slope * slope,
      }));
    }),
  });
}
