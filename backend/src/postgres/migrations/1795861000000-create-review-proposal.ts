import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Other alert policies that were proposed to the administrator, with the numbers they were proposed with. No row is ever changed. */
export class CreateReviewProposal1795861000000 implements MigrationInterface {
  name = 'CreateReviewProposal1795861000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE review_proposal (
      id uuid PRIMARY KEY,
      at timestamptz NOT NULL,
      by text NOT NULL,
      note text NOT NULL,
      cohort text NOT NULL,
      stays integer NOT NULL,
      ends integer NOT NULL,
      patient_days double precision NOT NULL,
      proposed jsonb NOT NULL,
      today jsonb NOT NULL
    )`);
    await runner.query('CREATE INDEX review_proposal_at ON review_proposal (at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE review_proposal');
  }
}
