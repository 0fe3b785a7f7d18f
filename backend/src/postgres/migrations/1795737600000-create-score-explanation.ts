import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Explanations of scores, kept for whoever asks again. */
const UP = [
  `CREATE TABLE score_explanation (
    patient_id text NOT NULL,
    score_id text NOT NULL,
    as_of timestamptz NOT NULL,
    method integer NOT NULL,
    body jsonb NOT NULL,
    PRIMARY KEY (patient_id, score_id)
  )`,
  'CREATE INDEX score_explanation_as_of ON score_explanation (as_of)',
];

export class CreateScoreExplanation1795737600000 implements MigrationInterface {
  name = 'CreateScoreExplanation1795737600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE score_explanation');
  }
}
