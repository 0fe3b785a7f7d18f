import { setTimeout as wait } from 'node:timers/promises';
import { DAY, HOUR, MINUTE } from '@endwatch/clinical';
import type { EpochMs } from '@endwatch/clinical';
import { seededRng } from '@endwatch/simulation';
import { DEMO_WARD_ID, demoWard } from './demo-ward.ts';
import { demoScript } from './demo-script.ts';
import { USUAL_DISTURBANCE } from './disturb.ts';
import type { Feed } from './feed.ts';
import { History, sendStays } from './history.ts';
import { knownWard } from './known-ward.ts';
import { Load } from './load.ts';
import type { Message } from './message.ts';
import type { Options } from './options.ts';
import { sendHistory, sendLive, wardClock } from './play.ts';
import { siteOfPatient } from './site.ts';
import { Ward } from './ward.ts';
import type { Bed } from './ward.ts';

/** What every programme plays with. */
export interface Stage {
  readonly feed: Feed;
  readonly options: Options;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

const toTheMinute = (at: EpochMs): EpochMs => Math.floor(at / MINUTE) * MINUTE;
/** What was on its way when an earlier start was stopped is sent again: what arrived already is known. */
const OVERLAP_MS = 30 * MINUTE;

async function untilLive(stage: Stage, ward: Ward, from: EpochMs): Promise<EpochMs> {
  const { feed, signal, say } = stage;
  let sentTo = from;
  let now = Date.now();
  // Catching up takes time, in which more becomes due.
  do {
    const messages = ward.between(sentTo, now);
    await sendHistory({ feed, messages, signal, say });
    sentTo = now;
    now = Date.now();
  } while (now - sentTo > 5_000 && !signal.aborted);
  return sentTo;
}

/** The demonstration: history, then live with a script; after a second start on the same data it goes on where it was. */
export async function playDemo(stage: Stage): Promise<void> {
  const { feed, options, signal, say } = stage;
  await feed.ready();
  const known = options.to === null ? null : await knownWard(options.to, DEMO_WARD_ID, signal);
  const ward = demoWard(options.seed, known?.anchor ?? toTheMinute(Date.now()));
  await feed.send([ward.locations()]);
  const sentTo = await untilLive(stage, ward, known === null ? 0 : known.newestAt - OVERLAP_MS);
  const script = known === null && !signal.aborted ? demoScript(ward, Date.now()) : [];
  if (!signal.aborted) say(known === null ? 'The ward is live.' : 'The ward is live again.');
  const between = (from: EpochMs, to: EpochMs): Message[] => [
    ...ward.between(from, to),
    ...script.filter(({ sendAt }) => sendAt > from && sendAt <= to),
  ];
  await sendLive({ feed, clock: { now: Date.now }, from: sentTo, between, signal });
}

function bedsOf(options: Options): Bed[] {
  const rng = seededRng(`${options.seed}/beds`);
  return Array.from({ length: options.patients }, (_, n) => ({
    name: String(n + 1).padStart(2, '0'),
    // Most within five days, one in eight up to 13 days ago.
    first: { admittedHoursAgo: rng.chance(1 / 8) ? rng.between(120, 312) : rng.between(0.5, 118) },
  }));
}

/** A ward of ordinary patients. At speed 1: history, then live. Faster: from five days ago until it has caught up with the present. */
export async function playWard(stage: Stage): Promise<void> {
  const { feed, options, signal, say } = stage;
  const anchor = toTheMinute(Date.now());
  const ward = new Ward({
    id: `simulated-${options.seed}`,
    name: `Simulated ward ${options.seed}`,
    prefix: `s${options.seed.replace(/[^A-Za-z0-9]/g, '').slice(0, 10)}`,
    seed: options.seed,
    anchor,
    beds: bedsOf(options),
    siteOf: siteOfPatient,
    disturbance: USUAL_DISTURBANCE,
    monitorMinutes: 15,
  });
  await feed.ready();
  await feed.send([ward.locations()]);
  const from = options.speed > 1 ? anchor - 5 * DAY : null;
  if (from !== null) {
    await sendHistory({ feed, messages: ward.between(0, from), signal, say });
    say(`The ward plays at ${String(options.speed)} times its pace from five days ago.`);
  }
  const sentTo = from ?? (await untilLive(stage, ward, 0));
  if (from === null && !signal.aborted) say('The ward is live.');
  const clock = from === null ? { now: Date.now } : wardClock(from, options.speed);
  const between = (a: EpochMs, b: EpochMs): Message[] => ward.between(a, b);
  await sendLive({ feed, clock, from: sentTo, between, signal });
}

/** Complete stays of the past, for those who review. */
export async function playHistory({ feed, options, signal, say }: Stage): Promise<void> {
  const { seed, days } = options;
  const stays = options.history ?? 0;
  await feed.ready();
  const history = new History({ seed, stays, days, anchor: toTheMinute(Date.now()) });
  await sendStays(history, { feed, signal, say });
}

/** So many records a second, of a realistic mix. What cannot be sent in time is not made up for: the line at the end says what was reached. */
export async function playLoad(stage: Stage): Promise<void> {
  const { feed, options, signal, say } = stage;
  const rate = options.rate ?? 1;
  const load = new Load({
    seed: options.seed,
    patients: options.patients,
    startedAt: Date.now() - HOUR / 60,
  });
  await feed.ready();
  await feed.send(load.admissions());
  say(`${String(options.patients)} patients admitted; ${String(rate)} records a second`);
  const began = Date.now();
  let made = 0;
  const wanted = options.count ?? Infinity;
  while (!signal.aborted && made < wanted) {
    const due = Math.min(wanted, Math.floor(((Date.now() - began) / 1000) * rate)) - made;
    if (due > 0) await feed.send(load.next(due, Date.now()));
    made += due;
    await wait(20, undefined, { signal }).catch(() => undefined);
  }
  const seconds = (Date.now() - began) / 1000;
  say(
    `${String(made)} records in ${seconds.toFixed(1)} s: ${(made / seconds).toFixed(0)} a second`,
  );
}
