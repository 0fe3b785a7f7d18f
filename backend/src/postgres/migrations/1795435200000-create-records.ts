import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came in: offsets, messages taken, patients, and every version of every record. */
const UP = [
  `CREATE TABLE consumer_offset (
    topic text NOT NULL,
    partition integer NOT NULL,
    next_offset bigint NOT NULL,
    PRIMARY KEY (topic, partition)
  ) WITH (fillfactor = 50)`,
  // The digest of ce_source and ce_id: senders may choose ids too long for an index.
  `CREATE TABLE seen_message (
    digest uuid PRIMARY KEY,
    seen_at timestamptz NOT NULL
  )`,
  `CREATE INDEX seen_message_seen_at ON seen_message USING brin (seen_at)`,
  `CREATE TABLE patient (
    patient_id text PRIMARY KEY,
    partition integer NOT NULL,
    version bigint NOT NULL,
    admitted_at timestamptz,
    discharged_at timestamptz,
    encounter_id text,
    location_ids text[] NOT NULL DEFAULT '{}',
    merged_into text,
    next_wake_at timestamptz,
    newest_fact_at timestamptz
  ) WITH (fillfactor = 70)`,
  `CREATE INDEX patient_wake ON patient (partition, next_wake_at) WHERE next_wake_at IS NOT NULL`,
  `CREATE INDEX patient_merged ON patient (merged_into) WHERE merged_into IS NOT NULL`,
  `CREATE TABLE clinical_record (
    patient_id text NOT NULL,
    record_id uuid NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    type text NOT NULL,
    status text NOT NULL,
    retracted boolean NOT NULL,
    effective_at timestamptz NOT NULL,
    issued_at timestamptz,
    broker_at timestamptz NOT NULL,
    ingested_at timestamptz NOT NULL,
    source text,
    body jsonb NOT NULL,
    PRIMARY KEY (patient_id, record_id)
  )`,
  `CREATE TABLE report (
    patient_id text NOT NULL,
    record_id uuid NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    retracted boolean NOT NULL,
    effective_at timestamptz NOT NULL,
    issued_at timestamptz,
    broker_at timestamptz NOT NULL,
    ingested_at timestamptz NOT NULL,
    source text,
    title text,
    text text NOT NULL,
    PRIMARY KEY (patient_id, record_id)
  )`,
  `CREATE TABLE report_vector (
    patient_id text NOT NULL,
    record_id uuid NOT NULL,
    model_version text NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    vector bytea NOT NULL,
    PRIMARY KEY (patient_id, record_id, model_version)
  )`,
  // One row for each fact and version; fact_no -1 is a version without facts (a retraction). "routine" marks what is read back for a few
  // days only: versions of nothing but vital signs that correct nothing.
  `CREATE TABLE observation (
    patient_id text NOT NULL,
    effective_at timestamptz NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamptz,
    broker_at timestamptz NOT NULL,
    ingested_at timestamptz NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text,
    PRIMARY KEY (patient_id, effective_at, record_id, fact_no)
  ) PARTITION BY RANGE (effective_at)`,
  `CREATE INDEX observation_lasting ON observation (patient_id, effective_at) WHERE NOT routine`,
  `CREATE TABLE observation_default PARTITION OF observation DEFAULT`,
  `CREATE TABLE rejection (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    code text NOT NULL,
    detail text NOT NULL,
    patient_id text,
    resource text,
    raw bytea NOT NULL,
    door text NOT NULL,
    topic text,
    partition integer,
    "offset" bigint,
    key text,
    headers jsonb NOT NULL,
    broker_at timestamptz NOT NULL,
    ingested_at timestamptz NOT NULL
  )`,
  `CREATE INDEX rejection_code ON rejection (code, id)`,
  `CREATE TABLE location (
    location_id text PRIMARY KEY,
    kind text NOT NULL,
    name text,
    part_of text,
    version text NOT NULL
  )`,
  `CREATE TABLE location_directory (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    version bigint NOT NULL
  )`,
  `INSERT INTO location_directory (version) VALUES (0)`,
];

const TABLES = [
  'consumer_offset',
  'seen_message',
  'patient',
  'clinical_record',
  'report',
  'report_vector',
  'observation',
  'rejection',
  'location',
  'location_directory',
];

export class CreateRecords1795435200000 implements MigrationInterface {
  name = 'CreateRecords1795435200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${TABLES.join(', ')}`);
  }
}
