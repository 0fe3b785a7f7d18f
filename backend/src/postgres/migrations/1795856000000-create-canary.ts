import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the processes know together of the test alert; one row. The first one is due an interval after this. */
const UP = [
  `CREATE TABLE canary (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    number integer NOT NULL DEFAULT 0,
    sent_at timestamptz NOT NULL DEFAULT now(),
    told_at timestamptz
  )`,
  `INSERT INTO canary DEFAULT VALUES`,
];

export class CreateCanary1795856000000 implements MigrationInterface {
  name = 'CreateCanary1795856000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE canary');
  }
}
