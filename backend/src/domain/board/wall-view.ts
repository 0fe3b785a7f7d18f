import type { BoardEvent, BoardRow, BoardSnapshot, WallNames } from '@endwatch/contracts';

/** "Berg, Anna Maria" → "B. A. M.": enough to tell two people apart who are in the room, too little for who walks past. */
export function initialsOf(name: string): string {
  const parts = name.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
  return parts.map((part) => `${part.match(/^\p{L}/u)?.[0] ?? ''}.`).join(' ');
}

function rowOf(row: BoardRow): BoardRow {
  return { ...row, name: initialsOf(row.name) };
}

/** A board as a screen on the wall shows it: initials instead of names, unless the house wants names. */
export function wallSnapshot(snapshot: BoardSnapshot, names: WallNames): BoardSnapshot {
  return names === 'full' ? snapshot : { ...snapshot, rows: snapshot.rows.map(rowOf) };
}

export function wallEvent(event: BoardEvent, names: WallNames): BoardEvent {
  if (names === 'full' || event.type !== 'row') return event;
  return { ...event, row: rowOf(event.row) };
}
