import { DAY } from '@endwatch/clinical';
import type { ReviewStayRow } from '@endwatch/contracts';
import { NBSP, fixed, percent, whole } from '../../words/figures.ts';
import { fromTo, ofAll } from '../counts.ts';

/** One figure of the summary: what, how much, and of how many it is known. */
export interface CohortFigure {
  readonly name: string;
  readonly value: string;
  readonly known: number;
}

/** Who they are and what came of them, as the first table of a paper has it. */
export function cohortFigures(rows: readonly ReviewStayRow[]): readonly CohortFigure[] {
  const days = rows.map(({ admittedAt, dischargedAt }) =>
    dischargedAt === null ? null : (Date.parse(dischargedAt) - Date.parse(admittedAt)) / DAY,
  );
  const ofType = (type: ReviewStayRow['end']['type']): CohortFigure['value'] =>
    share(rows.filter(({ end }) => end.type === type).length, rows.length);
  const all = (name: string, value: string): CohortFigure => ({ name, value, known: rows.length });
  return [
    spread(
      $localize`:@@review-cohort.figure.age:Age, years`,
      rows.map(({ age }) => age),
    ),
    all(
      $localize`:@@review-cohort.figure.female:Female`,
      share(rows.filter(({ sex }) => sex === 'female').length, rows.length),
    ),
    spread(
      $localize`:@@review-cohort.figure.nihss:NIHSS at admission`,
      rows.map(({ admissionNihss }) => admissionNihss),
    ),
    all(
      $localize`:@@review-cohort.figure.thrombolysis:Thrombolysis`,
      treated(rows, 'thrombolysis'),
    ),
    all(
      $localize`:@@review-cohort.figure.thrombectomy:Thrombectomy`,
      treated(rows, 'thrombectomy'),
    ),
    spread($localize`:@@review-cohort.figure.days:Days in hospital`, days, 1),
    all(
      $localize`:@@review-cohort.figure.died:Died`,
      share(rows.filter(({ died }) => died).length, rows.length),
    ),
    all($localize`:@@review-cohort.figure.early:Early END (up to 48 h)`, ofType('early')),
    all($localize`:@@review-cohort.figure.late:Late END (after 48 h)`, ofType('late')),
    all($localize`:@@review-cohort.figure.none:No END`, ofType('none')),
    all($localize`:@@review-cohort.figure.suspected:END suspected`, ofType('suspected')),
    all(
      $localize`:@@review-cohort.figure.not-evaluable:END not evaluable`,
      ofType('not-evaluable'),
    ),
  ];
}

function treated(rows: readonly ReviewStayRow[], by: ReviewStayRow['treatments'][number]): string {
  return share(rows.filter(({ treatments }) => treatments.includes(by)).length, rows.length);
}

/** "14 of 40 (35 %)". */
export function share(count: number, of: number): string {
  if (of === 0) return '–';
  const part = count === 0 ? `0${NBSP}%` : count === of ? `100${NBSP}%` : percent(count / of);
  return `${ofAll(whole(count), whole(of))} (${part})`;
}

/** Middle and quartiles, as the statistics of a paper have them. */
function spread(name: string, values: readonly (number | null)[], decimals = 0): CohortFigure {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const at = (part: number): string => fixed(quantile(known, part), decimals);
  const value = known.length === 0 ? '–' : `${at(0.5)} (${fromTo(at(0.25), at(0.75))})`;
  return { name, value, known: known.length };
}

/** Linear between the values (type 7 of Hyndman and Fan); `sorted` must not be empty. */
export function quantile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part;
  const [low = NaN, high = NaN] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}
