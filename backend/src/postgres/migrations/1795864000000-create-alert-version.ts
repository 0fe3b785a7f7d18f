import type { MigrationInterface, QueryRunner } from 'typeorm';

const ms = (time: string): string => `round(date_part('epoch', ${time}) * 1000)`;

/** An alert as it stood from a moment on, so that what a board showed can be shown again. Append-only. */
const UP = [
  `CREATE TABLE alert_version (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alert_id text NOT NULL,
    patient_id text NOT NULL,
    known_at timestamptz NOT NULL,
    body jsonb NOT NULL
  )`,
  `CREATE INDEX alert_version_patient ON alert_version (patient_id, id)`,
  // Of alerts from before: as far as their history says it. The last version is the alert itself.
  `INSERT INTO alert_version (alert_id, patient_id, known_at, body)
   SELECT a.id, a.patient_id, t.at, jsonb_build_object(
     'id', a.id, 'patientId', a.patient_id, 'kind', a.kind, 'priority', a.priority, 'state', t.to_state,
     'raisedAt', ${ms('a.raised_at')}, 'stateSince', ${ms('t.at')},
     'reason', CASE WHEN t.last THEN a.reason ELSE t.raised_for END, 'scoreId', a.score_id,
     'holder', CASE WHEN t.last THEN a.holder WHEN t.to_state IN ('acknowledged', 'snoozed') THEN t.by END,
     'escalatesAt', CASE WHEN t.last THEN ${ms('a.escalates_at')} END,
     'step', a.step, 'declined', a.declined, 'cause', a.cause, 'riskAtRaise', a.risk_at_raise)
   FROM alert a JOIN (
     SELECT alert_id, id, at, to_state, by,
       first_value(reason) OVER (PARTITION BY alert_id ORDER BY id) AS raised_for,
       lead(id) OVER (PARTITION BY alert_id ORDER BY id) IS NULL AS last
     FROM alert_transition
   ) t ON t.alert_id = a.id ORDER BY t.id`,
];

export class CreateAlertVersion1795864000000 implements MigrationInterface {
  name = 'CreateAlertVersion1795864000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE alert_version');
  }
}
