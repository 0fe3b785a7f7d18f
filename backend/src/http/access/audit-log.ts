import { Injectable } from '@nestjs/common';
import { MINUTE, type EpochMs } from '@endwatch/clinical';
import type { AuditAction } from '@endwatch/contracts';
import type { Request } from 'express';
import { AuditTrail } from '../../pipeline/audit-trail.ts';
import { Clock } from '../../pipeline/ports.ts';
import type { VisitedRequest } from './visitor.ts';

export interface Done {
  readonly action: AuditAction;
  readonly patientId?: string | null;
  readonly wardId?: string | null;
  readonly subject?: string | null;
  readonly detail?: Readonly<Record<string, unknown>> | null;
  /** Who, where the request does not say: a sign-in that failed. */
  readonly actor?: string;
}

/** A page that is open asks again and again: until it has not for this long, it is one reading. */
const ONE_READING = 10 * MINUTE;
const MOST_REMEMBERED = 10_000;

/** Writes down what the visitor of a request did, with when and from where. */
@Injectable()
export class AuditLog {
  readonly #trail: AuditTrail;
  readonly #clock: Clock;
  /** What a visitor reads, by credential and what it is, and when they last asked for it; oldest first. */
  readonly #readings = new Map<string, { readonly at: EpochMs; readonly written: Promise<void> }>();

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

  /** What the same session asks for again and again is written down once: when it was opened. */
  async recordOnce(request: Request, done: Done): Promise<void> {
    const { visitor } = request as VisitedRequest;
    const key = [visitor?.credential, done.action, done.patientId, done.subject].join('|');
    const at = this.#clock.now();
    const known = this.#readings.get(key);
    const isGoingOn = known !== undefined && at - known.at < ONE_READING;
    const written = isGoingOn ? known.written : this.record(request, done);
    this.#readings.delete(key);
    this.#readings.set(key, { at, written });
    const [oldest] = this.#readings.keys();
    if (this.#readings.size > MOST_REMEMBERED && oldest !== undefined) {
      this.#readings.delete(oldest);
    }
    try {
      await written;
    } catch (error) {
      this.#readings.delete(key);
      throw error;
    }
  }
}
