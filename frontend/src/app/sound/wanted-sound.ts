import type { BoardRow } from '@endwatch/contracts';
import type { Connection } from '../core/connection.ts';
import { needsSomebody } from '../words/alert-words.ts';
import type { SoundKind } from './alarm-patterns.ts';

const BY_URGENCY: readonly SoundKind[] = ['high', 'medium', 'technical'];

/**
 * What should be heard: the most urgent of the alerts that nobody has taken; a board that is cut off, or whose alerts may not arrive, is a
 * fault of the system. Nothing of a ward that is not the reader's to see.
 */
export function wantedSound(rows: readonly BoardRow[], connection: Connection): SoundKind | null {
  if (connection.state === 'refused' && !connection.passing) return null;
  const open = new Set<string>(
    rows.flatMap(({ alerts }) => alerts.filter(needsSomebody).map(({ priority }) => priority)),
  );
  if (isFault(connection)) open.add('technical');
  return BY_URGENCY.find((kind) => open.has(kind)) ?? null;
}

/** That it only comes late sounds no alarm: it is coming. */
function isFault(connection: Connection): boolean {
  switch (connection.state) {
    case 'offline':
      return connection.since !== null;
    case 'catching-up':
      return connection.trouble !== undefined && connection.trouble.kind !== 'catching-up';
    case 'refused':
      return connection.passing;
    case 'connecting':
    case 'live':
      return false;
  }
}
