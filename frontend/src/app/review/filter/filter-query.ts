import type { ReviewFilter } from '@endwatch/contracts';

/** Parameters of the address that say which stays are counted, named as the server names them. */
export const LISTS = ['ward', 'end', 'treatment', 'condition'] as const;
export const SINGLES = ['from', 'to', 'model', 'population', 'cohort'] as const;
export const FILTER_NAMES: readonly (keyof ReviewFilter)[] = [...LISTS, ...SINGLES];

type Given = Readonly<Record<string, readonly string[]>>;
/** A filter as it stands in an address; what is not there is not asked for. */
export type FilterQuery = Readonly<Partial<Record<keyof ReviewFilter, readonly string[]>>>;

/** Of all that an address has, the filter; empty values are as good as none. The server judges what they say. */
export function filterIn(given: Given): FilterQuery {
  const asked = FILTER_NAMES.map(
    (name) => [name, (given[name] ?? []).filter((value) => value !== '')] as const,
  );
  return Object.fromEntries(asked.filter(([, values]) => values.length > 0));
}

/** `ward=a&ward=b&from=2026-11-01`, in one order, so that equal filters are equal texts. */
export function filterText(filter: FilterQuery): string {
  const text = new URLSearchParams();
  for (const name of FILTER_NAMES) {
    for (const value of filter[name] ?? []) text.append(name, value);
  }
  return text.toString();
}

/** What `POST /api/review/cohorts` takes. */
export function filterBody(filter: FilterQuery): Record<string, unknown> {
  return Object.fromEntries([
    ...LISTS.map((name) => [name, [...(filter[name] ?? [])]]),
    ...SINGLES.flatMap((name) => {
      const value = filter[name]?.[0];
      return value === undefined ? [] : [[name, value]];
    }),
  ]) as Record<string, unknown>;
}

/** A filter of the server (of a saved cohort) as it would stand in an address. */
export function queryOf(filter: ReviewFilter): FilterQuery {
  const given = Object.entries(filter) as [string, string | string[] | undefined][];
  return filterIn(
    Object.fromEntries(
      given.map(([name, value]) => [name, value === undefined ? [] : [value].flat()]),
    ),
  );
}
