import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers of a model in the shadow. */
const UP = [
  `CREATE TABLE shadow_score (
    model_checksum text NOT NULL,
    patient_id text NOT NULL,
    score_id text NOT NULL,
    model_version text NOT NULL,
    as_of timestamptz NOT NULL,
    known_at timestamptz NOT NULL,
    next24h double precision,
    by48h double precision,
    by7d double precision,
    admission double precision,
    PRIMARY KEY (model_checksum, patient_id, score_id)
  )`,
  'CREATE INDEX shadow_score_as_of ON shadow_score (as_of)',
];

export class CreateShadowScore1795741200000 implements MigrationInterface {
  name = 'CreateShadowScore1795741200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE shadow_score');
  }
}
