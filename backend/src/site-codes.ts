import { readFileSync } from 'node:fs';
import { BadConfiguration } from './config/environment.ts';
import { parseLocalCodes } from './ingest/hl7v2/local-codes.ts';
import type { LocalCodes } from './ingest/hl7v2/result-value.ts';

const ALLOWED =
  'a JSON file of LOINC codes by coding system and code, such as {"LAB": {"KREA": "14682-9"}}';

/** What `ENDWATCH_HL7_CODES` names, read once. */
export function siteCodes(file: string | null): LocalCodes {
  if (file === null) return new Map();
  try {
    return parseLocalCodes(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const given = `ENDWATCH_HL7_CODES is "${file}" (${why})`;
    throw new BadConfiguration(`${given}; allowed: ${ALLOWED}`);
  }
}
