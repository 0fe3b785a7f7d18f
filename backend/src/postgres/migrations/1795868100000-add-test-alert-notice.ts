import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the notice of a test alert was last taken by who delivers notices. */
export class AddTestAlertNotice1795868100000 implements MigrationInterface {
  name = 'AddTestAlertNotice1795868100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE canary ADD COLUMN handed_out_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE canary DROP COLUMN handed_out_at');
  }
}
