import type { Role } from '@endwatch/contracts';
import type { EpochMs } from '@endwatch/clinical';

/** Somebody, or something, that can sign in. */
export interface Account {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  /** Null = every ward. */
  readonly wards: readonly string[] | null;
}

export interface AccountRecord extends Account {
  readonly disabledAt: EpochMs | null;
}

/** Who asks, as a session or a token says. */
export interface Visitor extends Account {
  /** Digest of the session or token: what ends when it is revoked. */
  readonly credential: string;
}

/** What somebody may see. */
export type Standing = Pick<Account, 'role' | 'wards'>;

export interface ApiToken {
  readonly id: string;
  readonly username: string;
  readonly label: string;
  readonly createdAt: EpochMs;
  readonly createdBy: string;
  /** Null = until it is revoked. */
  readonly expiresAt: EpochMs | null;
  readonly revokedAt: EpochMs | null;
}

export interface AccountChanges {
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  readonly wards?: readonly string[] | null | undefined;
  readonly disabledAt?: EpochMs | null | undefined;
}

export interface NewSession {
  readonly digest: string;
  readonly username: string;
  readonly createdAt: EpochMs;
  readonly expiresAt: EpochMs;
}

/** Who may come in, and with what. Only digests of secrets are kept. */
export abstract class AccountStore {
  /** True when this made the account; false when somebody of that name is there. Without a hash nobody signs in with a password. */
  abstract createAccount(
    account: Account & { readonly passwordHash: string | null },
  ): Promise<boolean>;
  abstract accounts(): Promise<readonly AccountRecord[]>;
  /** Null when there is none of that name. A change ends the sessions of the account. */
  abstract changeAccount(username: string, changes: AccountChanges): Promise<AccountRecord | null>;
  /** Of an account that may sign in with one; else null. */
  abstract passwordHash(username: string): Promise<string | null>;
  /** Ends the sessions of the account. */
  abstract setPasswordHash(username: string, passwordHash: string): Promise<void>;
  abstract openSession(session: NewSession): Promise<void>;
  /** Moves the end of a session; nothing when it has ended. */
  abstract extendSession(digest: string, expiresAt: EpochMs): Promise<void>;
  abstract closeSession(digest: string): Promise<void>;
  /** Who a session or token stands for, while it lasts and the account is not disabled. */
  abstract visitor(
    digest: string,
    now: EpochMs,
  ): Promise<(Visitor & { readonly until: EpochMs | null }) | null>;
  /** Of these digests those that still stand for somebody, and for what. */
  abstract alive(digests: readonly string[], now: EpochMs): Promise<ReadonlyMap<string, Standing>>;
  /** Does nothing when the very secret is known already. */
  abstract addToken(token: ApiToken & { readonly digest: string }): Promise<void>;
  abstract tokens(): Promise<readonly ApiToken[]>;
  /** False when there is no such token that is not revoked. */
  abstract revokeToken(id: string, at: EpochMs): Promise<boolean>;
}

/** Who stands behind a credential: for doors other than HTTP. */
export abstract class Visitors {
  /** Null when it has ended, or never was. */
  abstract whoIs(credential: string): Promise<Visitor | null>;
  /** Of these digests those that have not ended, and what they stand for by now. */
  abstract alive(digests: readonly string[]): Promise<ReadonlyMap<string, Standing>>;
}
