import type { BoardRow } from '@endwatch/contracts';
import { LOCALE } from '../words/locale.ts';
import { compareBeds, compareUrgency } from './order-rows.ts';

export type SortKey =
  'urgency' | 'bed' | 'name' | 'stay' | 'nihss' | 'change' | 'risk' | 'examined';

export interface Sort {
  readonly by: SortKey;
  readonly descending: boolean;
}

export const URGENT_FIRST: Sort = { by: 'urgency', descending: false };

/** In the words of the list's head; what a first press does. */
export const SORTS: readonly {
  readonly key: SortKey;
  readonly words: string;
  readonly descends: boolean;
}[] = [
  { key: 'urgency', words: $localize`:@@board.sort.urgency:Urgency`, descends: false },
  { key: 'bed', words: $localize`:@@board.column.bed:Bed`, descends: false },
  { key: 'name', words: $localize`:@@board.column.name:Name`, descends: false },
  { key: 'stay', words: $localize`:@@board.sort.stay:Longest stay`, descends: true },
  { key: 'nihss', words: 'NIHSS', descends: true },
  { key: 'change', words: $localize`:@@board.sort.change:Change of NIHSS`, descends: true },
  { key: 'risk', words: $localize`:@@board.sort.risk:Risk`, descends: true },
  {
    key: 'examined',
    words: $localize`:@@board.sort.examined:Longest without examination`,
    descends: true,
  },
];

const names = new Intl.Collator(LOCALE, { sensitivity: 'base' });

/** Null: unknown; stands last whichever way one sorts. */
const VALUE: Readonly<Partial<Record<SortKey, (row: BoardRow) => number | null>>> = {
  stay: (row) => -Date.parse(row.admittedAt),
  nihss: ({ nihss }) => nihss.total,
  change: ({ nihss: { total, admissionTotal } }) =>
    total === null || admissionTotal === null ? null : total - admissionTotal,
  risk: ({ risk }) => risk?.next24h ?? null,
  examined: ({ nihss: { at } }) => (at === null ? null : -Date.parse(at)),
};

/** A total order: equals stand in the order of their beds. */
export function compareBy({ by, descending }: Sort): (a: BoardRow, b: BoardRow) => number {
  const way = descending ? -1 : 1;
  const value = VALUE[by];
  if (value) {
    return (a, b) => {
      const [one, other] = [value(a), value(b)];
      if (one === null || other === null)
        return Number(one === null) - Number(other === null) || compareBeds(a, b);
      return way * (one - other) || compareBeds(a, b);
    };
  }
  if (by === 'name') return (a, b) => way * names.compare(a.name, b.name) || compareBeds(a, b);
  return by === 'bed' ? (a, b) => way * compareBeds(a, b) : (a, b) => way * compareUrgency(a, b);
}

/** What a press on a column does: sorts by it, or the other way round. */
export function pressedSort(before: Sort, key: SortKey): Sort {
  if (before.by === key) return { by: key, descending: !before.descending };
  return { by: key, descending: SORTS.find((sort) => sort.key === key)?.descends ?? false };
}

/** Null where it is no sort we know. */
export function asSort(kept: string | null): Sort | null {
  const [by, way] = (kept ?? '').split(' ');
  const known = SORTS.find(({ key }) => key === by);
  return known ? { by: known.key, descending: way === 'down' } : null;
}
