import { DestroyRef, type Signal, effect, inject, signal, untracked } from '@angular/core';
import { ReviewCatalogue } from './review-catalogue.ts';
import { wordsOf } from '../core/ward-api.ts';

/** What a view shows: the newest answer, also while the next one is on its way; what went wrong, in words. */
export interface ReviewView<View> {
  readonly value: Signal<View | null>;
  readonly busy: Signal<boolean>;
  readonly problem: Signal<string | null>;
  readonly again: () => void;
  /** Calls off what is on its way, here and at the server. */
  readonly stop: () => void;
}

const STOPPED = $localize`:@@review.stopped:it was stopped`;

/**
 * Fetches whenever `query` changes, and again when what was behind has been counted; the question before it is called off. What was shown is taken away when it can no longer be told for the filter
 * that stands above it, that is when fetching fails. Call it where a component is made.
 */
export function reviewView<View>(
  query: Signal<string>,
  fetch: (query: string, stop: AbortSignal) => Promise<View>,
): ReviewView<View> {
  const value = signal<View | null>(null);
  const busy = signal(true);
  const problem = signal<string | null>(null);
  let asked = new AbortController();
  const ask = async (text: string): Promise<void> => {
    asked.abort();
    const mine = (asked = new AbortController());
    busy.set(true);
    problem.set(null);
    try {
      const answer = await fetch(text, mine.signal);
      if (!mine.signal.aborted) value.set(answer);
    } catch (error) {
      if (mine.signal.aborted) return;
      value.set(null);
      problem.set(wordsOf(error));
    } finally {
      if (!mine.signal.aborted) busy.set(false);
    }
  };
  const stop = (): void => {
    if (!untracked(busy)) return;
    asked.abort();
    value.set(null);
    busy.set(false);
    problem.set(STOPPED);
  };
  const { recounted } = inject(ReviewCatalogue);
  effect(() => {
    recounted();
    const text = query();
    untracked(() => void ask(text));
  });
  inject(DestroyRef).onDestroy(() => {
    asked.abort();
  });
  return { value, busy, problem, again: () => void ask(untracked(query)), stop };
}
