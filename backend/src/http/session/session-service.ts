import { createHash, randomBytes } from 'node:crypto';
import { DAY, HOUR } from '@endwatch/clinical';
import type { Role } from '@endwatch/contracts';
import { hash, verify } from '@node-rs/argon2';
import {
  Visitors,
  type AccountStore,
  type Standing,
  type Visitor,
} from '../../pipeline/account-store.ts';
import type { Clock } from '../../pipeline/ports.ts';
import { LastSeen } from './last-seen.ts';

/** A shift and a handover. */
const SESSION_MS = 13 * HOUR;
/** A screen on the wall has nobody who signs it in again: its session is carried on while it is used. */
const DISPLAY_MS = 14 * DAY;
export const FIRST_ADMINISTRATOR = 'admin';

/** Sign-in and what it gives. Tokens are 256 random bits; only their digests are stored. */
export class SessionService extends Visitors {
  readonly #accounts: AccountStore;
  readonly #clock: Clock;
  readonly #lastSeen = new LastSeen();

  constructor(accounts: AccountStore, clock: Clock) {
    super();
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
    const password = configured ?? newSecret();
    const made = await this.#accounts.createAccount({
      ...{ username: FIRST_ADMINISTRATOR, name: 'Administrator', role: 'admin', wards: null },
      passwordHash: await hash(password),
    });
    return made && configured === null ? password : null;
  }

  /** A new token, or null when name or password are wrong; which of them takes the same time to find out. */
  async signIn(username: string, password: string): Promise<string | null> {
    const stored = await this.#accounts.passwordHash(username);
    const matches = await verify(stored ?? (await NOBODY), password);
    return stored === null || !matches ? null : this.open(username);
  }

  /** A session for somebody whom this process has no doubt about. */
  async open(username: string): Promise<string> {
    const token = newSecret();
    const now = this.#clock.now();
    await this.#accounts.openSession({
      digest: digestOf(token),
      username,
      createdAt: now,
      expiresAt: now + SESSION_MS,
    });
    return token;
  }

  async whoIs(token: string): Promise<Visitor | null> {
    const now = this.#clock.now();
    const digest = digestOf(token);
    const found = await this.#accounts.visitor(digest, now).catch((error: unknown) => {
      return this.#lastSeen.recall(digest, { now, error });
    });
    if (found === null) {
      this.#lastSeen.forget(digest);
      return null;
    }
    this.#lastSeen.keep(digest, found, now);
    const { until, ...visitor } = found;
    if (visitor.role === 'display' && until !== null && until < now + DISPLAY_MS - DAY) {
      await this.#accounts.extendSession(visitor.credential, now + DISPLAY_MS);
    }
    return visitor;
  }

  /** Of these credentials those that have not ended. */
  alive(credentials: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
    return this.#accounts.alive(credentials, this.#clock.now());
  }

  async signOut(token: string): Promise<void> {
    this.#lastSeen.forget(digestOf(token));
    await this.#accounts.closeSession(digestOf(token));
  }

  /** How long a browser keeps the cookie; whether it is still good is decided here each time. */
  lifetime(role: Role): number {
    return role === 'display' ? 365 * DAY : SESSION_MS;
  }
}

const NOBODY = hash(randomBytes(16).toString('hex'));

/** For a person to type or a program to keep. */
export function newSecret(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function hashPassword(password: string): Promise<string> {
  return hash(password);
}
