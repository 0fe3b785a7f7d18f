import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When nobody decided anything, and who has looked after whom since. */
const UP = [
  `CREATE TABLE outage (
    from_time timestamptz PRIMARY KEY,
    to_time timestamptz NOT NULL CHECK (to_time > from_time)
  )`,
  `CREATE TABLE outage_check (
    from_time timestamptz NOT NULL REFERENCES outage ON DELETE CASCADE,
    patient_id text NOT NULL,
    by text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (from_time, patient_id)
  )`,
];

export class CreateOutage1795849200000 implements MigrationInterface {
  name = 'CreateOutage1795849200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outage_check');
    await runner.query('DROP TABLE outage');
  }
}
