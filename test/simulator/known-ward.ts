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

async function read<T>(url: URL, schema: z.ZodType<T>, signal: AbortSignal): Promise<T | null> {
  const response = await fetch(url, { signal });
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
  const wards = await read(new URL('/api/wards', to), z.array(wardSummarySchema), signal);
  if (!wards?.some(({ id, patients }) => id === wardId && patients > 0)) return null;
  const path = `/api/wards/${encodeURIComponent(wardId)}/board`;
  const board = await read(new URL(path, to), rowsSchema, signal);
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
