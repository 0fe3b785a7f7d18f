import { DAY, MINUTE, type EpochMs } from '@endwatch/clinical';
import { CANARY_ALERT, CANARY_WARD } from '../domain/canary/canary.ts';
import { gathersUntil, groupNotices, type ToTell } from '../domain/notices/group-notices.ts';
import { NOBODY, type Contact, type Notice } from '../domain/notices/notice.ts';
import { firstWays } from '../domain/notices/ways.ts';
import type { AccountStore } from './account-store.ts';
import type { AlertCommands } from './alert-commands.ts';
import type { NewDelivery, NotificationStore, Told, Telling } from './notification-store.ts';
import type { Log } from './log.ts';
import type { Clock, Ids } from './ports.ts';
import { recipientsOf } from './recipients.ts';
import type { RotaStore } from './rota-store.ts';

const AT_ONCE = 200;
/** What is held is looked at again this often: hours may be changed, and an alert may get worse. */
const HOLD = 5 * MINUTE;

interface Parts {
  readonly store: NotificationStore;
  readonly rota: RotaStore;
  readonly accounts: AccountStore;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Until when phones are not rung for an alert; null = they are. */
  readonly quietUntil: (alert: ToTell, at: EpochMs) => EpochMs | null;
  /** Hears of alerts that nobody could be told of. */
  readonly commands: Pick<AlertCommands, 'nobodyTold'>;
  readonly log: Pick<Log, 'warn'>;
}

/** From "the first on call is told of this alert" to a delivery to a person's phone. */
export class TellPeople {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What waits is turned into deliveries, in one transaction. Answers with how many entries there were. */
  async once(): Promise<number> {
    const look = { limit: AT_ONCE, now: this.#parts.clock.now() };
    let lost: readonly ToTell[] = [];
    const told = await this.#parts.store.tell(look, async (waiting) => {
      const telling = await this.#decide(waiting);
      lost = toldToNobody(telling, waiting);
      return telling;
    });
    for (const { alertId, at } of lost) await this.#goOn(alertId, at);
    return told;
  }

  /** The escalation goes its way all the same, only later, where this fails. */
  async #goOn(alertId: string, at: EpochMs): Promise<void> {
    try {
      await this.#parts.commands.nobodyTold(alertId, at);
    } catch (err) {
      this.#parts.log.warn(
        { err },
        'an alert that nobody could be told of waits for its next step',
      );
    }
  }

  async #decide(waiting: readonly Told[]): Promise<Telling> {
    const { store, rota, accounts, clock } = this.#parts;
    const now = clock.now();
    const held = waiting.flatMap((entry) => this.#hold(entry, now));
    const isHeld = new Set(held.map(({ id }) => id));
    const due = waiting.filter(({ id }) => !isHeld.has(id));
    const open = newestOfEach(due.flatMap(({ toTell }) => toTell ?? []));
    const notices = groupNotices(open, (first, count) => this.#noticeId(first, count));
    const [shifts, people] = await Promise.all([
      open.length === 0 ? [] : rota.shifts({ from: now - DAY, to: now + DAY }),
      open.length === 0 ? [] : accounts.accounts(),
    ]);
    const able = people.filter(({ disabledAt }) => disabledAt === null);
    const recipients = notices.map((notice) => recipientsOf(notice, { shifts, able, now }));
    const contacts = Map.groupBy(
      await store.contactsOf([...new Set(recipients.flat())]),
      ({ username }) => username,
    );
    const cleared = [
      ...new Set(waiting.filter(({ clear }) => clear).map(({ alertId }) => alertId)),
    ];
    return {
      struckOff: due.map(({ id }) => id),
      held,
      notices,
      deliveries: notices.flatMap((notice, n) =>
        this.#deliveries(notice, recipients[n] ?? [], { contacts, now }),
      ),
      cleared,
      takeBack: ({ notice, contact }) =>
        this.#delivery(notice, { username: contact.username, contact, clear: true, now }),
    };
  }

  /** The test alert does not come: whoever is first on call for any of the wards is told. */
  async tellMissing(since: EpochMs, wards: readonly string[]): Promise<void> {
    const { store, rota, accounts, clock } = this.#parts;
    const now = clock.now();
    const [shifts, people] = await Promise.all([
      rota.shifts({ from: now - DAY, to: now + DAY }),
      accounts.accounts(),
    ]);
    const able = people.filter(({ disabledAt }) => disabledAt === null);
    const notice: Notice = {
      id: this.#parts.ids.of('notice', CANARY_ALERT, now),
      alertIds: [CANARY_ALERT],
      ...{ at: since, stage: 'first-on-call', priority: 'high', kind: 'test-alert-missing' },
      ...{ bed: null, ward: null },
    };
    const places = wards.length === 0 ? [null] : wards.map((id) => ({ id, name: id }));
    const usernames = new Set(
      places.flatMap((ward) => recipientsOf({ ...notice, ward }, { shifts, able, now })),
    );
    const contacts = Map.groupBy(
      await store.contactsOf([...usernames]),
      ({ username }) => username,
    );
    await store.addNotice(notice, this.#deliveries(notice, [...usernames], { contacts, now }));
  }

  #hold({ id, toTell, firstAt }: Told, now: EpochMs): { id: string; until: EpochMs }[] {
    if (toTell === null) return [];
    const quiet = this.#quietUntil(toTell, now);
    if (quiet !== null && quiet > now) return [{ id, until: Math.min(quiet, now + HOLD) }];
    const until = gathersUntil(toTell, firstAt);
    return until === null || until <= now ? [] : [{ id, until }];
  }

  /** Fails open: where nobody can say whether it is quiet, it is not. */
  #quietUntil(toTell: ToTell, now: EpochMs): EpochMs | null {
    try {
      return this.#parts.quietUntil(toTell, now);
    } catch (err) {
      this.#parts.log.warn({ err }, 'quiet hours could not be made out: phones are rung');
      return null;
    }
  }

  #deliveries(
    notice: Notice,
    usernames: readonly string[],
    { contacts, now }: { contacts: ReadonlyMap<string, readonly Contact[]>; now: EpochMs },
  ): NewDelivery[] {
    // Whoever would have been told is looked up as ever, and left in peace.
    if (notice.ward?.id === CANARY_WARD) {
      const { username } = NOBODY;
      return [this.#delivery(notice, { username, contact: NOBODY, clear: false, now })];
    }
    return usernames.flatMap((username) => {
      const ways = firstWays(contacts.get(username) ?? []);
      const ring = (contact: Contact | null): NewDelivery =>
        this.#delivery(notice, { username, contact, clear: false, now });
      return ways.length === 0 ? [ring(null)] : ways.map(ring);
    });
  }

  #delivery(
    notice: Notice,
    {
      username,
      contact,
      clear,
      now,
    }: { username: string; contact: NewDelivery['contact']; clear: boolean; now: EpochMs },
  ): NewDelivery {
    const to = contact?.id ?? username;
    const id = this.#parts.ids.of('delivery', notice.id, to, clear ? now : 'first');
    return { id, noticeId: notice.id, username, contact, clear, at: now };
  }

  #noticeId({ alertId, told, at }: ToTell, count: number): string {
    return this.#parts.ids.of('notice', alertId, told, at, count);
  }
}

/** Alerts of notices that nobody has a way to be reached by. */
function toldToNobody(
  { notices, deliveries }: Pick<Telling, 'notices' | 'deliveries'>,
  waiting: readonly Told[],
): readonly ToTell[] {
  const reached = new Set(
    deliveries.filter(({ contact }) => contact !== null).map(({ noticeId }) => noticeId),
  );
  const lost = new Set(
    notices.filter(({ id }) => !reached.has(id)).flatMap(({ alertIds }) => alertIds),
  );
  return newestOfEach(waiting.flatMap(({ toTell }) => toTell ?? [])).filter(({ alertId }) =>
    lost.has(alertId),
  );
}

/** What was held may have gone on to the same duty again and again: that is told once. */
function newestOfEach(all: readonly ToTell[]): readonly ToTell[] {
  return [...new Map(all.map((one) => [`${one.alertId}|${one.told}`, one])).values()];
}
