import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scores that are still to be told outside, by their keys: the message is made of the score when it is sent. */
const UP = `CREATE TABLE score_outbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    patient_ids text[] NOT NULL,
    as_of timestamptz[] NOT NULL,
    score_ids text[] NOT NULL,
    count integer NOT NULL,
    created_at timestamptz NOT NULL
  )`;

export class CreateScoreOutbox1795654800000 implements MigrationInterface {
  name = 'CreateScoreOutbox1795654800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE score_outbox');
  }
}
