import { MINUTE } from '@endwatch/clinical';
import type { Request } from 'express';
import type { AuditEntry, AuditTrail } from '../../pipeline/audit-trail.ts';
import { FixedClock } from '../../testing/fixed-clock.ts';
import { AuditLog } from './audit-log.ts';

const T0 = Date.parse('2026-03-02T03:00:00Z');

class Desk {
  readonly written: AuditEntry[] = [];
  readonly clock = new FixedClock(T0);
  isFull = false;
  readonly #log = new AuditLog(
    {
      record: (entry: AuditEntry) => {
        if (this.isFull) return Promise.reject(new Error('the disk is full'));
        this.written.push(entry);
        return Promise.resolve();
      },
    } as AuditTrail,
    this.clock,
  );

  async reads(patientId: string, credential = 'session 1'): Promise<void> {
    const request = { visitor: { credential, username: 'ada' }, ip: '10.0.0.7' };
    const done = { action: 'patient.read', patientId } as const;
    await this.#log.recordOnce(request as unknown as Request, done);
  }
}

describe('a reading', () => {
  it('is written down once, however often and at once its page asks again', async () => {
    const desk = new Desk();
    await Promise.all([desk.reads('p1'), desk.reads('p1')]);
    for (let minute = 0; minute < 60; minute += 1) {
      desk.clock.set(T0 + minute * MINUTE);
      await desk.reads('p1');
    }
    expect(desk.written).toMatchObject([
      { at: T0, actor: 'ada', action: 'patient.read', patientId: 'p1', origin: '10.0.0.7' },
    ]);
  });

  it('is another one after the page was closed, of another patient and in another session', async () => {
    const desk = new Desk();
    await desk.reads('p1');
    desk.clock.set(T0 + 10 * MINUTE);
    await desk.reads('p1');
    await desk.reads('p2');
    await desk.reads('p1', 'session 2');
    expect(desk.written).toHaveLength(4);
  });

  it('that could not be written down is refused, and written down when it is tried again', async () => {
    const desk = new Desk();
    desk.isFull = true;
    await expect(desk.reads('p1')).rejects.toThrow('the disk is full');
    desk.isFull = false;
    await desk.reads('p1');
    expect(desk.written).toHaveLength(1);
  });
});
