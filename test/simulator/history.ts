import { DAY, HOUR, MINUTE } from '@endwatch/clinical';
import type { EpochMs, LocationRecord } from '@endwatch/clinical';
import { seededRng, simulateStay } from '@endwatch/simulation';
import type { SimulatedStay } from '@endwatch/simulation';
import type { Feed } from './feed.ts';
import { messagesOf } from './message.ts';
import type { Message } from './message.ts';
import { siteOfPatient } from './site.ts';
import { locationToFhir } from './to-fhir.ts';
import { anchorTag } from './ward.ts';

export interface HistoryPlan {
  readonly seed: string;
  readonly stays: number;
  /** Every stay lies within so many days before the anchor. */
  readonly days: number;
  /** The same seed, number and anchor are the same stays. */
  readonly anchor: EpochMs;
}

/** When somebody was here, and where. */
interface Booking {
  readonly n: number;
  readonly patientId: string;
  readonly admittedAt: EpochMs;
  readonly dischargedAt: EpochMs;
  readonly wardId: string;
  readonly bed: number;
}

const WARDS = 4;
/** The last one left so long before the anchor. */
const QUIET = HOUR;
/** Stays that are under way at once: the order matters within a patient only. */
const AT_ONCE = 96;
/** Sent beside one another. */
const LANES = 4;
/** Of patient time. What is late by less than a day changes the forecasts made without it; what is later does not. */
const SLICE = 12 * HOUR;
/** A stay takes 14 days at most; it must have room to lie in. */
export const FEWEST_DAYS = 15;

export class History {
  readonly #plan: HistoryPlan;
  readonly #bookings: readonly Booking[];

  constructor(plan: HistoryPlan) {
    this.#plan = plan;
    this.#bookings = bookingsOf(plan);
  }

  /** In order of admission, written when asked for. */
  *stays(): Iterable<SimulatedStay> {
    for (const booking of this.#bookings) yield stayOf(this.#plan, booking);
  }

  /** The wards and their beds. */
  locations(): Message {
    const { anchor, seed } = this.#plan;
    const wards = [...new Set(this.#bookings.map(({ wardId }) => wardId))].sort();
    const beds = [...new Set(this.#bookings.map((one) => `${one.wardId} ${String(one.bed)}`))];
    const records = [
      ...wards.map((id, n) => place('ward', id, `Past ward ${String(n + 1)}`, null)),
      ...beds.map((key) => {
        const [wardId = '', bed = ''] = key.split(' ');
        return place('bed', bedId(wardId, Number(bed)), bed, wardId);
      }),
    ];
    return {
      ...{ stream: 'adt', patientId: null, id: `locations:history-${seed}:${anchorTag(anchor)}` },
      source: 'urn:endwatch:simulator:registration',
      ...{ effectiveAt: anchor, sendAt: anchor, resources: records.map(locationToFhir) },
    };
  }

  /** Everything charted of a stay, admission first, discharge last. */
  messages(stay: SimulatedStay, n: number): Message[] {
    return messagesOf(stay.records, siteOfPatient(n)).sort(
      (a, b) => a.effectiveAt - b.effectiveAt || a.sendAt - b.sendAt,
    );
  }
}

function place(
  kind: LocationRecord['kind'],
  locationId: string,
  name: string,
  partOf: string | null,
): LocationRecord {
  return { type: 'location', locationId, kind, name, partOf, version: '1' };
}

const bedId = (wardId: string, bed: number): string => `${wardId}-bed-${String(bed)}`;

function bookingsOf(plan: HistoryPlan): readonly Booking[] {
  const { seed, stays, days, anchor } = plan;
  const prefix = `h${seed.replace(/[^A-Za-z0-9]/g, '').slice(0, 10)}`;
  const times = Array.from({ length: stays }, (_, n) => {
    const ward = n % WARDS;
    const patientId = `${prefix}-${anchorTag(anchor)}-${String(ward + 1)}-${String(n + 1)}`;
    const rng = seededRng(`${seed}/history`).fork(n);
    const drawn = simulateStay({ rng: rng.fork('stay'), patientId, admittedAt: 0, hours: 0 });
    const room = days * DAY - QUIET - drawn.dischargedAt;
    const ago = QUIET + drawn.dischargedAt + rng.fork('when').next() * room;
    const admittedAt = Math.floor((anchor - ago) / MINUTE) * MINUTE;
    const dischargedAt = admittedAt + drawn.dischargedAt;
    return { n, patientId, admittedAt, dischargedAt, wardId: `past-${seed}-${String(ward + 1)}` };
  });
  return intoBeds(times.sort((a, b) => a.admittedAt - b.admittedAt));
}

/** Each into the first bed of the ward that is free. */
function intoBeds(inOrder: readonly Omit<Booking, 'bed'>[]): readonly Booking[] {
  const freeFrom = new Map<string, EpochMs[]>();
  return inOrder.map((one) => {
    const beds = freeFrom.get(one.wardId) ?? [];
    freeFrom.set(one.wardId, beds);
    const free = beds.findIndex((from) => from <= one.admittedAt);
    const index = free < 0 ? beds.length : free;
    beds[index] = one.dischargedAt + HOUR;
    return { ...one, bed: index + 1 };
  });
}

function stayOf(
  { seed }: HistoryPlan,
  { n, patientId, admittedAt, wardId, bed }: Booking,
): SimulatedStay {
  const rng = seededRng(`${seed}/history`).fork(n).fork('stay');
  const location = {
    ...{ locationId: bedId(wardId, bed), display: String(bed), active: true, from: admittedAt },
  };
  return simulateStay({ rng, patientId, admittedAt, location });
}

export interface SendOptions {
  readonly feed: Feed;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/**
 * Some stays at once, each half a day at a time, and the next half when that is worked off: the streams are read one after another, and were more of a
 * stay waiting, its examinations would be read days before the vital signs of the same hours, and forecasts be made, and stay, without them.
 */
export async function sendStays(
  history: History,
  { feed, signal, say }: SendOptions,
): Promise<number> {
  await feed.send([history.locations()]);
  const began = Date.now();
  const waiting = history.stays()[Symbol.iterator]();
  const underWay: Message[][][] = [];
  let begun = 0;
  let done = 0;
  while (!signal.aborted) {
    while (underWay.length < AT_ONCE) {
      const next = waiting.next();
      if (next.done === true) break;
      underWay.push(slicesOf(history.messages(next.value, begun)));
      begun += 1;
    }
    if (underWay.length === 0) break;
    const next = underWay.map((slices) => slices.shift() ?? []);
    const lanes = Array.from({ length: LANES }, (_, lane) =>
      next.filter((_, n) => n % LANES === lane).flat(),
    );
    await Promise.all(lanes.map((messages) => feed.send(messages)));
    await feed.caughtUp();
    const before = done;
    for (const over of underWay.filter((slices) => slices.length === 0)) {
      underWay.splice(underWay.indexOf(over), 1);
      done += 1;
    }
    if (Math.floor(done / 100) > Math.floor(before / 100)) {
      say(`${String(done)} stays after ${seconds(began)} s`);
    }
  }
  say(`${String(done)} past stays sent in ${seconds(began)} s`);
  return done;
}

/** Messages in their order, by halves of a day since the first. */
function slicesOf(messages: readonly Message[]): Message[][] {
  const from = messages[0]?.effectiveAt ?? 0;
  const byHalfDay = Map.groupBy(messages, ({ effectiveAt }) =>
    Math.floor((effectiveAt - from) / SLICE),
  );
  return [...byHalfDay.values()];
}

function seconds(began: number): string {
  return ((Date.now() - began) / 1000).toFixed(0);
}
