import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What END was, by somebody who has read the stay. A judgement that is changed is a new one. */
export class CreateAdjudication1795874000000 implements MigrationInterface {
  name = 'CreateAdjudication1795874000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE end_adjudication (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      encounter_id text NOT NULL,
      judgement text NOT NULL,
      at timestamptz,
      cause text,
      reason text,
      decided_at timestamptz NOT NULL,
      by text NOT NULL
    )`);
    await runner.query(
      'CREATE INDEX end_adjudication_newest ON end_adjudication (encounter_id, id)',
    );
    await runner.query(`CREATE TRIGGER end_adjudication_append_only
      BEFORE UPDATE OR DELETE OR TRUNCATE ON end_adjudication
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE end_adjudication');
  }
}
