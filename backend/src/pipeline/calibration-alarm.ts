import { DAY, type EpochMs } from '@endwatch/clinical';
import type { ToldAlarm } from '@endwatch/contracts';
import { CALIBRATION_CUSUM } from '@endwatch/statistics';
import { isoTime } from '../domain/board/iso-time.ts';
import type { Notice } from '../domain/notices/notice.ts';
import { knownOf } from '../domain/notices/who-knows.ts';
import { calibrationChart, type ChartedWeek } from '../domain/review/drift/review-drift.ts';
import type { ModelIdentity } from '../domain/rescoring/model-manifest.ts';
import type { AccountRecord, AccountStore } from './account-store.ts';
import type { NotificationStore } from './notification-store.ts';
import type { Ids } from './ports.ts';
import type { DriftReadings } from './review-quality.ts';

interface Parts {
  readonly readings: DriftReadings;
  readonly notifications: Pick<
    NotificationStore,
    'addNotice' | 'contactsOf' | 'deliveriesOf' | 'noticedOf' | 'see'
  >;
  readonly accounts: Pick<AccountStore, 'accounts'>;
  readonly ids: Ids;
}

/** Not longer than a settled notice is kept, by which it is known that it was told. */
const TOLD_FOR = 90 * DAY;

/** Tells every administrator when the control chart says that forecasts no longer fit what comes. */
export class CalibrationAlarm {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * The newest alarm of the model, null without any; told once, by however many processes look and however often, and written down in the audit as it is
   * told. One of long ago, from a history that was loaded, is not told: it would be taken for news.
   */
  async look(model: ModelIdentity, now: EpochMs): Promise<ChartedWeek | null> {
    const alarm = await this.#newest(model);
    if (alarm !== null && alarm.week >= now - TOLD_FOR) await this.#tell(model, alarm, now);
    return alarm;
  }

  /** The newest alarm with who knows of it; null without any, and where what was told of it has been let go. */
  async told(model: ModelIdentity): Promise<ToldAlarm['alarm']> {
    const alarm = await this.#newest(model);
    if (alarm?.alarm == null) return null;
    const { notifications } = this.#parts;
    const noticeId = this.#noticeId(model, alarm);
    const noticed = await notifications.noticedOf(noticeId);
    if (noticed === null) return null;
    const deliveries = await notifications.deliveriesOf(noticeId);
    const administrators = (await this.#administrators()).map(({ username, name }) => {
      const seenAt = noticed.seen.get(username) ?? null;
      const own = deliveries.filter((delivery) => delivery.username === username);
      const outcome = knownOf(own, seenAt !== null);
      return { username, name, outcome, seenAt: seenAt === null ? null : isoTime(seenAt) };
    });
    return {
      ...{ week: isoTime(alarm.week), direction: alarm.alarm, toldAt: isoTime(noticed.at) },
      administrators: administrators.toSorted((a, b) => a.name.localeCompare(b.name)),
    };
  }

  /** Of which week; null where nothing was told. */
  async seen(model: ModelIdentity, username: string, at: EpochMs): Promise<string | null> {
    const alarm = await this.#newest(model);
    if (alarm === null) return null;
    const { notifications } = this.#parts;
    const noticeId = this.#noticeId(model, alarm);
    if ((await notifications.noticedOf(noticeId)) === null) return null;
    await notifications.see(noticeId, username, at);
    return isoTime(alarm.week).slice(0, 10);
  }

  async #newest(model: ModelIdentity): Promise<ChartedWeek | null> {
    const chart = calibrationChart(await this.#parts.readings.outcomes(model));
    return chart.findLast((week) => week.alarm !== null) ?? null;
  }

  #noticeId({ checksum }: ModelIdentity, { week }: ChartedWeek): string {
    return this.#parts.ids.of('calibration', checksum, week);
  }

  async #administrators(): Promise<readonly AccountRecord[]> {
    const accounts = await this.#parts.accounts.accounts();
    return accounts.filter(({ role, disabledAt }) => role === 'admin' && disabledAt === null);
  }

  async #tell(model: ModelIdentity, alarm: ChartedWeek, now: EpochMs): Promise<void> {
    const { notifications, ids } = this.#parts;
    const administrators = (await this.#administrators()).map(({ username }) => username);
    const contacts = await notifications.contactsOf(administrators);
    const noticeId = this.#noticeId(model, alarm);
    const notice: Notice = {
      ...{ id: noticeId, alertIds: [], at: now, stage: 'administrators', priority: 'technical' },
      ...{ kind: alarm.alarm === 'fewer' ? 'calibration-fewer' : 'calibration-more' },
      ...{ bed: null, ward: null },
    };
    const deliveries = administrators.map((username) => {
      const contact = contacts.find((one) => one.username === username) ?? null;
      const id = ids.of('delivery', noticeId, username);
      return { id, noticeId, username, contact, clear: false, at: now };
    });
    const reachable = new Set(contacts.map(({ username }) => username));
    const { week, alarm: direction, stays, ends, expected } = alarm;
    await notifications.addNotice(notice, deliveries, {
      ...{ at: now, actor: 'system', role: null, action: 'review.alarm', subject: model.version },
      ...{ patientId: null, wardId: null, origin: null },
      detail: {
        week: isoTime(week).slice(0, 10),
        ...{ direction, evidence: direction === null ? null : round(alarm[direction]) },
        ...{ limit: CALIBRATION_CUSUM.limit, stays, ends, expected: round(expected) },
        told: administrators.filter((username) => reachable.has(username)),
        unreachable: administrators.filter((username) => !reachable.has(username)),
      },
    });
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
