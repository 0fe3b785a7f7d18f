import type { DataSource } from 'typeorm';
import type { Environment } from './config/environment.ts';
import type { FrontDoor } from './pipeline/front-door.ts';
import type { Log } from './pipeline/log.ts';
import type { Clock } from './pipeline/ports.ts';
import type { BoardFeed } from './pipeline/read-ports.ts';
import type { TellPeople } from './pipeline/tell-people.ts';
import { TypeormCanaryStore } from './postgres/typeorm-canary-store.ts';
import { CanaryWatch } from './scorer/canary-watch.ts';

interface Base {
  readonly source: DataSource;
  readonly door: FrontDoor;
  readonly feed: BoardFeed;
  readonly people: TellPeople;
  readonly clock: Clock;
  readonly log: Log;
}

/** The test alert, where this process shows boards and it is not switched off. */
export function canaryOf({ canaryEvery, roles }: Environment, base: Base): CanaryWatch | null {
  if (canaryEvery === null || !roles.gateway) return null;
  const { source, door, feed, people, clock, log } = base;
  return new CanaryWatch({
    ...{ door, feed, clock, log, every: canaryEvery },
    store: new TypeormCanaryStore(source),
    tell: async (since) => {
      const wards = await feed.wards();
      await people.tellMissing(
        since,
        wards.map(({ id }) => id),
      );
    },
    stopwatch: () => performance.now(),
  });
}
