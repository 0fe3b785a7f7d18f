import type { Annotation, Observation, Specimen } from 'fhir/r4.js';
import { codingsOf, wordsOf } from './coding.ts';
import type { Entry } from './decoding.ts';
import { referenceIn } from './references.ts';
import { asArray, asText, objectsOf, type Unproven } from './unproven.ts';

/** HL7 v2 table 0493 "hemolyzed"; SNOMED CT "Specimen hemolyzed". */
const HAEMOLYSED_CODES: ReadonlySet<unknown> = new Set(['HEM', '118128002']);
const WORD = /\bha?emoly[sz](ed|is)\b/;
const DENIED = /\b(no|not|non|nil|without|absent|negative for)\b[^.;,]{0,20}ha?emoly[sz]/;

/** True when the specimen (contained or in the same message), an interpretation or a note says that cells have burst. */
export function isHaemolysed(entry: Entry, observation: Unproven<Observation>): boolean {
  const found = entry.references.find(referenceIn(observation.specimen), entry.resource);
  const specimen = found?.resource as Unproven<Specimen> | undefined;
  return (
    asArray(specimen?.condition).some(saysHaemolysed) ||
    asArray(observation.interpretation).some(saysHaemolysed) ||
    objectsOf<Annotation>(observation.note).some((note) => wordsSay(asText(note.text) ?? '')) ||
    objectsOf<Annotation>(specimen?.note).some((note) => wordsSay(asText(note.text) ?? ''))
  );
}

function saysHaemolysed(concept: unknown): boolean {
  return (
    codingsOf(concept).some((coding) => HAEMOLYSED_CODES.has(coding.code)) ||
    wordsSay(wordsOf(concept))
  );
}

function wordsSay(words: string): boolean {
  const text = words.toLowerCase();
  return WORD.test(text) && !DENIED.test(text);
}
