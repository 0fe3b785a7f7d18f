import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far an alert has gone on to others, and who still has to be told of it. */
const UP = [
  `ALTER TABLE alert ADD COLUMN step integer NOT NULL DEFAULT 0,
    ADD COLUMN declined boolean NOT NULL DEFAULT false`,
  `ALTER TABLE alert_transition ADD COLUMN told text`,
  // Written with the transition, struck off with the deliveries it becomes.
  `CREATE TABLE notice_outbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alert_id text NOT NULL,
    told text NOT NULL,
    at timestamptz NOT NULL
  )`,
];

export class AddEscalation1795838400000 implements MigrationInterface {
  name = 'AddEscalation1795838400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notice_outbox');
    await runner.query('ALTER TABLE alert_transition DROP COLUMN told');
    await runner.query('ALTER TABLE alert DROP COLUMN step, DROP COLUMN declined');
  }
}
