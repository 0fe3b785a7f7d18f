import { coversWard } from '@endwatch/contracts';
import type { Shift } from '../domain/on-call/rota.ts';
import type { AccountRecord } from './account-store.ts';

const ON_THE_ROTA = new Set(['nurse', 'neurologist', 'admin']);

/** Who can be put on the rota. */
export function isOnTheRota({ role, disabledAt }: AccountRecord): boolean {
  return disabledAt === null && ON_THE_ROTA.has(role);
}

/**
 * Shifts of those who could be told of an alert of a ward: whose account is disabled, may not be on the rota or does not cover the ward counts as
 * nobody. Of no ward: whatever they cover.
 */
export function standing(
  shifts: readonly Shift[],
  { accounts, ward }: { readonly accounts: readonly AccountRecord[]; readonly ward: string | null },
): Shift[] {
  const able = new Set(
    accounts
      .filter((each) => isOnTheRota(each) && (ward === null || coversWard(each.wards, ward)))
      .map(({ username }) => username),
  );
  return shifts.filter(({ username }) => able.has(username));
}
