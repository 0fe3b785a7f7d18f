import type { Answered } from '@endwatch/contracts';
import { readMinutes, readShare } from '../quality/readings.ts';
import { type Cell, cellOf, plain } from '../quality/section.ts';

export const ANSWERED: readonly string[] = [
  ...['Alerts', 'Within 5 min', 'Within 15 min', 'Within 30 min', 'Time to acknowledge'],
  ...['Escalated', 'Missed', 'Repeated'],
];

/** How a group of alerts was answered, in the order of `ANSWERED`. */
export function answeredCells(of: Answered): Cell[] {
  return [
    plain(of.alerts),
    ...[of.within5, of.within15, of.within30].map((share) => cellOf(readShare(share))),
    cellOf(readMinutes(of.minutes)),
    ...[of.escalated, of.missed, of.repeated].map((share) => cellOf(readShare(share))),
  ];
}
