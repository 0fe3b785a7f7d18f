import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When somebody moved last, to ten minutes, and until when nobody can wait for the review any more: whose summary is old is asked for every few
 * seconds, and must not be sought among everybody who ever was there.
 */
const UP = [
  'ALTER TABLE patient ADD COLUMN moved_at timestamptz NOT NULL DEFAULT now()',
  'CREATE INDEX patient_moved ON patient (moved_at)',
  'ALTER TABLE review_progress ADD COLUMN settled_at timestamptz',
];

export class AddPatientMovedAt1795872000000 implements MigrationInterface {
  name = 'AddPatientMovedAt1795872000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE review_progress DROP COLUMN settled_at');
    await runner.query('ALTER TABLE patient DROP COLUMN moved_at');
  }
}
