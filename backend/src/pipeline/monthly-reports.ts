import { HOUR, type EpochMs } from '@endwatch/clinical';
import type { KeptReport, MonthReport } from '@endwatch/contracts';
import type { AlertPolicy } from '../domain/alerting/alert-policy.ts';
import type { ModelManifest } from '../domain/rescoring/model-manifest.ts';
import { reviewDrift } from '../domain/review/drift/review-drift.ts';
import type { Pause } from '../domain/review/pause.ts';
import { reviewForecast } from '../domain/review/forecast/review-forecast.ts';
import { monthReport } from '../domain/review/report/month-report.ts';
import { monthSpan, monthsOver } from '../domain/review/report/months.ts';
import { reviewResponse } from '../domain/review/response/review-response.ts';
import type { ReviewScore } from '../domain/review/review-stay.ts';
import { SiteClock } from '../domain/review/site-clock.ts';
import { EVERY_STAY, selectStays, type StayFilter } from '../domain/review/stay-filter.ts';
import type { DriftReadings, ShadowReadings } from './review-quality.ts';
import type { ReviewStays } from './review-stays.ts';

/** Reports of months, as they were composed. One that is not provisional is never changed. */
export abstract class ReportStore {
  /** Newest month first. */
  abstract all(): Promise<readonly KeptReport[]>;
  /** The final one, else the provisional one. */
  abstract find(month: string): Promise<MonthReport | null>;
  /**
   * A provisional report takes the place of the provisional one before it, and goes when the final one comes. False where a final one is kept
   * already: it stays.
   */
  abstract keep(report: MonthReport): Promise<boolean>;
}

export interface ReportParts {
  readonly reviews: ReviewStays;
  readonly drift: DriftReadings;
  readonly shadow: ShadowReadings;
  readonly reports: ReportStore;
  readonly manifest: ModelManifest;
  readonly timeZone: string;
}

/** When it is composed, by which alert policy forecasts are judged, and when others have their turn meanwhile. */
interface Composing {
  readonly now: EpochMs;
  readonly policy: AlertPolicy;
  readonly pause: Pause;
}

/** As far back as is made up for after an outage. */
const MONTHS = 12;
/** While a history is loaded, a month of it is in parts. */
const QUIET = HOUR;

/** Composes the report of each month when it is over, and of any other when asked. */
export class MonthlyReports {
  readonly #parts: ReportParts;
  readonly #clock: SiteClock;

  constructor(parts: ReportParts) {
    this.#parts = parts;
    this.#clock = new SiteClock(parts.timeZone);
  }

  /** Keeps what is missing of the months that are over and had stays; which ones. Any number of processes may do so: each month is kept once. */
  async catchUp(composing: Composing): Promise<readonly string[]> {
    const { now } = composing;
    const { reviews, reports } = this.#parts;
    const [first] = await reviews.facts(null);
    if (!first) return [];
    const kept = new Set(
      (await reports.all()).filter((one) => !one.provisional).map(({ month }) => month),
    );
    const months = monthsOver(
      this.#clock.monthOf(now),
      this.#clock.monthOf(first.admittedAt),
      MONTHS,
    );
    const missing = months.filter((month) => !kept.has(month));
    const { countedTo } = await reviews.freshness();
    const composed: string[] = [];
    for (const month of missing) {
      // What happened until then is not counted yet.
      if ((countedTo ?? 0) < monthSpan(month, this.#parts.timeZone).to) break;
      if (await this.#isComing(month, now)) continue;
      const report = await this.compose(month, { ...composing, by: null });
      if (report.stays > 0 && (await reports.keep(report))) composed.push(month);
    }
    return composed;
  }

  /** From what is known now; not kept. */
  async compose(
    month: string,
    { by, ...composing }: Composing & { readonly by: string | null },
  ): Promise<MonthReport> {
    const { reviews, timeZone } = this.#parts;
    const { from, to } = monthSpan(month, timeZone);
    const filter = this.#staysOf(month);
    const { stays, flow } = selectStays(await reviews.facts(null), filter);
    return monthReport({
      ...{ month, from, to, at: composing.now, by, timeZone, stays, flow },
      ...(await this.#views(filter, composing)),
    });
  }

  #staysOf(month: string): StayFilter {
    const { from, to } = monthSpan(month, this.#parts.timeZone);
    return { ...EVERY_STAY, admittedFrom: from, admittedBefore: to };
  }

  async #isComing(month: string, now: EpochMs): Promise<boolean> {
    const stays = await this.#parts.reviews.load(this.#staysOf(month));
    const isNew = ({ knownAt }: ReviewScore): boolean => knownAt > now - QUIET;
    return stays.some(({ loadedAfterwards, scores }) => loadedAfterwards && scores.some(isNew));
  }

  async #views(
    filter: StayFilter,
    { now, policy, pause }: Composing,
  ): Promise<Pick<Parameters<typeof monthReport>[0], 'forecast' | 'response' | 'drift'>> {
    const { reviews, drift, shadow, manifest } = this.#parts;
    const { version, trainedOn, thresholds } = manifest;
    const stays = await reviews.load(filter, pause);
    const forecast = await reviewForecast({
      ...{ stays, now, clock: this.#clock, policy, modelVersion: null },
      model: { version, trainedOn, thresholds },
      shadowOf: (judged) =>
        shadow.of(
          judged.map(({ stay, score }) => ({ patientId: stay.patientId, scoreId: score.id })),
        ),
      pause,
    });
    const [inputs, outcomes] = [await drift.inputs(manifest), await drift.outcomes(manifest)];
    return {
      forecast,
      response: await reviewResponse({ stays, now, clock: this.#clock, pause }),
      drift: reviewDrift({ inputs, outcomes }, { version, trainedOn }, now),
    };
  }
}
