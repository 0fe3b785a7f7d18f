import { tokenFor } from '../harness/access.ts';
import type { Endwatch } from '../harness/system.ts';
import type { Part, Row } from './bench-part.ts';
import { bareCrowd, crowded, nextEvent, sequenceOf, type Crowded } from './crowd-run.ts';
import { whole } from './figures.ts';
import { profiled, topFunctions } from './profile.ts';
import { lostSince, onStage } from './stage.ts';
import { stored } from './stored.ts';

const WARD = 'load-ward-0';
const RATE = 50;

export const viewers: Part = {
  name: 'viewers',
  title: 'Many viewers on one gateway',
  run: async (world, { small, seconds: chosen, profile }) => {
    const size = { ward: WARD, viewers: small ? 50 : 500, seconds: chosen ?? (small ? 5 : 60) };
    return onStage(
      world,
      { name: 'viewers', patients: small ? 40 : 500, wards: 1 },
      async (stage) => {
        await stage.warmUp();
        const before = await stored(stage.url);
        const one = (role: string): Promise<Endwatch> =>
          stage.product({
            env: { ENDWATCH_ROLES: role },
            node: profile ? profiled(`viewers-${role}`) : [],
          });
        const [scorer, gateway] = [await one('scorer'), await one('gateway')];
        const sample = nextEvent(gateway, { ward: WARD, is: ({ type }) => type === 'row' });
        let sent = 0;
        const product = await crowded(gateway, size, {
          token: await tokenFor(gateway.address),
          stream: async () => {
            sent = await stage.stream.steady({ rate: RATE, seconds: size.seconds });
            await stage.consumed();
          },
          newest: () => sequenceOf(stage, WARD),
        });
        world.say(`viewers: ${whole(product.report.delivered)} events delivered`);
        for (const process of [scorer, gateway]) await stage.end(process);
        const lost = await lostSince(stage, before, sent);
        const floor = await bareCrowd(JSON.stringify(await sample), size, product.events);
        return {
          rows: rowsOf(product, floor),
          wrong: [...product.wrong, ...floor.wrong, ...lost],
          details: profile
            ? ['scorer', 'gateway'].flatMap((r) => topFunctions(`viewers-${r}`))
            : [],
        };
      },
    );
  },
};

function rowsOf(product: Crowded, floor: Crowded): Row[] {
  const count = whole(product.report.viewers);
  const of = ({ report }: Crowded): string =>
    `${report.p50.toFixed(0)} / ${report.p95.toFixed(0)} / ${report.p99.toFixed(0)} ms`;
  const rate = ({ events, wall }: Crowded): string =>
    `${whole(events)}; ${(events / wall).toFixed(0)}`;
  const cores = ({ seconds, wall }: Crowded): string => `${(seconds / wall).toFixed(2)} cores`;
  const each = ({ seconds, report }: Crowded): string =>
    `${((seconds * 1e6) / report.delivered).toFixed(1)} µs`;
  return [
    { what: 'events; a second', endwatch: rate(product), floor: rate(floor) },
    {
      what: `decision to viewer, p50 / p95 / p99, ${count} viewers (floor: socket only)`,
      endwatch: of(product),
      floor: of(floor),
      target: 'p99 ≤ 150 ms',
    },
    {
      what: 'delivered',
      endwatch: whole(product.report.delivered),
      floor: whole(floor.report.delivered),
      target: 'all',
    },
    { what: 'processor of the gateway', endwatch: cores(product), floor: cores(floor) },
    {
      what: 'processor time of the gateway a delivery',
      endwatch: each(product),
      floor: each(floor),
    },
  ];
}
