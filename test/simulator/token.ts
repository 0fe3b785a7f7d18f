import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/**
 * What a program shows to bring messages: as given, in `ENDWATCH_TOKEN`, or from the home folder of an Endwatch on this machine, which writes
 * one there for programs of the same user. Null: none is known, and Endwatch will say so.
 */
export function tokenFor(
  given: string | null,
  variables: Readonly<Record<string, string | undefined>> = process.env,
): string | null {
  const told = given ?? variables['ENDWATCH_TOKEN'] ?? '';
  if (told !== '') return told;
  const home = variables['ENDWATCH_HOME'] ?? '';
  try {
    return readFileSync(
      join(home === '' ? join(ROOT, '.endwatch') : home, 'integration-token'),
      'utf8',
    ).trim();
  } catch {
    return null;
  }
}
