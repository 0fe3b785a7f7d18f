import { bandOf, type BandThresholds, type EpochMs } from '@endwatch/clinical';
import type { BoardRow, BoardSnapshot, Handover } from '@endwatch/contracts';
import { isoTime } from '../board/iso-time.ts';
import type { ShiftEvents, ShiftReport } from './shift-events.ts';

type ReportLine = Handover['patients'][number]['reports'][number];

/** Longest line of a report on the sheet. */
const LINE = 160;

export interface Shift {
  readonly from: EpochMs;
  readonly thresholds: BandThresholds;
}

/** The sheet of a shift: every patient of the ward in the order of beds, with what happened since it began. */
export function toHandover(
  { ward, at, rows }: BoardSnapshot,
  events: ReadonlyMap<string, ShiftEvents>,
  { from, thresholds }: Shift,
): Handover {
  return {
    ...{ ward, at, from: isoTime(from) },
    patients: rows.map((row) => {
      const { riskBefore = null, alerts = [], reports = [] } = events.get(row.patientId) ?? {};
      return {
        bandBefore: riskBefore === null ? null : bandOf(riskBefore, thresholds),
        ...{ row, riskBefore, nihssBefore: standing(row, from) },
        alerts: alerts.map((each) => ({ ...each, at: isoTime(each.at) })),
        reports: reports.map(reportLine),
      };
    }),
  };
}

/** The total that stood when the shift began. */
function standing({ nihss }: BoardRow, from: EpochMs): number | null {
  return nihss.series.findLast((point) => Date.parse(point.at) <= from)?.total ?? null;
}

export function reportLine({ at, title, text }: ShiftReport): ReportLine {
  return { at: isoTime(at), title, line: conclusionOf(text) };
}

/** What a report comes to: after its last "impression" or "conclusion", else its beginning; one line. */
export function conclusionOf(text: string): string {
  const part = /(?:impression|conclusion|beurteilung)\s*:?\s*([\s\S]*)$/i.exec(text)?.[1];
  const line = (part === undefined || part.trim() === '' ? text : part)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length <= LINE ? line : `${line.slice(0, LINE - 1).trimEnd()}…`;
}
