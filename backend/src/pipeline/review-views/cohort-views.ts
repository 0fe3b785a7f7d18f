import type {
  ReviewFreshness,
  ReviewStayRow,
  ReviewTable,
  ReviewTableQuery,
} from '@endwatch/contracts';
import { toFreshness } from '../../domain/review/freshness.ts';
import { belongsTo, selectStays, type StayFilter } from '../../domain/review/stay-filter.ts';
import type { StayKey } from '../../domain/review/stay-filter.ts';
import { choicesOf, rowOf, sorted } from '../../domain/review/stay-table.ts';
import type { NamedCohort } from '../review-stays.ts';
import { worked, type Moment, type ViewParts, type Worked } from './view-parts.ts';

interface Filtered {
  readonly filter: StayFilter;
}

interface TableQuestion extends Filtered, Moment {
  readonly asked: Pick<ReviewTableQuery, 'sort' | 'order' | 'offset' | 'limit'>;
}

export async function staysView(
  { reviews, manifest: { version, trainedOn } }: ViewParts,
  { filter, asked, now }: TableQuestion,
): Promise<Worked<ReviewTable>> {
  const all = await reviews.facts(filter.covered);
  const { stays, flow } = selectStays(all, filter);
  const { offset, limit } = asked;
  return worked({
    flow: [...flow],
    total: stays.length,
    rows: sorted(stays, asked)
      .slice(offset, offset + limit)
      .map(rowOf),
    choices: choicesOf(all),
    freshness: toFreshness(await reviews.freshness(), now),
    model: { version, trainedOn },
  });
}

/** Every stay that the filter counts. */
export async function stayRowsView(
  { reviews }: ViewParts,
  { filter }: Filtered,
): Promise<Worked<readonly ReviewStayRow[]>> {
  const { stays } = selectStays(await reviews.facts(filter.covered), filter);
  return worked(stays.map(rowOf));
}

/** Whom the filter counts. */
export async function stayKeysView(
  { reviews }: ViewParts,
  { filter }: Filtered,
): Promise<Worked<readonly StayKey[]>> {
  const { stays } = selectStays(await reviews.facts(filter.covered), filter);
  return worked(
    stays.map(({ patientId, encounterId, admittedAt }) => ({ patientId, encounterId, admittedAt })),
  );
}

export interface CountedCohort {
  readonly cohort: Omit<NamedCohort, 'stays'>;
  /** How many of its stays the account may see. */
  readonly stays: number;
}

export async function cohortsView(
  { reviews, cohorts }: ViewParts,
  { covered }: Pick<StayFilter, 'covered'>,
): Promise<Worked<readonly CountedCohort[]>> {
  const visible = await reviews.facts(covered);
  const all = await cohorts.all();
  return worked(
    all.map(({ stays, ...cohort }) => ({
      cohort,
      stays: visible.filter(belongsTo(stays)).length,
    })),
  );
}

export async function freshnessView(
  { reviews }: ViewParts,
  { now }: Moment,
): Promise<Worked<ReviewFreshness>> {
  return worked(toFreshness(await reviews.freshness(), now));
}
