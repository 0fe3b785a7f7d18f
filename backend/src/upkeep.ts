import { DAY } from '@endwatch/clinical';
import { REFERENCE_HOUR } from '@endwatch/ml-model';
import type { DataSource } from 'typeorm';
import type { Environment } from './config/environment.ts';
import { EmbeddedEventLog } from './event-log/embedded-event-log.ts';
import { CalibrationAlarm } from './pipeline/calibration-alarm.ts';
import { DriftWatch } from './pipeline/drift-watch.ts';
import type { EventLog } from './pipeline/event-log.ts';
import type { Log } from './pipeline/log.ts';
import type { Clock, Ids } from './pipeline/ports.ts';
import { maintainPartitions } from './postgres/partitions.ts';
import { pruneNotices } from './postgres/prune-notices.ts';
import { TypeormAccountStore } from './postgres/typeorm-account-store.ts';
import { TypeormDriftStore } from './postgres/typeorm-drift-store.ts';
import { TypeormNotificationStore } from './postgres/typeorm-notification-store.ts';
import { NO_REFERENCE, referenceOf } from './shipped-model.ts';

/** Long enough to be read again after an outage of days; what it caused is kept elsewhere. */
const EMBEDDED_LOG_KEPT = 7 * DAY;

/** What somebody was told of, and whether it got there; who acted on what stays in the history of the alert and in the audit. */
const NOTICES_KEPT = 90 * DAY;

interface Base {
  readonly source: DataSource;
  readonly clock: Clock;
  readonly log: Log;
  readonly ids: Ids;
  readonly eventLog: EventLog;
  readonly model: Parameters<typeof referenceOf>[1];
}

/** What is done now and then whatever arrives: partitions made and dropped, old entries of the embedded log, settled notices, drift. */
export function upkeepOf(
  { retentionDays, model: folder }: Environment,
  { source, clock, log, ids, eventLog, model }: Base,
): () => Promise<void> {
  let said = false;
  return async () => {
    // Kafka lets go by its own retention; the table has nobody else.
    if (eventLog instanceof EmbeddedEventLog) await eventLog.prune(clock.now() - EMBEDDED_LOG_KEPT);
    const { created, dropped } = await maintainPartitions(source, {
      now: clock.now(),
      retentionDays,
    });
    log.info({ created: created.length, dropped: dropped.length }, 'partitions kept');
    const pruned = await pruneNotices(source, clock.now() - NOTICES_KEPT);
    if (pruned.notices + pruned.entries > 0) log.info(pruned, 'settled notices let go');
    const reference = await referenceOf(folder, model);
    if (reference === null && !said) log.warn({ model: model.manifest.version }, NO_REFERENCE);
    said = true;
    const hour = reference?.hour ?? REFERENCE_HOUR;
    const readings = new TypeormDriftStore(source);
    const drift = new DriftWatch({
      ...{ store: readings, model: model.manifest, hour, reference, retentionDays },
    });
    const weeks = await drift.catchUp(clock.now());
    if (weeks > 0) log.info({ weeks }, 'drift kept');
    const notifications = new TypeormNotificationStore(source);
    const accounts = new TypeormAccountStore(source);
    const watch = new CalibrationAlarm({ readings, notifications, accounts, ids });
    const alarm = await watch.look(model.manifest, clock.now());
    if (alarm === null || weeks === 0) return;
    const { week, alarm: direction } = alarm;
    log.warn(
      { week: new Date(week).toISOString(), direction },
      'forecasts do not fit what came: administrators have been told',
    );
  };
}
