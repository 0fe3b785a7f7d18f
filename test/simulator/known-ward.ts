import type { EpochMs } from '@endwatch/clinical';
import { boardSnapshotSchema, wardSummarySchema } from '@endwatch/contracts';
import * as z from 'zod';
import { anchorOf } from './ward.ts';

/** A ward that Endwatch knows from an earlier start. */
export interface KnownWard {
  readonly anchor: EpochMs;
  /** Newest effective time of any vitals on its board. */
  readonly newestAt: EpochMs;
}

const rowsSchema = boardSnapshotSchema.pick({ rows: true });

/** As the nurse of a demonstration, who needs no password; empty where it is none. */
async function demoSession(to: string, signal: AbortSignal): Promise<string> {
  const answer = await fetch(new URL('/api/session/demo', to), {
    ...{ method: 'POST', signal, body: JSON.stringify({ role: 'nurse' }) },
    headers: { 'content-type': 'application/json' },
  });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

interface Asked {
  readonly signal: AbortSignal;
  readonly headers: { readonly cookie: string };
}

async function read<T>(url: URL, schema: z.ZodType<T>, asked: Asked): Promise<T | null> {
  const response = await fetch(url, asked);
  if (!response.ok) return null;
  const parsed = schema.safeParse(await response.json());
  return parsed.success ? parsed.data : null;
}

/** Asks a running Endwatch whether it has this ward with simulated patients; null when it has not, or will not say. */
export async function knownWard(
  to: string,
  wardId: string,
  signal: AbortSignal,
): Promise<KnownWard | null> {
  const asked = { signal, headers: { cookie: await demoSession(to, signal) } };
  const wards = await read(new URL('/api/wards', to), z.array(wardSummarySchema), asked);
  if (!wards?.some(({ id, patients }) => id === wardId && patients > 0)) return null;
  const path = `/api/wards/${encodeURIComponent(wardId)}/board`;
  const board = await read(new URL(path, to), rowsSchema, asked);
  const rows = board?.rows ?? [];
  const anchors = rows
    .map(({ patientId }) => anchorOf(patientId))
    .filter((anchor) => anchor !== null);
  if (anchors.length === 0) return null;
  const vitals = rows.flatMap(({ freshness }) =>
    freshness.vitals === null ? [] : [Date.parse(freshness.vitals)],
  );
  const anchor = Math.max(...anchors);
  return { anchor, newestAt: Math.max(anchor, ...vitals) };
}
