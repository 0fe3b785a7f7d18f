import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when everything is in the summaries: one row, none before the first time. */
export class CreateReviewProgress1795869000000 implements MigrationInterface {
  name = 'CreateReviewProgress1795869000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE review_progress (
      id boolean PRIMARY KEY DEFAULT true CHECK (id),
      counted_to timestamptz NOT NULL
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE review_progress');
  }
}
