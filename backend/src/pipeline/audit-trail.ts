import type { EpochMs } from '@endwatch/clinical';

/** One line of the audit: who did what, when, from where, on whom. Never changed, never taken back. */
export interface AuditEntry {
  readonly at: EpochMs;
  /** User name; `system` when a rule did it. */
  readonly actor: string;
  readonly role: string | null;
  /** What was done, as `thing.verb`: `session.open`, `patient.read`, `alert.acknowledge`, `rota.change`. */
  readonly action: string;
  readonly patientId: string | null;
  readonly wardId: string | null;
  /** Id of the alert, account, shift … it was done to. */
  readonly subject: string | null;
  /** Address it came from. */
  readonly origin: string | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

export abstract class AuditTrail {
  /** Resolves when it is durable. */
  abstract record(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  abstract entries(
    asked: AuditQuestion,
  ): Promise<readonly (AuditEntry & { readonly id: string })[]>;
}

/** Null = whatever. */
export interface AuditQuestion {
  readonly actor: string | null;
  readonly patientId: string | null;
  /** How the action begins. */
  readonly action: string | null;
  readonly from: EpochMs | null;
  readonly to: EpochMs | null;
  /** Entries older than the one with this id. */
  readonly before: string | null;
  readonly limit: number;
}
