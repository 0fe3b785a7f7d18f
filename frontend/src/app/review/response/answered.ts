import type { Answered } from '@endwatch/contracts';
import { readMinutes, readShare } from '../quality/readings.ts';
import { type Cell, cellOf, plain } from '../quality/section.ts';

export const ANSWERED: readonly string[] = [
  $localize`:@@review-response.alerts:Alerts`,
  $localize`:@@review-response.within-5:Within 5 min`,
  $localize`:@@review-response.within-15:Within 15 min`,
  $localize`:@@review-response.within-30:Within 30 min`,
  $localize`:@@review-response.time:Time to acknowledge`,
  $localize`:@@review-response.escalated:Escalated`,
  $localize`:@@review-response.missed:Missed`,
  $localize`:@@review-response.repeated:Repeated`,
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
