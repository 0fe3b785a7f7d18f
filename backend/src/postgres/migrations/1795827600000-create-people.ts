import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles and wards of accounts, tokens of programs, and the audit that nobody changes. */
const UP = [
  `ALTER TABLE account
    ADD COLUMN name text NOT NULL DEFAULT '',
    ADD COLUMN wards text[],
    ADD COLUMN disabled_at timestamptz,
    ALTER COLUMN password_hash DROP NOT NULL`,
  `UPDATE account SET name = CASE WHEN username = 'admin' THEN 'Administrator' ELSE username END`,
  `CREATE TABLE api_token (
    id text PRIMARY KEY,
    digest text NOT NULL UNIQUE,
    username text NOT NULL REFERENCES account ON DELETE CASCADE,
    label text NOT NULL,
    created_at timestamptz NOT NULL,
    created_by text NOT NULL,
    expires_at timestamptz,
    revoked_at timestamptz
  )`,
  `CREATE TABLE audit_entry (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    actor text NOT NULL,
    role text,
    action text NOT NULL,
    patient_id text,
    ward_id text,
    subject text,
    origin text,
    detail jsonb
  )`,
  `CREATE INDEX audit_entry_time ON audit_entry (at)`,
  `CREATE INDEX audit_entry_patient ON audit_entry (patient_id, at) WHERE patient_id IS NOT NULL`,
  `CREATE INDEX audit_entry_actor ON audit_entry (actor, at)`,
  // The grant stops whoever the product connects as, its owner too; the trigger also a superuser, as the embedded server's is.
  `REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM PUBLIC, CURRENT_USER`,
  `CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the audit is only ever added to' USING ERRCODE = '42501'; END $$`,
  `CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only()`,
];

export class CreatePeople1795827600000 implements MigrationInterface {
  name = 'CreatePeople1795827600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_entry');
    await runner.query('DROP FUNCTION audit_is_append_only');
    await runner.query('DROP TABLE api_token');
    // Who has no password cannot sign in to the version before.
    await runner.query('DELETE FROM account WHERE password_hash IS NULL');
    await runner.query(`ALTER TABLE account DROP COLUMN name,
      DROP COLUMN wards, DROP COLUMN disabled_at, ALTER COLUMN password_hash SET NOT NULL`);
  }
}
