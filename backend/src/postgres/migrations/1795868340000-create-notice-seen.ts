import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has seen a notice on the pages, by whatever else they could be reached; it goes with its notice. */
export class CreateNoticeSeen1795868340000 implements MigrationInterface {
  name = 'CreateNoticeSeen1795868340000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE notice_seen (
      notice_id text NOT NULL REFERENCES notice ON DELETE CASCADE,
      username text NOT NULL,
      at timestamptz NOT NULL,
      PRIMARY KEY (notice_id, username)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notice_seen');
  }
}
