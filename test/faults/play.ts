import { chance, disturbed, type Load } from '../harness/load.ts';
import { audit, type Audit } from './audit.ts';
import type { FinalState } from './final-state.ts';
import type { Kind, Scene } from './kind.ts';
import { pathsOf } from './path.ts';
import { PARTITIONS, Stage } from './stage.ts';
import { messageIdsIn, poisoned, poisonsFor, Sender, toWires } from './stream.ts';
import type { World } from './world.ts';

export interface PlaySettings {
  readonly world: World;
  readonly name: string;
  readonly load: Load;
  readonly seed: number;
  readonly brokers: 1 | 3;
  readonly withPage: boolean;
  /** How many blows the load is stretched over. */
  readonly rounds: number;
  readonly longMs: number;
  readonly crowd: number;
  /** Of an undisturbed play of the same load; null in that play itself. */
  readonly reference: FinalState | null;
}

/** One blow. Seconds until its cause was gone, and from there until all that was sent was durable and everybody who watches had seen it. */
export interface Round {
  readonly kind: Kind;
  readonly struck: number;
  readonly recovered: number;
  readonly problems: readonly string[];
}

/** Share of what is sent for a round that has arrived when it strikes; the rest streams in meanwhile. */
const BEFORE = 0.3;
/** Steps of what is sent until there is a ward. */
const FIRST = 0.01;

/**
 * A load that streams through the product while it is struck again and again. The undisturbed play has each message once and in order; any
 * other has a tenth twice, out of order, with poison among them.
 */
export class Play {
  readonly rounds: Round[] = [];
  readonly stage: Stage;
  readonly #settings: PlaySettings;
  readonly #sender: Sender;
  readonly #chance: () => number;
  readonly #poisons: ReturnType<typeof poisonsFor>;
  readonly #messageIds: number;

  private constructor(settings: PlaySettings, stage: Stage) {
    const { load, seed, reference, name } = settings;
    this.#settings = settings;
    this.stage = stage;
    this.#chance = chance(seed);
    this.#poisons = reference ? poisonsFor(load, name) : [];
    const good = toWires(reference ? disturbed(load.messages, seed) : load.messages);
    this.#messageIds = messageIdsIn(good);
    this.#sender = new Sender(
      { brokers: stage.kafka.bootstrap, prefix: stage.prefix, partitions: PARTITIONS },
      poisoned(good, this.#poisons, seed),
    );
  }

  static async open(settings: PlaySettings): Promise<Play> {
    const { world, name, load, brokers, withPage } = settings;
    const stage = await Stage.open(world, { name, wardId: load.wardId, brokers });
    const play = new Play(settings, stage);
    try {
      if (withPage) await play.#openPage();
      return play;
    } catch (error) {
      await play.close();
      throw error;
    }
  }

  /** A page is opened on a ward that is there: what is sent first makes it. */
  async #openPage(): Promise<void> {
    for (let share = FIRST; (await this.stage.newestNumber()) === 0; share += FIRST) {
      this.#sender.allow(share);
      await this.#sender.idle();
      await this.stage.consumed(await this.stage.ends());
    }
    await this.stage.openPage();
  }

  async round(kind: Kind): Promise<Round> {
    const { rounds } = this.#settings;
    const turn = this.rounds.length;
    this.#sender.allow((turn + BEFORE) / rounds);
    await this.#sender.idle();
    this.#sender.allow((turn + 1) / rounds);
    const begun = performance.now();
    const { healed, problems } = await kind.strike(this.#scene());
    await this.#sender.idle();
    await this.stage.consumed(await this.stage.ends());
    await this.stage.seen();
    const round: Round = {
      kind,
      struck: (healed - begun) / 1_000,
      recovered: (performance.now() - healed) / 1_000,
      problems,
    };
    this.rounds.push(round);
    return round;
  }

  /** Sends what is left, waits until nothing moves any more, and counts; with the paths of the first records that are not as they must be. */
  async finish(): Promise<Audit & { readonly paths: readonly string[] }> {
    this.#sender.allow(1);
    await this.#sender.idle();
    await this.stage.consumed(await this.stage.ends());
    await this.stage.settled();
    await this.stage.seen();
    const { load, reference } = this.#settings;
    const found = await audit(this.stage, {
      ...{ load, reference, poisons: this.#poisons, messageIds: this.#messageIds },
    });
    return { ...found, paths: await pathsOf(this.stage, found) };
  }

  /** The last words of every process, for whoever has to find out why. */
  lastWords(): string {
    return this.stage.running
      .map(({ name, process }) => `--- ${name}\n${process.tail()}`)
      .join('\n');
  }

  async close(): Promise<void> {
    await this.#sender.stop();
    await this.stage.close();
  }

  #scene(): Scene {
    const { longMs, crowd } = this.#settings;
    return {
      ...{ stage: this.stage, sender: this.#sender, chance: this.#chance },
      ...{ longMs, crowd },
    };
  }
}
