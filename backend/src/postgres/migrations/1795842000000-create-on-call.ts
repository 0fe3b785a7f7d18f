import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is on duty when, how they are reached, what they were told and whether it got there. */
const UP = [
  // A shift is never changed: it is withdrawn and another one made, so that the rota of any moment is known as it was known then.
  `CREATE TABLE duty_shift (
    id text PRIMARY KEY,
    ward_id text,
    duty text NOT NULL CHECK (duty IN ('nurse-in-charge', 'first-on-call', 'second-on-call')),
    username text NOT NULL REFERENCES account,
    from_time timestamptz NOT NULL,
    to_time timestamptz NOT NULL CHECK (to_time > from_time),
    origin text NOT NULL CHECK (origin IN ('planned', 'swap', 'cover')),
    replaces text,
    made_at timestamptz NOT NULL,
    made_by text NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_by text
  )`,
  `CREATE INDEX duty_shift_time ON duty_shift (to_time) WHERE withdrawn_at IS NULL`,
  `CREATE TABLE contact (
    id text PRIMARY KEY,
    username text NOT NULL REFERENCES account ON DELETE CASCADE,
    channel text NOT NULL CHECK (channel IN ('web-push', 'webhook', 'email')),
    address text NOT NULL,
    keys jsonb,
    label text NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (channel, address)
  )`,
  `CREATE INDEX contact_username ON contact (username)`,
  `CREATE TABLE notice (
    id text PRIMARY KEY,
    alert_ids text[] NOT NULL,
    body jsonb NOT NULL,
    created_at timestamptz NOT NULL
  )`,
  `CREATE INDEX notice_alerts ON notice USING gin (alert_ids)`,
  `CREATE TABLE delivery (
    id text PRIMARY KEY,
    notice_id text NOT NULL REFERENCES notice ON DELETE CASCADE,
    username text NOT NULL,
    contact_id text,
    channel text NOT NULL,
    clear boolean NOT NULL,
    state text NOT NULL,
    tries integer NOT NULL DEFAULT 0,
    next_at timestamptz,
    claimed_until timestamptz,
    sent_at timestamptz,
    confirmed_at timestamptz,
    problem text,
    receipt_digest text
  )`,
  `CREATE INDEX delivery_due ON delivery (next_at) WHERE next_at IS NOT NULL`,
  `CREATE INDEX delivery_notice ON delivery (notice_id)`,
  `CREATE TABLE server_secret (name text PRIMARY KEY, value jsonb NOT NULL)`,
];

export class CreateOnCall1795842000000 implements MigrationInterface {
  name = 'CreateOnCall1795842000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['server_secret', 'delivery', 'notice', 'contact', 'duty_shift']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
