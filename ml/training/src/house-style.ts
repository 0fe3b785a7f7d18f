import type { HouseChoice } from '@endwatch/simulation';
import { HOUSE_STYLES } from '@endwatch/simulation';
import { UsageError } from './usage-error.ts';

const CHOICES: readonly HouseChoice[] = [...HOUSE_STYLES, 'mixture'];

/** In words, for a usage. */
export const HOUSE_CHOICES = CHOICES.join('|');

/** Option `--house-style` as it goes into settings and cohorts; nothing where it was not given. Throws a `UsageError` for a house that there is not. */
export function houseStyleOf(given: string | undefined): { readonly houseStyle?: HouseChoice } {
  if (given === undefined) return {};
  const houseStyle = CHOICES.find((one) => one === given);
  if (houseStyle) return { houseStyle };
  throw new UsageError(`--house-style takes ${CHOICES.join(', ')}, not "${given}"`);
}
