import type { ClientBase } from 'pg';
import { readRows } from '../connection.ts';
import { SETTLED, WAITING } from './stale-patients.ts';

/** As Postgres writes a time: nobody who moved before it waits to be summarised. */
export async function settledAt(client: ClientBase): Promise<string> {
  const [row] = await readRows<{ at: string }>(client, SETTLED);
  return row?.at ?? '-infinity';
}

/** How many patients something has come of since they were summarised. */
export async function readWaiting(client: ClientBase): Promise<number> {
  const [row] = await readRows<{ count: string }>(client, WAITING, [await settledAt(client)]);
  return Number(row?.count ?? 0);
}
