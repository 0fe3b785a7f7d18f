import type { EpochMs } from '../time.ts';

/** Early neurological deterioration as data, so that the rule in force can be stored, shown and changed by a site. */
export interface EndDefinition {
  readonly name: string;
  /** Rise of the NIHSS total that counts. */
  readonly total: number;
  /** Rise of the motor subscore (5a+5b+6a+6b) that counts. */
  readonly motor: number;
  /** Hours from admission within which a rise counts. */
  readonly windowHours: number;
  readonly baseline: 'admission' | 'running-minimum';
  /** END up to this many hours from admission is early, after it late. */
  readonly earlyHours: number;
}

/**
 * By which definition an examination is judged: the one that was in force when Endwatch came to know it. What is found stays found, whatever
 * is decided later.
 */
export type DefinitionAt = (knownAt: EpochMs) => EndDefinition;

export type EndStatus = 'none' | 'suspected' | 'confirmed' | 'not-evaluable';
export type EndRule = 'total' | 'motor';

/** What the rule says of one stay, with the examinations it rests on. */
export interface EndFinding {
  readonly status: EndStatus;
  readonly rule: EndRule | null;
  /** Effective time of the examination that met the rule. */
  readonly at: EpochMs | null;
  /** Early (≤ `earlyHours`) or late; null unless confirmed or suspected. */
  readonly phase: 'early' | 'late' | null;
  /** Change of the examination that met the rule; of the newest one where none did. Null where it cannot be counted. */
  readonly deltaTotal: number | null;
  readonly deltaMotor: number | null;
  /** Effective time of the examination compared with. */
  readonly referenceAt: EpochMs | null;
  /** False where items needed for the motor rule are missing. */
  readonly motorEvaluable: boolean;
  /** Of a suspected END: whether the repeat asked for was made, and what it showed. Null otherwise. */
  readonly repeat: 'awaited' | 'met-again' | 'not-met' | null;
  /** By which the examination was judged that the finding rests on; null where nothing could be judged. */
  readonly definition: EndDefinition | null;
  /** One sentence, for a nurse. */
  readonly reason: string;
}
