import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tables of the event log for those who run without Kafka; empty otherwise. A copy of what the event log says of itself, as migrations are:
 * a spec compares the two.
 */
const UP = [
  `CREATE TABLE IF NOT EXISTS log_partition (
    topic text NOT NULL,
    partition integer NOT NULL,
    next_offset bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (topic, partition)
  )`,
  `CREATE TABLE IF NOT EXISTS log_record (
    topic text NOT NULL,
    partition integer NOT NULL,
    "offset" bigint NOT NULL,
    key bytea,
    headers jsonb NOT NULL DEFAULT '{}',
    value bytea NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (topic, partition, "offset")
  )`,
  'ALTER TABLE log_record ALTER COLUMN value SET STORAGE external',
  'CREATE INDEX IF NOT EXISTS log_record_at ON log_record USING brin (at)',
];

export class CreateEventLog1795435380000 implements MigrationInterface {
  name = 'CreateEventLog1795435380000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE log_record, log_partition');
  }
}
