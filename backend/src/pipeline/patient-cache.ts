import type { PatientState } from '../domain/patient-state/patient-state.ts';

/** A fact takes some 0.8 kB of heap, with its place in the timeline and the index. */
const BYTES_A_FACT = 1_024;
/** Of the heap: the rest is for the round in hand and for what waits. */
const SHARE_OF_HEAP = 1 / 4;

/** How many facts may be held, by the most that the heap of this process may become (bytes). */
export function factsWithin(heapBytes: number): number {
  return Math.floor((heapBytes * SHARE_OF_HEAP) / BYTES_A_FACT);
}

/** States of the patients seen last, bounded by the number of facts they hold. Only a cache: every state can be rebuilt from the store. */
export class PatientCache {
  private readonly states = new Map<string, PatientState>();
  private readonly mostFacts: number;
  private facts = 0;

  constructor(mostFacts: number) {
    this.mostFacts = mostFacts;
  }

  get size(): number {
    return this.states.size;
  }

  /** The state, which is then the one used last. */
  get(patientId: string): PatientState | null {
    const state = this.states.get(patientId);
    if (state === undefined) return null;
    this.states.delete(patientId);
    this.states.set(patientId, state);
    return state;
  }

  put(state: PatientState): void {
    this.drop(state.patientId);
    this.states.set(state.patientId, state);
    this.facts += state.weight;
    for (const oldest of this.states.keys()) {
      if (this.facts <= this.mostFacts) break;
      this.drop(oldest);
    }
  }

  drop(patientId: string): void {
    const state = this.states.get(patientId);
    if (state === undefined) return;
    this.states.delete(patientId);
    this.facts -= state.weight;
  }

  dropWhere(matches: (patientId: string) => boolean): void {
    for (const patientId of [...this.states.keys()]) if (matches(patientId)) this.drop(patientId);
  }

  clear(): void {
    this.states.clear();
    this.facts = 0;
  }
}
