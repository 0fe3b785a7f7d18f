import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a change comes from, beside the change; and what scorers say of themselves. All may be null: older processes go on beside newer ones. */
const UP = [
  `ALTER TABLE board_event
    ADD COLUMN round_id text,
    ADD COLUMN broker_at timestamptz,
    ADD COLUMN traceparent text,
    ADD COLUMN written_at timestamptz`,
  // Apart from the column, so that no stored row is written anew.
  `ALTER TABLE board_event ALTER COLUMN written_at SET DEFAULT clock_timestamp()`,
  `ALTER TABLE process_status
    ADD COLUMN log_away_since timestamptz,
    ADD COLUMN failing_since timestamptz,
    ADD COLUMN newest_record_at timestamptz`,
];

export class FollowChanges1795521600000 implements MigrationInterface {
  name = 'FollowChanges1795521600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE process_status DROP COLUMN log_away_since, DROP COLUMN failing_since, DROP COLUMN newest_record_at`,
    );
    await runner.query(
      `ALTER TABLE board_event DROP COLUMN round_id, DROP COLUMN broker_at, DROP COLUMN traceparent, DROP COLUMN written_at`,
    );
  }
}
