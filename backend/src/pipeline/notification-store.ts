import type { EpochMs } from '@endwatch/clinical';
import type { Advanced, Delivery } from '../domain/notices/delivery.ts';
import type { ToTell } from '../domain/notices/group-notices.ts';
import type { Channel, Contact, Notice } from '../domain/notices/notice.ts';

/** One entry of the outbox of notices. */
export interface Told {
  readonly id: string;
  readonly alertId: string;
  /** Null where the alert is no longer open, or somebody has it. */
  readonly toTell: ToTell | null;
  readonly clear: boolean;
}

export interface NewDelivery {
  readonly id: string;
  readonly noticeId: string;
  readonly username: string;
  /** Null: they have nothing to be reached by, which must be seen. */
  readonly contact: Contact | null;
  readonly clear: boolean;
  readonly at: EpochMs;
}

/** Claimed by this process for a while: nobody else sends it meanwhile. */
export interface ClaimedDelivery extends Delivery {
  readonly notice: Notice;
  /** Null where it was removed meanwhile. */
  readonly contact: Contact | null;
  /** Another process had claimed it and was not heard of again: it may have been sent. */
  readonly repeated: boolean;
}

/** What one turn of telling changes, in one transaction with the entries it strikes off. */
export interface Telling {
  readonly struckOff: readonly string[];
  readonly notices: readonly Notice[];
  readonly deliveries: readonly NewDelivery[];
  /** Alerts that nobody need see to any more: what waits for them is withdrawn. */
  readonly cleared: readonly string[];
}

/** Where notices, contacts and deliveries are kept. */
export abstract class NotificationStore {
  /** Runs `decide` on the oldest entries and writes what it answers; entries in another process's hands are left out. */
  abstract tell(
    limit: number,
    decide: (waiting: readonly Told[]) => Promise<Telling>,
  ): Promise<number>;
  /** Contacts of these people, in the order they are tried. */
  abstract contactsOf(usernames: readonly string[]): Promise<readonly Contact[]>;
  /** Whom an alert was told to by push and who may still show it. */
  abstract shownTo(alertId: string): Promise<readonly { notice: Notice; contact: Contact }[]>;
  /** The same address again replaces the one before, whoever it was of. */
  abstract addContact(contact: Contact, at: EpochMs): Promise<void>;
  /** False when there is none; `username` null = of anybody. */
  abstract removeContact(id: string, username: string | null): Promise<boolean>;
  abstract addNotice(notice: Notice, deliveries: readonly NewDelivery[]): Promise<void>;
  /** Due deliveries, claimed until `until`. */
  abstract claim(
    limit: number,
    when: { readonly now: EpochMs; readonly until: EpochMs },
  ): Promise<readonly ClaimedDelivery[]>;
  /** Before the first byte leaves: what the device will confirm with. */
  abstract expectReceipt(id: string, digest: string): Promise<void>;
  abstract advance(
    delivery: Delivery,
    advanced: Advanced,
    more: {
      readonly at: EpochMs;
      readonly next: NewDelivery | null;
      readonly dropContact: boolean;
    },
  ): Promise<void>;
  /** False when the receipt is not the one expected. Said twice it is true twice. */
  abstract confirm(id: string, digest: string, at: EpochMs): Promise<boolean>;
  abstract deliveriesOf(noticeId: string): Promise<readonly Delivery[]>;
  /** Of the newest notice about each of these alerts: who was told how, and whether it got there. */
  abstract toldOf(alertId: string): Promise<readonly ToldOf[]>;
  /** The value kept under a name, `make` where there is none yet; the same for every process. */
  abstract secret<T>(name: string, make: () => Promise<T>): Promise<T>;
}

export interface ToldOf {
  readonly username: string;
  readonly stage: string;
  readonly channel: Channel;
  readonly state: Delivery['state'];
  readonly at: EpochMs;
  readonly problem: string | null;
}
