import { HOUR } from '@endwatch/clinical';
import type { ReviewStayRow, ReviewTable, ReviewTableQuery } from '@endwatch/contracts';
import { isoTime, isoTimeOrNull } from '../board/iso-time.ts';
import { endTypeOf, judgedBy, type StayFacts } from './stay-facts.ts';

export function rowOf(facts: StayFacts): ReviewStayRow {
  const { patientId, encounterId, ward, age, sex, end, admittedAt, counts } = facts;
  return {
    ...{ patientId, encounterId, ward, age, sex },
    admittedAt: isoTime(admittedAt),
    dischargedAt: isoTimeOrNull(facts.dischargedAt),
    died: facts.diedAt !== null,
    conditions: [...facts.conditions],
    treatments: [...facts.treatments],
    admissionNihss: facts.admissionNihss,
    end: {
      ...{ status: end.status, rule: end.rule, type: endTypeOf(facts) },
      ...{ at: isoTimeOrNull(end.at), knownAt: isoTimeOrNull(end.knownAt) },
      judgedBy: judgedBy(facts),
      hours: end.at === null ? null : (end.at - admittedAt) / HOUR,
    },
    modelVersions: [...facts.modelVersions],
    outOfPopulation: [...facts.outOfPopulation],
    ...counts,
    loadedAfterwards: facts.loadedAfterwards,
  };
}

type Order = Pick<ReviewTableQuery, 'sort' | 'order'>;

/** What is not known comes last in either direction; equals by admission, so that pages do not overlap. */
export function sorted(stays: readonly StayFacts[], { sort, order }: Order): readonly StayFacts[] {
  const sign = order === 'asc' ? 1 : -1;
  return [...stays].sort((a, b) => {
    const [x, y] = [KEYS[sort](a), KEYS[sort](b)];
    if (x === null || y === null) {
      return Number(x === null) - Number(y === null) || tieOf(a, b);
    }
    if (x !== y) return x < y ? -sign : sign;
    return tieOf(a, b);
  });
}

function tieOf(a: StayFacts, b: StayFacts): number {
  return b.admittedAt - a.admittedAt || (a.patientId < b.patientId ? -1 : 1);
}

const KEYS: Readonly<Record<Order['sort'], (facts: StayFacts) => string | number | null>> = {
  admittedAt: ({ admittedAt }) => admittedAt,
  dischargedAt: ({ dischargedAt }) => dischargedAt,
  ward: ({ ward }) => ward,
  age: ({ age }) => age,
  admissionNihss: ({ admissionNihss }) => admissionNihss,
  end: ({ end, admittedAt }) => (end.at === null ? null : end.at - admittedAt),
  examinations: ({ counts }) => counts.examinations,
  scores: ({ counts }) => counts.scores,
  alerts: ({ counts }) => counts.alerts,
};

/** What there is to choose from. */
export function choicesOf(all: readonly StayFacts[]): ReviewTable['choices'] {
  const names = (of: (facts: StayFacts) => readonly string[]): string[] =>
    [...new Set(all.flatMap(of))].sort();
  return {
    wards: names(({ ward }) => (ward === null ? [] : [ward])),
    models: names(({ modelVersions }) => modelVersions),
    conditions: names(({ conditions }) => conditions),
  };
}
