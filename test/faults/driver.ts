import { buildLoad, type Load } from '../harness/load.ts';
import type { FinalState } from './final-state.ts';
import type { Finding } from './finding.ts';
import { Play, type PlaySettings, type Round } from './play.ts';
import type { Plan } from './schedule.ts';
import { World } from './world.ts';

export interface DriverSettings {
  readonly seed: number;
  readonly patients: number;
  readonly longMs: number;
  readonly crowd: number;
  readonly say: (line: string) => void;
}

export interface PlayReport {
  readonly plan: Plan;
  readonly rounds: readonly Round[];
  readonly findings: readonly Finding[];
  readonly paths: readonly string[];
  readonly records: number;
  readonly rows: number;
  readonly fenced: number;
}

/** A load with what an undisturbed play made of it. */
interface Chapter {
  readonly load: Load;
  readonly reference: FinalState;
  readonly begun: number;
}

const MINUTE = 60_000;
/** The last full hour of patient time is past and the next far off, also for a clock that is 10 min wrong: every play has the same to do. */
const ADMITTED_AGO = (30 * 60 + 12) * MINUTE;
const CHAPTER_LASTS = 28 * MINUTE;

/** Plays plans one after the other on servers that they share. */
export class Driver {
  readonly #settings: DriverSettings;
  readonly #world = new World();
  #chapter: Chapter | null = null;
  #chapters = 0;
  #playing: Play | null = null;

  constructor(settings: DriverSettings) {
    this.#settings = settings;
  }

  /** How a full disk is made here. */
  async disk(): Promise<'mounted' | 'simulated'> {
    return (await this.#world.disk()) ? 'mounted' : 'simulated';
  }

  /** A play of this plan, open, with nothing struck yet. */
  async open(plan: Plan): Promise<Play> {
    const { load, reference } = await this.#current();
    return Play.open({ ...this.#playSettings(plan, load), reference });
  }

  async play(plan: Plan): Promise<PlayReport> {
    const { say } = this.#settings;
    const play = await this.open(plan);
    this.#playing = play;
    try {
      for (const [index, kind] of plan.kinds.entries()) {
        const { struck, recovered } = await play.round(kind);
        const times = `struck ${struck.toFixed(1)} s, recovered ${recovered.toFixed(1)} s`;
        say(`${plan.name} ${index + 1}/${plan.kinds.length} ${kind.name}: ${times}`);
      }
      const { findings, ...counts } = await play.finish();
      const seen = play.rounds.flatMap(({ kind, problems }) =>
        problems.map((what): Finding => ({ sort: 'wrong', what: `${kind.name}: ${what}` })),
      );
      return { plan, rounds: play.rounds, ...counts, findings: [...findings, ...seen] };
    } catch (error) {
      const what = `${plan.kinds[play.rounds.length]?.name ?? 'the end'}: ${String(error)}`;
      const nothing = { records: 0, rows: 0, fenced: 0 };
      const findings: Finding[] = [{ sort: 'wrong', what }];
      return { plan, rounds: play.rounds, ...nothing, findings, paths: [play.lastWords()] };
    } finally {
      this.#playing = null;
      await play.close();
    }
  }

  async stop(): Promise<void> {
    await this.#playing?.close();
    await this.#world.stop();
  }

  async #current(): Promise<Chapter> {
    if (this.#chapter && Date.now() - this.#chapter.begun < CHAPTER_LASTS) return this.#chapter;
    const { seed, patients, say } = this.#settings;
    const begun = Date.now();
    const number = (this.#chapters += 1);
    const load = buildLoad(seed + number, patients, begun - ADMITTED_AGO);
    const name = `undisturbed-${number}`;
    const plan: Plan = { name, group: 'unwell', seed, brokers: 1, kinds: [] };
    const play = await Play.open({ ...this.#playSettings(plan, load), reference: null });
    this.#playing = play;
    try {
      const { findings, state, records } = await play.finish();
      if (findings.length > 0) {
        throw new Error(`the undisturbed play went wrong: ${JSON.stringify(findings.slice(0, 5))}`);
      }
      say(`${name}: ${records} records, ${((Date.now() - begun) / 1_000).toFixed(1)} s`);
      this.#chapter = { load, begun, reference: state };
      return this.#chapter;
    } finally {
      this.#playing = null;
      await play.close();
    }
  }

  #playSettings(plan: Plan, load: Load): Omit<PlaySettings, 'reference'> {
    const { longMs, crowd } = this.#settings;
    const { name, seed, brokers, group, kinds } = plan;
    return {
      ...{ world: this.#world, name, load, seed, brokers, longMs, crowd },
      withPage: group === 'browser',
      rounds: Math.max(1, kinds.length),
    };
  }
}
