import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What goes out: scores, alerts, tiles, and the numbered changes of each ward. */
const UP = [
  `CREATE TABLE score (
    patient_id text NOT NULL,
    as_of timestamptz NOT NULL,
    id text NOT NULL,
    known_at timestamptz NOT NULL,
    superseded_at timestamptz,
    hours_since_admission double precision NOT NULL,
    next24h double precision NOT NULL,
    by48h double precision,
    by7d double precision,
    admission double precision,
    hazards bytea NOT NULL,
    model_version text NOT NULL,
    code_version text NOT NULL,
    feature_set text NOT NULL,
    feature_values bytea NOT NULL,
    feature_missing bytea NOT NULL,
    feature_ages bytea NOT NULL,
    report_keys jsonb NOT NULL,
    report_vector bytea,
    missing jsonb NOT NULL,
    out_of_population jsonb NOT NULL,
    PRIMARY KEY (patient_id, as_of, id)
  ) PARTITION BY RANGE (as_of)`,
  `CREATE INDEX score_id ON score (id)`,
  `CREATE TABLE score_default PARTITION OF score DEFAULT`,
  `CREATE TABLE alert (
    id text PRIMARY KEY,
    patient_id text NOT NULL,
    ward_id text,
    kind text NOT NULL,
    priority text NOT NULL,
    state text NOT NULL,
    raised_at timestamptz NOT NULL,
    state_since timestamptz NOT NULL,
    reason text NOT NULL,
    score_id text,
    holder text,
    escalates_at timestamptz,
    cause text NOT NULL,
    risk_at_raise double precision
  )`,
  `CREATE INDEX alert_patient ON alert (patient_id, raised_at)`,
  `CREATE INDEX alert_open ON alert (patient_id) WHERE state <> 'resolved'`,
  `CREATE TABLE alert_transition (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alert_id text NOT NULL,
    at timestamptz NOT NULL,
    from_state text,
    to_state text NOT NULL,
    by text NOT NULL,
    reason text NOT NULL
  )`,
  `CREATE INDEX alert_transition_alert ON alert_transition (alert_id, id)`,
  `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
  `CREATE TRIGGER alert_transition_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON alert_transition
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  `CREATE TABLE ward (
    id text PRIMARY KEY,
    name text NOT NULL,
    sequence bigint NOT NULL
  ) WITH (fillfactor = 50)`,
  `CREATE TABLE board_row (
    patient_id text PRIMARY KEY,
    ward_id text NOT NULL,
    body jsonb NOT NULL
  ) WITH (fillfactor = 70)`,
  `CREATE INDEX board_row_ward ON board_row (ward_id)`,
  `CREATE TABLE board_event (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamptz NOT NULL,
    at timestamptz NOT NULL,
    body json NOT NULL,
    PRIMARY KEY (ward_id, sequence, known_at)
  ) PARTITION BY RANGE (known_at)`,
  `CREATE TABLE board_event_default PARTITION OF board_event DEFAULT`,
  `CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic text NOT NULL,
    key text,
    headers jsonb NOT NULL,
    value bytea NOT NULL,
    created_at timestamptz NOT NULL
  )`,
];

const TABLES = ['score', 'alert', 'alert_transition', 'ward', 'board_row', 'board_event', 'outbox'];

export class CreateBoard1795435260000 implements MigrationInterface {
  name = 'CreateBoard1795435260000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${TABLES.join(', ')}`);
    await runner.query('DROP FUNCTION refuse_change()');
  }
}
