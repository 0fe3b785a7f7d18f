import type { EpochMs } from '@endwatch/clinical';
import type { Language } from '@endwatch/contracts';
import type { Advanced, Delivery } from '../domain/notices/delivery.ts';
import type { ToTell } from '../domain/notices/group-notices.ts';
import type { Channel, Contact, NOBODY, Notice } from '../domain/notices/notice.ts';
import type { AuditEntry } from './audit-trail.ts';

/** One entry of the outbox of notices. */
export interface Told {
  readonly id: string;
  readonly alertId: string;
  /** Null where the alert is no longer open, or somebody has it. */
  readonly toTell: ToTell | null;
  /** When the first of those was written that wait for the same duty of the same ward. */
  readonly firstAt: EpochMs;
  readonly clear: boolean;
}

export interface NewDelivery {
  readonly id: string;
  readonly noticeId: string;
  readonly username: string;
  /** Null: they have nothing to be reached by, which must be seen. */
  readonly contact: Contact | typeof NOBODY | null;
  readonly clear: boolean;
  readonly at: EpochMs;
}

/** Claimed by this process for a while: nobody else sends it meanwhile. */
export interface ClaimedDelivery extends Delivery {
  readonly notice: Notice;
  /** Null where it was removed meanwhile. */
  readonly contact: Contact | null;
  /** What they have chosen; null: nothing yet. */
  readonly language: Language | null;
  /** An attempt before this one may have got there: nobody knows. */
  readonly repeated: boolean;
  /** Of this claim; nobody else's word counts until it has passed. */
  readonly claimedUntil: EpochMs;
}

/** Where something is shown that is to go. */
export interface Shown {
  readonly notice: Notice;
  readonly contact: Contact;
}

/** What follows from an attempt, where it was not overtaken by something else. */
export interface Follow {
  readonly at: EpochMs;
  /** To the next contact of the same person. */
  readonly next: NewDelivery | null;
  /** Takes back what this one showed, where nobody need see to it any more. */
  readonly takeBack: NewDelivery | null;
  readonly dropContact: boolean;
}

/** What one turn of telling changes, in one transaction with the entries it strikes off. */
export interface Telling {
  readonly struckOff: readonly string[];
  /** Entries that are looked at again later. */
  readonly held: readonly { readonly id: string; readonly until: EpochMs }[];
  readonly notices: readonly Notice[];
  readonly deliveries: readonly NewDelivery[];
  /** Alerts that nobody need see to any more: what waits for them is withdrawn, and what is shown of them taken back. */
  readonly cleared: readonly string[];
  readonly takeBack: (shown: Shown) => NewDelivery;
}

/** Where notices, contacts and deliveries are kept. */
export abstract class NotificationStore {
  /** Runs `decide` on the oldest entries that are not held and writes what it answers; 0, and nothing, while another process is at it. */
  abstract tell(
    look: { readonly limit: number; readonly now: EpochMs },
    decide: (waiting: readonly Told[]) => Promise<Telling>,
  ): Promise<number>;
  /** Contacts of these people, in the order they are tried. */
  abstract contactsOf(usernames: readonly string[]): Promise<readonly Contact[]>;
  abstract contact(id: string): Promise<Contact | null>;
  /** Everybody's, by person. */
  abstract contactsBy(channel: Channel): Promise<readonly Contact[]>;
  /** A browser belongs to who signed in last: the same address again replaces the one before. Of pagers and mail everybody has their own. */
  abstract addContact(contact: Contact, at: EpochMs): Promise<void>;
  /** False when there is none; `username` null = of anybody. */
  abstract removeContact(id: string, username: string | null): Promise<boolean>;
  /** @param entry for the audit, written with a notice that was not there yet */
  abstract addNotice(
    notice: Notice,
    deliveries: readonly NewDelivery[],
    entry?: AuditEntry,
  ): Promise<void>;
  /** Due deliveries, the most urgent first, claimed until `until`. */
  abstract claim(
    limit: number,
    when: { readonly now: EpochMs; readonly until: EpochMs },
  ): Promise<readonly ClaimedDelivery[]>;
  /** Before the first byte leaves: what the device will confirm with. */
  abstract expectReceipt(id: string, digest: string): Promise<void>;
  /** What was written, seen together with what happened meanwhile; null, and nothing, where the claim has passed and another process has it. */
  abstract advance(
    delivery: ClaimedDelivery,
    advanced: Advanced,
    follow: Follow,
  ): Promise<Pick<Advanced, 'state' | 'tryNextAt'> | null>;
  /** Other ways of the same person that wait are withdrawn. False when the receipt is not the one expected. Said twice it is true twice. */
  abstract confirm(id: string, digest: string, at: EpochMs): Promise<boolean>;
  abstract deliveriesOf(noticeId: string): Promise<readonly Delivery[]>;
  /** Null where there is no such notice, or it was let go. */
  abstract noticedOf(noticeId: string): Promise<Noticed | null>;
  /** The first time counts. */
  abstract see(noticeId: string, username: string, at: EpochMs): Promise<void>;
  /** Of the newest notice about each of these alerts: who was told how, and whether it got there. */
  abstract toldOf(alertIds: readonly string[]): Promise<ReadonlyMap<string, readonly ToldOf[]>>;
  /** The value kept under a name, `make` where there is none yet; the same for every process. */
  abstract secret<T>(name: string, make: () => Promise<T>): Promise<T>;
}

/** What became of a notice, beyond its deliveries. */
export interface Noticed {
  readonly at: EpochMs;
  /** Who has seen it on the pages, and when. */
  readonly seen: ReadonlyMap<string, EpochMs>;
}

export interface ToldOf {
  readonly username: string;
  readonly stage: string;
  readonly channel: Channel;
  readonly state: Delivery['state'];
  readonly at: EpochMs;
  readonly problem: string | null;
}
