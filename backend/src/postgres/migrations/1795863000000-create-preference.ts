import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an account has chosen for itself. */
export class CreatePreference1795863000000 implements MigrationInterface {
  name = 'CreatePreference1795863000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE account_preference (
      username text PRIMARY KEY REFERENCES account ON DELETE CASCADE,
      value jsonb NOT NULL,
      at timestamptz NOT NULL
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE account_preference');
  }
}
