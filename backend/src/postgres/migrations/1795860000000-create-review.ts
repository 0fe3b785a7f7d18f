import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What quality reviews read: one row for each stay, made from the stored facts and made anew when a patient's version has moved. `revision` says
 * whether a row is still the one that a process holds in memory.
 */
const UP = [
  `CREATE SEQUENCE review_revision`,
  `CREATE TABLE review_patient (
    patient_id text PRIMARY KEY,
    version bigint NOT NULL,
    directory_version bigint NOT NULL,
    summarised_at timestamptz NOT NULL
  ) WITH (fillfactor = 70)`,
  `CREATE INDEX review_patient_time ON review_patient (summarised_at)`,
  `CREATE TABLE review_stay (
    patient_id text NOT NULL,
    encounter_id text NOT NULL,
    ward_id text,
    admitted_at timestamptz NOT NULL,
    discharged_at timestamptz,
    end_status text NOT NULL,
    end_at timestamptz,
    facts jsonb NOT NULL,
    course bytea NOT NULL,
    alerts jsonb NOT NULL,
    revision bigint NOT NULL DEFAULT nextval('review_revision'),
    PRIMARY KEY (patient_id, encounter_id)
  )`,
  `CREATE UNIQUE INDEX review_stay_revision ON review_stay (revision)`,
  `CREATE INDEX review_stay_ward ON review_stay (ward_id, admitted_at)`,
  `CREATE TABLE review_cohort (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    created_by text NOT NULL,
    filter jsonb NOT NULL,
    stays jsonb NOT NULL
  )`,
];

export class CreateReview1795860000000 implements MigrationInterface {
  name = 'CreateReview1795860000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE review_cohort, review_stay, review_patient');
    await runner.query('DROP SEQUENCE review_revision');
  }
}
