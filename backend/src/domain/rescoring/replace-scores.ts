import { DAY } from '@endwatch/clinical';
import { countSince, type KnownScore } from '../patient-state/known-score.ts';

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
  const stay = gone.size === 0 ? held : held.filter(({ id }) => !gone.has(id));
  const added = written.toSorted(newestFirst);
  const isNewer = (added.at(-1)?.asOf ?? Infinity) > (stay[0]?.asOf ?? -Infinity);
  // A stream brings ever newer ones: nothing to sort then.
  const all = isNewer ? added.concat(stay) : [...stay, ...added].sort(newestFirst);
  all.length = countSince(all, (all[0]?.asOf ?? -Infinity) - KEEP);
  return all;
}

function newestFirst(a: KnownScore, b: KnownScore): number {
  return b.asOf - a.asOf;
}
