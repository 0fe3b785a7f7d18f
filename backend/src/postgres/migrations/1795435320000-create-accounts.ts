import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may sign in, their sessions, and how the scorers are doing. */
const UP = [
  `CREATE TABLE account (
    username text PRIMARY KEY,
    password_hash text NOT NULL,
    role text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  // Only the digest: a copy of the table opens no session.
  `CREATE TABLE session (
    digest text PRIMARY KEY,
    username text NOT NULL REFERENCES account ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  )`,
  `CREATE INDEX session_expiry ON session (expires_at)`,
  `CREATE TABLE process_status (
    process_id text PRIMARY KEY,
    reported_at timestamptz NOT NULL,
    lag_seconds double precision NOT NULL
  ) WITH (fillfactor = 50)`,
];

export class CreateAccounts1795435320000 implements MigrationInterface {
  name = 'CreateAccounts1795435320000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['process_status', 'session', 'account']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
