import type { PatientState } from '../domain/patient-state/patient-state.ts';

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
