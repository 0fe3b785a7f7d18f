import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose account an alert is with, who has said no to it, and how high the risk was when it was snoozed. */
const UP = [
  `ALTER TABLE alert ADD COLUMN holder_account text, ADD COLUMN risk_at_snooze double precision,
     ADD COLUMN declined_duties jsonb NOT NULL DEFAULT '[]'`,
  // Whose name nobody shares is known; of the others nobody can say.
  `UPDATE alert SET holder_account = only_one.username
   FROM (SELECT name, min(username) AS username FROM account GROUP BY name HAVING count(*) = 1) only_one
   WHERE only_one.name = alert.holder AND alert.state IN ('acknowledged', 'snoozed')`,
  `CREATE INDEX alert_holder_account ON alert (holder_account) WHERE state <> 'resolved'`,
];

export class AddAlertHolderAccount1795867000000 implements MigrationInterface {
  name = 'AddAlertHolderAccount1795867000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE alert DROP COLUMN holder_account, DROP COLUMN risk_at_snooze, DROP COLUMN declined_duties',
    );
  }
}
