import * as z from 'zod';
import type { LocalCodes } from './result-value.ts';

const LOINC_CODE = /^\d{1,7}-\d$/;
const schema = z.record(z.string(), z.record(z.string(), z.string().regex(LOINC_CODE)));

/**
 * A site's own codes: `{ "WinPath": { "tt-0003-01": "14682-9" } }`, coding system and code as they stand in OBX-3 → LOINC. Throws a `RangeError`
 * that says what is wrong.
 */
export function parseLocalCodes(json: string): LocalCodes {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    throw new RangeError('it is not JSON');
  }
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new RangeError(
      `at ${(issue?.path.join(' → ') ?? '') || 'its root'}: not a LOINC code by system and code`,
    );
  }
  return new Map(
    Object.entries(parsed.data).flatMap(([system, codes]) =>
      Object.entries(codes).map(([code, loinc]) => [`${system}|${code}`, loinc] as const),
    ),
  );
}
