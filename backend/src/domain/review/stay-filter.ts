import type { EpochMs } from '@endwatch/clinical';
import type { EndType, FlowStep, TreatmentFilter } from '@endwatch/contracts';
import { endTypeOf, type StayFacts } from './stay-facts.ts';

/** Names a stay for good: its encounter may become another one while it lasts, its admission may be corrected, not both. */
export interface StayKey {
  readonly patientId: string;
  readonly encounterId: string;
  readonly admittedAt: EpochMs;
}

/** Which stays a view counts. Empty lists and nulls let everything through. */
export interface StayFilter {
  /** What the account may see: stays elsewhere are never counted, not even as left out. Null = every ward. */
  readonly covered: readonly string[] | null;
  /** A saved cohort's list. */
  readonly frozen: readonly StayKey[] | null;
  readonly wards: readonly string[];
  readonly admittedFrom: EpochMs | null;
  /** Exclusive. */
  readonly admittedBefore: EpochMs | null;
  readonly model: string | null;
  readonly end: readonly EndType[];
  readonly treatments: readonly TreatmentFilter[];
  readonly population: 'in' | 'out' | null;
  /** All of them. */
  readonly conditions: readonly string[];
}

export const EVERY_STAY: StayFilter = {
  ...{ covered: null, frozen: null, wards: [], admittedFrom: null, admittedBefore: null },
  ...{ model: null, end: [], treatments: [], population: null, conditions: [] },
};

export interface Selection<Stay extends StayFacts> {
  readonly stays: readonly Stay[];
  readonly flow: readonly FlowStep[];
}

/** Applies one criterion after the other and tells what each of them leaves out; criteria that are not set are no step. */
export function selectStays<Stay extends StayFacts>(
  all: readonly Stay[],
  filter: StayFilter,
): Selection<Stay> {
  const { covered } = filter;
  let stays = all.filter(
    ({ ward }) => covered === null || (ward !== null && covered.includes(ward)),
  );
  const flow: FlowStep[] = [
    { key: 'all', label: 'Stays on your wards', excluded: 0, remaining: stays.length },
  ];
  for (const { key, label, keeps } of criteriaOf(filter)) {
    const left = stays.filter(keeps);
    flow.push({ key, label, excluded: stays.length - left.length, remaining: left.length });
    stays = left;
  }
  return { stays, flow };
}

interface Criterion {
  readonly key: FlowStep['key'];
  readonly label: string;
  readonly keeps: (stay: StayFacts) => boolean;
}

function criteriaOf(filter: StayFilter): readonly Criterion[] {
  const { frozen, wards, model, end, treatments, population, conditions } = filter;
  const criteria: readonly (Criterion & { readonly set: boolean })[] = [
    {
      ...{ key: 'cohort', label: 'In the saved cohort', set: frozen !== null },
      keeps: belongsTo(frozen ?? []),
    },
    {
      ...{ key: 'ward', label: 'On the chosen wards', set: wards.length > 0 },
      keeps: ({ ward }) => ward !== null && wards.includes(ward),
    },
    {
      ...{ key: 'dates', label: 'Admitted within the dates', set: hasDates(filter) },
      keeps: ({ admittedAt }) =>
        admittedAt >= (filter.admittedFrom ?? -Infinity) &&
        admittedAt < (filter.admittedBefore ?? Infinity),
    },
    {
      ...{ key: 'model', label: 'Scored by the model version', set: model !== null },
      keeps: ({ modelVersions }) => model !== null && modelVersions.includes(model),
    },
    {
      ...{ key: 'end', label: 'With the chosen END types', set: end.length > 0 },
      keeps: (stay) => end.includes(endTypeOf(stay)),
    },
    {
      ...{ key: 'treatment', label: 'With the chosen treatments', set: treatments.length > 0 },
      keeps: (stay) => treatments.some((one) => wasTreated(stay, one)),
    },
    {
      ...{ key: 'population', set: population !== null },
      label: population === 'out' ? "Outside the model's population" : "Of the model's population",
      keeps: ({ outOfPopulation }) => (outOfPopulation.length === 0) === (population === 'in'),
    },
    {
      ...{ key: 'condition', label: 'With the chosen conditions', set: conditions.length > 0 },
      keeps: (stay) => conditions.every((one) => stay.conditions.includes(one)),
    },
  ];
  return criteria.filter(({ set }) => set);
}

function hasDates({ admittedFrom, admittedBefore }: StayFilter): boolean {
  return admittedFrom !== null || admittedBefore !== null;
}

function wasTreated({ treatments }: StayFacts, wanted: TreatmentFilter): boolean {
  return wanted === 'none' ? treatments.length === 0 : treatments.includes(wanted);
}

/** By the encounter, or by the admission where the encounter has become another. */
export function belongsTo(frozen: readonly StayKey[]): (stay: StayKey) => boolean {
  const keys = new Set(frozen.flatMap(keysOf));
  return (stay) => keysOf(stay).some((key) => keys.has(key));
}

function keysOf({ patientId, encounterId, admittedAt }: StayKey): readonly string[] {
  return [
    JSON.stringify([patientId, 'encounter', encounterId]),
    JSON.stringify([patientId, 'admitted', admittedAt]),
  ];
}
