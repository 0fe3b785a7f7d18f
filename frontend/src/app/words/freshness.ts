import { type EpochMs, MINUTE, freshnessOf } from '@endwatch/clinical';
import type { BoardRow } from '@endwatch/contracts';
import { age } from './ages.ts';

/** One figure of the ages line. `overdue`: older than its kind allows at this point of the stay, or never there. */
export interface DataAge {
  readonly label: string;
  readonly at: string | null;
  readonly age: string;
  readonly overdue: boolean;
  /** New within the last minute; never set for vital signs, which are always new. */
  readonly fresh: boolean;
}

export function dataAges(row: BoardRow, now: EpochMs): DataAge[] {
  const { vitals, labs, report, nihss } = row.freshness;
  const due = row.nihss.nextDueAt;
  const limits = freshnessOf({
    newest: { vitals: timeOf(vitals), labs: timeOf(labs), report: timeOf(report), nihss: null },
    admittedAt: Date.parse(row.admittedAt),
    asOf: now,
  });
  const dated = (label: string, at: string | null, overdue: boolean): DataAge => {
    const time = timeOf(at);
    if (time === null) return { label, at, age: '–', overdue, fresh: false };
    return { label, at, age: age(time, now), overdue, fresh: now - time < MINUTE };
  };
  return [
    { ...dated($localize`:@@words.bp:BP`, vitals, limits.vitals.stale), fresh: false },
    dated($localize`:@@words.lab:Lab`, labs, limits.labs.stale),
    dated($localize`:@@words.ct:CT`, report, limits.report.stale),
    // The house has a schedule of its own, and the server goes by it.
    dated('NIHSS', nihss, due !== null && Date.parse(due) < now),
  ];
}

function timeOf(at: string | null): EpochMs | null {
  return at === null ? null : Date.parse(at);
}
