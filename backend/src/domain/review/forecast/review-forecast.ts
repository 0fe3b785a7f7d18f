import type { BandThresholds, EpochMs } from '@endwatch/clinical';
import type { ForecastLandmark, ForecastReview } from '@endwatch/contracts';
import type { AlertedStay } from '@endwatch/statistics';
import type { AlertPolicy } from '../../alerting/alert-policy.ts';
import { aboutOf } from '../about.ts';
import { AHEAD_HOURS, forecastEndAtOf, livedThrough } from '../follow-up.ts';
import { inTurn, inTurns, turnOf, type Pause } from '../pause.ts';
import type { ReviewStay } from '../review-stay.ts';
import type { SiteClock } from '../site-clock.ts';
import { reviewPolicyOf } from '../what-if/policy.ts';
import { calibrationOf, decisionPoints, monthsOf } from './calibration-views.ts';
import { FORECAST_DEFINITIONS } from './definitions.ts';
import { figuresOf } from './forecast-figures.ts';
import { missingInputsOf, subgroupsOf } from './forecast-groups.ts';
import {
  judgeAt,
  LANDMARKS,
  ONE_EACH_HOUR,
  type JudgedForecast,
  type LeftOut,
} from './judge-forecasts.ts';
import { shadowBeside, type ShadowForecasts } from './shadow-beside.ts';
import { warningOf, warningsOf, type StayWarning } from './warnings.ts';

export interface ForecastQuestion {
  readonly stays: readonly ReviewStay[];
  readonly now: EpochMs;
  readonly clock: SiteClock;
  readonly policy: AlertPolicy;
  /** Only forecasts of this version; null = of any. */
  readonly modelVersion: string | null;
  /** In service. */
  readonly model: {
    readonly version: string;
    readonly trainedOn: 'simulated' | 'site';
    readonly thresholds: BandThresholds;
  };
  /** Of the forecasts that are judged; null = no model runs in the shadow. */
  readonly shadowOf: (judged: readonly JudgedForecast[]) => Promise<ShadowForecasts | null>;
  /** Lets others have their turn meanwhile; null = not yet. */
  readonly pause: Pause;
}

/** How good the forecast was. */
export async function reviewForecast(question: ForecastQuestion): Promise<ForecastReview> {
  const { stays, now, clock, policy, model, pause } = question;
  const read = await readStays(question);
  const all = LANDMARKS.flatMap((hour) => read.judged.get(hour) ?? []);
  const oneEach = read.judged.get(ONE_EACH_HOUR) ?? [];
  const { on } = policy.risk;
  const followUps = (simulated: boolean): readonly AlertedStay[] =>
    read.warnings.filter((one) => one.simulated === simulated).map(({ followUp }) => followUp);
  const patientDays = read.warnings.reduce((sum, one) => sum + one.followUp.observedHours / 24, 0);
  const shadow = await question.shadowOf(all);
  const { thresholds } = model;
  return {
    ...aboutOf(stays, now, {
      patientDays,
      definitions: FORECAST_DEFINITIONS,
      endAt: forecastEndAtOf,
    }),
    ...{ horizonHours: AHEAD_HOURS, policy: reviewPolicyOf(policy), models: modelsOf(all) },
    trainedOn: model.trainedOn,
    landmarks: await inTurns(LANDMARKS, pause, (hour): ForecastLandmark => {
      const leftOut = read.leftOut.get(hour) ?? noneLeftOut();
      return { hour, ...figuresOf(read.judged.get(hour) ?? [], on), leftOut };
    }),
    overall: await inTurn(pause, () => figuresOf(all, on)),
    calibration: await inTurn(pause, () => calibrationOf(all)),
    months: { hour: ONE_EACH_HOUR, rows: monthsOf(oneEach, clock) },
    decisionCurve: await inTurn(pause, () => decisionPoints(all)),
    warning: warningsOf(followUps(false)),
    wouldHaveWarned: followUps(true).length === 0 ? null : warningsOf(followUps(true)),
    unwarned: read.warnings.flatMap(({ unwarned }) => unwarned ?? []).toSorted(newestFirst),
    falseAlarms: read.warnings.flatMap(({ falseAlarms }) => falseAlarms).toSorted(newestFirst),
    groupsHour: ONE_EACH_HOUR,
    subgroups: await inTurn(pause, () => subgroupsOf(oneEach, on)),
    missingInputs: await inTurn(pause, () => missingInputsOf(oneEach, on)),
    shadow: shadow && shadowBeside(all, shadow, { inService: model.version, thresholds }),
  };
}

interface ReadStays {
  readonly judged: ReadonlyMap<number, readonly JudgedForecast[]>;
  readonly leftOut: ReadonlyMap<number, Record<LeftOut, number>>;
  readonly warnings: readonly StayWarning[];
}

function noneLeftOut(): Record<LeftOut, number> {
  return { endedBefore: 0, notThere: 0, noForecast: 0, outcomeUnknown: 0 };
}

/** One stay after the other: their courses are many, and what is kept of each is small. */
async function readStays(question: ForecastQuestion): Promise<ReadStays> {
  const { stays, now, policy, modelVersion } = question;
  const judged = new Map(LANDMARKS.map((hour) => [hour, [] as JudgedForecast[]]));
  const leftOut = new Map(LANDMARKS.map((hour) => [hour, noneLeftOut()]));
  const warnings: StayWarning[] = [];
  for (const stay of stays) {
    await turnOf(question.pause);
    const lived = livedThrough(stay, modelVersion);
    for (const hour of LANDMARKS) {
      const found = judgeAt(lived, hour, now);
      if (typeof found !== 'string') judged.get(hour)?.push({ ...found, stay });
      else (leftOut.get(hour) ?? noneLeftOut())[found] += 1;
    }
    warnings.push(warningOf(lived, policy, now));
  }
  return { judged, leftOut, warnings };
}

function modelsOf(judged: readonly JudgedForecast[]): ForecastReview['models'] {
  const versions = Map.groupBy(judged, ({ score }) => score.modelVersion);
  return [...versions]
    .map(([version, { length }]) => ({ version, forecasts: length }))
    .toSorted((a, b) => b.forecasts - a.forecasts);
}

function newestFirst(a: { readonly at: string }, b: { readonly at: string }): number {
  return a.at < b.at ? 1 : a.at > b.at ? -1 : 0;
}
