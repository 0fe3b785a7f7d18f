import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What tells whether a score still holds, beside its inputs: they are most of a row and need not be read for that. Unknown for the rows there are. */
export class AddFingerprint1795748400000 implements MigrationInterface {
  name = 'AddFingerprint1795748400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE score ADD COLUMN fingerprint text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE score DROP COLUMN fingerprint');
  }
}
