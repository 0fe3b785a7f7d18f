import { FORECAST_END_HOURS } from '@endwatch/clinical';
import { at, conditionalRisk, logit } from '@endwatch/statistics';
import type { JudgedCell } from './calibrate.ts';
import type { ScoredSnapshot, ScoredStays } from './score-stays.ts';
import { SNAPSHOT_HOUR } from './settings.ts';
import type { Stay } from './stay-rows.ts';
import { admissionCell, hazardCells } from './stay-rows.ts';

/** Every exposed interval of every landmark row with the logit it was given. */
export function hazardJudgements({ landmarks }: ScoredStays): JudgedCell[] {
  return landmarks.flatMap(({ stay, snapshot, output }) =>
    hazardCells(stay, snapshot).map(({ interval, y, fraction }) => ({
      logit: logit(at(output.hazards, interval)),
      y,
      fraction,
    })),
  );
}

export function admissionCells({ admission }: ScoredStays): JudgedCell[] {
  return admission.flatMap(({ stay, output }) =>
    admissionCell(stay).map(({ y, fraction }) => ({ logit: logit(output), y, fraction })),
  );
}

/** Forecast, outcome and what the generator itself would have said; aligned columns. */
export interface Judgement {
  readonly p: number[];
  readonly y: number[];
  /** Empty for real patients. */
  readonly oracle: number[];
}

interface Judged {
  readonly p: number;
  readonly y: 0 | 1;
  readonly oracle: number | null;
}

function columns(rows: readonly Judged[]): Judgement {
  return {
    p: rows.map(({ p }) => p),
    y: rows.map(({ y }) => y),
    oracle: rows.flatMap(({ oracle }) => (oracle === null ? [] : [oracle])),
  };
}

/** END charted within 24 h of the landmark (or by 168 h); null where follow-up stopped before that could be known. */
function within24h({ followUp }: Stay, hour: number): 0 | 1 | null {
  const until = Math.min(hour + 24, FORECAST_END_HOURS);
  if (followUp.event) return followUp.time <= until ? 1 : 0;
  return followUp.time >= until ? 0 : null;
}

/** Next-24-h forecasts at `hour`, or at all landmarks together. */
export function judgeNext24h({ landmarks }: ScoredStays, hour?: number): Judgement {
  return columns(
    landmarks.flatMap(({ stay, snapshot, output }): Judged[] => {
      const y = within24h(stay, snapshot.hour);
      if (y === null || (hour !== undefined && snapshot.hour !== hour)) return [];
      const oracle = stay.trueHazards && conditionalRisk(stay.trueHazards, snapshot.hour).next24h;
      return [{ p: output.next24h, y, oracle }];
    }),
  );
}

function judgeSevenDays<Output>(
  rows: readonly ScoredSnapshot<Output>[],
  hour: number,
  p: (output: Output) => number,
): Judgement {
  return columns(
    rows
      .filter(({ snapshot }) => snapshot.hour === hour)
      .map(({ stay, output }): Judged => {
        const oracle = stay.trueHazards && conditionalRisk(stay.trueHazards, hour).by168h;
        return { p: p(output), y: stay.followUp.event ? 1 : 0, oracle };
      }),
  );
}

/** END by 168 h as the hazards have it at `hour`. */
export function judgeByHazards({ landmarks }: ScoredStays, hour: number): Judgement {
  return judgeSevenDays(landmarks, hour, ({ by7d }) => by7d ?? 0);
}

/** END within 7 days as the admission snapshot model has it. */
export function judgeAdmission({ admission }: ScoredStays): Judgement {
  return judgeSevenDays(admission, SNAPSHOT_HOUR, (p) => p);
}
