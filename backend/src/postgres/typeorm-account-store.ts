import type { EpochMs } from '@endwatch/clinical';
import type { Role } from '@endwatch/contracts';
import type { DataSource } from 'typeorm';
import {
  AccountStore,
  type Account,
  type AccountChanges,
  type AccountRecord,
  type ApiToken,
  type NewSession,
  type Standing,
  type Visitor,
} from '../pipeline/account-store.ts';
import { storableText } from './storable.ts';

interface AccountRow {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly wards: string[] | null;
  readonly disabled_at: Date | null;
}

interface TokenRow {
  readonly id: string;
  readonly username: string;
  readonly label: string;
  readonly created_at: Date;
  readonly created_by: string;
  readonly expires_at: Date | null;
  readonly revoked_at: Date | null;
}

const ACCOUNT = 'username, name, role, wards, disabled_at';

/** Sessions and tokens that last, with whom they stand for. */
const CREDENTIALS = `
  SELECT digest, username, expires_at FROM session WHERE digest = ANY($1) AND expires_at > $2
  UNION ALL
  SELECT digest, username, expires_at FROM api_token
  WHERE digest = ANY($1) AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)`;

export class TypeormAccountStore extends AccountStore {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async createAccount(
    account: Account & { readonly passwordHash: string | null },
  ): Promise<boolean> {
    const made = await this.#source.query<unknown[]>(
      `INSERT INTO account (username, password_hash, name, role, wards) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [account.username, account.passwordHash, account.name, account.role, account.wards],
    );
    return made.length === 1;
  }

  async accounts(): Promise<readonly AccountRecord[]> {
    const rows = await this.#source.query<AccountRow[]>(
      `SELECT ${ACCOUNT} FROM account ORDER BY username`,
    );
    return rows.map(recordOf);
  }

  async changeAccount(username: string, changes: AccountChanges): Promise<AccountRecord | null> {
    const columns: readonly [string, unknown][] = [
      ['name', changes.name],
      ['role', changes.role],
      ['wards', changes.wards],
      ['disabled_at', changes.disabledAt === undefined ? undefined : timestamp(changes.disabledAt)],
    ];
    const set = columns.filter(([, value]) => value !== undefined);
    if (set.length === 0) return null;
    const [rows] = await this.#source.query<[AccountRow[], number]>(
      `WITH ended AS (DELETE FROM session WHERE username = $1)
       UPDATE account SET ${set.map(([name], n) => `${name} = $${n + 2}`).join(', ')}
       WHERE username = $1 RETURNING ${ACCOUNT}`,
      [username, ...set.map(([, value]) => value)],
    );
    const [row] = rows;
    return row ? recordOf(row) : null;
  }

  async passwordHash(username: string): Promise<string | null> {
    const [row] = await this.#source.query<{ password_hash: string | null }[]>(
      'SELECT password_hash FROM account WHERE username = $1 AND disabled_at IS NULL',
      [storableText(username)],
    );
    return row?.password_hash ?? null;
  }

  async setPasswordHash(username: string, passwordHash: string): Promise<void> {
    await this.#source.query(
      `WITH ended AS (DELETE FROM session WHERE username = $1)
       UPDATE account SET password_hash = $2 WHERE username = $1`,
      [username, passwordHash],
    );
  }

  async openSession(session: NewSession): Promise<void> {
    await this.#source.query(
      `WITH expired AS (DELETE FROM session WHERE expires_at < $3)
       INSERT INTO session (digest, username, created_at, expires_at) VALUES ($1, $2, $3, $4)`,
      [
        session.digest,
        session.username,
        timestamp(session.createdAt),
        timestamp(session.expiresAt),
      ],
    );
  }

  async extendSession(digest: string, expiresAt: EpochMs): Promise<void> {
    await this.#source.query('UPDATE session SET expires_at = $2 WHERE digest = $1', [
      digest,
      timestamp(expiresAt),
    ]);
  }

  async closeSession(digest: string): Promise<void> {
    await this.#source.query('DELETE FROM session WHERE digest = $1', [digest]);
  }

  async visitor(
    digest: string,
    now: EpochMs,
  ): Promise<(Visitor & { readonly until: EpochMs | null }) | null> {
    const [row] = await this.#source.query<(AccountRow & { expires_at: Date | null })[]>(
      `SELECT ${ACCOUNT}, expires_at FROM (${CREDENTIALS}) AS credential JOIN account USING (username)
       WHERE disabled_at IS NULL`,
      [[digest], timestamp(now)],
    );
    if (!row) return null;
    const { username, name, role, wards } = row;
    const until = row.expires_at?.getTime() ?? null;
    return { username, name, role, wards, credential: digest, until };
  }

  async alive(digests: readonly string[], now: EpochMs): Promise<ReadonlyMap<string, Standing>> {
    const rows = await this.#source.query<({ digest: string } & Standing)[]>(
      `SELECT digest, role, wards FROM (${CREDENTIALS}) AS credential JOIN account USING (username)
       WHERE disabled_at IS NULL`,
      [digests, timestamp(now)],
    );
    return new Map(rows.map(({ digest, role, wards }) => [digest, { role, wards }]));
  }

  async addToken(token: ApiToken & { readonly digest: string }): Promise<void> {
    await this.#source.query(
      `INSERT INTO api_token (id, digest, username, label, created_at, created_by, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (digest) DO NOTHING`,
      [
        ...[token.id, token.digest, token.username, token.label],
        ...[timestamp(token.createdAt), token.createdBy, timestamp(token.expiresAt)],
      ],
    );
  }

  async tokens(): Promise<readonly ApiToken[]> {
    const rows = await this.#source.query<TokenRow[]>(
      `SELECT id, username, label, created_at, created_by, expires_at, revoked_at
       FROM api_token ORDER BY created_at DESC`,
    );
    return rows.map((row) => ({
      ...{ id: row.id, username: row.username, label: row.label, createdBy: row.created_by },
      createdAt: row.created_at.getTime(),
      expiresAt: row.expires_at?.getTime() ?? null,
      revokedAt: row.revoked_at?.getTime() ?? null,
    }));
  }

  async revokeToken(id: string, at: EpochMs): Promise<boolean> {
    const [, changed] = await this.#source.query<[unknown[], number]>(
      'UPDATE api_token SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL',
      [id, timestamp(at)],
    );
    return changed === 1;
  }
}

function recordOf({ username, name, role, wards, disabled_at }: AccountRow): AccountRecord {
  return { username, name, role, wards, disabledAt: disabled_at?.getTime() ?? null };
}

function timestamp(time: EpochMs | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
