import { effect, inject, signal, type Signal, untracked } from '@angular/core';
import type { Explanation } from '@endwatch/contracts';
import { wordsOf, WardApi } from '../../core/ward-api.ts';

export interface FollowedExplanation {
  /** Of the score asked for last, or, until that is there, of the one before of the same patient: its own `scoreId` says which. */
  readonly explanation: Signal<Explanation | null>;
  /** Why there is none, in words. */
  readonly trouble: Signal<string | null>;
  readonly retry: () => void;
}

/** What a forecast rests on, asked anew with each score. Where things are injected only. */
export function followExplanation(
  patientId: Signal<string>,
  scoreId: Signal<string>,
): FollowedExplanation {
  const api = inject(WardApi);
  const explanation = signal<Explanation | null>(null);
  const trouble = signal<string | null>(null);
  let wanted: string | null = null;
  const load = async (patient: string, score: string): Promise<void> => {
    wanted = score;
    if (explanation()?.patientId !== patient) explanation.set(null);
    try {
      const found = await api.explanation(patient, score);
      if (wanted !== score) return;
      explanation.set(found);
      trouble.set(null);
    } catch (error) {
      if (wanted === score) trouble.set(wordsOf(error));
    }
  };
  effect(() => {
    const [patient, score] = [patientId(), scoreId()];
    untracked(() => void load(patient, score));
  });
  return {
    ...{ explanation, trouble },
    retry: () => void load(patientId(), scoreId()),
  };
}
