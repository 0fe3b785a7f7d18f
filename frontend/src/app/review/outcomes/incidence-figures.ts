import type { OutcomeIncidence } from '@endwatch/contracts';
import { BAND_WORD } from '../../words/patient-words.ts';
import type { FrameTable } from '../ui/frame-table.ts';
import {
  type Plot,
  type PlotAxis,
  type PlotCounts,
  type PlotLine,
  roundAxis,
  steppedAxis,
} from '../ui/plot.ts';
import {
  BAND_LOOK,
  CI_FROM,
  CI_TO,
  HOURS_A_DAY,
  RISK_BAND,
  SHARE,
  STAYS,
  rounded,
  sharePercent,
} from './outcome-words.ts';

/** `end`, `death`, `discharge` compete (Aalen–Johansen); `km` has END with the other two censored, as the paper has it. */
export const CURVES = {
  end: $localize`:@@review-outcomes.curve.end:END, death and discharge competing`,
  km: $localize`:@@review-outcomes.curve.km:END, death and discharge censored`,
  death: $localize`:@@review-outcomes.curve.death:Death before END`,
  discharge: $localize`:@@review-outcomes.curve.discharge:Discharge before END`,
} as const;
export type Curve = keyof typeof CURVES;
const WEEK = 168;
const HOURS = $localize`:@@review-outcomes.hours:Hours from admission`;

type Group = OutcomeIncidence['bands'][number];
type Step = Group['aalenJohansen']['end'][number];

/** One curve for each band, over a week. */
export function incidencePlot(view: OutcomeIncidence, curve: Curve): Plot {
  const lines = incidenceLines(view, curve);
  return {
    summary: $localize`:@@review-outcomes.incidence.picture:${incidenceHeading(curve)}:heading:, over 7 days; the table has the figures`,
    x: steppedAxis(HOURS, WEEK, HOURS_A_DAY),
    y: incidenceAxis(lines),
    ...{ lines, marks: [], bars: [], counts: riskCounts(view) },
  };
}

export function incidenceHeading(curve: Curve): string {
  return curve === 'end' || curve === 'km'
    ? $localize`:@@review-outcomes.incidence.title:Cumulative incidence of END, by risk band`
    : $localize`:@@review-outcomes.by-band:${CURVES[curve]}:curve:, by risk band`;
}

function incidenceLines(
  { bands, landmarkHours }: OutcomeIncidence,
  curve: Curve,
): readonly PlotLine[] {
  return bands
    .filter(({ stays }) => stays > 0)
    .map((group) => {
      const steps = stepsOf(group, curve);
      const from = landmarkHours ?? 0;
      const until = lastSeen(group);
      const points = held(
        from,
        steps.map(({ hours, value }) => [hours, value] as const),
        until,
      );
      const known = steps.filter(({ ci95 }) => ci95 !== null);
      return {
        ...{ name: BAND_WORD[group.band], look: BAND_LOOK[group.band], step: true, points },
        around: withLast(
          known.map(({ hours, ci95 }) => [hours, ci95?.[0] ?? 0, ci95?.[1] ?? 0] as const),
          until,
        ),
      };
    });
}

/** Up to a round share above the highest that is drawn: small groups have wide intervals, which may not hide the lines. */
function incidenceAxis(lines: readonly PlotLine[]): PlotAxis {
  const top = Math.max(0.1, ...lines.flatMap(({ points }) => points.map(([, y]) => y)));
  const most = Math.min(1, top * 1.35);
  return roundAxis($localize`:@@review-outcomes.share-of-stays:Share of the stays`, most, {
    about: 5,
    words: sharePercent,
  });
}

function riskCounts({ bands }: OutcomeIncidence): PlotCounts {
  return {
    heading: $localize`:@@review-outcomes.at-risk:Stays at risk`,
    rows: bands.map(({ band, atRisk }) => ({
      name: BAND_WORD[band],
      values: atRisk.map(({ hours, stays }) => [hours, stays]),
    })),
  };
}

/** Everything that the curves say, so that they can be drawn again. */
export function incidenceTable({ bands }: OutcomeIncidence): FrameTable {
  const rows = bands.flatMap((group) =>
    (Object.keys(CURVES) as Curve[]).flatMap((curve) =>
      stepsOf(group, curve).map(({ hours, value, ci95 }) => [
        ...[BAND_WORD[group.band], CURVES[curve], rounded(hours, 1), rounded(value, 4)],
        ...[rounded(ci95?.[0], 4), rounded(ci95?.[1], 4)],
      ]),
    ),
  );
  return {
    columns: [
      ...[RISK_BAND, $localize`:@@review-outcomes.curve:Curve`, HOURS],
      ...[SHARE, CI_FROM, CI_TO],
    ],
    rows,
  };
}

export function splitTable({ bands }: OutcomeIncidence): FrameTable {
  return {
    columns: [
      ...[RISK_BAND, STAYS],
      ...[$localize`:@@review-outcomes.early-end:Early END`, SHARE, CI_FROM, CI_TO],
      ...[$localize`:@@review-outcomes.late-end:Late END`, SHARE, CI_FROM, CI_TO],
      $localize`:@@review-outcomes.no-end:No END`,
    ],
    rows: bands.map(({ band, stays, end }) => [
      ...[BAND_WORD[band], stays, end.early, rounded(end.earlyShare, 3)],
      ...[rounded(end.earlyCi95?.[0], 3), rounded(end.earlyCi95?.[1], 3)],
      ...[end.late, rounded(end.lateShare, 3)],
      ...[rounded(end.lateCi95?.[0], 3), rounded(end.lateCi95?.[1], 3), end.none],
    ]),
  };
}

export function stepsOf({ aalenJohansen, kaplanMeier }: Group, curve: Curve): readonly Step[] {
  if (curve !== 'km') return aalenJohansen[curve];
  return kaplanMeier.survival.map(({ hours, value, ci95 }) => ({
    ...{ hours, value: 1 - value, ci95: ci95 && ([1 - ci95[1], 1 - ci95[0]] as [number, number]) },
  }));
}

/** A week, unless nobody of the band was seen so long. */
export function lastSeen({ aalenJohansen, atRisk }: Group): number {
  if (aalenJohansen.at7d !== null) return WEEK;
  return Math.max(0, ...atRisk.filter(({ stays }) => stays > 0).map(({ hours }) => hours));
}

function held(
  from: number,
  steps: readonly (readonly [number, number])[],
  until: number,
): (readonly [number, number])[] {
  const last = steps.at(-1) ?? ([from, 0] as const);
  const end: (readonly [number, number])[] = last[0] < until ? [[until, last[1]]] : [];
  return [[from, 0], ...steps, ...end];
}

function withLast(
  rows: readonly (readonly [number, number, number])[],
  until: number,
): (readonly [number, number, number])[] {
  const last = rows.at(-1);
  return last && last[0] < until ? [...rows, [until, last[1], last[2]]] : [...rows];
}
