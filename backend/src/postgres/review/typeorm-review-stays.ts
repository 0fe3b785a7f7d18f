import type { DataSource } from 'typeorm';
import type { SummaryFreshness } from '../../domain/review/freshness.ts';
import { inTurns, type Pause } from '../../domain/review/pause.ts';
import type { ReviewAlert, ReviewStay } from '../../domain/review/review-stay.ts';
import type { StayFacts } from '../../domain/review/stay-facts.ts';
import { selectStays, type StayFilter } from '../../domain/review/stay-filter.ts';
import { ReviewStays } from '../../pipeline/review-stays.ts';
import { deskPause } from '../../pipeline/turns.ts';
import { readRows, withClient } from '../connection.ts';
import { MINUTE, type EpochMs } from '@endwatch/clinical';
import { unpackCourse, type Course } from './packed-course.ts';
import { readWaiting } from './read-waiting.ts';

/** Rows of one statement: a row is some 20 kB. */
const TOGETHER = 250;
const FRESHNESS = `SELECT (SELECT max(summarised_at) FROM review_patient) AS summarised_at,
  (SELECT counted_to FROM review_progress) AS counted_to`;

interface FreshnessRow {
  readonly summarised_at: EpochMs | null;
  readonly counted_to: EpochMs | null;
}

/** Courses stay open so long after the last view. */
const OPEN_FOR = 10 * MINUTE;

/**
 * Holds each summary as it is stored, in memory, and asks Postgres only which of them have another revision by now. Courses stay packed until a
 * view asks for them, and are then opened in short stretches.
 */
export class TypeormReviewStays extends ReviewStays {
  readonly #source: DataSource;
  readonly #held = new Map<string, PackedStay>();
  #reading: Promise<void> | null = null;
  #closing: NodeJS.Timeout | null = null;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async facts(covered: readonly string[] | null): Promise<readonly StayFacts[]> {
    return (await this.#all(covered)).map(({ facts }) => facts);
  }

  async load(filter: StayFilter, pause: Pause = deskPause()): Promise<readonly ReviewStay[]> {
    const all = await this.#all(filter.covered);
    const chosen = new Set(
      selectStays(
        all.map(({ facts }) => facts),
        filter,
      ).stays,
    );
    this.#closeLater();
    const opened = all.filter(({ facts }) => chosen.has(facts));
    return inTurns(opened, pause, (packed) => {
      courseOf(packed);
      return new OpenedStay(packed);
    });
  }

  async warm(): Promise<void> {
    await this.#catchUp();
  }

  async freshness(): Promise<SummaryFreshness> {
    return withClient(this.#source, async (client) => {
      const waiting = await readWaiting(client);
      const [row] = await readRows<FreshnessRow>(client, FRESHNESS);
      const [summarisedAt, countedTo] = [row?.summarised_at ?? null, row?.counted_to ?? null];
      return { summarisedAt, waiting, countedTo };
    });
  }

  /** Half a million scores, opened, are more than a hundred megabytes: nobody needs them overnight. */
  #closeLater(): void {
    if (this.#closing !== null) clearTimeout(this.#closing);
    this.#closing = setTimeout(() => {
      for (const packed of this.#held.values()) packed.opened = null;
    }, OPEN_FOR).unref();
  }

  async #all(covered: readonly string[] | null): Promise<readonly PackedStay[]> {
    await this.#catchUp();
    return [...this.#held.values()]
      .filter(
        ({ facts: { ward } }) => covered === null || (ward !== null && covered.includes(ward)),
      )
      .sort(byAdmission);
  }

  /** Everybody who asks at once waits for one reading; who asks after it began may not get what was written since, so waits for the next. */
  async #catchUp(): Promise<void> {
    while (this.#reading !== null) await this.#reading;
    this.#reading = this.#read().finally(() => {
      this.#reading = null;
    });
    await this.#reading;
  }

  async #read(): Promise<void> {
    await withClient(this.#source, async (client) => {
      const there = await readRows<RevisionRow>(client, REVISIONS);
      const keys = new Set(there.map(keyOf));
      for (const key of this.#held.keys()) if (!keys.has(key)) this.#held.delete(key);
      const news = there.filter((row) => this.#held.get(keyOf(row))?.revision !== row.revision);
      for (let from = 0; from < news.length; from += TOGETHER) {
        const revisions = news.slice(from, from + TOGETHER).map(({ revision }) => revision);
        for (const row of await readRows<StayRow>(client, ROWS, [revisions])) {
          this.#held.set(keyOf(row), packedStay(row));
        }
      }
    });
  }
}

const REVISIONS = 'SELECT patient_id, encounter_id, revision FROM review_stay';
const ROWS = `SELECT patient_id, encounter_id, revision, facts, course, alerts::text AS alerts
  FROM review_stay WHERE revision = ANY($1::bigint[])`;

interface RevisionRow {
  readonly patient_id: string;
  readonly encounter_id: string;
  readonly revision: string;
}

interface StayRow extends RevisionRow {
  readonly facts: StayFacts;
  readonly course: Buffer;
  readonly alerts: string;
}

interface PackedStay {
  readonly revision: string;
  readonly facts: StayFacts;
  readonly course: Buffer;
  readonly alerts: string;
  opened: Course | null;
}

function keyOf({ patient_id, encounter_id }: RevisionRow): string {
  return JSON.stringify([patient_id, encounter_id]);
}

function packedStay({ revision, facts, course, alerts }: StayRow): PackedStay {
  // Of its own: a part of what the driver read would hold all of it.
  return { revision, facts, course: Buffer.from(course), alerts, opened: null };
}

function byAdmission(a: PackedStay, b: PackedStay): number {
  return (
    a.facts.admittedAt - b.facts.admittedAt || (a.facts.patientId < b.facts.patientId ? -1 : 1)
  );
}

function courseOf(packed: PackedStay): Course {
  packed.opened ??= unpackCourse(packed.course);
  return packed.opened;
}

/** A stay whose course is opened again where it was closed meanwhile. */
class OpenedStay implements ReviewStay {
  readonly #packed: PackedStay;
  declare readonly patientId: string;
  declare readonly encounterId: string;
  declare readonly ward: string | null;
  declare readonly bed: string | null;
  declare readonly age: number | null;
  declare readonly sex: ReviewStay['sex'];
  declare readonly admittedAt: EpochMs;
  declare readonly dischargedAt: EpochMs | null;
  declare readonly diedAt: EpochMs | null;
  declare readonly conditions: readonly string[];
  declare readonly treatments: ReviewStay['treatments'];
  declare readonly admissionNihss: number | null;
  declare readonly end: ReviewStay['end'];
  declare readonly loadedAfterwards: boolean;

  constructor(packed: PackedStay) {
    this.#packed = packed;
    Object.assign(this, packed.facts);
  }

  get assessments(): ReviewStay['assessments'] {
    return courseOf(this.#packed).assessments;
  }

  get scores(): ReviewStay['scores'] {
    return courseOf(this.#packed).scores;
  }

  get alerts(): readonly ReviewAlert[] {
    return JSON.parse(this.#packed.alerts) as ReviewAlert[];
  }
}
