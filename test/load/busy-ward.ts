import * as fhir from '../harness/messages.ts';
import { eventually, type Endwatch } from '../harness/system.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const IN_A_BUNDLE = 20;
/** Newest fact before the stream begins; every update is newer, and so many minutes newer that the age on the tile changes. */
const FIRST_VITALS = 50 * MINUTE;
const STEP = 2 * MINUTE;
const TRIES = 5;
const AGAIN_MS = 200;
const MOST_OPEN = 200;

interface Row {
  readonly patientId: string;
  readonly name: string;
  readonly bed: string | null;
  readonly nihss: { readonly total: number | null };
  readonly risk: { readonly next24h: number } | null;
  readonly freshness: { readonly vitals: string | null };
}

export interface Board {
  readonly sequence: number;
  readonly rows: readonly Row[];
}

/** One vital sign sent: its effective time is the ward's newest for that patient. Times in ms since 1970. */
export interface Update {
  readonly patientId: string;
  readonly effectiveAt: number;
  readonly sentAt: number;
  readonly answeredAfter: number;
}

/** A ward of any size whose vital signs can be streamed at any rate; knows what the board must show in the end. */
export class BusyWard {
  readonly id: string = 'load-ward';
  readonly updates: Update[] = [];
  readonly #endwatch: Endwatch;
  readonly #patients: readonly string[];
  readonly #began: number = Date.now();
  readonly #admittedAt: number;
  readonly #newest = new Map<string, number>();
  #sent = 0;

  constructor(
    endwatch: Endwatch,
    { patients, admittedHoursAgo = 3 }: { patients: number; admittedHoursAgo?: number },
  ) {
    this.#endwatch = endwatch;
    this.#admittedAt = this.#began - admittedHoursAgo * HOUR;
    this.#patients = Array.from({ length: patients }, (_, n) => `load-${n + 1}`);
  }

  get patients(): readonly string[] {
    return this.#patients;
  }

  get path(): string {
    return `/wards/${this.id}`;
  }

  board(): Promise<Board> {
    return this.#endwatch.json<Board>(`/api/wards/${this.id}/board`);
  }

  /** Patient, Encounter, one NIHSS and one set of vital signs each; resolves when the board has them all. */
  async fill(): Promise<void> {
    await this.#post([fhir.ward(this.id, 'Load ward')]);
    for (let from = 0; from < this.#patients.length; from += IN_A_BUNDLE) {
      const some = this.#patients.slice(from, from + IN_A_BUNDLE);
      await this.#post(some.flatMap((id, index) => this.#admission(id, from + index)));
    }
    await eventually(
      () => this.board(),
      ({ rows }) =>
        rows.length === this.#patients.length &&
        rows.every(({ nihss, freshness }) => nihss.total !== null && freshness.vitals !== null),
      180_000,
    );
  }

  /**
   * As many messages as `rate` a second for `seconds` are, each sent at its time whether or not the one before is answered, but no more than
   * `MOST_OPEN` at once: a product that is starved gets them later, and is not flooded. Resolves when all are answered.
   */
  async stream({ rate, seconds }: { rate: number; seconds: number }): Promise<void> {
    const start = performance.now();
    const failures: unknown[] = [];
    const open = new Set<Promise<unknown>>();
    for (let n = 0; n < rate * seconds && failures.length === 0; n++) {
      const wait = start + (n * 1_000) / rate - performance.now();
      // Also where it is late: what is to be sent must get out.
      await new Promise((go) => setTimeout(go, Math.max(0, wait)));
      if (open.size >= MOST_OPEN) await Promise.race(open);
      const one = this.#sendOne()
        .catch((error: unknown) => failures.push(error))
        .finally(() => open.delete(one));
      open.add(one);
    }
    await Promise.all(open);
    if (failures.length > 0) throw new Error('the stream broke off', { cause: failures[0] });
  }

  /** The board once it shows the newest value of everybody, or as it is when that takes longer than a minute. */
  async settled(): Promise<Board> {
    return eventually(
      () => this.board(),
      (board) => this.behind(board).length === 0,
      60_000,
    ).catch(() => this.board());
  }

  /** Patients whose newest vital sign is not the last that was sent. */
  behind({ rows }: Board): string[] {
    const shown = new Map(rows.map((row) => [row.patientId, row.freshness.vitals]));
    return this.#patients.filter((id) => {
      const at = shown.get(id);
      return at === undefined || at === null || Date.parse(at) !== this.#newest.get(id);
    });
  }

  #admission(id: string, index: number): fhir.Resource[] {
    const vitalsAt = this.#began - FIRST_VITALS;
    this.#newest.set(id, vitalsAt);
    const bedId = `${this.id}-bed-${index + 1}`;
    const told = (kind: string, at: number): fhir.Told => ({
      id: `${id}-${kind}`,
      patientId: id,
      at,
    });
    return [
      fhir.bed(bedId, String(index + 1), this.id),
      fhir.patient(id, `Load, Patient ${index + 1}`),
      fhir.encounter(id, { start: this.#admittedAt, bedId }),
      fhir.strokeCondition(id, this.#admittedAt),
      fhir.nihss(told('nihss', this.#admittedAt + 2 * HOUR), {
        '5a': index % 5,
        '6a': index % 4,
        '9': 1,
      }),
      fhir.heartRate(told('hr', vitalsAt), 60 + (index % 50)),
      fhir.bloodPressure(told('bp', vitalsAt), 130 + (index % 50), 80),
    ];
  }

  async #sendOne(): Promise<void> {
    const n = this.#sent++;
    const patientId = this.#patients[n % this.#patients.length] ?? '';
    const round = 1 + Math.floor(n / this.#patients.length);
    const before = this.#newest.get(patientId) ?? 0;
    // Two minutes on at each round, and never in the future.
    const effectiveAt = Math.max(before + 1, Math.min(before + STEP, Date.now()));
    this.#newest.set(patientId, effectiveAt);
    const sentAt = Date.now();
    await this.#deliver(
      fhir.heartRate({ id: `${patientId}-hr-${round}`, patientId, at: effectiveAt }, 60 + (n % 61)),
    );
    this.updates.push({ patientId, effectiveAt, sentAt, answeredAfter: Date.now() - sentAt });
  }

  /** One of its patients is examined. */
  examine(index: number, id: string, items: Readonly<Record<string, number>>): Promise<void> {
    const patientId = this.#patients[index % this.#patients.length] ?? '';
    return this.#deliver(fhir.nihss({ id, patientId, at: Date.now() }, items));
  }

  /** Again where the connection ended on the way: what is told twice counts once. */
  async #deliver(observation: fhir.Resource): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await this.#endwatch.post('/fhir/Observation', observation);
        return;
      } catch (error) {
        if (!(error instanceof TypeError) || tries === TRIES) throw error;
        await new Promise((go) => setTimeout(go, tries * AGAIN_MS));
      }
    }
  }

  async #post(resources: readonly fhir.Resource[]): Promise<void> {
    await this.#endwatch.post('/fhir', fhir.bundle(...resources));
  }
}
