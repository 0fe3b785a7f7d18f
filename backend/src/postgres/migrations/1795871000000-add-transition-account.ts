import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whose account moved an alert; null = a rule, or before this was kept. People could once be called as the machine signs: whoever did is found in
 * the audit, so that nobody's closing looks like a rule's. What was written stays as it was.
 */
const UP = [
  'ALTER TABLE alert_transition ADD COLUMN account text',
  'ALTER TABLE alert_transition DISABLE TRIGGER alert_transition_append_only',
  `UPDATE alert_transition t SET account = done.actor FROM (
     SELECT DISTINCT ON (m.id) m.id, a.actor FROM alert_transition m
     JOIN audit_entry a ON a.subject = m.alert_id AND a.at >= m.at AND a.action = ANY(CASE
       WHEN m.to_state = 'resolved' THEN ARRAY['alert.resolve']
       WHEN m.to_state = 'snoozed' THEN ARRAY['alert.snooze']
       WHEN m.to_state = 'acknowledged' THEN ARRAY['alert.acknowledge', 'alert.take']
       WHEN m.to_state = 'raised' AND starts_with(m.reason, 'Declined: ') THEN ARRAY['alert.decline']
       ELSE ARRAY[]::text[] END)
     WHERE m.by = 'system' ORDER BY m.id, a.at, a.id
   ) done WHERE done.id = t.id`,
  'ALTER TABLE alert_transition ENABLE TRIGGER alert_transition_append_only',
  // Reviews are summarised anew with it.
  `DELETE FROM review_patient WHERE patient_id IN (
     SELECT a.patient_id FROM alert a JOIN alert_transition t ON t.alert_id = a.id WHERE t.account IS NOT NULL)`,
];

export class AddTransitionAccount1795871000000 implements MigrationInterface {
  name = 'AddTransitionAccount1795871000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE alert_transition DROP COLUMN account');
  }
}
