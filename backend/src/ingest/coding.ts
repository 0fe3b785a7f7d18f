import { lookup } from '@endwatch/clinical';
import type { CodeableConcept, Coding } from 'fhir/r4.js';
import { asObject, asText, objectsOf, type Unproven } from './unproven.ts';

export const LOINC = 'http://loinc.org';
export const SNOMED = 'http://snomed.info/sct';

/** URIs and OIDs under which the same code system is sent. */
const ALIASES: Readonly<Record<string, string>> = lookup({
  'https://loinc.org': LOINC,
  'http://loinc.org/': LOINC,
  'urn:oid:2.16.840.1.113883.6.1': LOINC,
  'https://snomed.info/sct': SNOMED,
  'urn:oid:2.16.840.1.113883.6.96': SNOMED,
});

export function systemOf(coding: Unproven<Coding>): string | null {
  const system = asText(coding.system);
  return system === null ? null : (ALIASES[system] ?? system);
}

export function codingsOf(concept: unknown): readonly Unproven<Coding>[] {
  const object = asObject(concept) as Unproven<CodeableConcept> | null;
  return object === null ? [] : objectsOf<Coding>(object.coding);
}

/** LOINC codes of a concept, in the sender's order. */
export function loincCodes(concept: unknown): readonly string[] {
  const codes: string[] = [];
  for (const coding of codingsOf(concept)) {
    if (systemOf(coding) === LOINC && typeof coding.code === 'string') codes.push(coding.code);
  }
  return codes;
}

/** Every human word of a concept: its text and the displays of its codings, in lower case. */
export function wordsOf(concept: unknown): string {
  const object = asObject(concept) as Unproven<CodeableConcept> | null;
  const words = [asText(object?.text), ...codingsOf(concept).map((one) => asText(one.display))];
  return words
    .filter((word) => word !== null)
    .join(' | ')
    .toLowerCase();
}

/** What a ward calls a concept: its text, else the first display. */
export function labelOf(concept: unknown): string | null {
  const object = asObject(concept) as Unproven<CodeableConcept> | null;
  const display = codingsOf(concept).map((one) => asText(one.display));
  return asText(object?.text) ?? display.find((one) => one !== null) ?? null;
}
