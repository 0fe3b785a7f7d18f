import { DAY } from '@endwatch/clinical';
import { countSince, type KnownScore } from '../patient-state/known-score.ts';
import type { PatientFacts } from '../patient-state/patient-state.ts';

/** What is kept in memory: a day before the newest, for trend, alerts and late facts. */
const KEEP = DAY;

export interface ScoreChanges {
  readonly written: readonly KnownScore[];
  readonly superseded: readonly KnownScore[];
}

type HeldScores = Pick<PatientFacts, 'scores' | 'scoresKnownFrom'>;

/**
 * The scores that hold after a round, newest first, within a day of the newest ever written: when that one is withdrawn, those cut before
 * do not come back, and `scoresKnownFrom` says so.
 */
export function replaceScores(
  before: HeldScores,
  { written, superseded }: ScoreChanges,
): HeldScores {
  const { scores: held, scoresKnownFrom } = before;
  if (written.length === 0 && superseded.length === 0) return { scores: held, scoresKnownFrom };
  const gone = new Set(superseded.map(({ id }) => id));
  const stay = gone.size === 0 ? held : held.filter(({ id }) => !gone.has(id));
  const added = written.toSorted(newestFirst);
  const isNewer = (added.at(-1)?.asOf ?? Infinity) > (stay[0]?.asOf ?? -Infinity);
  // A stream brings ever newer ones: nothing to sort then.
  const all = isNewer ? added.concat(stay) : [...stay, ...added].sort(newestFirst);
  const from = Math.max(scoresKnownFrom, (all[0]?.asOf ?? -Infinity) - KEEP);
  all.length = countSince(all, from);
  return { scores: all, scoresKnownFrom: from };
}

function newestFirst(a: KnownScore, b: KnownScore): number {
  return b.asOf - a.asOf;
}
