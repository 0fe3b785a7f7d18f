import { SECOND } from '@endwatch/clinical';
import type { Clock } from '../pipeline/ports.ts';
import { Repeater } from '../system/repeater.ts';
import { within } from '../system/within.ts';

export interface PartHealth {
  readonly up: boolean;
  readonly detail: string;
  /** Of the lag. */
  readonly seconds?: number;
}

export interface PartState extends PartHealth {
  readonly state: 'up' | 'down';
  /** Since when it has been so, as far as this process has seen. */
  readonly since: string;
}

export interface PartCheck {
  readonly check: () => PartHealth | Promise<PartHealth>;
  /** False for what is worth knowing but keeps this process from no work of its own. */
  readonly needed: boolean;
}

export interface Readiness {
  readonly ready: boolean;
  readonly parts: Readonly<Record<string, PartState>>;
}

const PATIENCE = 2 * SECOND;
const CHECK_EVERY = 5 * SECOND;

/** What must work for this process to do its work: asked when somebody wants to know, and now and again to know since when. */
export class Health {
  readonly #checks: Readonly<Record<string, PartCheck>>;
  readonly #clock: Clock;
  readonly #since = new Map<string, { readonly up: boolean; readonly at: number }>();
  readonly #repeater = new Repeater(
    CHECK_EVERY,
    () => this.readiness(),
    () => undefined,
  );

  constructor(checks: Readonly<Record<string, PartCheck>>, clock: Clock) {
    this.#checks = checks;
    this.#clock = clock;
  }

  start(): void {
    this.#repeater.start();
  }

  stop(): Promise<void> {
    return this.#repeater.stop();
  }

  async readiness(): Promise<Readiness> {
    const parts = await Promise.all(
      Object.entries(this.#checks).map(async ([name, { check }]) => {
        return [name, this.#dated(name, await safely(check))] as const;
      }),
    );
    const ready = parts.every(([name, { up }]) => up || this.#checks[name]?.needed === false);
    return { ready, parts: Object.fromEntries(parts) };
  }

  /** By part, as it was when somebody looked last. */
  seen(): readonly (readonly [part: string, up: boolean])[] {
    return [...this.#since].map(([part, { up }]) => [part, up]);
  }

  #dated(name: string, part: PartHealth): PartState {
    const before = this.#since.get(name);
    const at = before?.up === part.up ? before.at : this.#clock.now();
    this.#since.set(name, { up: part.up, at });
    return { state: part.up ? 'up' : 'down', since: new Date(at).toISOString(), ...part };
  }
}

async function safely(check: PartCheck['check']): Promise<PartHealth> {
  try {
    return await within(PATIENCE, Promise.resolve(check()));
  } catch (error) {
    return { up: false, detail: error instanceof Error ? error.message : 'failed' };
  }
}
