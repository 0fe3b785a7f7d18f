import { DAY, HOUR, MINUTE } from '@endwatch/clinical';
import type { EpochMs, LocationRecord } from '@endwatch/clinical';
import { seededRng, simulateStay } from '@endwatch/simulation';
import type { Rng, SimulatedStay, StayWish } from '@endwatch/simulation';
import { disturb } from './disturb.ts';
import type { DisturbanceRates } from './disturb.ts';
import { messagesOf } from './message.ts';
import type { Message } from './message.ts';
import type { Site } from './site.ts';
import { locationToFhir } from './to-fhir.ts';

/** Who lies in a bed when the ward is first seen. */
export interface FirstStay {
  /** Before the anchor; negative = comes later. */
  readonly admittedHoursAgo: number;
  readonly wish?: StayWish;
  /** Log risk of the patient at admission lies in here: drawn again until it does. */
  readonly logRisk?: readonly [from: number, to: number];
  /** Messages of this stay that are held back for good, by time before (negative) or after the anchor in hours. */
  readonly withheld?: {
    readonly stream: Message['stream'];
    readonly fromHours: number;
    readonly toHours: number;
  };
}

export interface Bed {
  /** As the ward says it, e.g. "07". */
  readonly name: string;
  readonly first: FirstStay | null;
}

export interface WardOptions {
  readonly id: string;
  readonly name: string;
  /** Patient ids begin with it: short, letters and digits. */
  readonly prefix: string;
  readonly seed: number | string;
  /** Moment from which admissions are counted: the same seed and anchor make the same ward for ever. */
  readonly anchor: EpochMs;
  readonly beds: readonly Bed[];
  readonly siteOf: (bed: number) => Site;
  readonly disturbance: DisturbanceRates;
  /** How often a monitor is read by itself once the anchor has passed. */
  readonly monitorMinutes: number;
}

/** How far ahead of what was asked for a stay is written. */
const AHEAD_MS = DAY;
const TAG = /^(.+)-(\d{8}T\d{4})-(\d+)-(\d+)$/;

/** `20261123T1205`: the anchor's minute, in every patient id, so that a later start finds the ward it continues. */
export function anchorTag(anchor: EpochMs): string {
  return new Date(anchor).toISOString().slice(0, 16).replace(/[-:]/g, '');
}

/** The anchor that a simulated patient's id carries; null for any other id. */
export function anchorOf(patientId: string): EpochMs | null {
  const tag = TAG.exec(patientId)?.[2];
  if (tag === undefined) return null;
  const [year, month, day] = [tag.slice(0, 4), tag.slice(4, 6), tag.slice(6, 8)];
  return Date.parse(`${year}-${month}-${day}T${tag.slice(9, 11)}:${tag.slice(11)}:00Z`);
}

interface Written {
  readonly stay: SimulatedStay;
  /** By time of sending. */
  readonly messages: readonly Message[];
  /** Everything effective up to here is among `messages`. */
  readonly until: EpochMs;
}

/** A ward that goes on for ever: beds that are filled, emptied and filled again. Nothing is random but the seed. */
export class Ward {
  readonly options: WardOptions;
  readonly #rng: Rng;
  /** By bed: stays in order. */
  readonly #stays: Written[][];

  constructor(options: WardOptions) {
    this.options = options;
    this.#rng = seededRng(`${String(options.seed)}/${options.id}`);
    this.#stays = options.beds.map(() => []);
  }

  /** The ward and its beds. */
  locations(): Message {
    const { id, name, beds, anchor } = this.options;
    const ward: LocationRecord = {
      type: 'location',
      locationId: id,
      kind: 'ward',
      name,
      partOf: null,
      version: '1',
    };
    const places = beds.map((bed): LocationRecord => {
      const locationId = this.bedId(bed.name);
      return {
        type: 'location',
        locationId,
        kind: 'bed',
        name: bed.name,
        partOf: id,
        version: '1',
      };
    });
    return {
      stream: 'adt',
      patientId: null,
      id: `locations:${id}:${anchorTag(anchor)}`,
      source: 'urn:endwatch:simulator:registration',
      effectiveAt: anchor,
      sendAt: anchor,
      resources: [ward, ...places].map(locationToFhir),
    };
  }

  bedId(name: string): string {
    return `${this.options.id}-bed-${name}`;
  }

  /** Messages sent after `from` and up to `to`, by time of sending. */
  between(from: EpochMs, to: EpochMs): Message[] {
    return this.options.beds
      .flatMap((_, bed) =>
        this.#writtenUntil(bed, to).flatMap(({ messages }) =>
          messages.slice(countUntil(messages, from), countUntil(messages, to)),
        ),
      )
      .sort((a, b) => a.sendAt - b.sendAt);
  }

  /** The stay in a bed at a moment, written down to then; null when the bed is empty. */
  stayIn(bedName: string, at: EpochMs): SimulatedStay | null {
    const bed = this.options.beds.findIndex(({ name }) => name === bedName);
    if (bed < 0) return null;
    const found = this.#writtenUntil(bed, at).find(
      ({ stay }) => stay.admittedAt <= at && stay.dischargedAt > at,
    );
    return found?.stay ?? null;
  }

  #writtenUntil(bed: number, at: EpochMs): readonly Written[] {
    const stays = (this.#stays[bed] ??= []);
    const last = stays.length - 1;
    const newest = stays[last];
    if (newest !== undefined && newest.until < Math.min(at, newest.stay.dischargedAt)) {
      stays[last] = this.#write(bed, last, at);
    }
    for (;;) {
      const previous = stays.at(-1);
      const admittedAt = this.#admissionAfter(bed, stays.length, previous);
      if (admittedAt === null || admittedAt > at) return stays;
      stays.push(this.#write(bed, stays.length, at));
    }
  }

  #admissionAfter(bed: number, n: number, previous: Written | undefined): EpochMs | null {
    const { anchor, beds } = this.options;
    if (previous !== undefined) {
      const gap = this.#rng.fork(`gap/${String(bed)}/${String(n)}`).between(15, 150);
      return Math.round(previous.stay.dischargedAt + gap * MINUTE);
    }
    const first = beds[bed]?.first;
    return first ? Math.round(anchor - first.admittedHoursAgo * HOUR) : null;
  }

  #write(bed: number, n: number, at: EpochMs): Written {
    const { options } = this;
    const until = at + AHEAD_MS;
    const admittedAt = this.#admissionAfter(bed, n, this.#stays[bed]?.[n - 1]) ?? options.anchor;
    const first = n === 0 ? (options.beds[bed]?.first ?? null) : null;
    const stay = this.#drawStay({ bed, n, admittedAt, until, first });
    const rng = this.#rng.fork(`network/${stay.patientId}`);
    const sent = messagesOf(stay.records, options.siteOf(bed));
    const kept = sent.filter((message) => !isWithheld(message, first, options.anchor));
    return { stay, messages: disturb(kept, rng, options.disturbance), until };
  }

  #drawStay(o: {
    bed: number;
    n: number;
    admittedAt: EpochMs;
    until: EpochMs;
    first: FirstStay | null;
  }): SimulatedStay {
    const { prefix, anchor, beds, monitorMinutes } = this.options;
    const { bed, n, admittedAt, first } = o;
    const name = beds[bed]?.name ?? String(bed);
    const number = String(bed + 1).padStart(2, '0');
    const base = {
      patientId: `${prefix}-${anchorTag(anchor)}-${number}-${String(n + 1)}`,
      admittedAt,
      location: { locationId: this.bedId(name), display: name, active: true, from: admittedAt },
      monitor: {
        fromHours:
          Math.max(0, (anchor - admittedAt) / HOUR) + (bed * monitorMinutes) / beds.length / 60,
        everyMinutes: monitorMinutes,
      },
      ...(first?.wish === undefined ? {} : { wish: first.wish }),
    };
    const rng = this.#rng.fork(`patient/${String(bed)}/${String(n)}`);
    const attempt = first?.logRisk === undefined ? 0 : attemptWithin(rng, base, first.logRisk);
    return simulateStay({ ...base, rng: rng.fork(attempt), hours: (o.until - admittedAt) / HOUR });
  }
}

/** How many of `messages`, which are in order, are sent up to `at`. */
function countUntil(messages: readonly Message[], at: EpochMs): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((messages[middle]?.sendAt ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first of 400 draws whose log risk is as wished; the last when none is. */
function attemptWithin(
  rng: Rng,
  base: { readonly patientId: string; readonly admittedAt: EpochMs; readonly wish?: StayWish },
  [from, to]: readonly [number, number],
): number {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const { logRisk } = simulateStay({ ...base, rng: rng.fork(attempt), hours: 0 }).traits;
    if (logRisk >= from && logRisk <= to) return attempt;
  }
  return 400;
}

function isWithheld(message: Message, first: FirstStay | null, anchor: EpochMs): boolean {
  const withheld = first?.withheld;
  if (withheld?.stream !== message.stream) return false;
  const hours = (message.effectiveAt - anchor) / HOUR;
  return hours >= withheld.fromHours && hours < withheld.toHours;
}
