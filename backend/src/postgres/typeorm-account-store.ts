import type { EpochMs } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import { AccountStore, type Account } from '../pipeline/account-store.ts';

export class TypeormAccountStore extends AccountStore {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async createAccount(account: Account & { readonly passwordHash: string }): Promise<boolean> {
    const made = await this.#source.query<unknown[]>(
      `INSERT INTO account (username, password_hash, role) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [account.username, account.passwordHash, account.role],
    );
    return made.length === 1;
  }

  async passwordHash(username: string): Promise<string | null> {
    const [row] = await this.#source.query<{ password_hash: string }[]>(
      'SELECT password_hash FROM account WHERE username = $1',
      [username],
    );
    return row?.password_hash ?? null;
  }

  async setPasswordHash(username: string, passwordHash: string): Promise<void> {
    await this.#source.query('UPDATE account SET password_hash = $2 WHERE username = $1', [
      username,
      passwordHash,
    ]);
  }

  async openSession(session: {
    readonly digest: string;
    readonly username: string;
    readonly createdAt: EpochMs;
    readonly expiresAt: EpochMs;
  }): Promise<void> {
    await this.#source.query(
      `WITH expired AS (DELETE FROM session WHERE expires_at < $3)
       INSERT INTO session (digest, username, created_at, expires_at) VALUES ($1, $2, $3, $4)`,
      [
        session.digest,
        session.username,
        new Date(session.createdAt).toISOString(),
        new Date(session.expiresAt).toISOString(),
      ],
    );
  }

  async sessionAccount(digest: string, now: EpochMs): Promise<Account | null> {
    const [row] = await this.#source.query<Account[]>(
      `SELECT username, role FROM session JOIN account USING (username)
       WHERE digest = $1 AND expires_at > $2`,
      [digest, new Date(now).toISOString()],
    );
    return row ?? null;
  }

  async closeSession(digest: string): Promise<void> {
    await this.#source.query('DELETE FROM session WHERE digest = $1', [digest]);
  }
}
