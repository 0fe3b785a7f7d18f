import { LABORATORY_VALUES, VITAL_SIGNS } from '../quantity/quantity-name.ts';
import type { QuantityName } from '../quantity/quantity-name.ts';
import type { ExaminationSchedule } from '../schedule/examination-schedule.ts';
import { DEFAULT_EXAMINATION_SCHEDULE, intervalAt } from '../schedule/examination-schedule.ts';
import type { PatientTimeline } from '../timeline/patient-timeline.ts';
import type { EpochMs } from '../time.ts';
import { HOUR } from '../time.ts';

/** The kinds of data whose age a tile shows. */
export const STREAMS = ['vitals', 'labs', 'report', 'nihss'] as const;
export type Stream = (typeof STREAMS)[number];

/**
 * Hours after which the newest of a stream is stale, by hours since admission (`fromHours` ascending from 0). Vitals: hourly to 24 h and then
 * every 4 h (AHA/ASA monitoring), laboratory daily for three days, imaging at admission; the allowance on top (a missed round, half a day) is our
 * own. NIHSS goes by the examination schedule, one and a half intervals. An image that is there is not repeated by the clock: it does not go stale.
 */
export const FRESHNESS_LIMITS: Readonly<
  Record<
    Exclude<Stream, 'nihss'>,
    readonly { readonly fromHours: number; readonly hours: number }[]
  >
> = {
  vitals: [
    { fromHours: 0, hours: 2 },
    { fromHours: 24, hours: 6 },
    { fromHours: 168, hours: 12 },
  ],
  labs: [
    { fromHours: 0, hours: 36 },
    { fromHours: 96, hours: 96 },
  ],
  report: [{ fromHours: 0, hours: 72 }],
};

/** Age in hours from which a stream counts as stale, that many hours after admission. */
export function staleAfterHours(
  stream: Stream,
  hoursSinceAdmission: number,
  schedule: ExaminationSchedule = DEFAULT_EXAMINATION_SCHEDULE,
): number {
  if (stream === 'nihss') return 1.5 * intervalAt(hoursSinceAdmission, schedule);
  const limits = FRESHNESS_LIMITS[stream];
  const limit = limits.findLast(({ fromHours }) => fromHours <= hoursSinceAdmission) ?? limits[0];
  return limit?.hours ?? Infinity;
}

export type NewestByStream = Readonly<Record<Stream, EpochMs | null>>;

/** Newest effective time of each stream in the view; null where nothing came. */
export function newestByStream(timeline: PatientTimeline): NewestByStream {
  return {
    vitals: newestVitals(timeline),
    labs: newestOf(timeline, LABORATORY_VALUES),
    report: timeline.reports.at(-1)?.times.effectiveAt ?? null,
    nihss: timeline.assessments.at(-1)?.at ?? null,
  };
}

export function newestVitals(timeline: PatientTimeline): EpochMs | null {
  return newestOf(timeline, VITAL_SIGNS);
}

export interface StreamAge {
  readonly newestAt: EpochMs | null;
  /** From this moment on it is stale; where nothing came, counted from admission. */
  readonly staleAt: EpochMs;
  readonly stale: boolean;
}

export interface FreshnessInput {
  readonly newest: NewestByStream;
  readonly admittedAt: EpochMs;
  readonly asOf: EpochMs;
  readonly schedule?: ExaminationSchedule;
}

/** Age of each stream at `asOf` against its limit. The limit is that of the hour of the newest value. */
export function freshnessOf(input: FreshnessInput): Readonly<Record<Stream, StreamAge>> {
  const ageOf = (stream: Stream): StreamAge => {
    const newestAt = input.newest[stream];
    if (stream === 'report' && newestAt !== null) {
      return { newestAt, staleAt: Infinity, stale: false };
    }
    const since = newestAt ?? input.admittedAt;
    const limit = staleAfterHours(stream, (since - input.admittedAt) / HOUR, input.schedule);
    const staleAt = since + limit * HOUR;
    return { newestAt, staleAt, stale: input.asOf > staleAt };
  };
  return {
    vitals: ageOf('vitals'),
    labs: ageOf('labs'),
    report: ageOf('report'),
    nihss: ageOf('nihss'),
  };
}

function newestOf(timeline: PatientTimeline, quantities: readonly QuantityName[]): EpochMs | null {
  let newest: EpochMs | null = null;
  for (const quantity of quantities) {
    const at = timeline.latest(quantity)?.at;
    if (at !== undefined && (newest === null || at > newest)) newest = at;
  }
  return newest;
}
