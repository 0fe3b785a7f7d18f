import { eventually } from '../harness/system.ts';
import type { Stage } from './stage.ts';

/** One thing that goes wrong while messages stream in, and what puts it right again. */
export interface Blow {
  /** Share of the load (0–1) after which it strikes. */
  readonly at: number;
  readonly strike: (stage: Stage) => Promise<void>;
  readonly heal: (stage: Stage) => Promise<void>;
}

export interface Fault {
  readonly name: string;
  readonly blows: readonly Blow[];
}

const healsItself = (): Promise<void> => Promise.resolve();

const killBackend = (at: number, moment: (stage: Stage) => Promise<void>): Blow => ({
  at,
  strike: async (stage) => {
    await moment(stage);
    await stage.end('a', 'SIGKILL');
  },
  heal: (stage) => stage.join('a'),
});

const secondJoins = (at: number): Blow => ({
  at,
  strike: (stage) => stage.join('b'),
  heal: healsItself,
});

const thirdReplacesSecond = (at: number): Blow => ({
  at,
  strike: async (stage) => {
    await stage.join('c');
    const code = await stage.end('b', 'SIGTERM');
    if (code !== 0) throw new Error(`a process that was asked to end ended with ${code}`);
  },
  heal: healsItself,
});

const fourthReplacesKilledThird = (at: number): Blow => ({
  at,
  strike: async (stage) => {
    await stage.midWrite('c');
    await stage.end('c', 'SIGKILL');
  },
  heal: (stage) => stage.join('d'),
});

const anyMoment = (): Promise<void> => Promise.resolve();

/** The other process must take everything over: before the frozen one wakes, what was sent has to be durable and told to the outside. */
const freeze = (at: number, moment: (stage: Stage) => Promise<void>): Blow => ({
  at,
  strike: async (stage) => {
    await moment(stage);
    stage.member('a').signal('SIGSTOP');
    await stage.consumed(await stage.ends());
    await stage.drained();
  },
  heal: async (stage) => {
    const zombie = stage.member('a');
    const before = zombie.lines.length;
    zombie.signal('SIGCONT');
    await eventually(
      () =>
        Promise.resolve(zombie.lines.slice(before).filter((line) => /kafka\.joined/.test(line))),
      (joined) => joined.length > 0,
    );
  },
});

const broker = (at: number): Blow => ({
  at,
  strike: ({ world }) => world.kafka.kill(0),
  heal: ({ world }) => world.kafka.restart(0),
});

const database = (at: number, moment: (stage: Stage) => Promise<void>): Blow => ({
  at,
  strike: async (stage) => {
    await moment(stage);
    await stage.world.postgres.kill();
  },
  heal: ({ world }) => world.postgres.restart(),
});

export const FAULTS: readonly Fault[] = [
  {
    name: 'backend-killed',
    blows: [
      killBackend(0.15, (stage) => stage.midWrite()),
      killBackend(0.45, anyMoment),
      killBackend(0.7, (stage) => stage.midWrite()),
    ],
  },
  {
    name: 'backends-come-and-go',
    blows: [secondJoins(0.1), thirdReplacesSecond(0.35), fourthReplacesKilledThird(0.65)],
  },
  {
    name: 'scorer-frozen',
    blows: [secondJoins(0.1), freeze(0.3, (stage) => stage.midWrite('a')), freeze(0.65, anyMoment)],
  },
  {
    name: 'postgres-killed',
    blows: [database(0.2, (stage) => stage.midWrite()), database(0.6, anyMoment)],
  },
  { name: 'broker-killed', blows: [broker(0.2), broker(0.6)] },
];
