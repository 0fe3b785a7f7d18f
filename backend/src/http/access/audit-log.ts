import { Injectable } from '@nestjs/common';
import { MINUTE, type EpochMs } from '@endwatch/clinical';
import type { Request } from 'express';
import { AuditTrail } from '../../pipeline/audit-trail.ts';
import { Clock } from '../../pipeline/ports.ts';
import type { VisitedRequest } from './visitor.ts';

export interface Done {
  readonly action: string;
  readonly patientId?: string | null;
  readonly wardId?: string | null;
  readonly subject?: string | null;
  readonly detail?: Readonly<Record<string, unknown>> | null;
  /** Who, where the request does not say: a sign-in that failed. */
  readonly actor?: string;
}

/** A page that is open asks again with each change: within this time it is one reading. */
const ONE_READING = 10 * MINUTE;
const MOST_REMEMBERED = 10_000;

/** Writes down what the visitor of a request did, with when and from where. */
@Injectable()
export class AuditLog {
  readonly #trail: AuditTrail;
  readonly #clock: Clock;
  /** When a visitor was last written down with something, by credential and what it was; oldest first. */
  readonly #seen = new Map<string, EpochMs>();

  constructor(trail: AuditTrail, clock: Clock) {
    this.#trail = trail;
    this.#clock = clock;
  }

  async record(request: Request, done: Done): Promise<void> {
    const { visitor } = request as VisitedRequest;
    await this.#trail.record({
      at: this.#clock.now(),
      actor: done.actor ?? visitor?.username ?? 'nobody',
      role: visitor?.role ?? null,
      action: done.action,
      patientId: done.patientId ?? null,
      wardId: done.wardId ?? null,
      subject: done.subject ?? null,
      origin: request.ip ?? null,
      detail: done.detail ?? null,
    });
  }

  /** The same again by the same session, within ten minutes, is not written down. */
  async recordOnce(request: Request, done: Done): Promise<void> {
    const { visitor } = request as VisitedRequest;
    const key = [visitor?.credential, done.action, done.patientId, done.subject].join('|');
    const now = this.#clock.now();
    const last = this.#seen.get(key);
    if (last !== undefined && now - last < ONE_READING) return;
    await this.record(request, done);
    this.#seen.delete(key);
    this.#seen.set(key, now);
    const [oldest] = this.#seen.keys();
    if (this.#seen.size > MOST_REMEMBERED && oldest !== undefined) this.#seen.delete(oldest);
  }
}
