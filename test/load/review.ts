import { tokenFor } from '../harness/access.ts';
import type { Part, PartResult, Row } from './bench-part.ts';
import { crowded, sequenceOf, type Crowded } from './crowd-run.ts';
import { halfAndMost, joined, ms, quantile } from './figures.ts';
import { heldIn, longestHeld, type Held } from './loop-held.ts';
import { profiled, topFunctions } from './profile.ts';
import { floorOf, loadHistory, rebuilt } from './review-history.ts';
import { askAll, reviewViews, type Asked, type Reviewed } from './review-views.ts';
import { lostSince, onStage, type Stage } from './stage.ts';
import { stored } from './stored.ts';

const WARD = 'load-ward-0';
const RATE = 200;
const VIEWERS = 20;
const STARTS = 3;
const WATCHED = ['--import', './test/load/loop-watch.ts'];
const PROFILE = 'review-asked';

/** The review of a long history while a ward is under load: how soon it answers, and what the ward notices of it. */
export const review: Part = {
  name: 'review',
  title: 'The review of a long history beside the board',
  run: async (world, { small, seconds: chosen, patients, profile }) => {
    const size = {
      stays: patients ?? (small ? 12 : 2_000),
      seconds: chosen ?? (small ? 5 : 180),
      cold: small ? 3 : 20,
      starts: small ? 1 : STARTS,
      floor: small ? 3 : 20,
    };
    const settings = { name: 'review', patients: small ? 40 : 500, wards: 1 };
    return onStage(world, settings, async (stage) => {
      await stage.warmUp();
      const { reviewed, result } = await loadHistory(stage, { stays: size.stays, profile });
      world.say(`review: ${String(size.stays)} stays loaded`);
      const same = await rebuilt(stage);
      const cold = await askedCold(stage, reviewed, size);
      const beside = await besideTheBoard(stage, reviewed, { ...size, profile });
      const [facts, all] = [
        await floorOf(stage, { times: size.floor, whole: false }),
        await floorOf(stage, { times: size.floor, whole: true }),
      ];
      const views = viewRows(reviewed, { cold, warm: beside.asked, floor: facts });
      const bare: Row = {
        what: 'every summary with its course out of the database, p50 / p95',
        ...{ endwatch: '–', floor: halfAndMost(all) },
      };
      return joined([
        result,
        same,
        { rows: [...views, bare], wrong: wrongOf(cold) },
        beside.result,
      ]);
    });
  },
};

interface Heard {
  readonly asked: readonly Asked[];
  readonly held: readonly Held[];
}

/** Every view once, first after a start; after each start another one is the very first. */
async function askedCold(
  stage: Stage,
  reviewed: Reviewed,
  { starts, cold: seconds }: { readonly starts: number; readonly cold: number },
): Promise<Heard> {
  const every: Heard[] = [];
  const views = reviewViews(reviewed).length;
  for (let start = 0; start < starts; start++) {
    const product = await stage.product({ node: WATCHED });
    const first = Math.floor((start * views) / starts);
    const [asked] = await Promise.all([
      askAll(product, reviewed, { first }),
      stage.stream.steady({ rate: RATE, seconds }),
    ]);
    await stage.consumed();
    every.push({ asked, held: heldIn(product.lines) });
    await stage.end(product);
  }
  return { asked: every.flatMap(({ asked }) => asked), held: every.flatMap(({ held }) => held) };
}

interface Beside {
  readonly seconds: number;
  readonly profile: boolean;
}

/** What viewers of the ward get, first while nobody reviews, then while somebody asks one view after the other. */
async function besideTheBoard(
  stage: Stage,
  reviewed: Reviewed,
  { seconds, profile }: Beside,
): Promise<{ readonly asked: Heard; readonly result: PartResult }> {
  const before = await stored(stage.url);
  const product = await stage.product({
    node: [...WATCHED, ...(profile ? profiled(PROFILE) : [])],
  });
  await stage.settled();
  const asked: Asked[] = [];
  let sent = 0;
  const watch = async (work: () => Promise<void>): Promise<Crowded> =>
    crowded(
      product,
      { ward: WARD, viewers: VIEWERS },
      {
        token: await tokenFor(product.address),
        stream: async () => {
          const over = new AbortController();
          const steady = stage.stream.steady({ rate: RATE, seconds }).finally(() => {
            over.abort();
          });
          do await work();
          while (!over.signal.aborted);
          sent += await steady;
          await stage.consumed();
        },
        newest: () => sequenceOf(stage, WARD),
      },
    );
  const alone = await watch(() => new Promise((rest) => setTimeout(rest, 100)));
  const began = Date.now();
  let round = 0;
  const reviewing = await watch(async () => {
    asked.push(...(await askAll(product, reviewed, { n: round })));
    round += 1;
  });
  const held = heldIn(product.lines);
  const ended = Date.now();
  await stage.end(product);
  return {
    asked: { asked, held },
    result: {
      rows: latencyRows({ alone, reviewing }, longestHeld(held, began, ended)),
      wrong: [
        ...wrongOf({ asked, held }),
        ...[...alone.wrong, ...reviewing.wrong],
        ...(await lostSince(stage, before, sent)),
      ],
      details: profile ? ['review-history', PROFILE].flatMap(topFunctions) : [],
    },
  };
}

function latencyRows(
  { alone, reviewing }: { readonly alone: Crowded; readonly reviewing: Crowded },
  held: number,
): Row[] {
  const spread = ({ report: { p50, p95, p99 } }: Crowded): string =>
    `${[p50, p95, p99].map((one) => one.toFixed(0)).join(' / ')} ms`;
  const cores = ({ seconds, wall }: Crowded): string => `${(seconds / wall).toFixed(2)} cores`;
  return [
    {
      what: `decision to ${String(VIEWERS)} viewers while somebody reviews, p50 / p95 / p99: ${String(RATE)} records/s (floor: nobody reviews)`,
      ...{ endwatch: spread(reviewing), floor: spread(alone), target: 'p99 ≤ 150 ms' },
    },
    {
      what: 'processor of the product (floor: nobody reviews)',
      ...{ endwatch: cores(reviewing), floor: cores(alone) },
    },
    {
      what: 'longest that the event loop was held while somebody reviewed',
      ...{ endwatch: ms(held), target: '≤ 50 ms' },
    },
  ];
}

interface Measured {
  readonly cold: Heard;
  readonly warm: Heard;
  readonly floor: readonly number[];
}

function viewRows(reviewed: Reviewed, { cold, warm, floor }: Measured): Row[] {
  const rows = reviewViews(reviewed).map(({ name }): Row => {
    const [first, later] = [cold, warm].map(({ asked }) =>
      asked.filter((one) => one.view === name),
    );
    const held = [...(later ?? [])].map(({ from, to }) => longestHeld(warm.held, from, to));
    return {
      what: `${name}: warm p50 / p95 (${String(later?.length ?? 0)}); cold; event loop held`,
      endwatch: `${halfAndMost(timesOf(later))}; ${timesOf(first)
        .map((one) => one.toFixed(0))
        .join(', ')} ms; ${ms(quantile(held, 1))}`,
      floor: halfAndMost(floor),
      target: 'p95 < 1 s',
    };
  });
  const policies = warm.asked.flatMap(({ policyMs }) => policyMs ?? []);
  const one: Row = {
    what: 'what-if: one policy over every stay, p50 / p95',
    ...{ endwatch: halfAndMost(policies), target: '< 200 ms' },
  };
  return [...rows, one];
}

function timesOf(asked: readonly Asked[] = []): readonly number[] {
  return asked.map((one) => one.ms);
}

function wrongOf({ asked }: Heard): string[] {
  return asked.flatMap(({ view, wrong }) => (wrong === null ? [] : [`${view} ${wrong}`]));
}
