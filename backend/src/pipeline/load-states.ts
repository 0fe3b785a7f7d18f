import { asJudged, needsWhole } from '../domain/patient-state/pack-values.ts';
import { packedStateOf } from '../domain/patient-state/packed-state.ts';
import { patientStateOf, type PatientState } from '../domain/patient-state/patient-state.ts';
import { loadAhead } from './load-ahead.ts';
import type { PatientCache } from './patient-cache.ts';
import type { PatientStore } from './ports.ts';
import type { RouteRequest } from './route-records.ts';

export interface StatesWanted {
  readonly ids: readonly string[];
  /** What comes of each patient; null where every record of theirs is needed. */
  readonly records: RouteRequest['records'] | null;
}

/**
 * Adds the states of patients to `states`: from memory, or from the store with their values packed, or whole where what comes is about
 * something packed.
 */
export async function loadStates(
  {
    cache,
    ports,
  }: { readonly cache: PatientCache; readonly ports: { readonly store: PatientStore } },
  states: Map<string, PatientState>,
  { ids, records }: StatesWanted,
): Promise<ReadonlyMap<string, PatientState>> {
  const { store } = ports;
  const does = (id: string, state: PatientState | null): state is PatientState =>
    state !== null && !needsWhole(state, records && (records.get(id) ?? []));
  const absent: string[] = [];
  const whole: string[] = [];
  for (const id of ids) {
    const held = cache.get(id);
    const isAbsent = held === null && records !== null;
    if (does(id, held)) states.set(id, held);
    else (isAbsent ? absent : whole).push(id);
  }
  for await (const [id, stored] of loadAhead((some) => store.loadPatients(some), absent)) {
    const state = packedStateOf(stored)?.with({ patientId: id }) ?? null;
    if (does(id, state)) states.set(id, state);
    else whole.push(id);
  }
  for await (const [id, stored] of loadAhead((some) => store.loadWhole(some), whole)) {
    states.set(id, asJudged(patientStateOf(stored).with({ patientId: id }), cache.get(id)));
  }
  return states;
}
