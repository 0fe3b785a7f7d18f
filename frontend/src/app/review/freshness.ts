import type { ReviewFreshness } from '@endwatch/contracts';
import { dateAndTime } from '../words/ages.ts';
import { patients } from './counts.ts';

/** How far the figures are, in one line; null before it is known, and while it is said aloud. */
export function freshnessWords(freshness: ReviewFreshness | null): string | null {
  if (!freshness?.summarisedAt || freshness.behind) return null;
  const { waiting, countedTo } = freshness;
  if (waiting === 0) return $localize`:@@review.fresh:Everything that has come is counted`;
  if (countedTo === null) return waitingWords(waiting);
  return $localize`:@@review.counted-to:Everything until ${momentOf(countedTo)}:moment: is counted; ${waitingWords(waiting)}:waiting:`;
}

/** Said where it cannot be overlooked, on paper too, while figures are not up to date; else null. */
export function behindWords(freshness: ReviewFreshness | null): string | null {
  if (!freshness?.behind) return null;
  const waiting = waitingWords(freshness.waiting);
  return freshness.countedTo === null
    ? $localize`:@@review.behind-first:Not up to date: ${waiting}:waiting:.`
    : $localize`:@@review.behind:Not up to date since ${momentOf(freshness.countedTo)}:moment:: ${waiting}:waiting:.`;
}

function waitingWords(waiting: number): string {
  return $localize`:@@review.waiting:of ${patients(waiting)}:patients: something newer waits to be counted`;
}

function momentOf(at: string): string {
  return dateAndTime(Date.parse(at));
}
