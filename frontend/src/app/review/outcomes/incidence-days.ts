import type { OutcomeIncidence } from '@endwatch/contracts';
import { NBSP } from '../../words/figures.ts';
import { BAND_WORD } from '../../words/patient-words.ts';
import type { FrameTable } from '../ui/frame-table.ts';
import { CURVES, type Curve, lastSeen, stepsOf } from './incidence-figures.ts';
import { HOURS_A_DAY, RISK_BAND, shareWith } from './outcome-words.ts';

type Group = OutcomeIncidence['bands'][number];

const CURVE_ORDER = Object.keys(CURVES) as Curve[];

/** What every curve has reached at each day of the axis, with who was at risk then: as much as a sheet of paper needs of them. */
export function incidenceByDay({ bands }: OutcomeIncidence): FrameTable {
  return {
    columns: [
      ...[RISK_BAND, $localize`:@@review-outcomes.day:Day`],
      $localize`:@@review-outcomes.at-risk:Stays at risk`,
      ...CURVE_ORDER.map(
        (curve) =>
          $localize`:@@review-outcomes.with-ci:${CURVES[curve]}:curve: (95${NBSP}:space:%)`,
      ),
    ],
    rows: bands
      .filter(({ stays }) => stays > 0)
      .flatMap((group) =>
        group.atRisk.map(({ hours, stays }) => [
          ...[BAND_WORD[group.band], hours / HOURS_A_DAY, stays],
          ...CURVE_ORDER.map((curve) => reached(group, curve, hours)),
        ]),
      ),
  };
}

/** Null after the last of the band was seen: nobody knows how it went on. */
function reached(group: Group, curve: Curve, hours: number): string | null {
  if (hours > lastSeen(group)) return null;
  const step = stepsOf(group, curve).findLast((one) => one.hours <= hours);
  // On paper its columns are narrow: a value and its interval stay in one line.
  return shareWith(step?.value ?? 0, step?.ci95 ?? null).replaceAll(' ', NBSP);
}
