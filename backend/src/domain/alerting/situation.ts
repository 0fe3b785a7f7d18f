import {
  BEFORE_ADMISSION,
  DAY,
  freshnessOf,
  HOUR,
  newestByStream,
  newestVitals,
  staleAfterHours,
  type EpochMs,
  type ExaminationDue,
  type ExaminationSchedule,
  type PatientTimeline,
  type Stay,
} from '@endwatch/clinical';
import { examinationDue } from '../examination/examination-due.ts';
import { mostGrace } from '../examination/examination-rules.ts';
import { examinationsOf } from '../board/board-row.ts';
import { MODEL_END, whyNoForecast } from '../board/risk-tile.ts';
import { scoresSince } from '../patient-state/known-score.ts';
import type { PatientState } from '../patient-state/patient-state.ts';
import type { ForecastSpan } from '../rescoring/forecast-span.ts';
import type { AlertSituation, EvidenceKind, ScorePoint, StreamAge } from './verdict.ts';

export interface SituationQuestion {
  /** With the scores as they stand after this round. */
  readonly state: PatientState;
  readonly stay: Stay;
  readonly span: ForecastSpan;
  readonly now: EpochMs;
  readonly moment: EpochMs;
  readonly schedule: ExaminationSchedule;
  readonly superseded: ReadonlyMap<string, ScorePoint | null>;
  readonly judgeAbsence: boolean;
  readonly closed: string | null;
}

/** What the alert rules look at, from what is known of a patient. */
export function situationOf(question: SituationQuestion): AlertSituation {
  const { state, stay, span, now, moment, schedule } = question;
  const { admittedAt } = stay;
  const assessments = examinationsOf(state, stay, moment);
  const due = examinationDue({ ...question, assessments });
  const scores = scoresSince(state.facts.scores, span.from);
  const ended = whyNoForecast({ span, stay, moment });
  return {
    patientId: state.patientId,
    now,
    alerts: state.facts.alerts,
    closed: question.closed,
    admittedAt,
    end: span.end,
    rise: span.rise,
    risk: {
      scores,
      superseded: question.superseded,
      ended: ended === null || span.firstChartedAt === null ? null : (ENDED[ended] ?? ended),
      endedForModelOnly: ended === MODEL_END,
      // Few rules look at it, and it is what costs most here.
      get evidence() {
        return evidenceOf(state.timeline.cutAt(scores[0]?.asOf ?? moment), admittedAt);
      },
    },
    examination: {
      lastAt: due?.lastAt ?? null,
      dueAt: due?.dueAt ?? null,
      mostGrace: due === null ? null : mostGrace(due),
      expected: due === null ? '' : rhythm(due, admittedAt, schedule),
    },
    streams: [vitalsAge(question)],
    judgeAbsence: question.judgeAbsence,
  };
}

const ENDED: Readonly<Record<string, string>> = {
  'END confirmed': 'END confirmed: there is nothing left to forecast',
  [MODEL_END]: 'END as the model counts it has come: there is nothing left to forecast',
  'Past 7 days': '7 days have passed since admission: the forecast ends here',
};

function evidenceOf(view: PatientTimeline, admittedAt: EpochMs): readonly EvidenceKind[] {
  const newest = newestByStream(view);
  const kinds: readonly (readonly [EvidenceKind, EpochMs | null])[] = [
    ['vital signs', newest.vitals],
    ['laboratory values', newest.labs],
    ['report', newest.report],
    ['examination', newest.nihss],
  ];
  return kinds.flatMap(([kind, at]) =>
    at === null || at < admittedAt - BEFORE_ADMISSION ? [] : kind,
  );
}

/** "every 4 h on day 1": the day the interval was set, not today's. */
function rhythm(due: ExaminationDue, admittedAt: EpochMs, schedule: ExaminationSchedule): string {
  if (due.everyHours === null) return `first one within ${interval(schedule.firstWithinHours)}`;
  const every = due.everyHours === 24 ? 'once a day' : `every ${interval(due.everyHours)}`;
  if (due.afterThrombolysis) return `${every} after thrombolysis`;
  const day = Math.max(1, Math.floor(((due.lastAt ?? admittedAt) - admittedAt) / DAY) + 1);
  return `${every} on day ${String(day)}`;
}

/** "4 h", "15 min", "1.5 h". */
function interval(hours: number): string {
  return hours < 1 ? `${String(hours * 60)} min` : `${String(hours)} h`;
}

/** Of the streams only vital signs come so regularly that their silence means a fault. */
function vitalsAge({ state, stay, moment, schedule }: SituationQuestion): StreamAge {
  const { admittedAt } = stay;
  const charted = newestVitals(state.timeline.cutAt(moment));
  const newestAt = charted !== null && charted >= admittedAt - DAY ? charted : null;
  const newest = { vitals: newestAt, labs: null, report: null, nihss: null };
  const { vitals } = freshnessOf({ newest, admittedAt, asOf: moment, schedule });
  const since = ((vitals.newestAt ?? admittedAt) - admittedAt) / HOUR;
  return {
    label: 'vital signs',
    newestAt: vitals.newestAt,
    staleAt: vitals.staleAt,
    expected: `at least every ${String(staleAfterHours('vitals', since, schedule))} h`,
  };
}
