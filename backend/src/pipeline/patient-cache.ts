import type { PatientState } from '../domain/patient-state/patient-state.ts';

/** A fact that is held as a record takes nearly 1 kB of heap, with its place in the timeline and the index. */
const BYTES_A_FACT = 1_024;
/** What a process holds before its first patient, and the round in hand: small heaps have hardly more (one of 512 MB ran full without this). */
const OWN_BYTES = 192 * 2 ** 20;
/** Of what is left: the rest is for what waits and for what a collection has not found yet. */
const SHARE_OF_HEAP = 2 / 5;

/** How many facts may be held, by the most that the heap of this process may become (bytes). */
export function factsWithin(heapBytes: number): number {
  return Math.floor((Math.max(0, heapBytes - OWN_BYTES) * SHARE_OF_HEAP) / BYTES_A_FACT);
}

/**
 * States of patients, bounded by the number of facts they hold. Only a cache: every state can be rebuilt from the store. Once it is full anybody
 * may have to go: monitors send about everybody in turn, and to let go of who was used longest ago would then be to let go of who comes next.
 */
export class PatientCache {
  private readonly states: PatientState[] = [];
  private readonly places = new Map<string, number>();
  private readonly mostFacts: number;
  private readonly random: () => number;
  private facts = 0;

  /** @param random from 0 up to 1 */
  constructor(mostFacts: number, random: () => number = Math.random) {
    this.mostFacts = mostFacts;
    this.random = random;
  }

  get size(): number {
    return this.states.length;
  }

  get(patientId: string): PatientState | null {
    return this.states[this.places.get(patientId) ?? -1] ?? null;
  }

  put(state: PatientState): void {
    this.drop(state.patientId);
    const { weight } = state;
    if (weight > this.mostFacts) return;
    while (this.facts + weight > this.mostFacts) this.dropAnyone();
    this.places.set(state.patientId, this.states.push(state) - 1);
    this.facts += weight;
  }

  drop(patientId: string): void {
    const place = this.places.get(patientId);
    const last = this.states.at(-1);
    if (place === undefined || last === undefined) return;
    this.facts -= this.states[place]?.weight ?? 0;
    // The last one takes the place.
    this.states[place] = last;
    this.places.set(last.patientId, place);
    this.states.pop();
    this.places.delete(patientId);
  }

  dropWhere(matches: (patientId: string) => boolean): void {
    for (const patientId of [...this.places.keys()]) {
      if (matches(patientId)) this.drop(patientId);
    }
  }

  private dropAnyone(): void {
    const anyone = this.states[Math.floor(this.random() * this.states.length)];
    if (anyone !== undefined) this.drop(anyone.patientId);
  }
}
