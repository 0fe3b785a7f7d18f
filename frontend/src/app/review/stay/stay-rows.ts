import type { StayHistory } from '@endwatch/contracts';
import {
  type ValueTrack,
  examinationMarks,
  laneTracks,
  riskNow,
  riskThen,
  valueTracks,
} from './stay-tracks.ts';
import {
  type AlertSpan,
  type DueMark,
  LANE_HEIGHT,
  NIHSS_HEIGHT,
  RISK_HEIGHT,
  type Row,
  Rows,
  VALUE_HEIGHT,
  alertSpans,
  dueMarks,
} from './track-layout.ts';

export interface StayRows {
  readonly nihss: Row<ReturnType<typeof examinationMarks>>;
  readonly riskHeading: number;
  readonly risk: Row<{
    readonly then: ReturnType<typeof riskThen>;
    readonly now: ReturnType<typeof riskNow>;
  }>;
  readonly lanesHeading: number;
  readonly due: Row<readonly DueMark[]>;
  readonly lanes: readonly Row<ReturnType<typeof laneTracks>[number]>[];
  readonly alertHeading: number;
  readonly alerts: readonly Row<AlertSpan>[];
  readonly valueHeadings: readonly {
    readonly kind: ValueTrack['kind'];
    readonly y: number;
    readonly rows: readonly Row<ValueTrack>[];
  }[];
  readonly end: number;
}

/** Everything of a stay from top to bottom. @param keyLines below the heading of the risk: how its lines are told apart */
export function rowsOf(history: StayHistory, keyLines: number): StayRows {
  const rows = new Rows();
  const nihss = rows.take(NIHSS_HEIGHT, examinationMarks(history));
  const riskHeading = rows.heading(keyLines);
  const risk = rows.take(RISK_HEIGHT, { then: riskThen(history), now: riskNow(history) });
  const lanesHeading = rows.heading();
  const due = rows.take(LANE_HEIGHT, dueMarks(history));
  const lanes = laneTracks(history).map((lane) => rows.take(LANE_HEIGHT, lane));
  const alertHeading = rows.heading();
  const alerts = alertSpans(history).map((span) => rows.take(LANE_HEIGHT, span));
  if (alerts.length === 0) rows.take(LANE_HEIGHT, null);
  const tracks = valueTracks(history);
  const valueHeadings = (['vital', 'laboratory'] as const).flatMap((kind) => {
    const own = tracks.filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    return [{ kind, y: rows.heading(), rows: own.map((one) => rows.take(VALUE_HEIGHT, one)) }];
  });
  return {
    nihss,
    riskHeading,
    risk,
    lanesHeading,
    due,
    lanes,
    alertHeading,
    alerts,
    valueHeadings,
    end: rows.end,
  };
}
