import { DAY, type EpochMs } from '@endwatch/clinical';
import type { EscalationTarget } from '../domain/alerting/alert.ts';
import { CANARY_ALERT } from '../domain/canary/canary.ts';
import { groupNotices, type ToTell } from '../domain/notices/group-notices.ts';
import type { Contact, Notice } from '../domain/notices/notice.ts';
import { onDuty, type Shift } from '../domain/on-call/rota.ts';
import { coversWard, type Role } from '@endwatch/contracts';
import type { AccountRecord, AccountStore } from './account-store.ts';
import type { NewDelivery, NotificationStore, Told, Telling } from './notification-store.ts';
import type { Clock, Ids } from './ports.ts';
import type { RotaStore } from './rota-store.ts';

const AT_ONCE = 200;

/** Who stands in where the rota names nobody: nothing is left untold because a shift was not planned. */
const STAND_IN: Readonly<Record<EscalationTarget, readonly Role[]>> = {
  'nurse-in-charge': ['nurse', 'admin'],
  'first-on-call': ['neurologist', 'admin'],
  'second-on-call': ['neurologist', 'admin'],
};

interface Parts {
  readonly store: NotificationStore;
  readonly rota: RotaStore;
  readonly accounts: AccountStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** From "the first on call is told of this alert" to a delivery to a person's phone. */
export class TellPeople {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What waits is turned into deliveries, in one transaction. Answers with how many entries there were. */
  async once(): Promise<number> {
    return this.#parts.store.tell(AT_ONCE, (waiting) => this.#decide(waiting));
  }

  async #decide(waiting: readonly Told[]): Promise<Telling> {
    const { store, rota, accounts, clock } = this.#parts;
    const now = clock.now();
    const open = waiting.flatMap(({ toTell }) => toTell ?? []);
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
      struckOff: waiting.map(({ id }) => id),
      notices,
      deliveries: notices.flatMap((notice, n) =>
        (recipients[n] ?? []).map((username) => {
          const [contact = null] = contacts.get(username) ?? [];
          return this.#delivery(notice, { username, contact, clear: false, now });
        }),
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
    const deliveries = [...usernames].map((username) => {
      const [contact = null] = contacts.get(username) ?? [];
      return this.#delivery(notice, { username, contact, clear: false, now });
    });
    await store.addNotice(notice, deliveries);
  }

  #delivery(
    notice: Notice,
    {
      username,
      contact,
      clear,
      now,
    }: { username: string; contact: Contact | null; clear: boolean; now: EpochMs },
  ): NewDelivery {
    const to = contact?.id ?? username;
    const id = this.#parts.ids.of('delivery', notice.id, to, clear ? now : 'first');
    return { id, noticeId: notice.id, username, contact, clear, at: now };
  }

  #noticeId({ alertId, told, at }: ToTell, count: number): string {
    return this.#parts.ids.of('notice', alertId, told, at, count);
  }
}

function recipientsOf(
  { stage, ward }: Notice,
  { shifts, able, now }: { shifts: readonly Shift[]; able: readonly AccountRecord[]; now: EpochMs },
): readonly string[] {
  if (stage === 'test' || stage === 'administrators') return [];
  const shift = onDuty(shifts, { ward: ward?.id ?? null, duty: stage, at: now });
  if (shift !== null && able.some(({ username }) => username === shift.username)) {
    return [shift.username];
  }
  for (const role of STAND_IN[stage]) {
    const some = able.filter(
      (each) => each.role === role && (ward === null || coversWard(each.wards, ward.id)),
    );
    if (some.length > 0) return some.map(({ username }) => username);
  }
  return [];
}
