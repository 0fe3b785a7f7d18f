import type { Comparator } from '@endwatch/clinical';
import type { RejectionCode } from '@endwatch/contracts';
import type { Observation, ObservationComponent, Quantity } from 'fhir/r4.js';
import type { Entry } from './decoding.ts';
import { asObject, asText, quoted, type Unproven } from './unproven.ts';

/** An Observation that is ours to read, with the LOINC codes it goes by. */
export interface ObservationInHand {
  readonly entry: Entry;
  readonly observation: Unproven<Observation>;
  readonly codes: readonly string[];
  readonly components: readonly Unproven<ObservationComponent>[];
}

/** Where a reader of one resource says what it could not use. */
export interface Notes {
  reject(code: RejectionCode, detail: string): void;
  ignore(what: string): void;
}

/** What carries a value: an Observation or one of its components. */
export type Valued = Unproven<Observation & ObservationComponent>;

export interface SentQuantity {
  readonly value: number;
  /** Undefined when it is none of FHIR's four. */
  readonly comparator: Comparator | null | undefined;
  readonly code: string | null;
  readonly unit: string | null;
}

const COMPARATORS: ReadonlySet<unknown> = new Set(['<', '<=', '>', '>=']);

/** The number that is there, or the name of the field and what stands in it instead. */
export function quantityOf(valued: Valued): SentQuantity | string {
  if (typeof valued.valueInteger === 'number') {
    return { value: valued.valueInteger, comparator: null, code: null, unit: null };
  }
  const quantity = asObject(valued.valueQuantity) as Unproven<Quantity> | null;
  if (quantity === null) return nonNumeric(valued);
  const { value, comparator } = quantity;
  if (typeof value !== 'number') return `valueQuantity.value ${quoted(value)}`;
  return {
    value,
    comparator:
      comparator === undefined
        ? null
        : COMPARATORS.has(comparator)
          ? (comparator as Comparator)
          : undefined,
    code: asText(quantity.code),
    unit: asText(quantity.unit),
  };
}

const VALUE_FIELDS = [
  'valueString',
  'valueCodeableConcept',
  'valueInteger',
  'valueQuantity',
  'valueBoolean',
  'valueRange',
  'valueRatio',
  'valueSampledData',
  'valueTime',
  'valueDateTime',
  'valuePeriod',
] as const;

function nonNumeric(valued: Valued): string {
  const field = VALUE_FIELDS.find((name) => valued[name] !== undefined) ?? 'value';
  return `${field} ${quoted(valued[field as 'valueString'])}`;
}

export function isWithoutValue(valued: Valued): boolean {
  return VALUE_FIELDS.every((name) => valued[name] === undefined);
}
