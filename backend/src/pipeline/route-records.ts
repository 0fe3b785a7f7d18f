import type { ClinicalRecord } from '@endwatch/clinical';
import { applyRecords } from '../domain/patient-state/apply-records.ts';
import type { PatientState } from '../domain/patient-state/patient-state.ts';
import type { AlertCommand, PatientTask, Trigger } from './patient-round.ts';

export interface RouteRequest {
  readonly trigger: Trigger;
  /** By patient id as the sender named it. */
  readonly records: ReadonlyMap<string, readonly ClinicalRecord[]>;
  /** Further patients to look at. */
  readonly touched: readonly string[];
  readonly command: AlertCommand | null;
}

export interface Routed {
  readonly tasks: readonly PatientTask[];
  /** Patient resources that would merge somebody in a circle. */
  readonly conflicts: readonly ClinicalRecord[];
}

/** @param whole every record of theirs is needed, not its values alone */
export type StateLoader = (
  ids: readonly string[],
  whole?: boolean,
) => Promise<ReadonlyMap<string, PatientState>>;

interface Work {
  records: readonly ClinicalRecord[];
  readonly absorbed: ClinicalRecord[];
  readonly parted: string[];
  mergedInto: string | null;
}

/** Into whom a patient was merged before this batch and is now, and what it brings. */
interface Step {
  readonly from: string | null;
  readonly after: string | null;
  readonly records: readonly ClinicalRecord[];
}

/** A longer chain of merges is not believed. */
const LONGEST_CHAIN = 16;

/**
 * Who has work to do. Records stay with the patient they name; where that patient was merged into another, the survivor learns them too.
 * Who is merged into whom is read from each patient's newest Patient resource, so it does not depend on the order of messages.
 */
export async function routeRecords(request: RouteRequest, load: StateLoader): Promise<Routed> {
  const router = new Router(load);
  const ids = new Set([...request.records.keys(), ...request.touched]);
  await router.open([...ids]);
  const conflicts: ClinicalRecord[] = [];
  for (const id of ids) conflicts.push(...(await router.route(id, request.records.get(id) ?? [])));
  const touched = new Set(request.touched);
  const tasks = router.tasks.map(([patientId, work]) => ({
    patientId,
    trigger: touched.has(patientId) || isBare(work) ? asked(request) : request.trigger,
    command: request.command,
    ...work,
  }));
  return { tasks, conflicts };
}

/** Records that cannot be taken in change nothing here; the round finds out and keeps them aside. */
function mergedIntoAfter(before: PatientState, records: readonly ClinicalRecord[]): string | null {
  try {
    return applyRecords(before, records).state.mergedInto;
  } catch {
    return before.mergedInto;
  }
}

function isBare({ records, absorbed, parted }: Work): boolean {
  return records.length === 0 && absorbed.length === 0 && parted.length === 0;
}

/** Who brings no records is looked at for another reason and is written in any case. */
function asked({ trigger }: RouteRequest): Trigger {
  return trigger === 'records' ? 'location' : trigger;
}

class Router {
  private readonly load: StateLoader;
  private readonly states = new Map<string, PatientState>();
  private readonly work = new Map<string, Work>();
  /** Where each patient stands after this batch, one step. */
  private readonly steps = new Map<string, string | null>();

  constructor(load: StateLoader) {
    this.load = load;
  }

  get tasks(): readonly (readonly [string, Work])[] {
    return [...this.work];
  }

  async open(ids: readonly string[]): Promise<void> {
    const unknown = ids.filter((id) => !this.states.has(id));
    if (unknown.length === 0) return;
    for (const [id, state] of await this.load(unknown)) this.states.set(id, state);
  }

  async route(id: string, records: readonly ClinicalRecord[]): Promise<readonly ClinicalRecord[]> {
    const before = this.state(id);
    const from = before.mergedInto;
    let after = from;
    let taken = records;
    let conflicts: readonly ClinicalRecord[] = [];
    if (records.some(({ type }) => type === 'patient')) {
      after = mergedIntoAfter(before, records);
      if (after !== null && (await this.rootOf(after, id)) === null) {
        conflicts = records.filter((one) => one.type === 'patient' && one.replacedBy !== null);
        taken = records.filter((one) => !conflicts.includes(one));
        after = from;
      }
    }
    this.workOf(id).records = taken;
    this.steps.set(id, after);
    if (from !== null || after !== null) await this.link(id, { from, after, records: taken });
    return conflicts;
  }

  private async link(id: string, step: Step): Promise<void> {
    await this.makeWhole(id);
    const state = this.state(id);
    const moved = step.from !== step.after;
    const followers = [id, ...state.aliases];
    const root = step.after === null ? null : await this.rootOf(step.after, id);
    if (moved) await this.part(id, { from: step.from, root, followers });
    this.workOf(id).mergedInto = root;
    if (moved) {
      await this.open(followers);
      for (const alias of state.aliases) this.workOf(alias).mergedInto = root ?? id;
    }
    if (root === null) return;
    const known = moved ? [...state.facts.newest.values(), ...step.records] : step.records;
    await this.makeWhole(root);
    this.workOf(root).absorbed.push(...known);
  }

  private async makeWhole(id: string): Promise<void> {
    if (this.state(id).facts.packed === null) return;
    for (const [each, state] of await this.load([id], true)) this.states.set(each, state);
  }

  /** Who stood for `id` so far forgets it. */
  private async part(
    id: string,
    left: {
      readonly from: string | null;
      readonly root: string | null;
      readonly followers: readonly string[];
    },
  ): Promise<void> {
    const before = left.from === null ? null : await this.rootOf(left.from, id);
    if (before !== null && before !== left.root) this.workOf(before).parted.push(...left.followers);
  }

  /** The patient who stands for `id` in the end; null when that leads back to `self`. */
  private async rootOf(id: string, self: string): Promise<string | null> {
    let at = id;
    for (let step = 0; step < LONGEST_CHAIN; step += 1) {
      if (at === self) return null;
      await this.open([at]);
      const planned = this.steps.get(at);
      const next = planned === undefined ? this.state(at).mergedInto : planned;
      if (next === null) return at;
      at = next;
    }
    return null;
  }

  private workOf(id: string): Work {
    const known = this.work.get(id);
    if (known !== undefined) return known;
    const fresh: Work = { records: [], absorbed: [], parted: [], mergedInto: null };
    this.work.set(id, fresh);
    return fresh;
  }

  private state(id: string): PatientState {
    const state = this.states.get(id);
    if (state === undefined) throw new RangeError('the state of a patient was not loaded');
    return state;
  }
}
