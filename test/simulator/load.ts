import { HOUR } from '@endwatch/clinical';
import type { ClinicalRecord, EpochMs, RecordTimes } from '@endwatch/clinical';
import type { InboundStream } from '@endwatch/contracts';
import { seededRng, simulateStay } from '@endwatch/simulation';
import type { Rng } from '@endwatch/simulation';
import { messagesOf, streamOf } from './message.ts';
import type { Message } from './message.ts';
import { siteOfPatient } from './site.ts';

/** Shares of the load, in records: what a ward sends. */
export const LOAD_MIX: Readonly<Record<InboundStream, number>> = {
  vitals: 0.7,
  labs: 0.25,
  nihss: 0.03,
  reports: 0.01,
  adt: 0.01,
};

const STREAMS = Object.keys(LOAD_MIX) as InboundStream[];

/** One patient whose stay is played over and over, each record with the present time and an id of its own. */
interface Source {
  readonly patientId: string;
  readonly admission: readonly ClinicalRecord[];
  /** What was known of the patient two hours after admission. */
  readonly firstHours: readonly ClinicalRecord[];
  readonly byStream: Readonly<Partial<Record<InboundStream, readonly ClinicalRecord[]>>>;
}

export interface LoadOptions {
  readonly seed: number | string;
  readonly patients: number;
  readonly startedAt: EpochMs;
  /** Admissions lie so long ago, evenly. */
  readonly admittedHoursAgo?: readonly [least: number, most: number];
  /** Patients take turns. */
  readonly wards?: number;
}

const FIRST_HOURS = 2 * HOUR;

function sourceOf(o: LoadOptions, n: number): Source {
  const patientId = `load-${String(o.seed)}-${String(n).padStart(5, '0')}`;
  const rng = seededRng(o.seed).fork(n);
  const admittedAt = Math.round(
    o.startedAt - rng.between(...(o.admittedHoursAgo ?? [2, 60])) * HOUR,
  );
  const ward = String(n % (o.wards ?? 4));
  const locationId = `load-ward-${ward}`;
  const location = {
    locationId,
    display: `Load ward ${ward}`,
    active: true,
    from: admittedAt,
  };
  // Nobody leaves while the load runs: a discharge would lie in the future.
  const wish = { dischargeHours: 14 * 24 };
  const { records } = simulateStay({ rng, patientId, admittedAt, location, hours: 26, wish });
  const others = records.filter((record) => streamOf(record) !== 'adt');
  return {
    patientId,
    admission: records.filter((record) => streamOf(record) === 'adt'),
    firstHours: others.filter(({ times }) => times.effectiveAt < admittedAt + FIRST_HOURS),
    byStream: Object.groupBy(others, streamOf),
  };
}

function streamFor(rng: Rng): InboundStream {
  let left = rng.next();
  for (const stream of STREAMS) {
    left -= LOAD_MIX[stream];
    if (left < 0) return stream;
  }
  return 'vitals';
}

/** Endless records of the realistic mix, one message each, about `patients` patients in turn. Repeatable by seed, but for the times. */
export class Load {
  readonly #sources: readonly Source[];
  readonly #rng: Rng;
  #made = 0;

  constructor(options: LoadOptions) {
    this.#rng = seededRng(`${String(options.seed)}/load`);
    this.#sources = Array.from({ length: options.patients }, (_, n) => sourceOf(options, n));
  }

  /** Everybody's admission: goes first. */
  admissions(): Message[] {
    return this.#sources.flatMap(({ admission }, n) => messagesOf(admission, siteOfPatient(n)));
  }

  /** The first examination, vital signs, laboratory values and imaging of everybody, in the order of sending. */
  firstHours(): Message[] {
    return this.#sources
      .flatMap(({ firstHours }, n) => messagesOf(firstHours, siteOfPatient(n)))
      .sort((a, b) => a.sendAt - b.sendAt);
  }

  /** `count` messages of one record each, the first effective at `at` and each `apart` (ms) after the one before. */
  next(count: number, at: EpochMs, apart = 0): Message[] {
    return Array.from({ length: count }, (_, n) => this.#one(at + Math.floor(n * apart))).flat();
  }

  #one(at: EpochMs): Message[] {
    const n = Math.floor(this.#rng.next() * this.#sources.length);
    const source = this.#sources[n];
    if (source === undefined) return [];
    this.#made += 1;
    const records = this.#records(source, at);
    return messagesOf(records, siteOfPatient(n));
  }

  #records(source: Source, at: EpochMs): ClinicalRecord[] {
    const stream = streamFor(this.#rng);
    const times: RecordTimes = { effectiveAt: at, issuedAt: at, brokerAt: at, ingestedAt: at };
    if (stream === 'adt') {
      // An update of the encounter: a newer version that says the same.
      const encounter = source.admission.find(({ type }) => type === 'encounter');
      return encounter === undefined
        ? []
        : [{ ...encounter, version: String(1 + this.#made), times }];
    }
    const records = source.byStream[stream] ?? source.byStream.vitals ?? [];
    const record = records.length === 0 ? undefined : this.#rng.pick(records);
    if (record === undefined) return [];
    const made = { ...record, resourceKey: `${record.resourceKey}-${String(this.#made)}`, times };
    // No two reports say the same: a text seen before may be known to the receiver.
    return [
      made.type === 'report'
        ? { ...made, text: `${made.text}\nExamination ${String(this.#made)}.` }
        : made,
    ];
  }
}
