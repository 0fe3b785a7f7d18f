import {
  BEFORE_ADMISSION,
  DAY,
  HOUR,
  nihssByDay,
  TRAJECTORY_DAYS as DAYS,
  type RiskBand,
} from '@endwatch/clinical';
import type { OutcomeTrajectories } from '@endwatch/contracts';
import { ascendingValues, dailyMeans, fitMixedModel, quantile } from '@endwatch/statistics';
import {
  BANDS,
  followed,
  groupByBand,
  LeftOut,
  type Counted,
  type GroupedStay,
  type Grouping,
  type Left,
} from './outcome-groups.ts';
import { inTurns, turnOf } from './pause.ts';
import type { ReviewStay } from './review-stay.ts';

interface Charted extends GroupedStay {
  readonly byDay: readonly (number | null)[];
}

function dayTotalsOf({ admittedAt, admissionNihss, assessments }: ReviewStay): (number | null)[] {
  return nihssByDay({ admittedAt, admissionTotal: admissionNihss, assessments });
}

export interface Trajectories {
  readonly bands: OutcomeTrajectories['bands'];
  readonly slope: OutcomeTrajectories['slope'];
  readonly curves: OutcomeTrajectories['curves'];
  readonly left: Left;
}

/** Of the same stays as the incidence of END. */
export async function trajectoriesOf(
  counted: Counted,
  grouping: Grouping,
  { curves }: { readonly curves: boolean },
): Promise<Trajectories> {
  const { pause } = counted;
  const left = new LeftOut();
  const all = followed(await groupByBand(counted, grouping, left), grouping, left);
  const charted = await inTurns(all, pause, (one) => ({
    ...{ ...one, byDay: dayTotalsOf(one.stay) },
  }));
  const bands = await inTurns(BANDS, pause, (band) => bandOfDays(band, charted));
  await turnOf(pause);
  const slope = slopeOf(charted);
  const courses = curves ? await inTurns(charted, pause, curveOf) : null;
  return { bands, slope, curves: courses, left: left.list };
}

function bandOfDays(
  band: RiskBand,
  charted: readonly Charted[],
): OutcomeTrajectories['bands'][number] {
  const own = charted.filter((one) => one.band === band).map(({ byDay }) => byDay);
  const days = dailyMeans(DAYS, own).map(({ day, n, mean, lower, upper }, column) => {
    const values = ascendingValues(
      own.map((row) => row[column] ?? null).filter((value) => value !== null),
    );
    const known = values.length > 0;
    return {
      ...{ day, n, mean },
      ci95: lower === null || upper === null ? null : ([lower, upper] as [number, number]),
      median: known ? quantile(values, 0.5) : null,
      quartiles: known
        ? ([quantile(values, 0.25), quantile(values, 0.75)] as [number, number])
        : null,
    };
  });
  return { band, stays: own.length, days };
}

/** Points a day by which the medium and high bands change more than the low one; each stay with a level and a slope of its own. */
function slopeOf(charted: readonly Charted[]): OutcomeTrajectories['slope'] {
  const highRisk = charted.map(({ band }) => (band === 'low' ? 0 : 1));
  if (new Set(highRisk).size < 2) return null;
  const nihss = charted.map(({ byDay }) => byDay);
  const fit = fitMixedModel({ days: DAYS, highRisk, nihss }, { randomSlope: true });
  if (fit === null) return null;
  const { estimate, ci95, p } = fit.fixed.dayByHighRisk;
  if (![estimate, ...ci95, p].every(Number.isFinite)) return null;
  return { difference: estimate, ci95: [...ci95], p };
}

function curveOf({ stay, band }: Charted): NonNullable<OutcomeTrajectories['curves']>[number] {
  const { admittedAt } = stay;
  const last = admittedAt + ((DAYS.at(-1) ?? 0) + 0.5) * DAY;
  return {
    ...{ patientId: stay.patientId, band },
    points: stay.assessments.flatMap((one): [number, number][] =>
      one.total === null || one.at < admittedAt - BEFORE_ADMISSION || one.at > last
        ? []
        : [[(one.at - admittedAt) / HOUR, one.total]],
    ),
  };
}
