import { survivalDecisionCurve } from '../decision-curve/decision-curve.ts';
import {
  aalenJohansen,
  incidenceAt,
  type CompetingColumns,
  type IncidencePoint,
  type IncidenceRow,
} from '../survival/aalen-johansen.ts';
import type { TiedCensoring } from '../survival/censoring.ts';
import { harrellConcordance, unoConcordance, type Marked } from '../survival/concordance.ts';
import { ipcwBrier } from '../survival/ipcw-brier.ts';
import {
  kaplanMeier,
  medianSurvival,
  restrictedMean,
  kaplanMeierAt,
} from '../survival/kaplan-meier.ts';
import { logRank, untilHorizon, type GroupedSurvival } from '../survival/log-rank.ts';
import { numberAtRisk, type SurvivalColumns } from '../survival/risk-table.ts';
import { timeDependentAuc } from '../survival/time-dependent-auc.ts';
import { membersOf, pick, tableOf, type Column, type GoldenMethods } from './golden-inputs.ts';

interface At {
  readonly at: Column;
}

interface Trained {
  readonly training: SurvivalColumns | null;
}

const causes = (row: IncidenceRow | null, time: number): object => {
  const named = (point: IncidencePoint | undefined, cause: 1 | 2): object => ({
    [`cif${String(cause)}`]: point?.cif ?? null,
    [`varianceAalen${String(cause)}`]: point?.varianceAalen ?? null,
    [`varianceDelta${String(cause)}`]: point?.varianceDelta ?? null,
    [`lower${String(cause)}`]: point?.lower ?? null,
    [`upper${String(cause)}`]: point?.upper ?? null,
  });
  return { time, ...named(row?.event, 1), ...named(row?.competing, 2) };
};

/** Both conventions for a censoring that ties with an event stand side by side in the files. */
const bothTies = <T>(by: (tied: TiedCensoring) => T): { after: T; before: T } => ({
  after: by('after'),
  before: by('before'),
});

export const survivalMethods: GoldenMethods = {
  'survival.kaplanMeier': ({ time, event, at }: SurvivalColumns & At) => {
    const curve = kaplanMeier({ time, event });
    return {
      table: tableOf(curve, time.length),
      at: at.map((t) => kaplanMeierAt(curve, t)),
      median: medianSurvival(curve),
      restrictedMean168: restrictedMean(curve, 168),
    };
  },
  'survival.aalenJohansen': ({ time, cause, at }: CompetingColumns & At) => {
    const curve = aalenJohansen({ time, cause });
    return {
      table: tableOf(
        curve.map((row) => causes(row, row.time)),
        time.length,
      ),
      at: at.map((t) => causes(incidenceAt(curve, t), t)),
    };
  },
  'survival.logRank': (columns: GroupedSurvival) => ({
    all: logRank(columns),
    '48h': logRank(untilHorizon(columns, 48)),
    '168h': logRank(untilHorizon(columns, 168)),
  }),
  'survival.numberAtRisk': ({ time, event, group, at }: GroupedSurvival & At) => ({
    groups: Object.fromEntries(
      [...membersOf(group)].map(([code, members]) => [
        code,
        numberAtRisk({ time: pick(time, members), event: pick(event, members) }, at),
      ]),
    ),
  }),
  'survival.concordance': ({ training, tau, ...columns }: Marked & Trained & { tau: number }) => {
    const uno = bothTies((tied) => ({
      uno: { c: unoConcordance(columns, tau, { training, tied }) },
    }));
    return { harrell: harrellConcordance(columns), ...uno.after, leftLimit: uno.before };
  },
  'survival.ipcwBrier': ({
    ...inputs
  }: SurvivalColumns & Trained & { survival: Column[]; times: Column }) => {
    const { training } = inputs;
    const brier = bothTies((tied) => ipcwBrier(inputs, inputs, { training, tied }));
    return { ...brier.after, leftLimit: brier.before };
  },
  'survival.timeDependentAuc': ({
    training,
    times,
    ...columns
  }: Marked & Trained & { times: Column }) => {
    const auc = bothTies((tied) => timeDependentAuc(columns, times, { training, tied }));
    return { ...auc.after, leftLimit: auc.before };
  },
  'decisionCurve.survival': (
    inputs: SurvivalColumns & { p: Column; thresholds: Column; horizons: Column },
  ) =>
    Object.fromEntries(
      inputs.horizons.map((hours) => [
        `${String(hours)}h`,
        survivalDecisionCurve(inputs, inputs.thresholds, hours),
      ]),
    ),
};
