import type { EpochMs } from '@endwatch/clinical';
import type { ClientBase } from 'pg';
import type { BatchEffects } from '../../pipeline/ports.ts';
import {
  ALERT_COLUMNS,
  alertStateOf,
  NOTICE_COLUMNS,
  TRANSITION_COLUMNS,
  type AlertRow,
  type PlacedAlert,
} from '../alert.mapper.ts';
import { column, insertRows, type Column } from '../bulk-insert.ts';
import { prepared, type Send } from '../connection.ts';
import { SCORE_COLUMNS } from '../score.mapper.ts';
import { storableText, toTimestamp } from '../storable.ts';

/**
 * Scores are marked first and written then: one that is written is one that holds, also when the same content came back after a correction
 * was taken back and its row is there already.
 */
export function writeScores(client: ClientBase, effects: BatchEffects): Promise<unknown> {
  const sent: Promise<unknown>[] = [];
  const superseded = effects.patients.flatMap(({ patientId, superseded: keys }) =>
    keys.map(({ id, asOf }) => ({ patientId, id, asOf })),
  );
  if (superseded.length > 0) {
    const times = superseded.map(({ asOf }) => asOf);
    const values = [
      superseded.map(({ patientId }) => storableText(patientId)),
      times.map(toTimestamp),
      superseded.map(({ id }) => storableText(id)),
      toTimestamp(effects.knownAt),
      toTimestamp(Math.min(...times)),
      toTimestamp(Math.max(...times)),
    ];
    sent.push(client.query({ ...prepared(SUPERSEDE), values }));
  }
  const scores = effects.patients.flatMap((patient) => patient.scores);
  const table = { table: 'score', columns: SCORE_COLUMNS, tail: HOLDS_AGAIN };
  sent.push(insertRows(client, table, scores));
  return Promise.all(sent);
}

/** With the times between which they lie, so that no other partition is looked at. */
const SUPERSEDE = `UPDATE score SET superseded_at = $4
  FROM unnest($1::text[], $2::timestamptz[], $3::text[]) AS r(patient_id, as_of, id)
  WHERE score.patient_id = r.patient_id AND score.as_of = r.as_of AND score.id = r.id
    AND score.as_of BETWEEN $5 AND $6 AND score.superseded_at IS NULL`;

const HOLDS_AGAIN = `ON CONFLICT (patient_id, as_of, id) DO UPDATE SET superseded_at = excluded.superseded_at
  WHERE score.superseded_at IS DISTINCT FROM excluded.superseded_at`;

/** Writes alerts as they stand and their history. Answers with those that changed, as stored. */
export async function writeAlerts(
  { client, send }: { readonly client: ClientBase; readonly send: Send },
  effects: BatchEffects,
  wardOf: (patientId: string) => string | null,
): Promise<readonly AlertRow[]> {
  const alerts = effects.patients.flatMap(({ patientId, alerts }): PlacedAlert[] =>
    alerts.map((alert) => ({ alert, wardId: wardOf(patientId) })),
  );
  const changed = await insertRows<PlacedAlert, AlertRow>(
    client,
    { table: 'alert', columns: ALERT_COLUMNS, tail: CHANGED_ALERT },
    alerts,
  );
  const versions = changed.map((row) => ({ row, knownAt: effects.knownAt }));
  send(insertRows(client, { table: 'alert_version', columns: VERSION_COLUMNS }, versions));
  const transitions = effects.patients.flatMap((patient) => patient.transitions);
  send(insertRows(client, { table: 'alert_transition', columns: TRANSITION_COLUMNS }, transitions));
  const told = transitions.filter((transition) => transition.told !== null);
  send(insertRows(client, { table: 'notice_outbox', columns: NOTICE_COLUMNS }, told));
  return changed;
}

interface ChangedVersion {
  readonly row: AlertRow;
  readonly knownAt: EpochMs;
}

const VERSION_COLUMNS: readonly Column<ChangedVersion>[] = [
  column('alert_id', 'text', ({ row }) => row.id),
  column('patient_id', 'text', ({ row }) => row.patient_id),
  column('known_at', 'timestamptz', ({ knownAt }) => knownAt),
  column('body', 'jsonb', ({ row }) => alertStateOf(row)),
];

const MUTABLE = [
  'ward_id',
  'priority',
  'state',
  'state_since',
  'reason',
  'score_id',
  'holder',
  'holder_account',
  'escalates_at',
  'cause',
  'risk_at_raise',
  'risk_at_snooze',
  'step',
  'declined',
  'declined_duties',
  'kept',
];

/** A patient who left every board keeps the ward of the alert. */
function next(name: string): string {
  return name === 'ward_id' ? 'coalesce(excluded.ward_id, alert.ward_id)' : `excluded.${name}`;
}

const CHANGED_ALERT = `ON CONFLICT (id) DO UPDATE SET ${MUTABLE.map((name) => `${name} = ${next(name)}`).join(', ')}
  WHERE (${MUTABLE.map((name) => `alert.${name}`).join(', ')}) IS DISTINCT FROM (${MUTABLE.map(next).join(', ')})
  RETURNING *`;
