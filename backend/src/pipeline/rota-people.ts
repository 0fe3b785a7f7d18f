import type { AccountRecord } from './account-store.ts';

const ON_THE_ROTA = new Set(['nurse', 'neurologist', 'admin']);

/** Who can be put on the rota. */
export function isOnTheRota({ role, disabledAt }: AccountRecord): boolean {
  return disabledAt === null && ON_THE_ROTA.has(role);
}
