import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By week: inputs beside those the model learned from, and what was forecast beside what came. */
const UP = [
  `CREATE TABLE input_drift (
    model_checksum text NOT NULL,
    week timestamptz NOT NULL,
    feature text NOT NULL,
    patients integer NOT NULL,
    missing integer NOT NULL,
    expected_missing double precision NOT NULL,
    psi double precision,
    PRIMARY KEY (model_checksum, week, feature)
  )`,
  `CREATE TABLE outcome_drift (
    model_checksum text NOT NULL,
    week timestamptz NOT NULL,
    stays integer NOT NULL,
    ends integer NOT NULL,
    expected double precision NOT NULL,
    PRIMARY KEY (model_checksum, week)
  )`,
];

export class CreateDrift1795744800000 implements MigrationInterface {
  name = 'CreateDrift1795744800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outcome_drift');
    await runner.query('DROP TABLE input_drift');
  }
}
