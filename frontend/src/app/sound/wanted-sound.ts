import type { BoardRow } from '@endwatch/contracts';
import type { Connection } from '../core/connection.ts';
import { needsSomebody } from '../words/alert-words.ts';
import type { SoundKind } from './alarm-patterns.ts';

const BY_URGENCY: readonly SoundKind[] = ['high', 'medium', 'technical'];

/** What should be heard: the most urgent of the alerts that nobody has taken; a board that is cut off is a fault of the system. */
export function wantedSound(rows: readonly BoardRow[], connection: Connection): SoundKind | null {
  const open = new Set<string>(
    rows.flatMap(({ alerts }) => alerts.filter(needsSomebody).map(({ priority }) => priority)),
  );
  if (connection.state === 'offline' && connection.since !== null) open.add('technical');
  return BY_URGENCY.find((kind) => open.has(kind)) ?? null;
}
