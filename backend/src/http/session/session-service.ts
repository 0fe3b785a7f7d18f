import { createHash, randomBytes } from 'node:crypto';
import { HOUR } from '@endwatch/clinical';
import { hash, verify } from '@node-rs/argon2';
import type { Account, AccountStore } from '../../pipeline/account-store.ts';
import type { Clock } from '../../pipeline/ports.ts';

/** A shift and a handover. */
export const SESSION_HOURS = 13;
export const FIRST_ADMINISTRATOR = 'admin';

/** Sign-in with a password. Tokens are 256 random bits; only their digests are stored. */
export class SessionService {
  readonly #accounts: AccountStore;
  readonly #clock: Clock;

  constructor(accounts: AccountStore, clock: Clock) {
    this.#accounts = accounts;
    this.#clock = clock;
  }

  /**
   * Makes the first administrator, or gives it the configured password. Answers with a generated password, to be shown this once, when there
   * was neither an account nor a configured one.
   */
  async ensureAdministrator(configured: string | null): Promise<string | null> {
    const stored = await this.#accounts.passwordHash(FIRST_ADMINISTRATOR);
    if (stored !== null) {
      if (configured !== null && !(await verify(stored, configured))) {
        await this.#accounts.setPasswordHash(FIRST_ADMINISTRATOR, await hash(configured));
      }
      return null;
    }
    const password = configured ?? randomBytes(15).toString('base64url');
    const made = await this.#accounts.createAccount({
      username: FIRST_ADMINISTRATOR,
      role: 'admin',
      passwordHash: await hash(password),
    });
    return made && configured === null ? password : null;
  }

  /** A new token, or null when name or password are wrong; which of them takes the same time to find out. */
  async signIn(username: string, password: string): Promise<string | null> {
    const stored = await this.#accounts.passwordHash(username);
    const matches = await verify(stored ?? (await NOBODY), password);
    if (stored === null || !matches) return null;
    const token = randomBytes(32).toString('base64url');
    const now = this.#clock.now();
    await this.#accounts.openSession({
      digest: digestOf(token),
      username,
      createdAt: now,
      expiresAt: now + SESSION_HOURS * HOUR,
    });
    return token;
  }

  async whoIs(token: string): Promise<Account | null> {
    return this.#accounts.sessionAccount(digestOf(token), this.#clock.now());
  }

  async signOut(token: string): Promise<void> {
    await this.#accounts.closeSession(digestOf(token));
  }
}

const NOBODY = hash(randomBytes(16).toString('hex'));

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
