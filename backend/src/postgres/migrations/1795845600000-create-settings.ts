import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an administrator has set. The newest of a name and ward holds; none is ever changed. */
export class CreateSettings1795845600000 implements MigrationInterface {
  name = 'CreateSettings1795845600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE site_setting (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      name text NOT NULL,
      ward_id text,
      value jsonb,
      at timestamptz NOT NULL,
      by text NOT NULL
    )`);
    await runner.query('CREATE INDEX site_setting_name ON site_setting (name, ward_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE site_setting');
  }
}
