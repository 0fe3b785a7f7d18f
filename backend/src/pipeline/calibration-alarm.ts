import { DAY, type EpochMs } from '@endwatch/clinical';
import { CALIBRATION_CUSUM } from '@endwatch/statistics';
import { isoTime } from '../domain/board/iso-time.ts';
import type { Notice } from '../domain/notices/notice.ts';
import { calibrationChart, type ChartedWeek } from '../domain/review/drift/review-drift.ts';
import type { ModelIdentity } from '../domain/rescoring/model-manifest.ts';
import type { AccountStore } from './account-store.ts';
import type { NotificationStore } from './notification-store.ts';
import type { Ids } from './ports.ts';
import type { DriftReadings } from './review-quality.ts';

interface Parts {
  readonly readings: DriftReadings;
  readonly notifications: Pick<NotificationStore, 'addNotice' | 'contactsOf'>;
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
    const chart = calibrationChart(await this.#parts.readings.outcomes(model));
    const alarm = chart.findLast((week) => week.alarm !== null) ?? null;
    if (alarm !== null && alarm.week >= now - TOLD_FOR) await this.#tell(model, alarm, now);
    return alarm;
  }

  async #tell(
    { version, checksum }: ModelIdentity,
    alarm: ChartedWeek,
    now: EpochMs,
  ): Promise<void> {
    const { notifications, accounts, ids } = this.#parts;
    const administrators = (await accounts.accounts())
      .filter(({ role, disabledAt }) => role === 'admin' && disabledAt === null)
      .map(({ username }) => username);
    const contacts = await notifications.contactsOf(administrators);
    const noticeId = ids.of('calibration', checksum, alarm.week);
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
    const { week, alarm: direction, stays, ends, expected } = alarm;
    await notifications.addNotice(notice, deliveries, {
      ...{ at: now, actor: 'system', role: null, action: 'review.alarm', subject: version },
      ...{ patientId: null, wardId: null, origin: null },
      detail: {
        week: isoTime(week).slice(0, 10),
        ...{ direction, evidence: direction === null ? null : round(alarm[direction]) },
        ...{ limit: CALIBRATION_CUSUM.limit, stays, ends, expected: round(expected) },
        told: administrators,
      },
    });
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
