import { DAY, type EpochMs } from '@endwatch/clinical';
import { countSince, type KnownScore } from '../patient-state/known-score.ts';
import type { PatientFacts } from '../patient-state/patient-state.ts';

/** What is kept in memory: a day before the newest, for trend, alerts and late facts. */
const KEEP = DAY;
/** A bound for streams that score every few minutes; in memory and when a patient is read from the store. */
export const MOST_SCORES = 512;

export interface ScoreChanges {
  readonly written: readonly KnownScore[];
  readonly superseded: readonly KnownScore[];
}

type HeldScores = Pick<PatientFacts, 'scores' | 'scoresKnownFrom'>;

/**
 * The scores that hold after a round, newest first, within a day of the newest ever written and no more than `MOST_SCORES`: when one is
 * withdrawn, those cut before do not come back, and `scoresKnownFrom` says so.
 */
export function replaceScores(
  before: HeldScores,
  { written, superseded }: ScoreChanges,
): HeldScores {
  const { scores: held, scoresKnownFrom } = before;
  if (written.length === 0 && superseded.length === 0) return { scores: held, scoresKnownFrom };
  const gone = new Set(superseded.map(({ id }) => id));
  const stay = gone.size === 0 ? held : held.filter(({ id }) => !gone.has(id));
  const all = joined(stay, written);
  const from = Math.max(scoresKnownFrom, (all[0]?.asOf ?? -Infinity) - KEEP);
  const kept = countSince(all, from);
  all.length = Math.min(kept, MOST_SCORES);
  return { scores: all, scoresKnownFrom: kept > MOST_SCORES ? oldestOf(all) : from };
}

/** A new list, newest first. */
function joined(stay: readonly KnownScore[], written: readonly KnownScore[]): KnownScore[] {
  const added = written.toSorted(newestFirst);
  const isNewer = (added.at(-1)?.asOf ?? Infinity) > (stay[0]?.asOf ?? -Infinity);
  // A stream brings ever newer ones: nothing to sort then.
  return isNewer ? added.concat(stay) : [...stay, ...added].sort(newestFirst);
}

function oldestOf(scores: readonly KnownScore[]): EpochMs {
  return scores.at(-1)?.asOf ?? -Infinity;
}

function newestFirst(a: KnownScore, b: KnownScore): number {
  return b.asOf - a.asOf;
}
