import { DAY, type EpochMs, HOUR, MINUTE } from '@endwatch/clinical';
import type { BoardRow } from '@endwatch/contracts';
import { age } from './ages.ts';

/** One figure of the ages line. `overdue`: older than its kind allows at this point of the stay. */
export interface DataAge {
  readonly label: string;
  readonly at: string | null;
  readonly age: string;
  readonly overdue: boolean;
  /** New within the last minute; never set for vital signs, which are always new. */
  readonly fresh: boolean;
}

/** Vital signs are taken hourly on the first day, 4-hourly after (AHA/ASA 2019, after thrombolysis); blood daily. A margin on top of each. */
const VITALS_FIRST_DAY = 2 * HOUR;
const VITALS_LATER = 6 * HOUR;
const LABS = 36 * HOUR;

export function dataAges(row: BoardRow, now: EpochMs): DataAge[] {
  const firstDay = now - Date.parse(row.admittedAt) < DAY;
  const { vitals, labs, report, nihss } = row.freshness;
  const due = row.nihss.nextDueAt;
  return [
    {
      ...dated($localize`:@@words.bp:BP`, vitals, {
        now,
        limit: firstDay ? VITALS_FIRST_DAY : VITALS_LATER,
      }),
      fresh: false,
    },
    dated($localize`:@@words.lab:Lab`, labs, { now, limit: LABS }),
    dated($localize`:@@words.ct:CT`, report, { now, limit: null }),
    {
      ...dated('NIHSS', nihss, { now, limit: null }),
      overdue: due !== null && Date.parse(due) < now,
    },
  ];
}

function dated(
  label: string,
  at: string | null,
  { now, limit }: { now: EpochMs; limit: number | null },
): DataAge {
  if (at === null) return { label, at, age: '–', overdue: false, fresh: false };
  const time = Date.parse(at);
  const passed = now - time;
  return {
    label,
    at,
    age: age(time, now),
    overdue: limit !== null && passed > limit,
    fresh: passed < MINUTE,
  };
}
