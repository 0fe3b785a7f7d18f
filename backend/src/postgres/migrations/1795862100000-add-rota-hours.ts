import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices that wait for the end of quiet hours; what somebody keeps over the end of a shift. */
const UP = [
  // A version before this one does not look at it, and tells at once.
  `ALTER TABLE notice_outbox ADD COLUMN not_before timestamptz`,
  `ALTER TABLE alert ADD COLUMN kept boolean NOT NULL DEFAULT false`,
];

export class AddRotaHours1795862100000 implements MigrationInterface {
  name = 'AddRotaHours1795862100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE alert DROP COLUMN kept');
    await runner.query('ALTER TABLE notice_outbox DROP COLUMN not_before');
  }
}
