import { DAY } from '@endwatch/clinical';
import type { KnownScore } from '../patient-state/known-score.ts';

/** What is kept in memory: a day before the newest, for trend, alerts and late facts. */
const KEEP = DAY;

export interface ScoreChanges {
  readonly written: readonly KnownScore[];
  readonly superseded: readonly KnownScore[];
}

/** The scores that hold after a round, newest first, within a day of the newest. */
export function replaceScores(
  held: readonly KnownScore[],
  { written, superseded }: ScoreChanges,
): readonly KnownScore[] {
  if (written.length === 0 && superseded.length === 0) return held;
  const gone = new Set(superseded.map(({ id }) => id));
  const all = [...held.filter(({ id }) => !gone.has(id)), ...written];
  all.sort((a, b) => b.asOf - a.asOf);
  const newest = all[0]?.asOf ?? -Infinity;
  return all.filter(({ asOf }) => asOf >= newest - KEEP);
}
