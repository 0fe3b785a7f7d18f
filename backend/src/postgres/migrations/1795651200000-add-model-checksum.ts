import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which artefact a score came from: a version is a name only, and a model can be trained again under it. Unknown for the rows there are. */
export class AddModelChecksum1795651200000 implements MigrationInterface {
  name = 'AddModelChecksum1795651200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE score ADD COLUMN model_checksum text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE score DROP COLUMN model_checksum');
  }
}
