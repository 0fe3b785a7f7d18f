import { accountWords } from '../words/account-words.ts';
import { dateAndTime } from '../words/ages.ts';

interface Version {
  readonly at: string;
  readonly by: string;
  readonly byName: string;
}

/** When and by whom a version of a setting was saved. */
export function versionHead({ at, by, byName }: Version): string {
  return `${dateAndTime(Date.parse(at))}, ${accountWords(by, byName)}`;
}
