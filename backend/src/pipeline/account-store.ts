import type { EpochMs } from '@endwatch/clinical';

export interface Account {
  readonly username: string;
  readonly role: string;
}

export abstract class AccountStore {
  /** True when this made the account; false when somebody of that name is there. */
  abstract createAccount(account: Account & { readonly passwordHash: string }): Promise<boolean>;
  abstract passwordHash(username: string): Promise<string | null>;
  abstract setPasswordHash(username: string, passwordHash: string): Promise<void>;
  abstract openSession(session: {
    readonly digest: string;
    readonly username: string;
    readonly createdAt: EpochMs;
    readonly expiresAt: EpochMs;
  }): Promise<void>;
  abstract sessionAccount(digest: string, now: EpochMs): Promise<Account | null>;
  abstract closeSession(digest: string): Promise<void>;
}
