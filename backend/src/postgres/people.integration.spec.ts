import { hostname, userInfo } from 'node:os';
import { DAY, HOUR } from '@endwatch/clinical';
import { aStay, hour } from '@endwatch/clinical/testing';
import type { DataSource } from 'typeorm';
import { exportSeismometer, exportStays } from '../export-commands.ts';
import type { AuditEntry } from '../pipeline/audit-trail.ts';
import { PipelineBench } from '../testing/pipeline-bench.ts';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { createDataSource } from './data-source.ts';
import { TypeormStaySummaries } from './review/typeorm-stay-summaries.ts';
import { TypeormAccountStore } from './typeorm-account-store.ts';
import { TypeormAuditTrail } from './typeorm-audit-trail.ts';
import { TypeormPatientStore } from './typeorm-patient-store.ts';

let url: string;
let source: DataSource;
let accounts: TypeormAccountStore;

beforeEach(async () => {
  url = await freshDatabase();
  source = await createDataSource({ url, poolSize: 2 }).initialize();
  accounts = new TypeormAccountStore(source);
});
afterEach(async () => {
  await source.destroy();
  await dropDatabase(url);
});

const T0 = Date.UTC(2026, 0, 5, 8);
const nurse = { username: 'n', name: 'Nora', role: 'nurse', wards: ['w1'] } as const;
const make = (): Promise<boolean> => accounts.createAccount({ ...nurse, passwordHash: 'hash' });
const open = (digest: string, expiresAt = T0 + HOUR): Promise<void> =>
  accounts.openSession({ digest, username: 'n', createdAt: T0, expiresAt });

describe('accounts', () => {
  it('are there once, and stand behind their sessions while these last', async () => {
    expect([await make(), await make()]).toEqual([true, false]);
    await open('d1');
    expect(await accounts.visitor('d1', T0)).toEqual({
      ...{ ...nurse, credential: 'd1', until: T0 + HOUR },
    });
    expect(await accounts.visitor('d1', T0 + HOUR)).toBeNull();
    await accounts.extendSession('d1', T0 + 2 * HOUR);
    expect(await accounts.visitor('d1', T0 + HOUR)).not.toBeNull();
    await accounts.closeSession('d1');
    expect(await accounts.visitor('d1', T0)).toBeNull();
  });

  it('lose their sessions when they change, are disabled or get another password', async () => {
    await make();
    const changes: (() => Promise<unknown>)[] = [
      () => accounts.changeAccount('n', { role: 'neurologist', wards: null }),
      () => accounts.setPasswordHash('n', 'other'),
      () => accounts.changeAccount('n', { disabledAt: T0 }),
    ];
    for (const [n, change] of changes.entries()) {
      await open(`d${n}`);
      const alive = await accounts.alive([`d${n}`, 'x'], T0);
      expect([...alive.keys()]).toEqual([`d${n}`]);
      await change();
      expect(await accounts.alive([`d${n}`], T0)).toEqual(new Map());
    }
    expect(await accounts.accounts()).toEqual([
      { username: 'n', name: 'Nora', role: 'neurologist', wards: null, disabledAt: T0 },
    ]);
    expect(await accounts.passwordHash('n')).toBeNull();
    expect(await accounts.changeAccount('nobody', { name: 'N' })).toBeNull();
  });

  it('have tokens that last until they end, are revoked, or their account is disabled', async () => {
    await make();
    const token = (id: string, expiresAt: number | null): Promise<void> =>
      accounts.addToken({
        ...{ id, digest: `of ${id}`, username: 'n', label: 'Interface engine' },
        ...{ createdAt: T0, createdBy: 'admin', expiresAt, revokedAt: null },
      });
    await token('t1', null);
    await token('t1', null);
    await token('t2', T0 + DAY);
    const alive = async (now: number): Promise<string[]> =>
      [...(await accounts.alive(['of t1', 'of t2'], now)).keys()].sort();
    expect(await alive(T0)).toEqual(['of t1', 'of t2']);
    expect(await alive(T0 + DAY)).toEqual(['of t1']);
    expect(await accounts.visitor('of t1', T0)).toMatchObject({ username: 'n', until: null });
    expect([await accounts.revokeToken('t1', T0), await accounts.revokeToken('t1', T0)]).toEqual([
      ...[true, false],
    ]);
    expect(await alive(T0)).toEqual(['of t2']);
    await accounts.changeAccount('n', { wards: ['other'] });
    expect((await accounts.alive(['of t2'], T0)).get('of t2')).toMatchObject({ wards: ['other'] });
    await accounts.changeAccount('n', { disabledAt: T0 });
    expect(await alive(T0)).toEqual([]);
    expect(await accounts.tokens()).toHaveLength(2);
  });
});

describe('the audit', () => {
  const entry = (more: Partial<AuditEntry>): AuditEntry => ({
    ...{ at: T0, actor: 'n', role: 'nurse', action: 'patient.read', patientId: 'p1' },
    ...{ wardId: 'w1', subject: null, origin: '127.0.0.1', detail: null, ...more },
  });
  const EVERYTHING = {
    ...{ actor: null, patientId: null, action: null, from: null, to: null, before: null },
    limit: 100,
  };

  it('is found again by who, whom, what and when, newest first', async () => {
    const audit = new TypeormAuditTrail(source);
    const lines = [
      entry({}),
      entry({ at: T0 + HOUR, action: 'alert.take', subject: 'a1', detail: { to: 'acknowledged' } }),
      entry({ at: T0 + 2 * HOUR, actor: 'm', patientId: 'p2' }),
    ];
    for (const line of lines) await audit.record(line);
    const found = async (asked: object): Promise<number[]> =>
      (await audit.entries({ ...EVERYTHING, ...asked })).map(({ at }) => (at - T0) / HOUR);
    expect(await found({})).toEqual([2, 1, 0]);
    expect(await found({ actor: 'n' })).toEqual([1, 0]);
    expect(await found({ patientId: 'p2' })).toEqual([2]);
    expect(await found({ action: 'alert.' })).toEqual([1]);
    expect(await found({ action: '%' })).toEqual([]);
    expect(await found({ from: T0 + HOUR, to: T0 + 2 * HOUR })).toEqual([1]);
    const [newest] = await audit.entries({ ...EVERYTHING, limit: 1 });
    expect(await found({ before: newest?.id })).toEqual([1, 0]);
    expect((await audit.entries(EVERYTHING))[1]).toMatchObject(lines[1] ?? {});
  });

  it('has every export by a command: by which account of the machine, what, and how many stays', async () => {
    const bench = new PipelineBench(hour(6), {}, new TypeormPatientStore(source));
    expect(await bench.deliver(...aStay({ hours: 5, totals: [6, 6] }))).toBe('committed');
    await new TypeormStaySummaries(source, 400).rebuild(hour(7));
    const audit = new TypeormAuditTrail(source);
    const lines: string[] = [];
    await exportStays(source, async (line) => {
      // Written down before anything leaves.
      expect(await audit.entries(EVERYTHING)).toHaveLength(1);
      lines.push(line);
    });
    expect(lines).toHaveLength(1);
    const files: string[] = [];
    const stays = await exportSeismometer(source, '{}', ({ name }) => files.push(name));
    expect(files).toContain('data/predictions.parquet');
    expect(stays).toBe(1);
    const by = { actor: `os:${userInfo().username}@${hostname()}`, role: null, origin: null };
    const exported = { action: 'review.export', patientId: null, wardId: null };
    expect(await audit.entries(EVERYTHING)).toMatchObject([
      { ...by, ...exported, subject: 'seismometer', detail: { stays: 1 } },
      { ...by, ...exported, subject: 'cohort', detail: { stays: 1 } },
    ]);
  });

  it('cannot be changed by the role that the product connects as, its owner', async () => {
    await new TypeormAuditTrail(source).record(entry({}));
    const [role] = await source.query<{ owner: boolean; super: boolean }[]>(
      `SELECT tableowner = current_user AS owner, rolsuper AS super
       FROM pg_tables, pg_roles WHERE tablename = 'audit_entry' AND rolname = current_user`,
    );
    expect(role).toEqual({ owner: true, super: false });
    for (const sql of [
      `UPDATE audit_entry SET actor = 'somebody else'`,
      'DELETE FROM audit_entry',
      'TRUNCATE audit_entry',
    ]) {
      await expect(source.query(sql)).rejects.toThrow(/permission denied/);
    }
    // Who gives himself the right back meets the trigger.
    await source.query('GRANT UPDATE, DELETE, TRUNCATE ON audit_entry TO CURRENT_USER');
    for (const sql of [`UPDATE audit_entry SET actor = 'x'`, 'DELETE FROM audit_entry']) {
      await expect(source.query(sql)).rejects.toThrow(/only ever added to/);
    }
    expect(await new TypeormAuditTrail(source).entries(EVERYTHING)).toHaveLength(1);
  });
});
