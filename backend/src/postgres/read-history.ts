import type { ClientBase } from 'pg';
import type { AlertState } from '../domain/alerting/alert.ts';
import type {
  AlertEvent,
  AlertVersion,
  PastScore,
  PatientHistory,
} from '../domain/patient-page/patient-history.ts';
import type { EpochMs } from '@endwatch/clinical';
import { readRows } from './connection.ts';
import { KNOWN_SCORE, storedScoreOf, type KnownScoreRow } from './known-score.mapper.ts';
import { loadPatients } from './load-patients.ts';
import { readLocationDirectory } from './location-directory.ts';
import { MOVED_BY } from './people-names.ts';
import { sharing } from './sharing.ts';
import { storableText } from './storable.ts';

/** Every version of everything about one patient; null when unknown. To be read in one transaction. */
export async function readHistory(client: ClientBase, id: string): Promise<PatientHistory | null> {
  const [stored] = await loadPatients(client, [id], 'whole-stay');
  if (!stored || stored.version === 0) return null;
  const key = [storableText(id)];
  return {
    stored,
    scores: pastScoresOf(await readRows<KnownScoreRow>(client, SCORES, key)),
    alerts: await readRows<AlertVersion>(client, ALERTS, key),
    alertEvents: await readAlertEvents(client, id),
    directory: await readLocationDirectory(client),
  };
}

/** Its partitions are those of days: as far back as they are kept. */
const SCORES = `SELECT ${KNOWN_SCORE} FROM score WHERE patient_id = $1 ORDER BY as_of DESC, known_at DESC, id`;

const ALERTS = `SELECT known_at AS "knownAt", body AS alert FROM alert_version WHERE patient_id = $1 ORDER BY id`;

function pastScoresOf(rows: readonly KnownScoreRow[]): readonly PastScore[] {
  const shared = sharing();
  return rows.map((row) => ({ ...storedScoreOf(row, shared), supersededAt: row.superseded_at }));
}

interface EventRow {
  readonly alert_id: string;
  readonly kind: AlertEvent['kind'];
  readonly priority: AlertEvent['priority'];
  readonly at: EpochMs;
  readonly from_state: AlertState['state'] | null;
  readonly to_state: AlertState['state'];
  readonly by: string;
  readonly reason: string;
}

export async function readAlertEvents(
  client: ClientBase,
  id: string,
): Promise<readonly AlertEvent[]> {
  const rows = await readRows<EventRow>(
    client,
    `SELECT t.alert_id, a.kind, a.priority, t.at, t.from_state, t.to_state, ${MOVED_BY}, t.reason
     FROM alert a JOIN alert_transition t ON t.alert_id = a.id WHERE a.patient_id = $1 ORDER BY t.id`,
    [storableText(id)],
  );
  return rows.map(({ alert_id: alertId, from_state: from, to_state: to, ...row }) => ({
    ...{ alertId, from, to, kind: row.kind, priority: row.priority },
    ...{ at: row.at, by: row.by, reason: row.reason },
  }));
}
