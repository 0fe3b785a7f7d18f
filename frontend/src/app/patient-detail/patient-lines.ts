import type { Alert, PatientDetail } from '@endwatch/contracts';
import { compareAlerts } from '../words/alert-words.ts';
import { percent } from '../words/figures.ts';
import { TREND_WORD } from '../words/patient-words.ts';

/** Which way the forecast goes, and its longer horizons, each with its words; none without a forecast. */
export function horizonLines(
  risk: PatientDetail['risk'],
): readonly { readonly name: string; readonly figure: string }[] {
  if (!risk) return [];
  const horizons = [
    { name: $localize`:@@patient.within-48h:Within 48 h of admission`, figure: risk.by48h },
    { name: $localize`:@@patient.within-7d:Within 7 days of admission`, figure: risk.by7d },
    { name: $localize`:@@patient.at-admission:Judged at admission, once`, figure: risk.admission },
  ].map(({ name, figure }) => ({ name, figure: figure === null ? '–' : percent(figure) }));
  // What the arrow beside the figure says; the sentence below it looks at the score before, which may have moved the other way.
  const trend = $localize`:@@patient.trend:Next 24 h, against some 6 h before`;
  return [{ name: trend, figure: TREND_WORD[risk.trend] }, ...horizons];
}

/** Open ones first, then as the board has them. For `Array.sort`. */
export function byState(a: Alert, b: Alert): number {
  const closed = Number(a.state === 'resolved') - Number(b.state === 'resolved');
  return closed || compareAlerts(a, b);
}
