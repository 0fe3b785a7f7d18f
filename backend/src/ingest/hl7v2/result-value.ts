import { nihssItemOfLoinc } from '@endwatch/clinical';
import { LOINC } from '../coding.ts';
import type { JsonObject } from '../unproven.ts';
import type { Er7Segment, Er7Value } from './er7.ts';
import { MDC_TO_LOINC, systemNamed } from './v2-codes.ts';

/** LOINC codes of a site's own: `system|code` → LOINC. */
export type LocalCodes = ReadonlyMap<string, string>;

const NO_LOCAL_CODES: LocalCodes = new Map();

interface Coding {
  readonly system?: string;
  readonly code: string;
  readonly display?: string;
}

/** A CE, CWE or CNE: code, text and system, and the same again for the alternate. */
export function conceptOf(
  value: Er7Value | null,
  localCodes: LocalCodes = NO_LOCAL_CODES,
): JsonObject {
  if (value === null) return {};
  const coding = [1, 4].flatMap((first) => codingsAt(value, first, localCodes));
  const text = value.text(9) ?? value.text(2) ?? value.text(5) ?? undefined;
  return { coding, ...(text === undefined ? {} : { text }) };
}

function codingsAt(value: Er7Value, first: number, localCodes: LocalCodes): readonly Coding[] {
  const code = value.text(first);
  if (code === null) return [];
  const [display, name] = [value.text(first + 1), value.text(first + 2)];
  const system = systemNamed(name);
  const own: Coding = {
    code,
    ...(system === null ? {} : { system }),
    ...(display === null ? {} : { display }),
  };
  const loinc = localCodes.get(`${name ?? ''}|${code}`) ?? monitorCode(name, [code, display]);
  return loinc === null ? [own] : [own, { system: LOINC, code: loinc }];
}

/** Monitors name the quantity by its reference id, some beside a number of their own. */
function monitorCode(system: string | null, ids: readonly (string | null)[]): string | null {
  if (system?.toUpperCase() !== 'MDC') return null;
  for (const id of ids) {
    const loinc = MDC_TO_LOINC.get(id ?? '');
    if (loinc !== undefined) return loinc;
  }
  return null;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const COMPARED = /^(<=|>=|<|>)\s*(.+)$/;
const COMPARATORS: ReadonlySet<string> = new Set(['<', '>', '<=', '>=']);
const UNTESTABLE = /^(UN|X)$/i;

const CODED: ReadonlySet<string> = new Set(['CE', 'CWE', 'CNE', 'CF']);

/** OBX-5 in OBX-6 as FHIR has values; empty where none was sent. */
export function valueOf(obx: Er7Segment, loincCodes: readonly string[]): JsonObject {
  const type = obx.code(2);
  const [value] = obx.values(5);
  if (value !== undefined && type === 'SN') return structured(value, unitOf(obx));
  const text = value?.text() ?? null;
  if (value === undefined || text === null) return absent(obx);
  if (CODED.has(type)) return { valueCodeableConcept: conceptOf(value) };
  if (UNTESTABLE.test(text) && loincCodes.some(isItem)) return { valueString: 'UN' };
  return numeric(text, unitOf(obx)) ?? { valueString: text };
}

function isItem(loinc: string): boolean {
  return nihssItemOfLoinc(loinc) !== null;
}

/** Nothing there, and the sender says that there is nothing (`""`): absent. Nothing at all: the reader says what is missing. */
function absent(obx: Er7Segment): JsonObject {
  return obx.values(5).length > 0 ? { dataAbsentReason: { coding: [{ code: 'unknown' }] } } : {};
}

function unitOf(obx: Er7Segment): string | null {
  return obx.text(6, 1) ?? obx.text(6, 2);
}

function numeric(text: string, unit: string | null): JsonObject | null {
  const [, comparator, compared] = COMPARED.exec(text) ?? [];
  const number = (compared ?? text).trim();
  if (!NUMBER.test(number)) return null;
  return quantity(Number(number), comparator, unit);
}

/** SN: comparator, number, separator, number. Only one number is a number; `1-5` and `1:128` are not. */
function structured(value: Er7Value, unit: string | null): JsonObject {
  const [comparator, first, separator, second] = [1, 2, 3, 4].map((part) => value.text(part));
  const written = [comparator, first, separator, second].filter((part) => part !== null).join('');
  const plain = separator === null && second === null && first !== null && first !== undefined;
  if (!plain || !NUMBER.test(first)) return { valueString: written };
  if (comparator === null || comparator === '=') return quantity(Number(first), undefined, unit);
  return COMPARATORS.has(comparator ?? '')
    ? quantity(Number(first), comparator ?? undefined, unit)
    : { valueString: written };
}

function quantity(value: number, comparator: string | undefined, unit: string | null): JsonObject {
  return {
    valueQuantity: {
      value,
      ...(comparator === undefined ? {} : { comparator }),
      ...(unit === null ? {} : { unit }),
    },
  };
}
