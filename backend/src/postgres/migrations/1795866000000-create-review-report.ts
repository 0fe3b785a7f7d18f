import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports of months with the figures they were composed with. One that is not provisional is never changed. */
export class CreateReviewReport1795866000000 implements MigrationInterface {
  name = 'CreateReviewReport1795866000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE review_report (
      month text NOT NULL,
      provisional boolean NOT NULL,
      composed_at timestamptz NOT NULL,
      composed_by text,
      model_version text NOT NULL,
      stays integer NOT NULL,
      ends integer NOT NULL,
      body jsonb NOT NULL,
      PRIMARY KEY (month, provisional)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE review_report');
  }
}
