import type { StayOutcome } from '@endwatch/clinical';
import type { OutcomeIncidence } from '@endwatch/contracts';
import {
  aalenJohansen,
  kaplanMeier,
  kaplanMeierAt,
  logRank,
  riskTable,
  settledIncidenceAt,
  untilHorizon,
  wilsonInterval,
  type CompetingColumns,
  type IncidencePoint,
  type IncidenceRow,
  type KaplanMeierRow,
} from '@endwatch/statistics';
import {
  BANDS,
  EARLY_HOURS,
  followed,
  groupByBand,
  LeftOut,
  WINDOW_HOURS,
  type Counted,
  type FollowedStay,
  type Grouping,
  type Left,
} from './outcome-groups.ts';
import { inTurns, turnOf } from './pause.ts';

type Band = OutcomeIncidence['bands'][number];
type Step = Band['aalenJohansen']['end'][number];
type Interval = [number, number] | null;

const AT_RISK_HOURS = [0, 24, 48, 72, 96, 120, 144, 168];

export interface Incidence {
  readonly bands: OutcomeIncidence['bands'];
  readonly logRank: OutcomeIncidence['logRank'];
  readonly left: Left;
}

/** Time from admission to END by band, among who was in hospital without END at the landmark. */
export async function incidenceOf(counted: Counted, grouping: Grouping): Promise<Incidence> {
  const { pause } = counted;
  const left = new LeftOut();
  const all = followed(await groupByBand(counted, grouping, left), grouping, left);
  const from = grouping.landmark.hours ?? 0;
  const bands = await inTurns(BANDS, pause, (band) => ({
    band,
    ...bandOf(
      all.filter((one) => one.band === band).map(({ followUp }) => followUp),
      from,
    ),
  }));
  await turnOf(pause);
  return {
    bands,
    logRank: { to48h: testOf(all, EARLY_HOURS), to7d: testOf(all, WINDOW_HOURS) },
    left: left.list,
  };
}

function bandOf(own: readonly StayOutcome[], from: number): Omit<Band, 'band'> {
  const time = own.map(({ hours }) => hours);
  const columnsOf = (event: StayOutcome['event']): CompetingColumns => ({
    time,
    cause: own.map((one) => causeOf(one, event)),
  });
  const columns = columnsOf('end');
  const end = aalenJohansen(columns);
  const survival = kaplanMeier({ time, event: own.map((one) => Number(one.event === 'end')) });
  return {
    stays: own.length,
    aalenJohansen: {
      end: stepsOf(end),
      death: stepsOf(aalenJohansen(columnsOf('death'))),
      discharge: stepsOf(aalenJohansen(columnsOf('discharge'))),
      at48h: incidenceStep(columns, end, EARLY_HOURS),
      at7d: incidenceStep(columns, end, WINDOW_HOURS),
    },
    kaplanMeier: {
      survival: survivalSteps(survival),
      at48h: endStep(survival, EARLY_HOURS),
      at7d: endStep(survival, WINDOW_HOURS),
    },
    atRisk: atRiskOf(own, from),
    end: splitOf(own),
  };
}

/** The other ways in which a stay may end compete. */
function causeOf({ event }: StayOutcome, of: StayOutcome['event']): number {
  if (event === 'none') return 0;
  return event === of ? 1 : 2;
}

function stepOf(hours: number, { cif, lower, upper }: IncidencePoint): Step {
  return { hours, value: cif, ci95: intervalOf(lower, upper) };
}

/** Only where it rises. */
function stepsOf(curve: readonly IncidenceRow[]): Step[] {
  return curve
    .filter(({ event }, i) => event.cif > (curve[i - 1]?.event.cif ?? 0))
    .map(({ time, event }) => stepOf(time, event));
}

function incidenceStep(
  columns: CompetingColumns,
  curve: readonly IncidenceRow[],
  hours: number,
): Step | null {
  const row = settledIncidenceAt(columns, curve, hours);
  return row ? stepOf(hours, row.event) : null;
}

function survivalSteps(curve: readonly KaplanMeierRow[]): Step[] {
  return curve
    .filter(({ events }) => events > 0)
    .map(({ time, survival, ciLower, ciUpper }) => ({
      ...{ hours: time, value: survival, ci95: intervalOf(ciLower, ciUpper) },
    }));
}

function endStep(curve: readonly KaplanMeierRow[], hours: number): Step | null {
  const { survival, ciLower, ciUpper } = kaplanMeierAt(curve, hours);
  if (survival === null) return null;
  const ci95 = ciLower === null || ciUpper === null ? null : intervalOf(1 - ciUpper, 1 - ciLower);
  return { hours, value: 1 - survival, ci95 };
}

function intervalOf(lower: number | null, upper: number | null): Interval {
  return lower === null || upper === null ? null : [lower, upper];
}

/** Before the landmark nobody is at risk in this view. */
function atRiskOf(own: readonly StayOutcome[], from: number): Band['atRisk'] {
  const rows = riskTable({ time: own.map(({ hours }) => hours), event: own.map(() => 0) });
  return AT_RISK_HOURS.filter((hours) => hours >= from).map((hours) => ({
    hours,
    stays: rows.find(({ time }) => time >= hours)?.atRisk ?? 0,
  }));
}

function splitOf(own: readonly StayOutcome[]): Band['end'] {
  const ends = own.filter(({ event }) => event === 'end');
  const early = ends.filter(({ hours }) => hours <= EARLY_HOURS).length;
  const late = ends.length - early;
  const n = own.length;
  const share = (count: number): { share: number | null; ci95: Interval } => {
    const interval = wilsonInterval(count, n);
    return { share: n === 0 ? null : count / n, ci95: interval && [...interval] };
  };
  const [ofEarly, ofLate] = [share(early), share(late)];
  return {
    ...{ early, late, none: n - ends.length },
    ...{ earlyShare: ofEarly.share, earlyCi95: ofEarly.ci95 },
    ...{ lateShare: ofLate.share, lateCi95: ofLate.ci95 },
  };
}

function testOf(
  all: readonly FollowedStay[],
  horizon: number,
): OutcomeIncidence['logRank']['to48h'] {
  const { chiSquare, df, p } = logRank(
    untilHorizon(
      {
        time: all.map(({ followUp }) => followUp.hours),
        event: all.map(({ followUp }) => Number(followUp.event === 'end')),
        group: all.map(({ band }) => BANDS.indexOf(band)),
      },
      horizon,
    ),
  );
  return { chiSquare, df: Math.max(0, df), p };
}
