import type { ReviewStayRow, STAY_SORTS } from '@endwatch/contracts';

export type StaySort = (typeof STAY_SORTS)[number];
export interface StayOrder {
  readonly sort: StaySort;
  readonly order: 'asc' | 'desc';
}

const KEYS: Readonly<Record<StaySort, (row: ReviewStayRow) => string | number | null>> = {
  admittedAt: ({ admittedAt }) => Date.parse(admittedAt),
  dischargedAt: ({ dischargedAt }) => dischargedAt && Date.parse(dischargedAt),
  ward: ({ ward }) => ward,
  age: ({ age }) => age,
  admissionNihss: ({ admissionNihss }) => admissionNihss,
  end: ({ end }) => end.hours,
  examinations: ({ examinations }) => examinations,
  scores: ({ scores }) => scores,
  alerts: ({ alerts }) => alerts,
};

/** As the server orders them: what is not known comes last in either direction, equals by admission, newest first. */
export function sortStays(
  rows: readonly ReviewStayRow[],
  { sort, order }: StayOrder,
): readonly ReviewStayRow[] {
  const sign = order === 'asc' ? 1 : -1;
  const key = KEYS[sort];
  return rows.toSorted((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || tie(a, b);
    if (x !== y) return x < y ? -sign : sign;
    return tie(a, b);
  });
}

function tie(a: ReviewStayRow, b: ReviewStayRow): number {
  const later = Date.parse(b.admittedAt) - Date.parse(a.admittedAt);
  return later || a.patientId.localeCompare(b.patientId);
}
