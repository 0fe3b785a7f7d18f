SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.account (
    username text NOT NULL,
    password_hash text NOT NULL,
    role text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.alert (
    id text NOT NULL,
    patient_id text NOT NULL,
    ward_id text,
    kind text NOT NULL,
    priority text NOT NULL,
    state text NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    state_since timestamp with time zone NOT NULL,
    reason text NOT NULL,
    score_id text,
    holder text,
    escalates_at timestamp with time zone,
    cause text NOT NULL,
    risk_at_raise double precision
);
CREATE TABLE public.alert_transition (
    id bigint NOT NULL,
    alert_id text NOT NULL,
    at timestamp with time zone NOT NULL,
    from_state text,
    to_state text NOT NULL,
    by text NOT NULL,
    reason text NOT NULL
);
ALTER TABLE public.alert_transition ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.alert_transition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.board_event (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL
)
PARTITION BY RANGE (known_at);
CREATE TABLE public.board_event_default (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL
);
CREATE TABLE public.board_event_p20261109 (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL
);
CREATE TABLE public.board_event_p20261110 (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL
);
CREATE TABLE public.board_event_p20261111 (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL
);
CREATE TABLE public.board_event_p20261112 (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL
);
CREATE TABLE public.board_event_p20261113 (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL
);
CREATE TABLE public.board_event_p20261114 (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL
);
CREATE TABLE public.board_event_p20261115 (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL
);
CREATE TABLE public.board_event_p20261116 (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL
);
CREATE TABLE public.board_event_p20261117 (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL
);
CREATE TABLE public.board_event_p20261118 (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL
);
CREATE TABLE public.board_event_p20261119 (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL
);
CREATE TABLE public.board_event_p20261120 (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL
);
CREATE TABLE public.board_event_p20261121 (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL
);
CREATE TABLE public.board_event_p20261122 (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL
);
CREATE TABLE public.board_event_p20261123 (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL
);
CREATE TABLE public.board_event_p20261124 (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL
);
CREATE TABLE public.board_event_p20261125 (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL
);
CREATE TABLE public.board_event_p20261126 (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL
);
CREATE TABLE public.board_event_p20261127 (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL
);
CREATE TABLE public.board_event_p20261128 (
    ward_id text NOT NULL,
    sequence bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    body json NOT NULL
);
CREATE TABLE public.board_row (
    patient_id text NOT NULL,
    ward_id text NOT NULL,
    body jsonb NOT NULL
)
WITH (fillfactor='70');
CREATE TABLE public.clinical_record (
    patient_id text NOT NULL,
    record_id uuid NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    type text NOT NULL,
    status text NOT NULL,
    retracted boolean NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    source text,
    body jsonb NOT NULL
);
CREATE TABLE public.consumer_offset (
    topic text NOT NULL,
    partition integer NOT NULL,
    next_offset bigint NOT NULL
)
WITH (fillfactor='50');
CREATE TABLE public.location (
    location_id text NOT NULL,
    kind text NOT NULL,
    name text,
    part_of text,
    version text NOT NULL
);
CREATE TABLE public.location_directory (
    only_row boolean DEFAULT true NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT location_directory_only_row_check CHECK (only_row)
);
CREATE TABLE public.log_partition (
    topic text NOT NULL,
    partition integer NOT NULL,
    next_offset bigint DEFAULT 0 NOT NULL
);
CREATE TABLE public.log_record (
    topic text NOT NULL,
    partition integer NOT NULL,
    "offset" bigint NOT NULL,
    key bytea,
    headers jsonb DEFAULT '{}'::jsonb NOT NULL,
    value bytea NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
ALTER TABLE ONLY public.log_record ALTER COLUMN value SET STORAGE EXTERNAL;
CREATE TABLE public.migration (
    id integer NOT NULL,
    "timestamp" bigint NOT NULL,
    name character varying NOT NULL
);
CREATE SEQUENCE public.migration_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.migration_id_seq OWNED BY public.migration.id;
CREATE TABLE public.observation (
    patient_id text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text
)
PARTITION BY RANGE (effective_at);
CREATE TABLE public.observation_default (
    patient_id text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text
);
CREATE TABLE public.observation_p20261109 (
    patient_id text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text
);
CREATE TABLE public.observation_p20261110 (
    patient_id text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text
);
CREATE TABLE public.observation_p20261111 (
    patient_id text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text
);
CREATE TABLE public.observation_p20261112 (
    patient_id text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text
);
CREATE TABLE public.observation_p20261113 (
    patient_id text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text
);
CREATE TABLE public.observation_p20261114 (
    patient_id text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text
);
CREATE TABLE public.observation_p20261115 (
    patient_id text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text
);
CREATE TABLE public.observation_p20261116 (
    patient_id text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text
);
CREATE TABLE public.observation_p20261117 (
    patient_id text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text
);
CREATE TABLE public.observation_p20261118 (
    patient_id text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text
);
CREATE TABLE public.observation_p20261119 (
    patient_id text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text
);
CREATE TABLE public.observation_p20261120 (
    patient_id text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text
);
CREATE TABLE public.observation_p20261121 (
    patient_id text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text
);
CREATE TABLE public.observation_p20261122 (
    patient_id text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text
);
CREATE TABLE public.observation_p20261123 (
    patient_id text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text
);
CREATE TABLE public.observation_p20261124 (
    patient_id text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text
);
CREATE TABLE public.observation_p20261125 (
    patient_id text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text
);
CREATE TABLE public.observation_p20261126 (
    patient_id text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text
);
CREATE TABLE public.observation_p20261127 (
    patient_id text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text
);
CREATE TABLE public.observation_p20261128 (
    patient_id text NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    record_id uuid NOT NULL,
    fact_no smallint NOT NULL,
    fact text,
    value double precision,
    comparator text,
    loinc text,
    routine boolean NOT NULL,
    retracted boolean NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    source text,
    rater text
);
CREATE TABLE public.outbox (
    id bigint NOT NULL,
    topic text NOT NULL,
    key text,
    headers jsonb NOT NULL,
    value bytea NOT NULL,
    created_at timestamp with time zone NOT NULL
);
ALTER TABLE public.outbox ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.outbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.patient (
    patient_id text NOT NULL,
    partition integer NOT NULL,
    version bigint NOT NULL,
    admitted_at timestamp with time zone,
    discharged_at timestamp with time zone,
    encounter_id text,
    location_ids text[] DEFAULT '{}'::text[] NOT NULL,
    merged_into text,
    next_wake_at timestamp with time zone,
    newest_fact_at timestamp with time zone
)
WITH (fillfactor='70');
CREATE TABLE public.process_status (
    process_id text NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    lag_seconds double precision NOT NULL
)
WITH (fillfactor='50');
CREATE TABLE public.rejection (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
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
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL
);
ALTER TABLE public.rejection ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.rejection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.report (
    patient_id text NOT NULL,
    record_id uuid NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    status text NOT NULL,
    retracted boolean NOT NULL,
    effective_at timestamp with time zone NOT NULL,
    issued_at timestamp with time zone,
    broker_at timestamp with time zone NOT NULL,
    ingested_at timestamp with time zone NOT NULL,
    source text,
    title text,
    text text NOT NULL
);
CREATE TABLE public.report_vector (
    patient_id text NOT NULL,
    record_id uuid NOT NULL,
    model_version text NOT NULL,
    resource_key text NOT NULL,
    version text NOT NULL,
    vector bytea NOT NULL
);
CREATE TABLE public.score (
    patient_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    id text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
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
    out_of_population jsonb NOT NULL
)
PARTITION BY RANGE (as_of);
CREATE TABLE public.score_default (
    patient_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    id text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
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
    out_of_population jsonb NOT NULL
);
CREATE TABLE public.score_p20261109 (
    patient_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    id text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
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
    out_of_population jsonb NOT NULL
);
CREATE TABLE public.score_p20261110 (
    patient_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    id text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
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
    out_of_population jsonb NOT NULL
);
CREATE TABLE public.score_p20261111 (
    patient_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    id text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
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
    out_of_population jsonb NOT NULL
);
CREATE TABLE public.score_p20261112 (
    patient_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    id text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
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
    out_of_population jsonb NOT NULL
);
CREATE TABLE public.score_p20261113 (
    patient_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    id text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
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
    out_of_population jsonb NOT NULL
);
CREATE TABLE public.score_p20261114 (
    patient_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    id text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
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
    out_of_population jsonb NOT NULL
);
CREATE TABLE public.score_p20261115 (
    patient_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    id text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
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
    out_of_population jsonb NOT NULL
);
CREATE TABLE public.score_p20261116 (
    patient_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    id text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
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
    out_of_population jsonb NOT NULL
);
CREATE TABLE public.score_p20261117 (
    patient_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    id text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
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
    out_of_population jsonb NOT NULL
);
CREATE TABLE public.score_p20261118 (
    patient_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    id text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
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
    out_of_population jsonb NOT NULL
);
CREATE TABLE public.score_p20261119 (
    patient_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    id text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
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
    out_of_population jsonb NOT NULL
);
CREATE TABLE public.score_p20261120 (
    patient_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    id text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
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
    out_of_population jsonb NOT NULL
);
CREATE TABLE public.score_p20261121 (
    patient_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    id text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
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
    out_of_population jsonb NOT NULL
);
CREATE TABLE public.score_p20261122 (
    patient_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    id text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
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
    out_of_population jsonb NOT NULL
);
CREATE TABLE public.score_p20261123 (
    patient_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    id text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
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
    out_of_population jsonb NOT NULL
);
CREATE TABLE public.score_p20261124 (
    patient_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    id text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
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
    out_of_population jsonb NOT NULL
);
CREATE TABLE public.score_p20261125 (
    patient_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    id text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
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
    out_of_population jsonb NOT NULL
);
CREATE TABLE public.score_p20261126 (
    patient_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    id text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
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
    out_of_population jsonb NOT NULL
);
CREATE TABLE public.score_p20261127 (
    patient_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    id text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
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
    out_of_population jsonb NOT NULL
);
CREATE TABLE public.score_p20261128 (
    patient_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    id text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
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
    out_of_population jsonb NOT NULL
);
CREATE TABLE public.seen_message (
    digest uuid NOT NULL,
    seen_at timestamp with time zone NOT NULL
);
CREATE TABLE public.session (
    digest text NOT NULL,
    username text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
CREATE TABLE public.ward (
    id text NOT NULL,
    name text NOT NULL,
    sequence bigint NOT NULL
)
WITH (fillfactor='50');
ALTER TABLE ONLY public.board_event ATTACH PARTITION public.board_event_default DEFAULT;
ALTER TABLE ONLY public.board_event ATTACH PARTITION public.board_event_p20261109 FOR VALUES FROM ('2026-11-09 00:00:00+00') TO ('2026-11-10 00:00:00+00');
ALTER TABLE ONLY public.board_event ATTACH PARTITION public.board_event_p20261110 FOR VALUES FROM ('2026-11-10 00:00:00+00') TO ('2026-11-11 00:00:00+00');
ALTER TABLE ONLY public.board_event ATTACH PARTITION public.board_event_p20261111 FOR VALUES FROM ('2026-11-11 00:00:00+00') TO ('2026-11-12 00:00:00+00');
ALTER TABLE ONLY public.board_event ATTACH PARTITION public.board_event_p20261112 FOR VALUES FROM ('2026-11-12 00:00:00+00') TO ('2026-11-13 00:00:00+00');
ALTER TABLE ONLY public.board_event ATTACH PARTITION public.board_event_p20261113 FOR VALUES FROM ('2026-11-13 00:00:00+00') TO ('2026-11-14 00:00:00+00');
ALTER TABLE ONLY public.board_event ATTACH PARTITION public.board_event_p20261114 FOR VALUES FROM ('2026-11-14 00:00:00+00') TO ('2026-11-15 00:00:00+00');
ALTER TABLE ONLY public.board_event ATTACH PARTITION public.board_event_p20261115 FOR VALUES FROM ('2026-11-15 00:00:00+00') TO ('2026-11-16 00:00:00+00');
ALTER TABLE ONLY public.board_event ATTACH PARTITION public.board_event_p20261116 FOR VALUES FROM ('2026-11-16 00:00:00+00') TO ('2026-11-17 00:00:00+00');
ALTER TABLE ONLY public.board_event ATTACH PARTITION public.board_event_p20261117 FOR VALUES FROM ('2026-11-17 00:00:00+00') TO ('2026-11-18 00:00:00+00');
ALTER TABLE ONLY public.board_event ATTACH PARTITION public.board_event_p20261118 FOR VALUES FROM ('2026-11-18 00:00:00+00') TO ('2026-11-19 00:00:00+00');
ALTER TABLE ONLY public.board_event ATTACH PARTITION public.board_event_p20261119 FOR VALUES FROM ('2026-11-19 00:00:00+00') TO ('2026-11-20 00:00:00+00');
ALTER TABLE ONLY public.board_event ATTACH PARTITION public.board_event_p20261120 FOR VALUES FROM ('2026-11-20 00:00:00+00') TO ('2026-11-21 00:00:00+00');
ALTER TABLE ONLY public.board_event ATTACH PARTITION public.board_event_p20261121 FOR VALUES FROM ('2026-11-21 00:00:00+00') TO ('2026-11-22 00:00:00+00');
ALTER TABLE ONLY public.board_event ATTACH PARTITION public.board_event_p20261122 FOR VALUES FROM ('2026-11-22 00:00:00+00') TO ('2026-11-23 00:00:00+00');
ALTER TABLE ONLY public.board_event ATTACH PARTITION public.board_event_p20261123 FOR VALUES FROM ('2026-11-23 00:00:00+00') TO ('2026-11-24 00:00:00+00');
ALTER TABLE ONLY public.board_event ATTACH PARTITION public.board_event_p20261124 FOR VALUES FROM ('2026-11-24 00:00:00+00') TO ('2026-11-25 00:00:00+00');
ALTER TABLE ONLY public.board_event ATTACH PARTITION public.board_event_p20261125 FOR VALUES FROM ('2026-11-25 00:00:00+00') TO ('2026-11-26 00:00:00+00');
ALTER TABLE ONLY public.board_event ATTACH PARTITION public.board_event_p20261126 FOR VALUES FROM ('2026-11-26 00:00:00+00') TO ('2026-11-27 00:00:00+00');
ALTER TABLE ONLY public.board_event ATTACH PARTITION public.board_event_p20261127 FOR VALUES FROM ('2026-11-27 00:00:00+00') TO ('2026-11-28 00:00:00+00');
ALTER TABLE ONLY public.board_event ATTACH PARTITION public.board_event_p20261128 FOR VALUES FROM ('2026-11-28 00:00:00+00') TO ('2026-11-29 00:00:00+00');
ALTER TABLE ONLY public.observation ATTACH PARTITION public.observation_default DEFAULT;
ALTER TABLE ONLY public.observation ATTACH PARTITION public.observation_p20261109 FOR VALUES FROM ('2026-11-09 00:00:00+00') TO ('2026-11-10 00:00:00+00');
ALTER TABLE ONLY public.observation ATTACH PARTITION public.observation_p20261110 FOR VALUES FROM ('2026-11-10 00:00:00+00') TO ('2026-11-11 00:00:00+00');
ALTER TABLE ONLY public.observation ATTACH PARTITION public.observation_p20261111 FOR VALUES FROM ('2026-11-11 00:00:00+00') TO ('2026-11-12 00:00:00+00');
ALTER TABLE ONLY public.observation ATTACH PARTITION public.observation_p20261112 FOR VALUES FROM ('2026-11-12 00:00:00+00') TO ('2026-11-13 00:00:00+00');
ALTER TABLE ONLY public.observation ATTACH PARTITION public.observation_p20261113 FOR VALUES FROM ('2026-11-13 00:00:00+00') TO ('2026-11-14 00:00:00+00');
ALTER TABLE ONLY public.observation ATTACH PARTITION public.observation_p20261114 FOR VALUES FROM ('2026-11-14 00:00:00+00') TO ('2026-11-15 00:00:00+00');
ALTER TABLE ONLY public.observation ATTACH PARTITION public.observation_p20261115 FOR VALUES FROM ('2026-11-15 00:00:00+00') TO ('2026-11-16 00:00:00+00');
ALTER TABLE ONLY public.observation ATTACH PARTITION public.observation_p20261116 FOR VALUES FROM ('2026-11-16 00:00:00+00') TO ('2026-11-17 00:00:00+00');
ALTER TABLE ONLY public.observation ATTACH PARTITION public.observation_p20261117 FOR VALUES FROM ('2026-11-17 00:00:00+00') TO ('2026-11-18 00:00:00+00');
ALTER TABLE ONLY public.observation ATTACH PARTITION public.observation_p20261118 FOR VALUES FROM ('2026-11-18 00:00:00+00') TO ('2026-11-19 00:00:00+00');
ALTER TABLE ONLY public.observation ATTACH PARTITION public.observation_p20261119 FOR VALUES FROM ('2026-11-19 00:00:00+00') TO ('2026-11-20 00:00:00+00');
ALTER TABLE ONLY public.observation ATTACH PARTITION public.observation_p20261120 FOR VALUES FROM ('2026-11-20 00:00:00+00') TO ('2026-11-21 00:00:00+00');
ALTER TABLE ONLY public.observation ATTACH PARTITION public.observation_p20261121 FOR VALUES FROM ('2026-11-21 00:00:00+00') TO ('2026-11-22 00:00:00+00');
ALTER TABLE ONLY public.observation ATTACH PARTITION public.observation_p20261122 FOR VALUES FROM ('2026-11-22 00:00:00+00') TO ('2026-11-23 00:00:00+00');
ALTER TABLE ONLY public.observation ATTACH PARTITION public.observation_p20261123 FOR VALUES FROM ('2026-11-23 00:00:00+00') TO ('2026-11-24 00:00:00+00');
ALTER TABLE ONLY public.observation ATTACH PARTITION public.observation_p20261124 FOR VALUES FROM ('2026-11-24 00:00:00+00') TO ('2026-11-25 00:00:00+00');
ALTER TABLE ONLY public.observation ATTACH PARTITION public.observation_p20261125 FOR VALUES FROM ('2026-11-25 00:00:00+00') TO ('2026-11-26 00:00:00+00');
ALTER TABLE ONLY public.observation ATTACH PARTITION public.observation_p20261126 FOR VALUES FROM ('2026-11-26 00:00:00+00') TO ('2026-11-27 00:00:00+00');
ALTER TABLE ONLY public.observation ATTACH PARTITION public.observation_p20261127 FOR VALUES FROM ('2026-11-27 00:00:00+00') TO ('2026-11-28 00:00:00+00');
ALTER TABLE ONLY public.observation ATTACH PARTITION public.observation_p20261128 FOR VALUES FROM ('2026-11-28 00:00:00+00') TO ('2026-11-29 00:00:00+00');
ALTER TABLE ONLY public.score ATTACH PARTITION public.score_default DEFAULT;
ALTER TABLE ONLY public.score ATTACH PARTITION public.score_p20261109 FOR VALUES FROM ('2026-11-09 00:00:00+00') TO ('2026-11-10 00:00:00+00');
ALTER TABLE ONLY public.score ATTACH PARTITION public.score_p20261110 FOR VALUES FROM ('2026-11-10 00:00:00+00') TO ('2026-11-11 00:00:00+00');
ALTER TABLE ONLY public.score ATTACH PARTITION public.score_p20261111 FOR VALUES FROM ('2026-11-11 00:00:00+00') TO ('2026-11-12 00:00:00+00');
ALTER TABLE ONLY public.score ATTACH PARTITION public.score_p20261112 FOR VALUES FROM ('2026-11-12 00:00:00+00') TO ('2026-11-13 00:00:00+00');
ALTER TABLE ONLY public.score ATTACH PARTITION public.score_p20261113 FOR VALUES FROM ('2026-11-13 00:00:00+00') TO ('2026-11-14 00:00:00+00');
ALTER TABLE ONLY public.score ATTACH PARTITION public.score_p20261114 FOR VALUES FROM ('2026-11-14 00:00:00+00') TO ('2026-11-15 00:00:00+00');
ALTER TABLE ONLY public.score ATTACH PARTITION public.score_p20261115 FOR VALUES FROM ('2026-11-15 00:00:00+00') TO ('2026-11-16 00:00:00+00');
ALTER TABLE ONLY public.score ATTACH PARTITION public.score_p20261116 FOR VALUES FROM ('2026-11-16 00:00:00+00') TO ('2026-11-17 00:00:00+00');
ALTER TABLE ONLY public.score ATTACH PARTITION public.score_p20261117 FOR VALUES FROM ('2026-11-17 00:00:00+00') TO ('2026-11-18 00:00:00+00');
ALTER TABLE ONLY public.score ATTACH PARTITION public.score_p20261118 FOR VALUES FROM ('2026-11-18 00:00:00+00') TO ('2026-11-19 00:00:00+00');
ALTER TABLE ONLY public.score ATTACH PARTITION public.score_p20261119 FOR VALUES FROM ('2026-11-19 00:00:00+00') TO ('2026-11-20 00:00:00+00');
ALTER TABLE ONLY public.score ATTACH PARTITION public.score_p20261120 FOR VALUES FROM ('2026-11-20 00:00:00+00') TO ('2026-11-21 00:00:00+00');
ALTER TABLE ONLY public.score ATTACH PARTITION public.score_p20261121 FOR VALUES FROM ('2026-11-21 00:00:00+00') TO ('2026-11-22 00:00:00+00');
ALTER TABLE ONLY public.score ATTACH PARTITION public.score_p20261122 FOR VALUES FROM ('2026-11-22 00:00:00+00') TO ('2026-11-23 00:00:00+00');
ALTER TABLE ONLY public.score ATTACH PARTITION public.score_p20261123 FOR VALUES FROM ('2026-11-23 00:00:00+00') TO ('2026-11-24 00:00:00+00');
ALTER TABLE ONLY public.score ATTACH PARTITION public.score_p20261124 FOR VALUES FROM ('2026-11-24 00:00:00+00') TO ('2026-11-25 00:00:00+00');
ALTER TABLE ONLY public.score ATTACH PARTITION public.score_p20261125 FOR VALUES FROM ('2026-11-25 00:00:00+00') TO ('2026-11-26 00:00:00+00');
ALTER TABLE ONLY public.score ATTACH PARTITION public.score_p20261126 FOR VALUES FROM ('2026-11-26 00:00:00+00') TO ('2026-11-27 00:00:00+00');
ALTER TABLE ONLY public.score ATTACH PARTITION public.score_p20261127 FOR VALUES FROM ('2026-11-27 00:00:00+00') TO ('2026-11-28 00:00:00+00');
ALTER TABLE ONLY public.score ATTACH PARTITION public.score_p20261128 FOR VALUES FROM ('2026-11-28 00:00:00+00') TO ('2026-11-29 00:00:00+00');
ALTER TABLE ONLY public.migration ALTER COLUMN id SET DEFAULT nextval('public.migration_id_seq'::regclass);
INSERT INTO public.alert VALUES
	('5e959fa0-8f63-8e04-a6a5-3a39e86966ba', 'a', 'w', 'end-confirmed', 'high', 'raised', '2026-11-25 22:48:27.393+00', '2026-11-25 22:48:27.393+00', 'NIHSS 3 to 6 (+3) since the admission examination, examined 18 h after admission.', NULL, NULL, NULL, 'confirmed|1795639706445|total', NULL),
	('0781716e-8239-874c-a31e-85e1f63357f0', 'b', 'w', 'end-confirmed', 'high', 'raised', '2026-11-25 22:48:28.743+00', '2026-11-25 22:48:28.743+00', 'NIHSS 3 to 6 (+3) since the admission examination, examined 18 h after admission.', NULL, NULL, NULL, 'confirmed|1795639706945|total', NULL);
INSERT INTO public.alert_transition OVERRIDING SYSTEM VALUE VALUES
	(1, '5e959fa0-8f63-8e04-a6a5-3a39e86966ba', '2026-11-25 22:48:27.393+00', NULL, 'raised', 'system', 'NIHSS 3 to 6 (+3) since the admission examination, examined 18 h after admission.'),
	(2, '0781716e-8239-874c-a31e-85e1f63357f0', '2026-11-25 22:48:28.743+00', NULL, 'raised', 'system', 'NIHSS 3 to 6 (+3) since the admission examination, examined 18 h after admission.');
INSERT INTO public.board_event_p20261125 VALUES
	('w', 1, '2026-11-25 22:48:27.393+00', '2026-11-25 20:48:26.445+00', '{"type":"row","row":{"patientId":"a","encounterId":"enc-a","name":"a Test","bed":"a","age":75,"sex":"female","admittedAt":"2026-11-25T02:48:26.445Z","nihss":{"total":6,"at":"2026-11-25T20:48:26.445Z","motor":5,"admissionTotal":3,"admissionMotor":2,"nextDueAt":"2026-11-26T00:48:26.445Z","series":[{"at":"2026-11-25T03:48:26.445Z","total":3},{"at":"2026-11-25T20:48:26.445Z","total":6}]},"end":{"status":"confirmed","rule":"total","at":"2026-11-25T20:48:26.445Z","delta":3,"reason":"NIHSS 3 to 6 (+3) since the admission examination, examined 18 h after admission."},"risk":null,"noRiskReason":"END confirmed","freshness":{"vitals":"2026-11-25T19:48:26.445Z","labs":"2026-11-25T18:48:26.445Z","report":"2026-11-25T04:48:26.445Z","nihss":"2026-11-25T20:48:26.445Z"},"alerts":[{"id":"5e959fa0-8f63-8e04-a6a5-3a39e86966ba","patientId":"a","ward":"w","kind":"end-confirmed","priority":"high","state":"raised","raisedAt":"2026-11-25T22:48:27.393Z","stateSince":"2026-11-25T22:48:27.393Z","reason":"NIHSS 3 to 6 (+3) since the admission examination, examined 18 h after admission.","scoreId":null,"holder":null,"escalatesAt":null}]}}'),
	('w', 2, '2026-11-25 22:48:27.393+00', '2026-11-25 22:48:27.393+00', '{"type":"alert","alert":{"id":"5e959fa0-8f63-8e04-a6a5-3a39e86966ba","patientId":"a","ward":"w","kind":"end-confirmed","priority":"high","state":"raised","raisedAt":"2026-11-25T22:48:27.393Z","stateSince":"2026-11-25T22:48:27.393Z","reason":"NIHSS 3 to 6 (+3) since the admission examination, examined 18 h after admission.","scoreId":null,"holder":null,"escalatesAt":null}}'),
	('w', 3, '2026-11-25 22:48:28.743+00', '2026-11-25 20:48:26.945+00', '{"type":"row","row":{"patientId":"b","encounterId":"enc-b","name":"b Test","bed":"b","age":75,"sex":"female","admittedAt":"2026-11-25T02:48:26.945Z","nihss":{"total":6,"at":"2026-11-25T20:48:26.945Z","motor":5,"admissionTotal":3,"admissionMotor":2,"nextDueAt":"2026-11-26T00:48:26.945Z","series":[{"at":"2026-11-25T03:48:26.945Z","total":3},{"at":"2026-11-25T20:48:26.945Z","total":6}]},"end":{"status":"confirmed","rule":"total","at":"2026-11-25T20:48:26.945Z","delta":3,"reason":"NIHSS 3 to 6 (+3) since the admission examination, examined 18 h after admission."},"risk":null,"noRiskReason":"END confirmed","freshness":{"vitals":"2026-11-25T19:48:26.945Z","labs":"2026-11-25T18:48:26.945Z","report":"2026-11-25T04:48:26.945Z","nihss":"2026-11-25T20:48:26.945Z"},"alerts":[{"id":"0781716e-8239-874c-a31e-85e1f63357f0","patientId":"b","ward":"w","kind":"end-confirmed","priority":"high","state":"raised","raisedAt":"2026-11-25T22:48:28.743Z","stateSince":"2026-11-25T22:48:28.743Z","reason":"NIHSS 3 to 6 (+3) since the admission examination, examined 18 h after admission.","scoreId":null,"holder":null,"escalatesAt":null}]}}'),
	('w', 4, '2026-11-25 22:48:28.743+00', '2026-11-25 22:48:28.743+00', '{"type":"alert","alert":{"id":"0781716e-8239-874c-a31e-85e1f63357f0","patientId":"b","ward":"w","kind":"end-confirmed","priority":"high","state":"raised","raisedAt":"2026-11-25T22:48:28.743Z","stateSince":"2026-11-25T22:48:28.743Z","reason":"NIHSS 3 to 6 (+3) since the admission examination, examined 18 h after admission.","scoreId":null,"holder":null,"escalatesAt":null}}');
INSERT INTO public.board_row VALUES
	('a', 'w', '{"age": 75, "bed": "a", "end": {"at": "2026-11-25T20:48:26.445Z", "rule": "total", "delta": 3, "reason": "NIHSS 3 to 6 (+3) since the admission examination, examined 18 h after admission.", "status": "confirmed"}, "sex": "female", "name": "a Test", "risk": null, "nihss": {"at": "2026-11-25T20:48:26.445Z", "motor": 5, "total": 6, "series": [{"at": "2026-11-25T03:48:26.445Z", "total": 3}, {"at": "2026-11-25T20:48:26.445Z", "total": 6}], "nextDueAt": "2026-11-26T00:48:26.445Z", "admissionMotor": 2, "admissionTotal": 3}, "alerts": [{"id": "5e959fa0-8f63-8e04-a6a5-3a39e86966ba", "kind": "end-confirmed", "ward": "w", "state": "raised", "holder": null, "reason": "NIHSS 3 to 6 (+3) since the admission examination, examined 18 h after admission.", "scoreId": null, "priority": "high", "raisedAt": "2026-11-25T22:48:27.393Z", "patientId": "a", "stateSince": "2026-11-25T22:48:27.393Z", "escalatesAt": null}], "freshness": {"labs": "2026-11-25T18:48:26.445Z", "nihss": "2026-11-25T20:48:26.445Z", "report": "2026-11-25T04:48:26.445Z", "vitals": "2026-11-25T19:48:26.445Z"}, "patientId": "a", "admittedAt": "2026-11-25T02:48:26.445Z", "encounterId": "enc-a", "noRiskReason": "END confirmed"}'),
	('b', 'w', '{"age": 75, "bed": "b", "end": {"at": "2026-11-25T20:48:26.945Z", "rule": "total", "delta": 3, "reason": "NIHSS 3 to 6 (+3) since the admission examination, examined 18 h after admission.", "status": "confirmed"}, "sex": "female", "name": "b Test", "risk": null, "nihss": {"at": "2026-11-25T20:48:26.945Z", "motor": 5, "total": 6, "series": [{"at": "2026-11-25T03:48:26.945Z", "total": 3}, {"at": "2026-11-25T20:48:26.945Z", "total": 6}], "nextDueAt": "2026-11-26T00:48:26.945Z", "admissionMotor": 2, "admissionTotal": 3}, "alerts": [{"id": "0781716e-8239-874c-a31e-85e1f63357f0", "kind": "end-confirmed", "ward": "w", "state": "raised", "holder": null, "reason": "NIHSS 3 to 6 (+3) since the admission examination, examined 18 h after admission.", "scoreId": null, "priority": "high", "raisedAt": "2026-11-25T22:48:28.743Z", "patientId": "b", "stateSince": "2026-11-25T22:48:28.743Z", "escalatesAt": null}], "freshness": {"labs": "2026-11-25T18:48:26.945Z", "nihss": "2026-11-25T20:48:26.945Z", "report": "2026-11-25T04:48:26.945Z", "vitals": "2026-11-25T19:48:26.945Z"}, "patientId": "b", "admittedAt": "2026-11-25T02:48:26.945Z", "encounterId": "enc-b", "noRiskReason": "END confirmed"}');
INSERT INTO public.clinical_record VALUES
	('a', '05368d04-647f-e034-1c67-e95e4dcc12ee', 'Patient/a', '000000000000.00000000000000.00000000000000.3.dda10d91e20e', 'patient', 'final', false, '1951-04-12 00:00:00+00', NULL, '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', NULL, '{"sex": "female", "name": "a Test", "birthDate": "1951-04-12", "deceasedAt": null, "replacedBy": null, "identifiers": []}'),
	('a', 'd7bbc9fa-b646-9267-b609-ce557cab2997', 'Encounter/enc-a', '000000000001.00000000000000.00000000000000.2.8e49b0b45332', 'encounter', 'preliminary', false, '2026-11-25 02:48:26.445+00', NULL, '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', NULL, '{"end": null, "died": false, "start": 1795574906445, "locations": [{"from": null, "active": true, "display": null, "locationId": "bed-a"}], "encounterId": "enc-a", "encounterStatus": "in-progress"}'),
	('a', '98ea3d25-8432-3d2d-71b4-a21aebf620cc', 'Condition/stroke-a', '000000000000.00000000000000.01795574906445.3.06c93475aa3e', 'condition', 'final', false, '2026-11-25 02:48:26.445+00', '2026-11-25 02:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', NULL, '{"condition": "ischaemic-stroke"}'),
	('b', 'dd734247-5b7e-bfcb-3258-7cf844d73b93', 'Patient/b', '000000000000.00000000000000.00000000000000.3.8ad6afee2be7', 'patient', 'final', false, '1951-04-12 00:00:00+00', NULL, '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', NULL, '{"sex": "female", "name": "b Test", "birthDate": "1951-04-12", "deceasedAt": null, "replacedBy": null, "identifiers": []}'),
	('b', 'f50bc544-92d7-55fa-208a-abd13909e135', 'Encounter/enc-b', '000000000001.00000000000000.00000000000000.2.d504a30b41aa', 'encounter', 'preliminary', false, '2026-11-25 02:48:26.945+00', NULL, '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', NULL, '{"end": null, "died": false, "start": 1795574906945, "locations": [{"from": null, "active": true, "display": null, "locationId": "bed-b"}], "encounterId": "enc-b", "encounterStatus": "in-progress"}'),
	('b', 'c3b1767c-3db3-741f-6222-6317d1394fb6', 'Condition/stroke-b', '000000000000.00000000000000.01795574906945.3.78a72123e7e0', 'condition', 'final', false, '2026-11-25 02:48:26.945+00', '2026-11-25 02:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', NULL, '{"condition": "ischaemic-stroke"}');
INSERT INTO public.consumer_offset VALUES
	('endwatch.vitals', 4, 2),
	('endwatch.labs', 4, 1),
	('endwatch.reports', 4, 1),
	('endwatch.nihss', 4, 2),
	('endwatch.adt', 1, 1),
	('endwatch.adt', 2, 1),
	('endwatch.vitals', 8, 2),
	('endwatch.labs', 8, 1),
	('endwatch.reports', 8, 1),
	('endwatch.nihss', 8, 2),
	('endwatch.adt', 4, 4),
	('endwatch.adt', 5, 1),
	('endwatch.adt', 8, 3);
INSERT INTO public.location VALUES
	('w', 'ward', 'Ward', NULL, '000000000000.00000000000000.00000000000000.3.3933aeaf3d11'),
	('bed-a', 'bed', 'a', 'w', '000000000000.00000000000000.00000000000000.3.02e1b01ffc05'),
	('bed-b', 'bed', 'b', 'w', '000000000000.00000000000000.00000000000000.3.2aa4e1d563b9');
INSERT INTO public.location_directory VALUES
	(true, 2);
INSERT INTO public.log_partition VALUES
	('endwatch.vitals', 0, 0),
	('endwatch.vitals', 1, 0),
	('endwatch.vitals', 2, 0),
	('endwatch.vitals', 3, 0),
	('endwatch.vitals', 5, 0),
	('endwatch.vitals', 6, 0),
	('endwatch.vitals', 7, 0),
	('endwatch.vitals', 9, 0),
	('endwatch.vitals', 10, 0),
	('endwatch.vitals', 11, 0),
	('endwatch.labs', 0, 0),
	('endwatch.labs', 1, 0),
	('endwatch.labs', 2, 0),
	('endwatch.labs', 3, 0),
	('endwatch.labs', 5, 0),
	('endwatch.labs', 6, 0),
	('endwatch.labs', 7, 0),
	('endwatch.labs', 9, 0),
	('endwatch.labs', 10, 0),
	('endwatch.labs', 11, 0),
	('endwatch.reports', 0, 0),
	('endwatch.reports', 1, 0),
	('endwatch.reports', 2, 0),
	('endwatch.reports', 3, 0),
	('endwatch.reports', 5, 0),
	('endwatch.reports', 6, 0),
	('endwatch.reports', 7, 0),
	('endwatch.reports', 9, 0),
	('endwatch.reports', 10, 0),
	('endwatch.reports', 11, 0),
	('endwatch.nihss', 0, 0),
	('endwatch.nihss', 1, 0),
	('endwatch.nihss', 2, 0),
	('endwatch.nihss', 3, 0),
	('endwatch.nihss', 5, 0),
	('endwatch.nihss', 6, 0),
	('endwatch.nihss', 7, 0),
	('endwatch.nihss', 9, 0),
	('endwatch.nihss', 10, 0),
	('endwatch.nihss', 11, 0),
	('endwatch.adt', 0, 0),
	('endwatch.adt', 3, 0),
	('endwatch.adt', 6, 0),
	('endwatch.adt', 7, 0),
	('endwatch.adt', 9, 0),
	('endwatch.adt', 10, 0),
	('endwatch.adt', 11, 0),
	('endwatch.scores', 0, 0),
	('endwatch.scores', 1, 0),
	('endwatch.scores', 2, 0),
	('endwatch.scores', 3, 0),
	('endwatch.scores', 4, 0),
	('endwatch.scores', 5, 0),
	('endwatch.scores', 6, 0),
	('endwatch.scores', 7, 0),
	('endwatch.scores', 8, 0),
	('endwatch.scores', 9, 0),
	('endwatch.scores', 10, 0),
	('endwatch.scores', 11, 0),
	('endwatch.alerts', 0, 0),
	('endwatch.alerts', 1, 0),
	('endwatch.alerts', 2, 0),
	('endwatch.alerts', 3, 0),
	('endwatch.alerts', 4, 0),
	('endwatch.alerts', 5, 0),
	('endwatch.alerts', 6, 0),
	('endwatch.alerts', 7, 0),
	('endwatch.alerts', 8, 0),
	('endwatch.alerts', 9, 0),
	('endwatch.alerts', 10, 0),
	('endwatch.alerts', 11, 0),
	('endwatch.dead-letters', 0, 0),
	('endwatch.dead-letters', 1, 0),
	('endwatch.dead-letters', 2, 0),
	('endwatch.dead-letters', 4, 0),
	('endwatch.dead-letters', 5, 0),
	('endwatch.dead-letters', 7, 0),
	('endwatch.dead-letters', 8, 0),
	('endwatch.dead-letters', 9, 0),
	('endwatch.dead-letters', 10, 0),
	('endwatch.dead-letters', 11, 0),
	('endwatch.vitals', 4, 2),
	('endwatch.labs', 4, 1),
	('endwatch.reports', 4, 1),
	('endwatch.nihss', 4, 2),
	('endwatch.adt', 1, 1),
	('endwatch.adt', 2, 1),
	('endwatch.dead-letters', 3, 1),
	('endwatch.vitals', 8, 2),
	('endwatch.labs', 8, 1),
	('endwatch.reports', 8, 1),
	('endwatch.nihss', 8, 2),
	('endwatch.adt', 5, 1),
	('endwatch.adt', 8, 3),
	('endwatch.adt', 4, 4),
	('endwatch.dead-letters', 6, 1);
INSERT INTO public.log_record VALUES
	('endwatch.adt', 1, 0, NULL, '{"content-type": "application/fhir+json"}', '\x7b227265736f7572636554797065223a224c6f636174696f6e222c226964223a2277222c226e616d65223a2257617264222c22706879736963616c54797065223a7b22636f64696e67223a5b7b22636f6465223a227761227d5d7d7d', '2026-11-25 22:48:26.752621+00'),
	('endwatch.adt', 2, 0, NULL, '{"content-type": "application/fhir+json"}', '\x7b227265736f7572636554797065223a224c6f636174696f6e222c226964223a226265642d61222c226e616d65223a2261222c22706879736963616c54797065223a7b22636f64696e67223a5b7b22636f6465223a226264227d5d7d2c22706172744f66223a7b227265666572656e6365223a224c6f636174696f6e2f77227d7d', '2026-11-25 22:48:26.752755+00'),
	('endwatch.adt', 4, 0, '\x61', '{"content-type": "application/fhir+json"}', '\x7b227265736f7572636554797065223a2250617469656e74222c226964223a2261222c226e616d65223a5b7b2266616d696c79223a2254657374222c22676976656e223a5b2261225d7d5d2c2267656e646572223a2266656d616c65222c22626972746844617465223a22313935312d30342d3132227d', '2026-11-25 22:48:26.752783+00'),
	('endwatch.adt', 4, 1, '\x61', '{"content-type": "application/fhir+json"}', '\x7b227265736f7572636554797065223a22456e636f756e746572222c226964223a22656e632d61222c226d657461223a7b2276657273696f6e4964223a2231227d2c22737461747573223a22696e2d70726f6772657373222c22636c617373223a7b2273797374656d223a22687474703a2f2f7465726d696e6f6c6f67792e686c372e6f72672f436f646553797374656d2f76332d416374436f6465222c22636f6465223a22494d50227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c22706572696f64223a7b227374617274223a22323032362d31312d32355430323a34383a32362e3434355a227d2c226c6f636174696f6e223a5b7b226c6f636174696f6e223a7b227265666572656e6365223a224c6f636174696f6e2f6265642d61227d2c22737461747573223a22616374697665227d5d7d', '2026-11-25 22:48:26.752786+00'),
	('endwatch.adt', 4, 2, '\x61', '{"content-type": "application/fhir+json"}', '\x7b227265736f7572636554797065223a22436f6e646974696f6e222c226964223a227374726f6b652d61222c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f686c372e6f72672f666869722f7369642f6963642d3130222c22636f6465223a224936332e34227d5d7d2c227265636f7264656444617465223a22323032362d31312d32355430323a34383a32362e3434355a227d', '2026-11-25 22:48:26.75279+00'),
	('endwatch.nihss', 4, 0, '\x61', '{"content-type": "application/fhir+json"}', '\x7b227265736f7572636554797065223a224f62736572766174696f6e222c226964223a22612d6669727374222c226d657461223a7b2276657273696f6e4964223a2231227d2c22737461747573223a2266696e616c222c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226566666563746976654461746554696d65223a22323032362d31312d32355430333a34383a32362e3434355a222c22697373756564223a22323032362d31312d32355430333a34383a32362e3434355a222c22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237323038392d36227d5d7d2c2276616c7565496e7465676572223a332c22706572666f726d6572223a5b7b227265666572656e6365223a2250726163746974696f6e65722f6e31227d5d2c22636f6d706f6e656e74223a5b7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138372d30227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138382d38227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138392d36227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139322d30227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139332d38227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139342d36227d5d7d2c2276616c7565496e7465676572223a317d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139352d33227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139362d31227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138342d37227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138352d34227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138362d32227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139302d34227d5d7d2c2276616c7565496e7465676572223a317d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303936372d35227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139312d32227d5d7d2c2276616c7565496e7465676572223a317d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303936382d33227d5d7d2c2276616c7565496e7465676572223a307d5d7d', '2026-11-25 22:48:26.752796+00'),
	('endwatch.nihss', 4, 1, '\x61', '{"content-type": "application/fhir+json"}', '\x7b227265736f7572636554797065223a224f62736572766174696f6e222c226964223a22612d7365636f6e64222c226d657461223a7b2276657273696f6e4964223a2231227d2c22737461747573223a2266696e616c222c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226566666563746976654461746554696d65223a22323032362d31312d32355432303a34383a32362e3434355a222c22697373756564223a22323032362d31312d32355432303a34383a32362e3434355a222c22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237323038392d36227d5d7d2c2276616c7565496e7465676572223a362c22706572666f726d6572223a5b7b227265666572656e6365223a2250726163746974696f6e65722f6e31227d5d2c22636f6d706f6e656e74223a5b7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138372d30227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138382d38227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138392d36227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139322d30227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139332d38227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139342d36227d5d7d2c2276616c7565496e7465676572223a317d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139352d33227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139362d31227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138342d37227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138352d34227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138362d32227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139302d34227d5d7d2c2276616c7565496e7465676572223a337d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303936372d35227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139312d32227d5d7d2c2276616c7565496e7465676572223a327d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303936382d33227d5d7d2c2276616c7565496e7465676572223a307d5d7d', '2026-11-25 22:48:26.752799+00'),
	('endwatch.vitals', 4, 0, '\x61', '{"content-type": "application/fhir+json"}', '\x7b227265736f7572636554797065223a224f62736572766174696f6e222c226964223a22612d70756c7365222c226d657461223a7b2276657273696f6e4964223a2231227d2c22737461747573223a2266696e616c222c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226566666563746976654461746554696d65223a22323032362d31312d32355431393a34383a32362e3434355a222c22697373756564223a22323032362d31312d32355431393a34383a32362e3434355a222c22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a22383836372d34227d5d7d2c2276616c75655175616e74697479223a7b2276616c7565223a38342c22756e6974223a222f6d696e222c2273797374656d223a22687474703a2f2f756e6974736f666d6561737572652e6f7267222c22636f6465223a222f6d696e227d7d', '2026-11-25 22:48:26.752804+00'),
	('endwatch.vitals', 4, 1, '\x61', '{"content-type": "application/fhir+json"}', '\x7b227265736f7572636554797065223a224f62736572766174696f6e222c226964223a22612d7072657373757265222c226d657461223a7b2276657273696f6e4964223a2231227d2c22737461747573223a2266696e616c222c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226566666563746976654461746554696d65223a22323032362d31312d32355431393a34383a32362e3434355a222c22697373756564223a22323032362d31312d32355431393a34383a32362e3434355a222c22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2238353335342d39227d5d7d2c22636f6d706f6e656e74223a5b7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a22383438302d36227d5d7d2c2276616c75655175616e74697479223a7b2276616c7565223a3136342c22756e6974223a226d6d4867222c2273797374656d223a22687474703a2f2f756e6974736f666d6561737572652e6f7267222c22636f6465223a226d6d5b48675d227d7d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a22383436322d34227d5d7d2c2276616c75655175616e74697479223a7b2276616c7565223a39322c22756e6974223a226d6d4867222c2273797374656d223a22687474703a2f2f756e6974736f666d6561737572652e6f7267222c22636f6465223a226d6d5b48675d227d7d5d7d', '2026-11-25 22:48:26.752806+00'),
	('endwatch.labs', 4, 0, '\x61', '{"content-type": "application/fhir+json"}', '\x7b227265736f7572636554797065223a224f62736572766174696f6e222c226964223a22612d676c75636f7365222c226d657461223a7b2276657273696f6e4964223a2231227d2c22737461747573223a2266696e616c222c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226566666563746976654461746554696d65223a22323032362d31312d32355431383a34383a32362e3434355a222c22697373756564223a22323032362d31312d32355431383a34383a32362e3434355a222c22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a22323334352d37227d5d7d2c2276616c75655175616e74697479223a7b2276616c7565223a3134312c22756e6974223a226d672f644c222c2273797374656d223a22687474703a2f2f756e6974736f666d6561737572652e6f7267222c22636f6465223a226d672f644c227d7d', '2026-11-25 22:48:26.752809+00'),
	('endwatch.reports', 4, 0, '\x61', '{"content-type": "application/fhir+json"}', '\x7b227265736f7572636554797065223a22446961676e6f737469635265706f7274222c226964223a22612d7363616e222c226d657461223a7b2276657273696f6e4964223a2231227d2c22737461747573223a2266696e616c222c2263617465676f7279223a5b7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f7465726d696e6f6c6f67792e686c372e6f72672f436f646553797374656d2f76322d30303734222c22636f6465223a22524144227d5d7d5d2c22636f6465223a7b2274657874223a224354206865616420776974686f757420636f6e7472617374227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226566666563746976654461746554696d65223a22323032362d31312d32355430343a34383a32362e3434355a222c22697373756564223a22323032362d31312d32355430343a34383a32362e3434355a222c22636f6e636c7573696f6e223a22416375746520696e666172637420696e20746865207465727269746f7279206f6620746865206c656674206d6964646c6520636572656272616c206172746572792e227d', '2026-11-25 22:48:26.752811+00'),
	('endwatch.dead-letters', 3, 0, NULL, '{"ce_id": "8f13fb2a-87d5-899c-a846-a020156b1926", "ce_time": "2026-11-25T22:48:26.660Z", "ce_type": "endwatch.rejection", "ce_source": "endwatch", "endwatch_code": "value-implausible", "endwatch_door": "http", "ce_specversion": "1.0", "endwatch_detail": "valueQuantity 8867-4 (heart rate): 9000 /min is outside 25–300 /min"}', '\x7b227265736f7572636554797065223a224f62736572766174696f6e222c226964223a22612d616273757264222c226d657461223a7b2276657273696f6e4964223a2231227d2c22737461747573223a2266696e616c222c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226566666563746976654461746554696d65223a22323032362d31312d32355432313a34383a32362e3434355a222c22697373756564223a22323032362d31312d32355432313a34383a32362e3434355a222c22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a22383836372d34227d5d7d2c2276616c75655175616e74697479223a7b2276616c7565223a393030302c22756e6974223a222f6d696e222c2273797374656d223a22687474703a2f2f756e6974736f666d6561737572652e6f7267222c22636f6465223a222f6d696e227d7d', '2026-11-25 22:48:26.990669+00'),
	('endwatch.adt', 4, 3, NULL, '{"content-type": "application/fhir+json"}', '\x7b227265736f7572636554797065223a224c6f636174696f6e222c226964223a2277222c226e616d65223a2257617264222c22706879736963616c54797065223a7b22636f64696e67223a5b7b22636f6465223a227761227d5d7d7d', '2026-11-25 22:48:27.053914+00'),
	('endwatch.adt', 5, 0, NULL, '{"content-type": "application/fhir+json"}', '\x7b227265736f7572636554797065223a224c6f636174696f6e222c226964223a226265642d62222c226e616d65223a2262222c22706879736963616c54797065223a7b22636f64696e67223a5b7b22636f6465223a226264227d5d7d2c22706172744f66223a7b227265666572656e6365223a224c6f636174696f6e2f77227d7d', '2026-11-25 22:48:27.054167+00'),
	('endwatch.adt', 8, 0, '\x62', '{"content-type": "application/fhir+json"}', '\x7b227265736f7572636554797065223a2250617469656e74222c226964223a2262222c226e616d65223a5b7b2266616d696c79223a2254657374222c22676976656e223a5b2262225d7d5d2c2267656e646572223a2266656d616c65222c22626972746844617465223a22313935312d30342d3132227d', '2026-11-25 22:48:27.054173+00'),
	('endwatch.adt', 8, 1, '\x62', '{"content-type": "application/fhir+json"}', '\x7b227265736f7572636554797065223a22456e636f756e746572222c226964223a22656e632d62222c226d657461223a7b2276657273696f6e4964223a2231227d2c22737461747573223a22696e2d70726f6772657373222c22636c617373223a7b2273797374656d223a22687474703a2f2f7465726d696e6f6c6f67792e686c372e6f72672f436f646553797374656d2f76332d416374436f6465222c22636f6465223a22494d50227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c22706572696f64223a7b227374617274223a22323032362d31312d32355430323a34383a32362e3934355a227d2c226c6f636174696f6e223a5b7b226c6f636174696f6e223a7b227265666572656e6365223a224c6f636174696f6e2f6265642d62227d2c22737461747573223a22616374697665227d5d7d', '2026-11-25 22:48:27.054176+00'),
	('endwatch.adt', 8, 2, '\x62', '{"content-type": "application/fhir+json"}', '\x7b227265736f7572636554797065223a22436f6e646974696f6e222c226964223a227374726f6b652d62222c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f686c372e6f72672f666869722f7369642f6963642d3130222c22636f6465223a224936332e34227d5d7d2c227265636f7264656444617465223a22323032362d31312d32355430323a34383a32362e3934355a227d', '2026-11-25 22:48:27.05418+00'),
	('endwatch.nihss', 8, 0, '\x62', '{"content-type": "application/fhir+json"}', '\x7b227265736f7572636554797065223a224f62736572766174696f6e222c226964223a22622d6669727374222c226d657461223a7b2276657273696f6e4964223a2231227d2c22737461747573223a2266696e616c222c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226566666563746976654461746554696d65223a22323032362d31312d32355430333a34383a32362e3934355a222c22697373756564223a22323032362d31312d32355430333a34383a32362e3934355a222c22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237323038392d36227d5d7d2c2276616c7565496e7465676572223a332c22706572666f726d6572223a5b7b227265666572656e6365223a2250726163746974696f6e65722f6e31227d5d2c22636f6d706f6e656e74223a5b7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138372d30227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138382d38227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138392d36227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139322d30227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139332d38227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139342d36227d5d7d2c2276616c7565496e7465676572223a317d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139352d33227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139362d31227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138342d37227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138352d34227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138362d32227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139302d34227d5d7d2c2276616c7565496e7465676572223a317d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303936372d35227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139312d32227d5d7d2c2276616c7565496e7465676572223a317d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303936382d33227d5d7d2c2276616c7565496e7465676572223a307d5d7d', '2026-11-25 22:48:27.054182+00'),
	('endwatch.nihss', 8, 1, '\x62', '{"content-type": "application/fhir+json"}', '\x7b227265736f7572636554797065223a224f62736572766174696f6e222c226964223a22622d7365636f6e64222c226d657461223a7b2276657273696f6e4964223a2231227d2c22737461747573223a2266696e616c222c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226566666563746976654461746554696d65223a22323032362d31312d32355432303a34383a32362e3934355a222c22697373756564223a22323032362d31312d32355432303a34383a32362e3934355a222c22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237323038392d36227d5d7d2c2276616c7565496e7465676572223a362c22706572666f726d6572223a5b7b227265666572656e6365223a2250726163746974696f6e65722f6e31227d5d2c22636f6d706f6e656e74223a5b7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138372d30227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138382d38227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138392d36227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139322d30227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139332d38227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139342d36227d5d7d2c2276616c7565496e7465676572223a317d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139352d33227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139362d31227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138342d37227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138352d34227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303138362d32227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139302d34227d5d7d2c2276616c7565496e7465676572223a337d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303936372d35227d5d7d2c2276616c7565496e7465676572223a307d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303139312d32227d5d7d2c2276616c7565496e7465676572223a327d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2237303936382d33227d5d7d2c2276616c7565496e7465676572223a307d5d7d', '2026-11-25 22:48:27.054186+00'),
	('endwatch.vitals', 8, 0, '\x62', '{"content-type": "application/fhir+json"}', '\x7b227265736f7572636554797065223a224f62736572766174696f6e222c226964223a22622d70756c7365222c226d657461223a7b2276657273696f6e4964223a2231227d2c22737461747573223a2266696e616c222c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226566666563746976654461746554696d65223a22323032362d31312d32355431393a34383a32362e3934355a222c22697373756564223a22323032362d31312d32355431393a34383a32362e3934355a222c22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a22383836372d34227d5d7d2c2276616c75655175616e74697479223a7b2276616c7565223a38342c22756e6974223a222f6d696e222c2273797374656d223a22687474703a2f2f756e6974736f666d6561737572652e6f7267222c22636f6465223a222f6d696e227d7d', '2026-11-25 22:48:27.054189+00'),
	('endwatch.vitals', 8, 1, '\x62', '{"content-type": "application/fhir+json"}', '\x7b227265736f7572636554797065223a224f62736572766174696f6e222c226964223a22622d7072657373757265222c226d657461223a7b2276657273696f6e4964223a2231227d2c22737461747573223a2266696e616c222c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226566666563746976654461746554696d65223a22323032362d31312d32355431393a34383a32362e3934355a222c22697373756564223a22323032362d31312d32355431393a34383a32362e3934355a222c22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a2238353335342d39227d5d7d2c22636f6d706f6e656e74223a5b7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a22383438302d36227d5d7d2c2276616c75655175616e74697479223a7b2276616c7565223a3136342c22756e6974223a226d6d4867222c2273797374656d223a22687474703a2f2f756e6974736f666d6561737572652e6f7267222c22636f6465223a226d6d5b48675d227d7d2c7b22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a22383436322d34227d5d7d2c2276616c75655175616e74697479223a7b2276616c7565223a39322c22756e6974223a226d6d4867222c2273797374656d223a22687474703a2f2f756e6974736f666d6561737572652e6f7267222c22636f6465223a226d6d5b48675d227d7d5d7d', '2026-11-25 22:48:27.054191+00'),
	('endwatch.labs', 8, 0, '\x62', '{"content-type": "application/fhir+json"}', '\x7b227265736f7572636554797065223a224f62736572766174696f6e222c226964223a22622d676c75636f7365222c226d657461223a7b2276657273696f6e4964223a2231227d2c22737461747573223a2266696e616c222c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226566666563746976654461746554696d65223a22323032362d31312d32355431383a34383a32362e3934355a222c22697373756564223a22323032362d31312d32355431383a34383a32362e3934355a222c22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a22323334352d37227d5d7d2c2276616c75655175616e74697479223a7b2276616c7565223a3134312c22756e6974223a226d672f644c222c2273797374656d223a22687474703a2f2f756e6974736f666d6561737572652e6f7267222c22636f6465223a226d672f644c227d7d', '2026-11-25 22:48:27.054194+00'),
	('endwatch.reports', 8, 0, '\x62', '{"content-type": "application/fhir+json"}', '\x7b227265736f7572636554797065223a22446961676e6f737469635265706f7274222c226964223a22622d7363616e222c226d657461223a7b2276657273696f6e4964223a2231227d2c22737461747573223a2266696e616c222c2263617465676f7279223a5b7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f7465726d696e6f6c6f67792e686c372e6f72672f436f646553797374656d2f76322d30303734222c22636f6465223a22524144227d5d7d5d2c22636f6465223a7b2274657874223a224354206865616420776974686f757420636f6e7472617374227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226566666563746976654461746554696d65223a22323032362d31312d32355430343a34383a32362e3934355a222c22697373756564223a22323032362d31312d32355430343a34383a32362e3934355a222c22636f6e636c7573696f6e223a22416375746520696e666172637420696e20746865207465727269746f7279206f6620746865206c656674206d6964646c6520636572656272616c206172746572792e227d', '2026-11-25 22:48:27.054196+00'),
	('endwatch.dead-letters', 6, 0, NULL, '{"ce_id": "4cd55dd3-8f95-8489-a2c6-26042db1c0cf", "ce_time": "2026-11-25T22:48:26.988Z", "ce_type": "endwatch.rejection", "ce_source": "endwatch", "endwatch_code": "value-implausible", "endwatch_door": "http", "ce_specversion": "1.0", "endwatch_detail": "valueQuantity 8867-4 (heart rate): 9000 /min is outside 25–300 /min"}', '\x7b227265736f7572636554797065223a224f62736572766174696f6e222c226964223a22622d616273757264222c226d657461223a7b2276657273696f6e4964223a2231227d2c22737461747573223a2266696e616c222c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226566666563746976654461746554696d65223a22323032362d31312d32355432313a34383a32362e3934355a222c22697373756564223a22323032362d31312d32355432313a34383a32362e3934355a222c22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a22383836372d34227d5d7d2c2276616c75655175616e74697479223a7b2276616c7565223a393030302c22756e6974223a222f6d696e222c2273797374656d223a22687474703a2f2f756e6974736f666d6561737572652e6f7267222c22636f6465223a222f6d696e227d7d', '2026-11-25 22:48:27.556929+00');
INSERT INTO public.migration VALUES
	(1, 1795435200000, 'CreateRecords1795435200000'),
	(2, 1795435260000, 'CreateBoard1795435260000'),
	(3, 1795435320000, 'CreateAccounts1795435320000'),
	(4, 1795435380000, 'CreateEventLog1795435380000');
INSERT INTO public.observation_p20261125 VALUES
	('a', '2026-11-25 19:48:26.445+00', 'fd7a12df-ab83-3243-8018-4a4805ed0f1c', 0, 'heart-rate', 84, NULL, '8867-4', true, false, '2026-11-25 19:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-pulse', '000000000001.00000000000000.01795636106445.3.726e404bb8e0', 'final', NULL, NULL),
	('a', '2026-11-25 19:48:26.445+00', '3b8a150a-7a60-d59c-4d49-af7c03f8ef8e', 0, 'systolic-bp', 164, NULL, '8480-6', true, false, '2026-11-25 19:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-pressure', '000000000001.00000000000000.01795636106445.3.b6b825fa03e3', 'final', NULL, NULL),
	('a', '2026-11-25 19:48:26.445+00', '3b8a150a-7a60-d59c-4d49-af7c03f8ef8e', 1, 'diastolic-bp', 92, NULL, '8462-4', true, false, '2026-11-25 19:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-pressure', '000000000001.00000000000000.01795636106445.3.b6b825fa03e3', 'final', NULL, NULL),
	('a', '2026-11-25 18:48:26.445+00', '84aba42f-85d8-3f21-3d14-88792bbcab24', 0, 'glucose', 7.826376554174068, NULL, '2345-7', false, false, '2026-11-25 18:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-glucose', '000000000001.00000000000000.01795632506445.3.eaa9178a95e3', 'final', NULL, NULL),
	('a', '2026-11-25 03:48:26.445+00', '40c2b634-e709-895b-3915-9acea92be764', 0, 'nihss-total', 3, NULL, NULL, false, false, '2026-11-25 03:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-first', '000000000001.00000000000000.01795578506445.3.62dcf0e1718d', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 03:48:26.445+00', '40c2b634-e709-895b-3915-9acea92be764', 1, 'nihss:2', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-first', '000000000001.00000000000000.01795578506445.3.62dcf0e1718d', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 03:48:26.445+00', '40c2b634-e709-895b-3915-9acea92be764', 2, 'nihss:3', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-first', '000000000001.00000000000000.01795578506445.3.62dcf0e1718d', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 03:48:26.445+00', '40c2b634-e709-895b-3915-9acea92be764', 3, 'nihss:4', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-first', '000000000001.00000000000000.01795578506445.3.62dcf0e1718d', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 03:48:26.445+00', '40c2b634-e709-895b-3915-9acea92be764', 4, 'nihss:7', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-first', '000000000001.00000000000000.01795578506445.3.62dcf0e1718d', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 03:48:26.445+00', '40c2b634-e709-895b-3915-9acea92be764', 5, 'nihss:8', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-first', '000000000001.00000000000000.01795578506445.3.62dcf0e1718d', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 03:48:26.445+00', '40c2b634-e709-895b-3915-9acea92be764', 6, 'nihss:9', 1, NULL, NULL, false, false, '2026-11-25 03:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-first', '000000000001.00000000000000.01795578506445.3.62dcf0e1718d', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 03:48:26.445+00', '40c2b634-e709-895b-3915-9acea92be764', 7, 'nihss:10', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-first', '000000000001.00000000000000.01795578506445.3.62dcf0e1718d', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 03:48:26.445+00', '40c2b634-e709-895b-3915-9acea92be764', 8, 'nihss:11', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-first', '000000000001.00000000000000.01795578506445.3.62dcf0e1718d', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 03:48:26.445+00', '40c2b634-e709-895b-3915-9acea92be764', 9, 'nihss:1a', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-first', '000000000001.00000000000000.01795578506445.3.62dcf0e1718d', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 03:48:26.445+00', '40c2b634-e709-895b-3915-9acea92be764', 10, 'nihss:1b', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-first', '000000000001.00000000000000.01795578506445.3.62dcf0e1718d', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 03:48:26.445+00', '40c2b634-e709-895b-3915-9acea92be764', 11, 'nihss:1c', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-first', '000000000001.00000000000000.01795578506445.3.62dcf0e1718d', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 03:48:26.445+00', '40c2b634-e709-895b-3915-9acea92be764', 12, 'nihss:5a', 1, NULL, NULL, false, false, '2026-11-25 03:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-first', '000000000001.00000000000000.01795578506445.3.62dcf0e1718d', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 03:48:26.445+00', '40c2b634-e709-895b-3915-9acea92be764', 13, 'nihss:5b', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-first', '000000000001.00000000000000.01795578506445.3.62dcf0e1718d', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 03:48:26.445+00', '40c2b634-e709-895b-3915-9acea92be764', 14, 'nihss:6a', 1, NULL, NULL, false, false, '2026-11-25 03:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-first', '000000000001.00000000000000.01795578506445.3.62dcf0e1718d', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 03:48:26.445+00', '40c2b634-e709-895b-3915-9acea92be764', 15, 'nihss:6b', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-first', '000000000001.00000000000000.01795578506445.3.62dcf0e1718d', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 20:48:26.445+00', '8a00a374-a58f-dfee-a3ee-df71e9a818ee', 0, 'nihss-total', 6, NULL, NULL, false, false, '2026-11-25 20:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-second', '000000000001.00000000000000.01795639706445.3.0beeb86e5d0a', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 20:48:26.445+00', '8a00a374-a58f-dfee-a3ee-df71e9a818ee', 1, 'nihss:2', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-second', '000000000001.00000000000000.01795639706445.3.0beeb86e5d0a', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 20:48:26.445+00', '8a00a374-a58f-dfee-a3ee-df71e9a818ee', 2, 'nihss:3', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-second', '000000000001.00000000000000.01795639706445.3.0beeb86e5d0a', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 20:48:26.445+00', '8a00a374-a58f-dfee-a3ee-df71e9a818ee', 3, 'nihss:4', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-second', '000000000001.00000000000000.01795639706445.3.0beeb86e5d0a', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 20:48:26.445+00', '8a00a374-a58f-dfee-a3ee-df71e9a818ee', 4, 'nihss:7', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-second', '000000000001.00000000000000.01795639706445.3.0beeb86e5d0a', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 20:48:26.445+00', '8a00a374-a58f-dfee-a3ee-df71e9a818ee', 5, 'nihss:8', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-second', '000000000001.00000000000000.01795639706445.3.0beeb86e5d0a', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 20:48:26.445+00', '8a00a374-a58f-dfee-a3ee-df71e9a818ee', 6, 'nihss:9', 1, NULL, NULL, false, false, '2026-11-25 20:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-second', '000000000001.00000000000000.01795639706445.3.0beeb86e5d0a', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 20:48:26.445+00', '8a00a374-a58f-dfee-a3ee-df71e9a818ee', 7, 'nihss:10', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-second', '000000000001.00000000000000.01795639706445.3.0beeb86e5d0a', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 20:48:26.445+00', '8a00a374-a58f-dfee-a3ee-df71e9a818ee', 8, 'nihss:11', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-second', '000000000001.00000000000000.01795639706445.3.0beeb86e5d0a', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 20:48:26.445+00', '8a00a374-a58f-dfee-a3ee-df71e9a818ee', 9, 'nihss:1a', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-second', '000000000001.00000000000000.01795639706445.3.0beeb86e5d0a', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 20:48:26.445+00', '8a00a374-a58f-dfee-a3ee-df71e9a818ee', 10, 'nihss:1b', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-second', '000000000001.00000000000000.01795639706445.3.0beeb86e5d0a', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 20:48:26.445+00', '8a00a374-a58f-dfee-a3ee-df71e9a818ee', 11, 'nihss:1c', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-second', '000000000001.00000000000000.01795639706445.3.0beeb86e5d0a', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 20:48:26.445+00', '8a00a374-a58f-dfee-a3ee-df71e9a818ee', 12, 'nihss:5a', 3, NULL, NULL, false, false, '2026-11-25 20:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-second', '000000000001.00000000000000.01795639706445.3.0beeb86e5d0a', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 20:48:26.445+00', '8a00a374-a58f-dfee-a3ee-df71e9a818ee', 13, 'nihss:5b', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-second', '000000000001.00000000000000.01795639706445.3.0beeb86e5d0a', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 20:48:26.445+00', '8a00a374-a58f-dfee-a3ee-df71e9a818ee', 14, 'nihss:6a', 2, NULL, NULL, false, false, '2026-11-25 20:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-second', '000000000001.00000000000000.01795639706445.3.0beeb86e5d0a', 'final', NULL, 'Practitioner/n1'),
	('a', '2026-11-25 20:48:26.445+00', '8a00a374-a58f-dfee-a3ee-df71e9a818ee', 15, 'nihss:6b', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', 'Observation/a-second', '000000000001.00000000000000.01795639706445.3.0beeb86e5d0a', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 19:48:26.945+00', 'af225b08-58b3-f90b-7d41-f79cbd77f39f', 0, 'heart-rate', 84, NULL, '8867-4', true, false, '2026-11-25 19:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-pulse', '000000000001.00000000000000.01795636106945.3.db2f4ed51ba7', 'final', NULL, NULL),
	('b', '2026-11-25 19:48:26.945+00', '87d0e559-5c06-ccbb-fce4-554fcfeffe2c', 0, 'systolic-bp', 164, NULL, '8480-6', true, false, '2026-11-25 19:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-pressure', '000000000001.00000000000000.01795636106945.3.ec931f473274', 'final', NULL, NULL),
	('b', '2026-11-25 19:48:26.945+00', '87d0e559-5c06-ccbb-fce4-554fcfeffe2c', 1, 'diastolic-bp', 92, NULL, '8462-4', true, false, '2026-11-25 19:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-pressure', '000000000001.00000000000000.01795636106945.3.ec931f473274', 'final', NULL, NULL),
	('b', '2026-11-25 18:48:26.945+00', '624dc143-2f5c-7932-c44b-12257af6a6da', 0, 'glucose', 7.826376554174068, NULL, '2345-7', false, false, '2026-11-25 18:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-glucose', '000000000001.00000000000000.01795632506945.3.46ff50259031', 'final', NULL, NULL),
	('b', '2026-11-25 03:48:26.945+00', '33a21c71-c619-95e0-b60f-46766c66145b', 0, 'nihss-total', 3, NULL, NULL, false, false, '2026-11-25 03:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-first', '000000000001.00000000000000.01795578506945.3.0dbef54a156c', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 03:48:26.945+00', '33a21c71-c619-95e0-b60f-46766c66145b', 1, 'nihss:2', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-first', '000000000001.00000000000000.01795578506945.3.0dbef54a156c', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 03:48:26.945+00', '33a21c71-c619-95e0-b60f-46766c66145b', 2, 'nihss:3', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-first', '000000000001.00000000000000.01795578506945.3.0dbef54a156c', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 03:48:26.945+00', '33a21c71-c619-95e0-b60f-46766c66145b', 3, 'nihss:4', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-first', '000000000001.00000000000000.01795578506945.3.0dbef54a156c', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 03:48:26.945+00', '33a21c71-c619-95e0-b60f-46766c66145b', 4, 'nihss:7', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-first', '000000000001.00000000000000.01795578506945.3.0dbef54a156c', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 03:48:26.945+00', '33a21c71-c619-95e0-b60f-46766c66145b', 5, 'nihss:8', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-first', '000000000001.00000000000000.01795578506945.3.0dbef54a156c', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 03:48:26.945+00', '33a21c71-c619-95e0-b60f-46766c66145b', 6, 'nihss:9', 1, NULL, NULL, false, false, '2026-11-25 03:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-first', '000000000001.00000000000000.01795578506945.3.0dbef54a156c', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 03:48:26.945+00', '33a21c71-c619-95e0-b60f-46766c66145b', 7, 'nihss:10', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-first', '000000000001.00000000000000.01795578506945.3.0dbef54a156c', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 03:48:26.945+00', '33a21c71-c619-95e0-b60f-46766c66145b', 8, 'nihss:11', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-first', '000000000001.00000000000000.01795578506945.3.0dbef54a156c', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 03:48:26.945+00', '33a21c71-c619-95e0-b60f-46766c66145b', 9, 'nihss:1a', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-first', '000000000001.00000000000000.01795578506945.3.0dbef54a156c', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 03:48:26.945+00', '33a21c71-c619-95e0-b60f-46766c66145b', 10, 'nihss:1b', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-first', '000000000001.00000000000000.01795578506945.3.0dbef54a156c', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 03:48:26.945+00', '33a21c71-c619-95e0-b60f-46766c66145b', 11, 'nihss:1c', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-first', '000000000001.00000000000000.01795578506945.3.0dbef54a156c', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 03:48:26.945+00', '33a21c71-c619-95e0-b60f-46766c66145b', 12, 'nihss:5a', 1, NULL, NULL, false, false, '2026-11-25 03:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-first', '000000000001.00000000000000.01795578506945.3.0dbef54a156c', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 03:48:26.945+00', '33a21c71-c619-95e0-b60f-46766c66145b', 13, 'nihss:5b', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-first', '000000000001.00000000000000.01795578506945.3.0dbef54a156c', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 03:48:26.945+00', '33a21c71-c619-95e0-b60f-46766c66145b', 14, 'nihss:6a', 1, NULL, NULL, false, false, '2026-11-25 03:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-first', '000000000001.00000000000000.01795578506945.3.0dbef54a156c', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 03:48:26.945+00', '33a21c71-c619-95e0-b60f-46766c66145b', 15, 'nihss:6b', 0, NULL, NULL, false, false, '2026-11-25 03:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-first', '000000000001.00000000000000.01795578506945.3.0dbef54a156c', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 20:48:26.945+00', 'fc071df7-bc00-b629-fa09-72ef5f66fa05', 0, 'nihss-total', 6, NULL, NULL, false, false, '2026-11-25 20:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-second', '000000000001.00000000000000.01795639706945.3.5ff80db3df64', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 20:48:26.945+00', 'fc071df7-bc00-b629-fa09-72ef5f66fa05', 1, 'nihss:2', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-second', '000000000001.00000000000000.01795639706945.3.5ff80db3df64', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 20:48:26.945+00', 'fc071df7-bc00-b629-fa09-72ef5f66fa05', 2, 'nihss:3', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-second', '000000000001.00000000000000.01795639706945.3.5ff80db3df64', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 20:48:26.945+00', 'fc071df7-bc00-b629-fa09-72ef5f66fa05', 3, 'nihss:4', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-second', '000000000001.00000000000000.01795639706945.3.5ff80db3df64', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 20:48:26.945+00', 'fc071df7-bc00-b629-fa09-72ef5f66fa05', 4, 'nihss:7', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-second', '000000000001.00000000000000.01795639706945.3.5ff80db3df64', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 20:48:26.945+00', 'fc071df7-bc00-b629-fa09-72ef5f66fa05', 5, 'nihss:8', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-second', '000000000001.00000000000000.01795639706945.3.5ff80db3df64', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 20:48:26.945+00', 'fc071df7-bc00-b629-fa09-72ef5f66fa05', 6, 'nihss:9', 1, NULL, NULL, false, false, '2026-11-25 20:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-second', '000000000001.00000000000000.01795639706945.3.5ff80db3df64', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 20:48:26.945+00', 'fc071df7-bc00-b629-fa09-72ef5f66fa05', 7, 'nihss:10', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-second', '000000000001.00000000000000.01795639706945.3.5ff80db3df64', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 20:48:26.945+00', 'fc071df7-bc00-b629-fa09-72ef5f66fa05', 8, 'nihss:11', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-second', '000000000001.00000000000000.01795639706945.3.5ff80db3df64', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 20:48:26.945+00', 'fc071df7-bc00-b629-fa09-72ef5f66fa05', 9, 'nihss:1a', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-second', '000000000001.00000000000000.01795639706945.3.5ff80db3df64', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 20:48:26.945+00', 'fc071df7-bc00-b629-fa09-72ef5f66fa05', 10, 'nihss:1b', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-second', '000000000001.00000000000000.01795639706945.3.5ff80db3df64', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 20:48:26.945+00', 'fc071df7-bc00-b629-fa09-72ef5f66fa05', 11, 'nihss:1c', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-second', '000000000001.00000000000000.01795639706945.3.5ff80db3df64', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 20:48:26.945+00', 'fc071df7-bc00-b629-fa09-72ef5f66fa05', 12, 'nihss:5a', 3, NULL, NULL, false, false, '2026-11-25 20:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-second', '000000000001.00000000000000.01795639706945.3.5ff80db3df64', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 20:48:26.945+00', 'fc071df7-bc00-b629-fa09-72ef5f66fa05', 13, 'nihss:5b', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-second', '000000000001.00000000000000.01795639706945.3.5ff80db3df64', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 20:48:26.945+00', 'fc071df7-bc00-b629-fa09-72ef5f66fa05', 14, 'nihss:6a', 2, NULL, NULL, false, false, '2026-11-25 20:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-second', '000000000001.00000000000000.01795639706945.3.5ff80db3df64', 'final', NULL, 'Practitioner/n1'),
	('b', '2026-11-25 20:48:26.945+00', 'fc071df7-bc00-b629-fa09-72ef5f66fa05', 15, 'nihss:6b', 0, NULL, NULL, false, false, '2026-11-25 20:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', 'Observation/b-second', '000000000001.00000000000000.01795639706945.3.5ff80db3df64', 'final', NULL, 'Practitioner/n1');
INSERT INTO public.outbox OVERRIDING SYSTEM VALUE VALUES
	(3, 'endwatch.scores', 'a', '{"ce_id": "a8f151e4-548f-87c3-aa4e-4abd84feaa15", "ce_time": "2026-11-25T22:48:27.393Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2261386631353165342d353438662d383763332d616134652d346162643834666561613135222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355430333a34383a32362e3434355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d31227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d30227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d30227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e32313732363131363730303231373233352c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430333a34383a32362e3434355a222c22656e64223a22323032362d31312d32365430333a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e323934313739363137313937393137322c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430333a34383a32362e3434355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e34303431333433313938343138333432332c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430333a34383a32362e3434355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3434355a227d7d5d7d', '2026-11-25 22:48:27.393+00'),
	(4, 'endwatch.scores', 'a', '{"ce_id": "84be0ff3-a6ae-89fc-a308-3e75389fd283", "ce_time": "2026-11-25T22:48:27.393Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2238346265306666332d613661652d383966632d613330382d336537353338396664323833222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355430343a34383a32362e3434355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d32227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d31227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f612d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363434352e332e613938626639306131343230227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e32323936343734313336353736353231382c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430343a34383a32362e3434355a222c22656e64223a22323032362d31312d32365430343a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e333132363835303634373334333132392c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430343a34383a32362e3434355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e34333230373731313835343533383033332c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430343a34383a32362e3434355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3434355a227d7d5d7d', '2026-11-25 22:48:27.393+00'),
	(5, 'endwatch.scores', 'a', '{"ce_id": "7360958d-f0d0-84d8-ad92-6f7eebfa194a", "ce_time": "2026-11-25T22:48:27.393Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2237333630393538642d663064302d383464382d616439322d366637656562666131393461222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355430353a34383a32362e3434355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d33227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d32227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f612d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363434352e332e613938626639306131343230227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e32323639313739383831333038333430382c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430353a34383a32362e3434355a222c22656e64223a22323032362d31312d32365430353a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e33303734353235393935303331353337332c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430353a34383a32362e3434355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e3432373930373330333334323934382c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430353a34383a32362e3434355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3434355a227d7d5d7d', '2026-11-25 22:48:27.393+00'),
	(6, 'endwatch.scores', 'a', '{"ce_id": "05a1e927-f0cb-8c60-ac7f-7aa3630ac75d", "ce_time": "2026-11-25T22:48:27.393Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2230356131653932372d663063622d386336302d616337662d376161333633306163373564222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355430363a34383a32362e3434355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d34227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d33227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f612d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363434352e332e613938626639306131343230227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e323233313437363736383235383833322c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430363a34383a32362e3434355a222c22656e64223a22323032362d31312d32365430363a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e333030393330323632363230373730352c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430363a34383a32362e3434355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e34323236303332363538383439363133332c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430363a34383a32362e3434355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3434355a227d7d5d7d', '2026-11-25 22:48:27.393+00'),
	(7, 'endwatch.scores', 'a', '{"ce_id": "80c44c66-641d-8fc0-ac77-84b595a00846", "ce_time": "2026-11-25T22:48:27.393Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2238306334346336362d363431642d386663302d616337372d383462353935613030383436222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355430373a34383a32362e3434355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d35227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d34227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f612d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363434352e332e613938626639306131343230227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e32313837393238383730393933353831382c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430373a34383a32362e3434355a222c22656e64223a22323032362d31312d32365430373a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e32393336363033313534313035393334352c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430373a34383a32362e3434355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e343136363531303935333532363533322c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430373a34383a32362e3434355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3434355a227d7d5d7d', '2026-11-25 22:48:27.393+00'),
	(8, 'endwatch.scores', 'a', '{"ce_id": "05894dc1-eabe-842b-a22b-489bce5052ee", "ce_time": "2026-11-25T22:48:27.393Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2230353839346463312d656162652d383432622d613232622d343839626365353035326565222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355430383a34383a32362e3434355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d36227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d35227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f612d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363434352e332e613938626639306131343230227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e3139363933303138313337343936332c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430383a34383a32362e3434355a222c22656e64223a22323032362d31312d32365430383a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e323636303535313236393832393132312c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430383a34383a32362e3434355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e333835363034303333303634393839372c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430383a34383a32362e3434355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3434355a227d7d5d7d', '2026-11-25 22:48:27.393+00'),
	(9, 'endwatch.scores', 'a', '{"ce_id": "6dbb4500-7c6c-878d-a2f8-7cae52c19b3d", "ce_time": "2026-11-25T22:48:27.393Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2236646262343530302d376336632d383738642d613266382d376361653532633139623364222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355430393a34383a32362e3434355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d37227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d36227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f612d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363434352e332e613938626639306131343230227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e3139313832393931313038393931322c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430393a34383a32362e3434355a222c22656e64223a22323032362d31312d32365430393a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e323537393035363938383237393239382c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430393a34383a32362e3434355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e33373838303633323233333938383235342c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430393a34383a32362e3434355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3434355a227d7d5d7d', '2026-11-25 22:48:27.393+00'),
	(10, 'endwatch.scores', 'a', '{"ce_id": "65ff7cce-824e-83f9-adc8-40fcebe00e22", "ce_time": "2026-11-25T22:48:27.393Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2236356666376363652d383234652d383366392d616463382d343066636562653030653232222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355431303a34383a32362e3434355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d38227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d37227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f612d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363434352e332e613938626639306131343230227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e313836343832373631313931353330342c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431303a34383a32362e3434355a222c22656e64223a22323032362d31312d32365431303a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e32343934313231363739343134373531342c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431303a34383a32362e3434355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e333731373134333139343436353935342c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431303a34383a32362e3434355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3434355a227d7d5d7d', '2026-11-25 22:48:27.393+00'),
	(11, 'endwatch.scores', 'a', '{"ce_id": "4051435c-4187-829c-a38d-c646cfa6da96", "ce_time": "2026-11-25T22:48:27.393Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2234303531343335632d343138372d383239632d613338642d633634366366613664613936222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355431313a34383a32362e3434355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d39227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d38227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f612d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363434352e332e613938626639306131343230227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e313830393330393831383736393934332c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431313a34383a32362e3434355a222c22656e64223a22323032362d31312d32365431313a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e32343036323130343637343935353235342c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431313a34383a32362e3434355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e333634333638393039333036313131322c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431313a34383a32362e3434355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3434355a227d7d5d7d', '2026-11-25 22:48:27.393+00'),
	(12, 'endwatch.scores', 'a', '{"ce_id": "2eb9ff81-c1c4-8a6c-a920-5a98c2c76e21", "ce_time": "2026-11-25T22:48:27.393Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2232656239666638312d633163342d386136632d613932302d356139386332633736653231222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355431323a34383a32362e3434355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d3130227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d39227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f612d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363434352e332e613938626639306131343230227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e3137353230333234343037343136312c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431323a34383a32362e3434355a222c22656e64223a22323032362d31312d32365431323a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e32333135363331393130363339393934372c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431323a34383a32362e3434355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e33353637393730353535343532363136342c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431323a34383a32362e3434355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3434355a227d7d5d7d', '2026-11-25 22:48:27.393+00'),
	(13, 'endwatch.scores', 'a', '{"ce_id": "6b3c9890-d3d9-8ea8-a8da-5b30e8a237a8", "ce_time": "2026-11-25T22:48:27.393Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2236623363393839302d643364392d386561382d613864612d356233306538613233376138222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355431333a34383a32362e3434355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d3131227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d3130227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f612d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363434352e332e613938626639306131343230227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e31363933313939383734343138303935342c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431333a34383a32362e3434355a222c22656e64223a22323032362d31312d32365431333a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e323232323630303534353131323330322c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431333a34383a32362e3434355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e33343930313735343938353235393433372c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431333a34383a32362e3434355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3434355a227d7d5d7d', '2026-11-25 22:48:27.393+00'),
	(14, 'endwatch.scores', 'a', '{"ce_id": "0738b472-1506-84c7-af60-41f951d55d23", "ce_time": "2026-11-25T22:48:27.393Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2230373338623437322d313530362d383463372d616636302d343166393531643535643233222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355431343a34383a32362e3434355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d3132227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d3131227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f612d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363434352e332e613938626639306131343230227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e31353832313238353537343131343936332c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431343a34383a32362e3434355a222c22656e64223a22323032362d31312d32365431343a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e32303732373934373331333037303733382c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431343a34383a32362e3434355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e3333353236333839363036383730342c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431343a34383a32362e3434355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3434355a227d7d5d7d', '2026-11-25 22:48:27.393+00'),
	(15, 'endwatch.scores', 'a', '{"ce_id": "9e684745-a609-83e4-a120-c7cd551b9b5a", "ce_time": "2026-11-25T22:48:27.393Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2239653638343734352d613630392d383365342d613132302d633763643535316239623561222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355431353a34383a32362e3434355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d3133227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d3132227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f612d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363434352e332e613938626639306131343230227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e31353438343337363231343934353831362c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431353a34383a32362e3434355a222c22656e64223a22323032362d31312d32365431353a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e32303031383437373435313938353230362c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431353a34383a32362e3434355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e333239333138343736353337373436372c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431353a34383a32362e3434355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3434355a227d7d5d7d', '2026-11-25 22:48:27.393+00'),
	(16, 'endwatch.scores', 'a', '{"ce_id": "69e72050-a414-8650-ad7e-5c688eecb2b7", "ce_time": "2026-11-25T22:48:27.393Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2236396537323035302d613431342d383635302d616437652d356336383865656362326237222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355431363a34383a32362e3434355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d3134227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d3133227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f612d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363434352e332e613938626639306131343230227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e31353134313437303633323531383039352c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431363a34383a32362e3434355a222c22656e64223a22323032362d31312d32365431363a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e313932393633393439353237323137332c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431363a34383a32362e3434355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e333233323636303837333339313730372c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431363a34383a32362e3434355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3434355a227d7d5d7d', '2026-11-25 22:48:27.393+00'),
	(17, 'endwatch.scores', 'a', '{"ce_id": "541d71d7-24ba-8578-a853-5a31a9652535", "ce_time": "2026-11-25T22:48:27.393Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2235343164373164372d323462612d383537382d613835332d356133316139363532353335222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355431373a34383a32362e3434355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d3135227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d3134227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f612d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363434352e332e613938626639306131343230227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e313437393330393539313433363538352c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431373a34383a32362e3434355a222c22656e64223a22323032362d31312d32365431373a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e313835363232363836313132353432352c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431373a34383a32362e3434355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e333137313131363730343338303238392c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431373a34383a32362e3434355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3434355a227d7d5d7d', '2026-11-25 22:48:27.393+00'),
	(18, 'endwatch.scores', 'a', '{"ce_id": "450d7dc8-f857-83f5-a372-8d990d5d12cc", "ce_time": "2026-11-25T22:48:27.393Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2234353064376463382d663835372d383366352d613337322d386439393064356431326363222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355431383a34383a32362e3434355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d3136227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d3135227d2c7b22646973706c6179223a22676c75636f73653d372e3832363338227d2c7b22646973706c6179223a22676c75636f73652d686967686573742d3234683d372e3832363338227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f612d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363434352e332e613938626639306131343230227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e31353933363431353731303639343630372c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431383a34383a32362e3434355a222c22656e64223a22323032362d31312d32365431383a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e31393535353732383035393036393635352c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431383a34383a32362e3434355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e333337313431323939323930363639342c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431383a34383a32362e3434355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3434355a227d7d5d7d', '2026-11-25 22:48:27.393+00'),
	(19, 'endwatch.scores', 'a', '{"ce_id": "2b0c9378-20df-8aba-adef-c1cce1b7d8f5", "ce_time": "2026-11-25T22:48:27.393Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2232623063393337382d323064662d386162612d616465662d633163636531623764386635222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355431393a34383a32362e3434355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d3137227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d3136227d2c7b22646973706c6179223a2268656172742d726174653d3834227d2c7b22646973706c6179223a2268656172742d726174652d6d65616e2d3234683d3834227d2c7b22646973706c6179223a2268656172742d726174652d686967686573742d3234683d3834227d2c7b22646973706c6179223a22737973746f6c69632d62703d313634227d2c7b22646973706c6179223a22737973746f6c69632d62702d6d65616e2d3234683d313634227d2c7b22646973706c6179223a22737973746f6c69632d62702d6c6f776573742d3234683d313634227d2c7b22646973706c6179223a22737973746f6c69632d62702d686967686573742d3234683d313634227d2c7b22646973706c6179223a2264696173746f6c69632d62703d3932227d2c7b22646973706c6179223a2264696173746f6c69632d62702d6d65616e2d3234683d3932227d2c7b22646973706c6179223a2264696173746f6c69632d62702d686967686573742d3234683d3932227d2c7b22646973706c6179223a22676c75636f73653d372e3832363338227d2c7b22646973706c6179223a22676c75636f73652d686967686573742d3234683d372e3832363338227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f612d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363434352e332e613938626639306131343230227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e3137363934323837393435393537312c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431393a34383a32362e3434355a222c22656e64223a22323032362d31312d32365431393a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e32313438383038393235393534353030372c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431393a34383a32362e3434355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3434355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e33363935383636373032363639303431372c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431393a34383a32362e3434355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3434355a227d7d5d7d', '2026-11-25 22:48:27.393+00'),
	(20, 'endwatch.alerts', 'a', '{"ce_id": "5e959fa0-8f63-8e04-a6a5-3a39e86966ba:raised:1795646907393", "ce_time": "2026-11-25T22:48:27.393Z", "ce_type": "endwatch.alert", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a22466c6167222c226964223a2235653935396661302d386636332d386530342d613661352d336133396538363936366261222c226964656e746966696572223a5b7b2273797374656d223a2275726e3a656e6477617463683a616c657274222c2276616c7565223a2235653935396661302d386636332d386530342d613661352d336133396538363936366261227d5d2c22737461747573223a22616374697665222c2263617465676f7279223a5b7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f7465726d696e6f6c6f67792e686c372e6f72672f436f646553797374656d2f666c61672d63617465676f7279222c22636f6465223a22636c696e6963616c227d5d7d5d2c22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a616c6572742d6b696e64222c22636f6465223a22656e642d636f6e6669726d6564227d5d2c2274657874223a224e49485353203320746f203620282b33292073696e6365207468652061646d697373696f6e206578616d696e6174696f6e2c206578616d696e656420313820682061667465722061646d697373696f6e2e227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c22706572696f64223a7b227374617274223a22323032362d31312d32355432323a34383a32372e3339335a227d7d', '2026-11-25 22:48:27.393+00'),
	(21, 'endwatch.scores', 'b', '{"ce_id": "ec184c5b-7c53-811b-a1f5-8606beee4102", "ce_time": "2026-11-25T22:48:28.743Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2265633138346335622d376335332d383131622d613166352d383630366265656534313032222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355430333a34383a32362e3934355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d31227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d30227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d30227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e32313732363131363730303231373233352c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430333a34383a32362e3934355a222c22656e64223a22323032362d31312d32365430333a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e323934313739363137313937393137322c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430333a34383a32362e3934355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e34303431333433313938343138333432332c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430333a34383a32362e3934355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3934355a227d7d5d7d', '2026-11-25 22:48:28.743+00'),
	(22, 'endwatch.scores', 'b', '{"ce_id": "131e6fe1-777e-8060-a2f2-436745183eb6", "ce_time": "2026-11-25T22:48:28.743Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2231333165366665312d373737652d383036302d613266322d343336373435313833656236222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355430343a34383a32362e3934355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d32227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d31227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f622d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363934352e332e656539633439613763623339227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e32323936343734313336353736353231382c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430343a34383a32362e3934355a222c22656e64223a22323032362d31312d32365430343a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e333132363835303634373334333132392c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430343a34383a32362e3934355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e34333230373731313835343533383033332c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430343a34383a32362e3934355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3934355a227d7d5d7d', '2026-11-25 22:48:28.743+00'),
	(23, 'endwatch.scores', 'b', '{"ce_id": "86bb50b8-7dca-88d6-aef5-5a1ff9474ed7", "ce_time": "2026-11-25T22:48:28.743Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2238366262353062382d376463612d383864362d616566352d356131666639343734656437222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355430353a34383a32362e3934355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d33227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d32227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f622d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363934352e332e656539633439613763623339227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e32323639313739383831333038333430382c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430353a34383a32362e3934355a222c22656e64223a22323032362d31312d32365430353a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e33303734353235393935303331353337332c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430353a34383a32362e3934355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e3432373930373330333334323934382c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430353a34383a32362e3934355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3934355a227d7d5d7d', '2026-11-25 22:48:28.743+00'),
	(24, 'endwatch.scores', 'b', '{"ce_id": "7e87674a-4bf0-84b1-ac92-39843d0932db", "ce_time": "2026-11-25T22:48:28.743Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2237653837363734612d346266302d383462312d616339322d333938343364303933326462222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355430363a34383a32362e3934355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d34227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d33227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f622d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363934352e332e656539633439613763623339227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e323233313437363736383235383833322c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430363a34383a32362e3934355a222c22656e64223a22323032362d31312d32365430363a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e333030393330323632363230373730352c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430363a34383a32362e3934355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e34323236303332363538383439363133332c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430363a34383a32362e3934355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3934355a227d7d5d7d', '2026-11-25 22:48:28.743+00'),
	(25, 'endwatch.scores', 'b', '{"ce_id": "17acc634-b5b2-8d22-a040-b94192e541f5", "ce_time": "2026-11-25T22:48:28.743Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2231376163633633342d623562322d386432322d613034302d623934313932653534316635222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355430373a34383a32362e3934355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d35227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d34227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f622d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363934352e332e656539633439613763623339227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e32313837393238383730393933353831382c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430373a34383a32362e3934355a222c22656e64223a22323032362d31312d32365430373a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e32393336363033313534313035393334352c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430373a34383a32362e3934355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e343136363531303935333532363533322c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430373a34383a32362e3934355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3934355a227d7d5d7d', '2026-11-25 22:48:28.743+00'),
	(26, 'endwatch.scores', 'b', '{"ce_id": "5ac608be-9199-8407-a5d1-b20b2275136b", "ce_time": "2026-11-25T22:48:28.743Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2235616336303862652d393139392d383430372d613564312d623230623232373531333662222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355430383a34383a32362e3934355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d36227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d35227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f622d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363934352e332e656539633439613763623339227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e3139363933303138313337343936332c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430383a34383a32362e3934355a222c22656e64223a22323032362d31312d32365430383a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e323636303535313236393832393132312c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430383a34383a32362e3934355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e333835363034303333303634393839372c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430383a34383a32362e3934355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3934355a227d7d5d7d', '2026-11-25 22:48:28.743+00'),
	(27, 'endwatch.scores', 'b', '{"ce_id": "0eafcdca-82bd-83d0-ae84-3c15faac2d7c", "ce_time": "2026-11-25T22:48:28.743Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2230656166636463612d383262642d383364302d616538342d336331356661616332643763222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355430393a34383a32362e3934355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d37227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d36227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f622d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363934352e332e656539633439613763623339227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e3139313832393931313038393931322c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430393a34383a32362e3934355a222c22656e64223a22323032362d31312d32365430393a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e323537393035363938383237393239382c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430393a34383a32362e3934355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e33373838303633323233333938383235342c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355430393a34383a32362e3934355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3934355a227d7d5d7d', '2026-11-25 22:48:28.743+00'),
	(28, 'endwatch.scores', 'b', '{"ce_id": "53292f75-bcf8-88dc-a03e-86f3f3fb30dc", "ce_time": "2026-11-25T22:48:28.743Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2235333239326637352d626366382d383864632d613033652d383666336633666233306463222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355431303a34383a32362e3934355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d38227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d37227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f622d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363934352e332e656539633439613763623339227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e313836343832373631313931353330342c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431303a34383a32362e3934355a222c22656e64223a22323032362d31312d32365431303a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e32343934313231363739343134373531342c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431303a34383a32362e3934355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e333731373134333139343436353935342c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431303a34383a32362e3934355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3934355a227d7d5d7d', '2026-11-25 22:48:28.743+00'),
	(29, 'endwatch.scores', 'b', '{"ce_id": "e6bc3597-548b-8ce6-a6c5-0c6e9f95600c", "ce_time": "2026-11-25T22:48:28.743Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2265366263333539372d353438622d386365362d613663352d306336653966393536303063222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355431313a34383a32362e3934355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d39227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d38227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f622d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363934352e332e656539633439613763623339227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e313830393330393831383736393934332c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431313a34383a32362e3934355a222c22656e64223a22323032362d31312d32365431313a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e32343036323130343637343935353235342c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431313a34383a32362e3934355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e333634333638393039333036313131322c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431313a34383a32362e3934355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3934355a227d7d5d7d', '2026-11-25 22:48:28.743+00'),
	(30, 'endwatch.scores', 'b', '{"ce_id": "a39dafb4-057e-89be-a274-211da24b0013", "ce_time": "2026-11-25T22:48:28.743Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2261333964616662342d303537652d383962652d613237342d323131646132346230303133222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355431323a34383a32362e3934355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d3130227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d39227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f622d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363934352e332e656539633439613763623339227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e3137353230333234343037343136312c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431323a34383a32362e3934355a222c22656e64223a22323032362d31312d32365431323a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e32333135363331393130363339393934372c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431323a34383a32362e3934355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e33353637393730353535343532363136342c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431323a34383a32362e3934355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3934355a227d7d5d7d', '2026-11-25 22:48:28.743+00'),
	(31, 'endwatch.scores', 'b', '{"ce_id": "0d49f3aa-2531-8c5c-a4a2-f5ebe04dbb2f", "ce_time": "2026-11-25T22:48:28.743Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2230643439663361612d323533312d386335632d613461322d663565626530346462623266222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355431333a34383a32362e3934355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d3131227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d3130227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f622d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363934352e332e656539633439613763623339227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e31363933313939383734343138303935342c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431333a34383a32362e3934355a222c22656e64223a22323032362d31312d32365431333a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e323232323630303534353131323330322c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431333a34383a32362e3934355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e33343930313735343938353235393433372c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431333a34383a32362e3934355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3934355a227d7d5d7d', '2026-11-25 22:48:28.743+00'),
	(32, 'endwatch.scores', 'b', '{"ce_id": "bc54b881-dc0c-8023-a668-911180740d0c", "ce_time": "2026-11-25T22:48:28.743Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2262633534623838312d646330632d383032332d613636382d393131313830373430643063222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355431343a34383a32362e3934355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d3132227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d3131227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f622d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363934352e332e656539633439613763623339227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e31353832313238353537343131343936332c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431343a34383a32362e3934355a222c22656e64223a22323032362d31312d32365431343a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e32303732373934373331333037303733382c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431343a34383a32362e3934355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e3333353236333839363036383730342c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431343a34383a32362e3934355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3934355a227d7d5d7d', '2026-11-25 22:48:28.743+00'),
	(33, 'endwatch.scores', 'b', '{"ce_id": "8e51b048-e468-85fa-ab54-3825b23aca37", "ce_time": "2026-11-25T22:48:28.743Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2238653531623034382d653436382d383566612d616235342d333832356232336163613337222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355431353a34383a32362e3934355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d3133227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d3132227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f622d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363934352e332e656539633439613763623339227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e31353438343337363231343934353831362c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431353a34383a32362e3934355a222c22656e64223a22323032362d31312d32365431353a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e32303031383437373435313938353230362c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431353a34383a32362e3934355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e333239333138343736353337373436372c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431353a34383a32362e3934355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3934355a227d7d5d7d', '2026-11-25 22:48:28.743+00'),
	(34, 'endwatch.scores', 'b', '{"ce_id": "f4d87700-a824-8493-a4e9-e3d4d07e26a6", "ce_time": "2026-11-25T22:48:28.743Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2266346438373730302d613832342d383439332d613465392d653364346430376532366136222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355431363a34383a32362e3934355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d3134227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d3133227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f622d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363934352e332e656539633439613763623339227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e31353134313437303633323531383039352c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431363a34383a32362e3934355a222c22656e64223a22323032362d31312d32365431363a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e313932393633393439353237323137332c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431363a34383a32362e3934355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e333233323636303837333339313730372c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431363a34383a32362e3934355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3934355a227d7d5d7d', '2026-11-25 22:48:28.743+00'),
	(35, 'endwatch.scores', 'b', '{"ce_id": "fa72b448-5240-87cf-a210-39add97422e8", "ce_time": "2026-11-25T22:48:28.743Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2266613732623434382d353234302d383763662d613231302d333961646439373432326538222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355431373a34383a32362e3934355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d3135227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d3134227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f622d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363934352e332e656539633439613763623339227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e313437393330393539313433363538352c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431373a34383a32362e3934355a222c22656e64223a22323032362d31312d32365431373a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e313835363232363836313132353432352c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431373a34383a32362e3934355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e333137313131363730343338303238392c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431373a34383a32362e3934355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3934355a227d7d5d7d', '2026-11-25 22:48:28.743+00'),
	(36, 'endwatch.scores', 'b', '{"ce_id": "c1d5b9ae-0cdc-8b88-a707-0ac60a79981e", "ce_time": "2026-11-25T22:48:28.743Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2263316435623961652d306364632d386238382d613730372d306163363061373939383165222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355431383a34383a32362e3934355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d3136227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d3135227d2c7b22646973706c6179223a22676c75636f73653d372e3832363338227d2c7b22646973706c6179223a22676c75636f73652d686967686573742d3234683d372e3832363338227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f622d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363934352e332e656539633439613763623339227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e31353933363431353731303639343630372c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431383a34383a32362e3934355a222c22656e64223a22323032362d31312d32365431383a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e31393535353732383035393036393635352c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431383a34383a32362e3934355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e333337313431323939323930363639342c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431383a34383a32362e3934355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3934355a227d7d5d7d', '2026-11-25 22:48:28.743+00'),
	(37, 'endwatch.scores', 'b', '{"ce_id": "dae4849a-8bbb-8014-a08a-959a3793d745", "ce_time": "2026-11-25T22:48:28.743Z", "ce_type": "endwatch.score", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a225269736b4173736573736d656e74222c226964223a2264616534383439612d386262622d383031342d613038612d393539613337393364373435222c22636f6e7461696e6564223a5b7b227265736f7572636554797065223a22446576696365222c226964223a226d6f64656c222c226465766963654e616d65223a5b7b226e616d65223a22456e647761746368222c2274797065223a226d6f64656c2d6e616d65227d5d2c2276657273696f6e223a5b7b2276616c7565223a22667573696f6e2d73696d2d31227d5d2c226e6f7465223a5b7b2274657874223a22547261696e6564206f6e2073696d756c617465642070617469656e7473227d5d7d5d2c22737461747573223a2266696e616c222c226d6574686f64223a7b2274657874223a22436f6e6361742d467573696f6e2068617a617264206d6f64656c2c20666561747572652073657420323032362d31312d31227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226f6363757272656e63654461746554696d65223a22323032362d31312d32355431393a34383a32362e3934355a222c22706572666f726d6572223a7b227265666572656e6365223a22236d6f64656c227d2c226261736973223a5b7b22646973706c6179223a22686f7572732d73696e63652d61646d697373696f6e3d3137227d2c7b22646973706c6179223a226167653d3735227d2c7b22646973706c6179223a227365782d6d616c653d30227d2c7b22646973706c6179223a2264696162657465733d30227d2c7b22646973706c6179223a22687970657274656e73696f6e3d30227d2c7b22646973706c6179223a2261747269616c2d66696272696c6c6174696f6e3d30227d2c7b22646973706c6179223a227072696f722d7374726f6b653d30227d2c7b22646973706c6179223a227468726f6d626f6c797369733d30227d2c7b22646973706c6179223a227265706f72742d636f756e743d31227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d746f74616c3d33227d2c7b22646973706c6179223a226e696873732d61646d697373696f6e2d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d6d6f746f723d32227d2c7b22646973706c6179223a226e696873732d686f7572732d73696e63653d3136227d2c7b22646973706c6179223a2268656172742d726174653d3834227d2c7b22646973706c6179223a2268656172742d726174652d6d65616e2d3234683d3834227d2c7b22646973706c6179223a2268656172742d726174652d686967686573742d3234683d3834227d2c7b22646973706c6179223a22737973746f6c69632d62703d313634227d2c7b22646973706c6179223a22737973746f6c69632d62702d6d65616e2d3234683d313634227d2c7b22646973706c6179223a22737973746f6c69632d62702d6c6f776573742d3234683d313634227d2c7b22646973706c6179223a22737973746f6c69632d62702d686967686573742d3234683d313634227d2c7b22646973706c6179223a2264696173746f6c69632d62703d3932227d2c7b22646973706c6179223a2264696173746f6c69632d62702d6d65616e2d3234683d3932227d2c7b22646973706c6179223a2264696173746f6c69632d62702d686967686573742d3234683d3932227d2c7b22646973706c6179223a22676c75636f73653d372e3832363338227d2c7b22646973706c6179223a22676c75636f73652d686967686573742d3234683d372e3832363338227d2c7b22646973706c6179223a22446961676e6f737469635265706f72742f622d7363616e403030303030303030303030312e30303030303030303030303030302e30313739353538323130363934352e332e656539633439613763623339227d5d2c2270726564696374696f6e223a5b7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e3137363934323837393435393537312c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431393a34383a32362e3934355a222c22656e64223a22323032362d31312d32365431393a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e32313438383038393235393534353030372c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431393a34383a32362e3934355a222c22656e64223a22323032362d31312d32375430323a34383a32362e3934355a227d7d2c7b226f7574636f6d65223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a6f7574636f6d65222c22636f6465223a226561726c792d6e6575726f6c6f676963616c2d6465746572696f726174696f6e227d5d2c2274657874223a224561726c79206e6575726f6c6f676963616c206465746572696f726174696f6e227d2c2270726f626162696c697479446563696d616c223a302e33363935383636373032363639303431372c227768656e506572696f64223a7b227374617274223a22323032362d31312d32355431393a34383a32362e3934355a222c22656e64223a22323032362d31322d30325430323a34383a32362e3934355a227d7d5d7d', '2026-11-25 22:48:28.743+00'),
	(38, 'endwatch.alerts', 'b', '{"ce_id": "0781716e-8239-874c-a31e-85e1f63357f0:raised:1795646908743", "ce_time": "2026-11-25T22:48:28.743Z", "ce_type": "endwatch.alert", "ce_source": "endwatch", "content-type": "application/fhir+json", "ce_specversion": "1.0"}', '\x7b227265736f7572636554797065223a22466c6167222c226964223a2230373831373136652d383233392d383734632d613331652d383565316636333335376630222c226964656e746966696572223a5b7b2273797374656d223a2275726e3a656e6477617463683a616c657274222c2276616c7565223a2230373831373136652d383233392d383734632d613331652d383565316636333335376630227d5d2c22737461747573223a22616374697665222c2263617465676f7279223a5b7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f7465726d696e6f6c6f67792e686c372e6f72672f436f646553797374656d2f666c61672d63617465676f7279222c22636f6465223a22636c696e6963616c227d5d7d5d2c22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a2275726e3a656e6477617463683a616c6572742d6b696e64222c22636f6465223a22656e642d636f6e6669726d6564227d5d2c2274657874223a224e49485353203320746f203620282b33292073696e6365207468652061646d697373696f6e206578616d696e6174696f6e2c206578616d696e656420313820682061667465722061646d697373696f6e2e227d2c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c22706572696f64223a7b227374617274223a22323032362d31312d32355432323a34383a32382e3734335a227d7d', '2026-11-25 22:48:28.743+00');
INSERT INTO public.patient VALUES
	('a', 4, 1, '2026-11-25 02:48:26.445+00', NULL, 'enc-a', '{bed-a}', NULL, '2026-11-25 22:48:32.393+00', '2026-11-25 20:48:26.445+00'),
	('b', 8, 1, '2026-11-25 02:48:26.945+00', NULL, 'enc-b', '{bed-b}', NULL, '2026-11-25 22:48:33.743+00', '2026-11-25 20:48:26.945+00');
INSERT INTO public.process_status VALUES
	('b7c6ac80-85ea-4111-994e-508446311d3d', '2026-11-25 22:48:28.319889+00', 1.567);
INSERT INTO public.rejection OVERRIDING SYSTEM VALUE VALUES
	(1, '2026-11-25 22:48:26.66+00', 'value-implausible', 'valueQuantity 8867-4 (heart rate): 9000 /min is outside 25–300 /min', 'a', 'Observation/a-absurd', '\x7b227265736f7572636554797065223a224f62736572766174696f6e222c226964223a22612d616273757264222c226d657461223a7b2276657273696f6e4964223a2231227d2c22737461747573223a2266696e616c222c227375626a656374223a7b227265666572656e6365223a2250617469656e742f61227d2c226566666563746976654461746554696d65223a22323032362d31312d32355432313a34383a32362e3434355a222c22697373756564223a22323032362d31312d32355432313a34383a32362e3434355a222c22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a22383836372d34227d5d7d2c2276616c75655175616e74697479223a7b2276616c7565223a393030302c22756e6974223a222f6d696e222c2273797374656d223a22687474703a2f2f756e6974736f666d6561737572652e6f7267222c22636f6465223a222f6d696e227d7d', 'http', NULL, NULL, NULL, NULL, '{}', '2026-11-25 22:48:26.66+00', '2026-11-25 22:48:26.66+00'),
	(2, '2026-11-25 22:48:26.988+00', 'value-implausible', 'valueQuantity 8867-4 (heart rate): 9000 /min is outside 25–300 /min', 'b', 'Observation/b-absurd', '\x7b227265736f7572636554797065223a224f62736572766174696f6e222c226964223a22622d616273757264222c226d657461223a7b2276657273696f6e4964223a2231227d2c22737461747573223a2266696e616c222c227375626a656374223a7b227265666572656e6365223a2250617469656e742f62227d2c226566666563746976654461746554696d65223a22323032362d31312d32355432313a34383a32362e3934355a222c22697373756564223a22323032362d31312d32355432313a34383a32362e3934355a222c22636f6465223a7b22636f64696e67223a5b7b2273797374656d223a22687474703a2f2f6c6f696e632e6f7267222c22636f6465223a22383836372d34227d5d7d2c2276616c75655175616e74697479223a7b2276616c7565223a393030302c22756e6974223a222f6d696e222c2273797374656d223a22687474703a2f2f756e6974736f666d6561737572652e6f7267222c22636f6465223a222f6d696e227d7d', 'http', NULL, NULL, NULL, NULL, '{}', '2026-11-25 22:48:26.988+00', '2026-11-25 22:48:26.988+00');
INSERT INTO public.report VALUES
	('a', '7fea0afb-6c88-25bd-2791-59ffb72e8e9c', 'DiagnosticReport/a-scan', '000000000001.00000000000000.01795582106445.3.a98bf90a1420', 'final', false, '2026-11-25 04:48:26.445+00', '2026-11-25 04:48:26.445+00', '2026-11-25 22:48:26.752+00', '2026-11-25 22:48:26.802+00', NULL, 'CT head without contrast', 'Acute infarct in the territory of the left middle cerebral artery.'),
	('b', '44b1ebff-c10f-fbeb-f012-3172a387da04', 'DiagnosticReport/b-scan', '000000000001.00000000000000.01795582106945.3.ee9c49a7cb39', 'final', false, '2026-11-25 04:48:26.945+00', '2026-11-25 04:48:26.945+00', '2026-11-25 22:48:27.054+00', '2026-11-25 22:48:28.697+00', NULL, 'CT head without contrast', 'Acute infarct in the territory of the left middle cerebral artery.');
INSERT INTO public.report_vector VALUES
	('a', '7fea0afb-6c88-25bd-2791-59ffb72e8e9c', 'fusion-sim-1', 'DiagnosticReport/a-scan', '000000000001.00000000000000.01795582106445.3.a98bf90a1420', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be'),
	('b', '44b1ebff-c10f-fbeb-f012-3172a387da04', 'fusion-sim-1', 'DiagnosticReport/b-scan', '000000000001.00000000000000.01795582106945.3.ee9c49a7cb39', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be');
INSERT INTO public.score_p20261125 VALUES
	('a', '2026-11-25 03:48:26.445+00', 'a8f151e4-548f-87c3-aa4e-4abd84feaa15', '2026-11-25 22:48:27.393+00', NULL, 1, 0.21726116700217235, 0.2941796171979172, 0.40413431984183423, 0.36650132965619664, '\xd0c0833d4329933d4035d63d538ad13d0fe6853d2b08443db238523d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x0000803f0000964200000000000000000000000000000000000000000000000000000000000040400000404000000000000000000000004000000040000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f00000000000000000000c07f0000c07f00000000000000000000c07f0000c07f000000000000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '[]', NULL, '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('a', '2026-11-25 04:48:26.445+00', '84be0ff3-a6ae-89fc-a308-3e75389fd283', '2026-11-25 22:48:27.393+00', NULL, 2, 0.22964741365765218, 0.3126850647343129, 0.43207711854538033, 0.3481005670131935, '\x82de933d5e459e3dc7dae73d129bef3d5c5e913de10c553da6077d3d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00000040000096420000000000000000000000000000000000000000000000000000803f00004040000040400000000000000000000000400000004000000000000000000000803f000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f000000000000803f0000803f0000c07f0000c07f0000803f0000803f0000c07f0000c07f0000803f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/a-scan@000000000001.00000000000000.01795582106445.3.a98bf90a1420"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('a', '2026-11-25 05:48:26.445+00', '7360958d-f0d0-84d8-ad92-6f7eebfa194a', '2026-11-25 22:48:27.393+00', NULL, 3, 0.22691798813083408, 0.30745259950315373, 0.427907303342948, 0.3487196637711061, '\xf699953d30f7a03d6ffbea3d4df4f13d304b913de806543dc7397f3d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00004040000096420000000000000000000000000000000000000000000000000000803f000040400000404000000000000000000000004000000040000000000000000000000040000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000803f00000040000000400000c07f0000c07f00000040000000400000c07f0000c07f000000400000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/a-scan@000000000001.00000000000000.01795582106445.3.a98bf90a1420"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('a', '2026-11-25 06:48:26.445+00', '05a1e927-f0cb-8c60-ac7f-7aa3630ac75d', '2026-11-25 22:48:27.393+00', NULL, 4, 0.2231476768258832, 0.3009302626207705, 0.42260326588496133, 0.3491186851683838, '\x30ce963dead9a23d681fed3d0989f33db638913de63d533d485a803d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00008040000096420000000000000000000000000000000000000000000000000000803f000040400000404000000000000000000000004000000040000000000000000000004040000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000004000004040000040400000c07f0000c07f00004040000040400000c07f0000c07f000040400000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/a-scan@000000000001.00000000000000.01795582106445.3.a98bf90a1420"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('a', '2026-11-25 07:48:26.445+00', '80c44c66-641d-8fc0-ac77-84b595a00846', '2026-11-25 22:48:27.393+00', NULL, 5, 0.21879288709935818, 0.29366031541059345, 0.4166510953526532, 0.3494079618357599, '\x16ba973d2d4da43d71beee3deeb7f43ddd27913d8a9a523d27e8803d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x0000a040000096420000000000000000000000000000000000000000000000000000803f000040400000404000000000000000000000004000000040000000000000000000008040000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000404000008040000080400000c07f0000c07f00008040000080400000c07f0000c07f000080400000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/a-scan@000000000001.00000000000000.01795582106445.3.a98bf90a1420"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('a', '2026-11-25 08:48:26.445+00', '05894dc1-eabe-842b-a22b-489bce5052ee', '2026-11-25 22:48:27.393+00', NULL, 6, 0.196930181374963, 0.2660551269829121, 0.3856040330649897, 0.3153983615282945, '\xce6b8d3dbccd923d085bde3d0e9be73d2fcf873d7bd2423d6242703d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x0000c040000096420000000000000000000000000000000000000000000000000000803f00004040000040400000000000000000000000400000004000000000000000000000a040000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f000080400000a0400000a0400000c07f0000c07f0000a0400000a0400000c07f0000c07f0000a0400000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/a-scan@000000000001.00000000000000.01795582106445.3.a98bf90a1420"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('a', '2026-11-25 09:48:26.445+00', '6dbb4500-7c6c-878d-a2f8-7cae52c19b3d', '2026-11-25 22:48:27.393+00', NULL, 7, 0.191829911089912, 0.2579056988279298, 0.37880632233988254, 0.3153983615282945, '\x3d018e3d40b1933d315fdf3dad58e83d0ac2873d7d63423d2bf1703d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x0000e040000096420000000000000000000000000000000000000000000000000000803f00004040000040400000000000000000000000400000004000000000000000000000c040000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000a0400000c0400000c0400000c07f0000c07f0000c0400000c0400000c07f0000c07f0000c0400000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/a-scan@000000000001.00000000000000.01795582106445.3.a98bf90a1420"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('a', '2026-11-25 10:48:26.445+00', '65ff7cce-824e-83f9-adc8-40fcebe00e22', '2026-11-25 22:48:27.393+00', NULL, 8, 0.1864827611915304, 0.24941216794147514, 0.3717143194465954, 0.3153983615282945, '\xe7818e3db675943d343ee03d28fae83df3b5873d9d01423d2886713d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00000041000096420000000000000000000000000000000000000000000000000000803f00004040000040400000000000000000000000400000004000000000000000000000e040000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c0400000e0400000e0400000c07f0000c07f0000e0400000e0400000c07f0000c07f0000e0400000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/a-scan@000000000001.00000000000000.01795582106445.3.a98bf90a1420"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('a', '2026-11-25 11:48:26.445+00', '4051435c-4187-829c-a38d-c646cfa6da96', '2026-11-25 22:48:27.393+00', NULL, 9, 0.1809309818769943, 0.24062104674955254, 0.3643689093061112, 0.3153983615282945, '\xcff28e3d9022953d3401e13d8e86e93dc3aa873d08aa413dcf07723d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00001041000096420000000000000000000000000000000000000000000000000000803f000040400000404000000000000000000000004000000040000000000000000000000041000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000e04000000041000000410000c07f0000c07f00000041000000410000c07f0000c07f000000410000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/a-scan@000000000001.00000000000000.01795582106445.3.a98bf90a1420"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('a', '2026-11-25 12:48:26.445+00', '2eb9ff81-c1c4-8a6c-a920-5a98c2c76e21', '2026-11-25 22:48:27.393+00', NULL, 10, 0.175203244074161, 0.23156319106399947, 0.35679705554526164, 0.3153983615282945, '\x59578f3ddabc953d53aee13d8e02ea3d52a0873db75a413d6c7a723d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00002041000096420000000000000000000000000000000000000000000000000000803f000040400000404000000000000000000000004000000040000000000000000000001041000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000004100001041000010410000c07f0000c07f00001041000010410000c07f0000c07f000010410000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/a-scan@000000000001.00000000000000.01795582106445.3.a98bf90a1420"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('a', '2026-11-25 13:48:26.445+00', '6b3c9890-d3d9-8ea8-a8da-5b30e8a237a8', '2026-11-25 22:48:27.393+00', NULL, 11, 0.16931998744180954, 0.2222600545112302, 0.34901754985259437, 0.3153983615282945, '\xf0b18f3d2948963deb49e23d7b71ea3d8996873d3912413d0be1723d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00003041000096420000000000000000000000000000000000000000000000000000803f000040400000404000000000000000000000004000000040000000000000000000002041000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000104100002041000020410000c07f0000c07f00002041000020410000c07f0000c07f000020410000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/a-scan@000000000001.00000000000000.01795582106445.3.a98bf90a1420"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('a', '2026-11-25 14:48:26.445+00', '0738b472-1506-84c7-af60-41f951d55d23', '2026-11-25 22:48:27.393+00', NULL, 12, 0.15821285574114963, 0.20727947313070738, 0.335263896068704, 0.3153983615282945, '\x49a68e3de2e79a3dc64fd93dc1cae73dda48863d140b3f3d4575703d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00004041000096420000000000000000000000000000000000000000000000000000803f000040400000404000000000000000000000004000000040000000000000000000003041000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000204100003041000030410000c07f0000c07f00003041000030410000c07f0000c07f000030410000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/a-scan@000000000001.00000000000000.01795582106445.3.a98bf90a1420"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('a', '2026-11-25 15:48:26.445+00', '9e684745-a609-83e4-a120-c7cd551b9b5a', '2026-11-25 22:48:27.393+00', NULL, 13, 0.15484376214945816, 0.20018477451985206, 0.3293184765377467, 0.3153983615282945, '\x26f18e3d6c5f9b3d32ccd93d0f25e83d2e40863dadcd3e3d04c9703d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00005041000096420000000000000000000000000000000000000000000000000000803f000040400000404000000000000000000000004000000040000000000000000000004041000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000304100004041000040410000c07f0000c07f00004041000040410000c07f0000c07f000040410000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/a-scan@000000000001.00000000000000.01795582106445.3.a98bf90a1420"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('a', '2026-11-25 16:48:26.445+00', '69e72050-a414-8650-ad7e-5c688eecb2b7', '2026-11-25 22:48:27.393+00', NULL, 14, 0.15141470632518095, 0.1929639495272173, 0.3232660873391707, 0.3153983615282945, '\x39368f3defcd9b3dce3eda3dee77e83df037863d66943e3df415713d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00006041000096420000000000000000000000000000000000000000000000000000803f000040400000404000000000000000000000004000000040000000000000000000005041000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000404100005041000050410000c07f0000c07f00005041000050410000c07f0000c07f000050410000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/a-scan@000000000001.00000000000000.01795582106445.3.a98bf90a1420"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('a', '2026-11-25 17:48:26.445+00', '541d71d7-24ba-8578-a853-5a31a9652535', '2026-11-25 22:48:27.393+00', NULL, 15, 0.1479309591436585, 0.1856226861125425, 0.3171116704380289, 0.3153983615282945, '\x54768f3da8349c3d05a9da3d6fc4e83d1030863db55e3e3d0a5d713d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00007041000096420000000000000000000000000000000000000000000000000000803f000040400000404000000000000000000000004000000040000000000000000000006041000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000504100006041000060410000c07f0000c07f00006041000060410000c07f0000c07f000060410000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/a-scan@000000000001.00000000000000.01795582106445.3.a98bf90a1420"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('a', '2026-11-25 18:48:26.445+00', '450d7dc8-f857-83f5-a372-8d990d5d12cc', '2026-11-25 22:48:27.393+00', NULL, 16, 0.15936415710694607, 0.19555728059069655, 0.3371412992906694, 0.3153983615282945, '\x4c30a23dd9edb23d79b9f63d0f4dfd3d6e15913d90ea513ddbae853d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00008041000096420000000000000000000000000000000000000000000000000000803f0000404000004040000000000000000000000040000000400000000000000000000070410000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000ad71fa40ad71fa400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010100000101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000604100007041000070410000c07f0000c07f00007041000070410000c07f0000c07f000070410000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f00000000000000000000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/a-scan@000000000001.00000000000000.01795582106445.3.a98bf90a1420"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('a', '2026-11-25 19:48:26.445+00', '2b0c9378-20df-8aba-adef-c1cce1b7d8f5', '2026-11-25 22:48:27.393+00', NULL, 17, 0.176942879459571, 0.21488089259545007, 0.36958667026690417, 0.3153983615282945, '\x3744bc3d6453c53dda6b033e34f8183efda39f3d8c56813df74e903d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00008841000096420000000000000000000000000000000000000000000000000000803f0000404000004040000000000000000000000040000000400000000000000000000080410000a8420000a8420000a8420000000000002443000024430000244300002443000000000000b8420000b8420000b8420000000000000000000000000000000000000000000000000000000000000000ad71fa40ad71fa400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100000000010000000001000000010101010101010100000101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000704100008041000080410000c07f0000c07f00008041000080410000c07f0000c07f000080410000000000000000000000000000c07f000000000000000000000000000000000000c07f0000000000000000000000000000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000803f0000803f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/a-scan@000000000001.00000000000000.01795582106445.3.a98bf90a1420"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate-slope-24h", "systolic-bp-slope-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('b', '2026-11-25 03:48:26.945+00', 'ec184c5b-7c53-811b-a1f5-8606beee4102', '2026-11-25 22:48:28.743+00', NULL, 1, 0.21726116700217235, 0.2941796171979172, 0.40413431984183423, 0.36650132965619664, '\xd0c0833d4329933d4035d63d538ad13d0fe6853d2b08443db238523d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x0000803f0000964200000000000000000000000000000000000000000000000000000000000040400000404000000000000000000000004000000040000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f00000000000000000000c07f0000c07f00000000000000000000c07f0000c07f000000000000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '[]', NULL, '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('b', '2026-11-25 04:48:26.945+00', '131e6fe1-777e-8060-a2f2-436745183eb6', '2026-11-25 22:48:28.743+00', NULL, 2, 0.22964741365765218, 0.3126850647343129, 0.43207711854538033, 0.3481005670131935, '\x82de933d5e459e3dc7dae73d129bef3d5c5e913de10c553da6077d3d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00000040000096420000000000000000000000000000000000000000000000000000803f00004040000040400000000000000000000000400000004000000000000000000000803f000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f000000000000803f0000803f0000c07f0000c07f0000803f0000803f0000c07f0000c07f0000803f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/b-scan@000000000001.00000000000000.01795582106945.3.ee9c49a7cb39"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('b', '2026-11-25 05:48:26.945+00', '86bb50b8-7dca-88d6-aef5-5a1ff9474ed7', '2026-11-25 22:48:28.743+00', NULL, 3, 0.22691798813083408, 0.30745259950315373, 0.427907303342948, 0.3487196637711061, '\xf699953d30f7a03d6ffbea3d4df4f13d304b913de806543dc7397f3d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00004040000096420000000000000000000000000000000000000000000000000000803f000040400000404000000000000000000000004000000040000000000000000000000040000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000803f00000040000000400000c07f0000c07f00000040000000400000c07f0000c07f000000400000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/b-scan@000000000001.00000000000000.01795582106945.3.ee9c49a7cb39"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('b', '2026-11-25 06:48:26.945+00', '7e87674a-4bf0-84b1-ac92-39843d0932db', '2026-11-25 22:48:28.743+00', NULL, 4, 0.2231476768258832, 0.3009302626207705, 0.42260326588496133, 0.3491186851683838, '\x30ce963dead9a23d681fed3d0989f33db638913de63d533d485a803d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00008040000096420000000000000000000000000000000000000000000000000000803f000040400000404000000000000000000000004000000040000000000000000000004040000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000004000004040000040400000c07f0000c07f00004040000040400000c07f0000c07f000040400000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/b-scan@000000000001.00000000000000.01795582106945.3.ee9c49a7cb39"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('b', '2026-11-25 07:48:26.945+00', '17acc634-b5b2-8d22-a040-b94192e541f5', '2026-11-25 22:48:28.743+00', NULL, 5, 0.21879288709935818, 0.29366031541059345, 0.4166510953526532, 0.3494079618357599, '\x16ba973d2d4da43d71beee3deeb7f43ddd27913d8a9a523d27e8803d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x0000a040000096420000000000000000000000000000000000000000000000000000803f000040400000404000000000000000000000004000000040000000000000000000008040000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000404000008040000080400000c07f0000c07f00008040000080400000c07f0000c07f000080400000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/b-scan@000000000001.00000000000000.01795582106945.3.ee9c49a7cb39"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('b', '2026-11-25 08:48:26.945+00', '5ac608be-9199-8407-a5d1-b20b2275136b', '2026-11-25 22:48:28.743+00', NULL, 6, 0.196930181374963, 0.2660551269829121, 0.3856040330649897, 0.3153983615282945, '\xce6b8d3dbccd923d085bde3d0e9be73d2fcf873d7bd2423d6242703d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x0000c040000096420000000000000000000000000000000000000000000000000000803f00004040000040400000000000000000000000400000004000000000000000000000a040000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f000080400000a0400000a0400000c07f0000c07f0000a0400000a0400000c07f0000c07f0000a0400000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/b-scan@000000000001.00000000000000.01795582106945.3.ee9c49a7cb39"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('b', '2026-11-25 09:48:26.945+00', '0eafcdca-82bd-83d0-ae84-3c15faac2d7c', '2026-11-25 22:48:28.743+00', NULL, 7, 0.191829911089912, 0.2579056988279298, 0.37880632233988254, 0.3153983615282945, '\x3d018e3d40b1933d315fdf3dad58e83d0ac2873d7d63423d2bf1703d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x0000e040000096420000000000000000000000000000000000000000000000000000803f00004040000040400000000000000000000000400000004000000000000000000000c040000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000a0400000c0400000c0400000c07f0000c07f0000c0400000c0400000c07f0000c07f0000c0400000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/b-scan@000000000001.00000000000000.01795582106945.3.ee9c49a7cb39"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('b', '2026-11-25 10:48:26.945+00', '53292f75-bcf8-88dc-a03e-86f3f3fb30dc', '2026-11-25 22:48:28.743+00', NULL, 8, 0.1864827611915304, 0.24941216794147514, 0.3717143194465954, 0.3153983615282945, '\xe7818e3db675943d343ee03d28fae83df3b5873d9d01423d2886713d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00000041000096420000000000000000000000000000000000000000000000000000803f00004040000040400000000000000000000000400000004000000000000000000000e040000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c0400000e0400000e0400000c07f0000c07f0000e0400000e0400000c07f0000c07f0000e0400000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/b-scan@000000000001.00000000000000.01795582106945.3.ee9c49a7cb39"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('b', '2026-11-25 11:48:26.945+00', 'e6bc3597-548b-8ce6-a6c5-0c6e9f95600c', '2026-11-25 22:48:28.743+00', NULL, 9, 0.1809309818769943, 0.24062104674955254, 0.3643689093061112, 0.3153983615282945, '\xcff28e3d9022953d3401e13d8e86e93dc3aa873d08aa413dcf07723d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00001041000096420000000000000000000000000000000000000000000000000000803f000040400000404000000000000000000000004000000040000000000000000000000041000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000e04000000041000000410000c07f0000c07f00000041000000410000c07f0000c07f000000410000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/b-scan@000000000001.00000000000000.01795582106945.3.ee9c49a7cb39"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('b', '2026-11-25 12:48:26.945+00', 'a39dafb4-057e-89be-a274-211da24b0013', '2026-11-25 22:48:28.743+00', NULL, 10, 0.175203244074161, 0.23156319106399947, 0.35679705554526164, 0.3153983615282945, '\x59578f3ddabc953d53aee13d8e02ea3d52a0873db75a413d6c7a723d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00002041000096420000000000000000000000000000000000000000000000000000803f000040400000404000000000000000000000004000000040000000000000000000001041000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000004100001041000010410000c07f0000c07f00001041000010410000c07f0000c07f000010410000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/b-scan@000000000001.00000000000000.01795582106945.3.ee9c49a7cb39"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('b', '2026-11-25 13:48:26.945+00', '0d49f3aa-2531-8c5c-a4a2-f5ebe04dbb2f', '2026-11-25 22:48:28.743+00', NULL, 11, 0.16931998744180954, 0.2222600545112302, 0.34901754985259437, 0.3153983615282945, '\xf0b18f3d2948963deb49e23d7b71ea3d8996873d3912413d0be1723d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00003041000096420000000000000000000000000000000000000000000000000000803f000040400000404000000000000000000000004000000040000000000000000000002041000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000104100002041000020410000c07f0000c07f00002041000020410000c07f0000c07f000020410000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/b-scan@000000000001.00000000000000.01795582106945.3.ee9c49a7cb39"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('b', '2026-11-25 14:48:26.945+00', 'bc54b881-dc0c-8023-a668-911180740d0c', '2026-11-25 22:48:28.743+00', NULL, 12, 0.15821285574114963, 0.20727947313070738, 0.335263896068704, 0.3153983615282945, '\x49a68e3de2e79a3dc64fd93dc1cae73dda48863d140b3f3d4575703d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00004041000096420000000000000000000000000000000000000000000000000000803f000040400000404000000000000000000000004000000040000000000000000000003041000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000204100003041000030410000c07f0000c07f00003041000030410000c07f0000c07f000030410000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/b-scan@000000000001.00000000000000.01795582106945.3.ee9c49a7cb39"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('b', '2026-11-25 15:48:26.945+00', '8e51b048-e468-85fa-ab54-3825b23aca37', '2026-11-25 22:48:28.743+00', NULL, 13, 0.15484376214945816, 0.20018477451985206, 0.3293184765377467, 0.3153983615282945, '\x26f18e3d6c5f9b3d32ccd93d0f25e83d2e40863dadcd3e3d04c9703d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00005041000096420000000000000000000000000000000000000000000000000000803f000040400000404000000000000000000000004000000040000000000000000000004041000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000304100004041000040410000c07f0000c07f00004041000040410000c07f0000c07f000040410000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/b-scan@000000000001.00000000000000.01795582106945.3.ee9c49a7cb39"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('b', '2026-11-25 16:48:26.945+00', 'f4d87700-a824-8493-a4e9-e3d4d07e26a6', '2026-11-25 22:48:28.743+00', NULL, 14, 0.15141470632518095, 0.1929639495272173, 0.3232660873391707, 0.3153983615282945, '\x39368f3defcd9b3dce3eda3dee77e83df037863d66943e3df415713d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00006041000096420000000000000000000000000000000000000000000000000000803f000040400000404000000000000000000000004000000040000000000000000000005041000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000404100005041000050410000c07f0000c07f00005041000050410000c07f0000c07f000050410000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/b-scan@000000000001.00000000000000.01795582106945.3.ee9c49a7cb39"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('b', '2026-11-25 17:48:26.945+00', 'fa72b448-5240-87cf-a210-39add97422e8', '2026-11-25 22:48:28.743+00', NULL, 15, 0.1479309591436585, 0.1856226861125425, 0.3171116704380289, 0.3153983615282945, '\x54768f3da8349c3d05a9da3d6fc4e83d1030863db55e3e3d0a5d713d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00007041000096420000000000000000000000000000000000000000000000000000803f000040400000404000000000000000000000004000000040000000000000000000006041000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010101010101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000504100006041000060410000c07f0000c07f00006041000060410000c07f0000c07f000060410000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/b-scan@000000000001.00000000000000.01795582106945.3.ee9c49a7cb39"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose", "glucose-highest-24h", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('b', '2026-11-25 18:48:26.945+00', 'c1d5b9ae-0cdc-8b88-a707-0ac60a79981e', '2026-11-25 22:48:28.743+00', NULL, 16, 0.15936415710694607, 0.19555728059069655, 0.3371412992906694, 0.3153983615282945, '\x4c30a23dd9edb23d79b9f63d0f4dfd3d6e15913d90ea513ddbae853d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00008041000096420000000000000000000000000000000000000000000000000000803f0000404000004040000000000000000000000040000000400000000000000000000070410000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000ad71fa40ad71fa400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100010101010101010101010101010101010101010100000101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000604100007041000070410000c07f0000c07f00007041000070410000c07f0000c07f000070410000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f00000000000000000000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/b-scan@000000000001.00000000000000.01795582106945.3.ee9c49a7cb39"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate", "heart-rate-mean-24h", "heart-rate-highest-24h", "heart-rate-slope-24h", "systolic-bp", "systolic-bp-mean-24h", "systolic-bp-lowest-24h", "systolic-bp-highest-24h", "systolic-bp-slope-24h", "diastolic-bp", "diastolic-bp-mean-24h", "diastolic-bp-highest-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]'),
	('b', '2026-11-25 19:48:26.945+00', 'dae4849a-8bbb-8014-a08a-959a3793d745', '2026-11-25 22:48:28.743+00', NULL, 17, 0.176942879459571, 0.21488089259545007, 0.36958667026690417, 0.3153983615282945, '\x3744bc3d6453c53dda6b033e34f8183efda39f3d8c56813df74e903d', 'fusion-sim-1', '0.1.0', '2026-11-1', '\x00008841000096420000000000000000000000000000000000000000000000000000803f0000404000004040000000000000000000000040000000400000000000000000000080410000a8420000a8420000a8420000000000002443000024430000244300002443000000000000b8420000b8420000b8420000000000000000000000000000000000000000000000000000000000000000ad71fa40ad71fa400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000', '\x000000000000000000000001010000010100000000010000000001000000010101010101010100000101010101010101010101010101010101010101', '\x0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000704100008041000080410000c07f0000c07f00008041000080410000c07f0000c07f000080410000000000000000000000000000c07f000000000000000000000000000000000000c07f0000000000000000000000000000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000803f0000803f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f0000c07f', '["DiagnosticReport/b-scan@000000000001.00000000000000.01795582106945.3.ee9c49a7cb39"]', '\xc4b515be47ac943ce94699bb892b72bdd4e1a63b33406bbee5f449bef3a73ebe9c8676bda74f81bde78f89bd0e3634bea89889bd5513c0bc61784fbe7e0c4abe5ae09dbc36e86b3dae70693d3db1a9be1983753de942b03dd0e01bbe7790c93d8750a9be8304b4be5be234be7146b3be96e03bbc6fb8903c1797b1bd78b123be', '["nihss-change-total", "nihss-highest-rise-total", "nihss-change-motor", "nihss-highest-rise-motor", "heart-rate-slope-24h", "systolic-bp-slope-24h", "diastolic-bp-slope-24h", "temperature", "temperature-highest-24h", "temperature-slope-24h", "oxygen-saturation", "oxygen-saturation-lowest-24h", "respiratory-rate", "gcs", "glucose-slope-24h", "d-dimer", "crp", "fibrinogen", "wbc", "neutrophils", "lymphocytes", "platelets", "haemoglobin", "creatinine", "urea", "ldl", "triglycerides", "homocysteine", "uric-acid", "hba1c", "inr", "sodium", "potassium", "neutrophil-lymphocyte-ratio"]', '["No middle cerebral artery occlusion recorded"]');
INSERT INTO public.ward VALUES
	('w', 'Ward', 4);
SELECT pg_catalog.setval('public.alert_transition_id_seq', 2, true);
SELECT pg_catalog.setval('public.migration_id_seq', 4, true);
SELECT pg_catalog.setval('public.outbox_id_seq', 38, true);
SELECT pg_catalog.setval('public.rejection_id_seq', 2, true);
ALTER TABLE ONLY public.migration
    ADD CONSTRAINT "PK_3043fc6b8af7c99b8b98830094f" PRIMARY KEY (id);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (username);
ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.alert_transition
    ADD CONSTRAINT alert_transition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.board_event
    ADD CONSTRAINT board_event_pkey PRIMARY KEY (ward_id, sequence, known_at);
ALTER TABLE ONLY public.board_event_default
    ADD CONSTRAINT board_event_default_pkey PRIMARY KEY (ward_id, sequence, known_at);
ALTER TABLE ONLY public.board_event_p20261109
    ADD CONSTRAINT board_event_p20261109_pkey PRIMARY KEY (ward_id, sequence, known_at);
ALTER TABLE ONLY public.board_event_p20261110
    ADD CONSTRAINT board_event_p20261110_pkey PRIMARY KEY (ward_id, sequence, known_at);
ALTER TABLE ONLY public.board_event_p20261111
    ADD CONSTRAINT board_event_p20261111_pkey PRIMARY KEY (ward_id, sequence, known_at);
ALTER TABLE ONLY public.board_event_p20261112
    ADD CONSTRAINT board_event_p20261112_pkey PRIMARY KEY (ward_id, sequence, known_at);
ALTER TABLE ONLY public.board_event_p20261113
    ADD CONSTRAINT board_event_p20261113_pkey PRIMARY KEY (ward_id, sequence, known_at);
ALTER TABLE ONLY public.board_event_p20261114
    ADD CONSTRAINT board_event_p20261114_pkey PRIMARY KEY (ward_id, sequence, known_at);
ALTER TABLE ONLY public.board_event_p20261115
    ADD CONSTRAINT board_event_p20261115_pkey PRIMARY KEY (ward_id, sequence, known_at);
ALTER TABLE ONLY public.board_event_p20261116
    ADD CONSTRAINT board_event_p20261116_pkey PRIMARY KEY (ward_id, sequence, known_at);
ALTER TABLE ONLY public.board_event_p20261117
    ADD CONSTRAINT board_event_p20261117_pkey PRIMARY KEY (ward_id, sequence, known_at);
ALTER TABLE ONLY public.board_event_p20261118
    ADD CONSTRAINT board_event_p20261118_pkey PRIMARY KEY (ward_id, sequence, known_at);
ALTER TABLE ONLY public.board_event_p20261119
    ADD CONSTRAINT board_event_p20261119_pkey PRIMARY KEY (ward_id, sequence, known_at);
ALTER TABLE ONLY public.board_event_p20261120
    ADD CONSTRAINT board_event_p20261120_pkey PRIMARY KEY (ward_id, sequence, known_at);
ALTER TABLE ONLY public.board_event_p20261121
    ADD CONSTRAINT board_event_p20261121_pkey PRIMARY KEY (ward_id, sequence, known_at);
ALTER TABLE ONLY public.board_event_p20261122
    ADD CONSTRAINT board_event_p20261122_pkey PRIMARY KEY (ward_id, sequence, known_at);
ALTER TABLE ONLY public.board_event_p20261123
    ADD CONSTRAINT board_event_p20261123_pkey PRIMARY KEY (ward_id, sequence, known_at);
ALTER TABLE ONLY public.board_event_p20261124
    ADD CONSTRAINT board_event_p20261124_pkey PRIMARY KEY (ward_id, sequence, known_at);
ALTER TABLE ONLY public.board_event_p20261125
    ADD CONSTRAINT board_event_p20261125_pkey PRIMARY KEY (ward_id, sequence, known_at);
ALTER TABLE ONLY public.board_event_p20261126
    ADD CONSTRAINT board_event_p20261126_pkey PRIMARY KEY (ward_id, sequence, known_at);
ALTER TABLE ONLY public.board_event_p20261127
    ADD CONSTRAINT board_event_p20261127_pkey PRIMARY KEY (ward_id, sequence, known_at);
ALTER TABLE ONLY public.board_event_p20261128
    ADD CONSTRAINT board_event_p20261128_pkey PRIMARY KEY (ward_id, sequence, known_at);
ALTER TABLE ONLY public.board_row
    ADD CONSTRAINT board_row_pkey PRIMARY KEY (patient_id);
ALTER TABLE ONLY public.clinical_record
    ADD CONSTRAINT clinical_record_pkey PRIMARY KEY (patient_id, record_id);
ALTER TABLE ONLY public.consumer_offset
    ADD CONSTRAINT consumer_offset_pkey PRIMARY KEY (topic, partition);
ALTER TABLE ONLY public.location_directory
    ADD CONSTRAINT location_directory_pkey PRIMARY KEY (only_row);
ALTER TABLE ONLY public.location
    ADD CONSTRAINT location_pkey PRIMARY KEY (location_id);
ALTER TABLE ONLY public.log_partition
    ADD CONSTRAINT log_partition_pkey PRIMARY KEY (topic, partition);
ALTER TABLE ONLY public.log_record
    ADD CONSTRAINT log_record_pkey PRIMARY KEY (topic, partition, "offset");
ALTER TABLE ONLY public.observation
    ADD CONSTRAINT observation_pkey PRIMARY KEY (patient_id, effective_at, record_id, fact_no);
ALTER TABLE ONLY public.observation_default
    ADD CONSTRAINT observation_default_pkey PRIMARY KEY (patient_id, effective_at, record_id, fact_no);
ALTER TABLE ONLY public.observation_p20261109
    ADD CONSTRAINT observation_p20261109_pkey PRIMARY KEY (patient_id, effective_at, record_id, fact_no);
ALTER TABLE ONLY public.observation_p20261110
    ADD CONSTRAINT observation_p20261110_pkey PRIMARY KEY (patient_id, effective_at, record_id, fact_no);
ALTER TABLE ONLY public.observation_p20261111
    ADD CONSTRAINT observation_p20261111_pkey PRIMARY KEY (patient_id, effective_at, record_id, fact_no);
ALTER TABLE ONLY public.observation_p20261112
    ADD CONSTRAINT observation_p20261112_pkey PRIMARY KEY (patient_id, effective_at, record_id, fact_no);
ALTER TABLE ONLY public.observation_p20261113
    ADD CONSTRAINT observation_p20261113_pkey PRIMARY KEY (patient_id, effective_at, record_id, fact_no);
ALTER TABLE ONLY public.observation_p20261114
    ADD CONSTRAINT observation_p20261114_pkey PRIMARY KEY (patient_id, effective_at, record_id, fact_no);
ALTER TABLE ONLY public.observation_p20261115
    ADD CONSTRAINT observation_p20261115_pkey PRIMARY KEY (patient_id, effective_at, record_id, fact_no);
ALTER TABLE ONLY public.observation_p20261116
    ADD CONSTRAINT observation_p20261116_pkey PRIMARY KEY (patient_id, effective_at, record_id, fact_no);
ALTER TABLE ONLY public.observation_p20261117
    ADD CONSTRAINT observation_p20261117_pkey PRIMARY KEY (patient_id, effective_at, record_id, fact_no);
ALTER TABLE ONLY public.observation_p20261118
    ADD CONSTRAINT observation_p20261118_pkey PRIMARY KEY (patient_id, effective_at, record_id, fact_no);
ALTER TABLE ONLY public.observation_p20261119
    ADD CONSTRAINT observation_p20261119_pkey PRIMARY KEY (patient_id, effective_at, record_id, fact_no);
ALTER TABLE ONLY public.observation_p20261120
    ADD CONSTRAINT observation_p20261120_pkey PRIMARY KEY (patient_id, effective_at, record_id, fact_no);
ALTER TABLE ONLY public.observation_p20261121
    ADD CONSTRAINT observation_p20261121_pkey PRIMARY KEY (patient_id, effective_at, record_id, fact_no);
ALTER TABLE ONLY public.observation_p20261122
    ADD CONSTRAINT observation_p20261122_pkey PRIMARY KEY (patient_id, effective_at, record_id, fact_no);
ALTER TABLE ONLY public.observation_p20261123
    ADD CONSTRAINT observation_p20261123_pkey PRIMARY KEY (patient_id, effective_at, record_id, fact_no);
ALTER TABLE ONLY public.observation_p20261124
    ADD CONSTRAINT observation_p20261124_pkey PRIMARY KEY (patient_id, effective_at, record_id, fact_no);
ALTER TABLE ONLY public.observation_p20261125
    ADD CONSTRAINT observation_p20261125_pkey PRIMARY KEY (patient_id, effective_at, record_id, fact_no);
ALTER TABLE ONLY public.observation_p20261126
    ADD CONSTRAINT observation_p20261126_pkey PRIMARY KEY (patient_id, effective_at, record_id, fact_no);
ALTER TABLE ONLY public.observation_p20261127
    ADD CONSTRAINT observation_p20261127_pkey PRIMARY KEY (patient_id, effective_at, record_id, fact_no);
ALTER TABLE ONLY public.observation_p20261128
    ADD CONSTRAINT observation_p20261128_pkey PRIMARY KEY (patient_id, effective_at, record_id, fact_no);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.patient
    ADD CONSTRAINT patient_pkey PRIMARY KEY (patient_id);
ALTER TABLE ONLY public.process_status
    ADD CONSTRAINT process_status_pkey PRIMARY KEY (process_id);
ALTER TABLE ONLY public.rejection
    ADD CONSTRAINT rejection_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_pkey PRIMARY KEY (patient_id, record_id);
ALTER TABLE ONLY public.report_vector
    ADD CONSTRAINT report_vector_pkey PRIMARY KEY (patient_id, record_id, model_version);
ALTER TABLE ONLY public.score
    ADD CONSTRAINT score_pkey PRIMARY KEY (patient_id, as_of, id);
ALTER TABLE ONLY public.score_default
    ADD CONSTRAINT score_default_pkey PRIMARY KEY (patient_id, as_of, id);
ALTER TABLE ONLY public.score_p20261109
    ADD CONSTRAINT score_p20261109_pkey PRIMARY KEY (patient_id, as_of, id);
ALTER TABLE ONLY public.score_p20261110
    ADD CONSTRAINT score_p20261110_pkey PRIMARY KEY (patient_id, as_of, id);
ALTER TABLE ONLY public.score_p20261111
    ADD CONSTRAINT score_p20261111_pkey PRIMARY KEY (patient_id, as_of, id);
ALTER TABLE ONLY public.score_p20261112
    ADD CONSTRAINT score_p20261112_pkey PRIMARY KEY (patient_id, as_of, id);
ALTER TABLE ONLY public.score_p20261113
    ADD CONSTRAINT score_p20261113_pkey PRIMARY KEY (patient_id, as_of, id);
ALTER TABLE ONLY public.score_p20261114
    ADD CONSTRAINT score_p20261114_pkey PRIMARY KEY (patient_id, as_of, id);
ALTER TABLE ONLY public.score_p20261115
    ADD CONSTRAINT score_p20261115_pkey PRIMARY KEY (patient_id, as_of, id);
ALTER TABLE ONLY public.score_p20261116
    ADD CONSTRAINT score_p20261116_pkey PRIMARY KEY (patient_id, as_of, id);
ALTER TABLE ONLY public.score_p20261117
    ADD CONSTRAINT score_p20261117_pkey PRIMARY KEY (patient_id, as_of, id);
ALTER TABLE ONLY public.score_p20261118
    ADD CONSTRAINT score_p20261118_pkey PRIMARY KEY (patient_id, as_of, id);
ALTER TABLE ONLY public.score_p20261119
    ADD CONSTRAINT score_p20261119_pkey PRIMARY KEY (patient_id, as_of, id);
ALTER TABLE ONLY public.score_p20261120
    ADD CONSTRAINT score_p20261120_pkey PRIMARY KEY (patient_id, as_of, id);
ALTER TABLE ONLY public.score_p20261121
    ADD CONSTRAINT score_p20261121_pkey PRIMARY KEY (patient_id, as_of, id);
ALTER TABLE ONLY public.score_p20261122
    ADD CONSTRAINT score_p20261122_pkey PRIMARY KEY (patient_id, as_of, id);
ALTER TABLE ONLY public.score_p20261123
    ADD CONSTRAINT score_p20261123_pkey PRIMARY KEY (patient_id, as_of, id);
ALTER TABLE ONLY public.score_p20261124
    ADD CONSTRAINT score_p20261124_pkey PRIMARY KEY (patient_id, as_of, id);
ALTER TABLE ONLY public.score_p20261125
    ADD CONSTRAINT score_p20261125_pkey PRIMARY KEY (patient_id, as_of, id);
ALTER TABLE ONLY public.score_p20261126
    ADD CONSTRAINT score_p20261126_pkey PRIMARY KEY (patient_id, as_of, id);
ALTER TABLE ONLY public.score_p20261127
    ADD CONSTRAINT score_p20261127_pkey PRIMARY KEY (patient_id, as_of, id);
ALTER TABLE ONLY public.score_p20261128
    ADD CONSTRAINT score_p20261128_pkey PRIMARY KEY (patient_id, as_of, id);
ALTER TABLE ONLY public.seen_message
    ADD CONSTRAINT seen_message_pkey PRIMARY KEY (digest);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (digest);
ALTER TABLE ONLY public.ward
    ADD CONSTRAINT ward_pkey PRIMARY KEY (id);
CREATE INDEX alert_open ON public.alert USING btree (patient_id) WHERE (state <> 'resolved'::text);
CREATE INDEX alert_patient ON public.alert USING btree (patient_id, raised_at);
CREATE INDEX alert_transition_alert ON public.alert_transition USING btree (alert_id, id);
CREATE INDEX board_row_ward ON public.board_row USING btree (ward_id);
CREATE INDEX log_record_at ON public.log_record USING brin (at);
CREATE INDEX observation_lasting ON ONLY public.observation USING btree (patient_id, effective_at) WHERE (NOT routine);
CREATE INDEX observation_default_patient_id_effective_at_idx ON public.observation_default USING btree (patient_id, effective_at) WHERE (NOT routine);
CREATE INDEX observation_p20261109_patient_id_effective_at_idx ON public.observation_p20261109 USING btree (patient_id, effective_at) WHERE (NOT routine);
CREATE INDEX observation_p20261110_patient_id_effective_at_idx ON public.observation_p20261110 USING btree (patient_id, effective_at) WHERE (NOT routine);
CREATE INDEX observation_p20261111_patient_id_effective_at_idx ON public.observation_p20261111 USING btree (patient_id, effective_at) WHERE (NOT routine);
CREATE INDEX observation_p20261112_patient_id_effective_at_idx ON public.observation_p20261112 USING btree (patient_id, effective_at) WHERE (NOT routine);
CREATE INDEX observation_p20261113_patient_id_effective_at_idx ON public.observation_p20261113 USING btree (patient_id, effective_at) WHERE (NOT routine);
CREATE INDEX observation_p20261114_patient_id_effective_at_idx ON public.observation_p20261114 USING btree (patient_id, effective_at) WHERE (NOT routine);
CREATE INDEX observation_p20261115_patient_id_effective_at_idx ON public.observation_p20261115 USING btree (patient_id, effective_at) WHERE (NOT routine);
CREATE INDEX observation_p20261116_patient_id_effective_at_idx ON public.observation_p20261116 USING btree (patient_id, effective_at) WHERE (NOT routine);
CREATE INDEX observation_p20261117_patient_id_effective_at_idx ON public.observation_p20261117 USING btree (patient_id, effective_at) WHERE (NOT routine);
CREATE INDEX observation_p20261118_patient_id_effective_at_idx ON public.observation_p20261118 USING btree (patient_id, effective_at) WHERE (NOT routine);
CREATE INDEX observation_p20261119_patient_id_effective_at_idx ON public.observation_p20261119 USING btree (patient_id, effective_at) WHERE (NOT routine);
CREATE INDEX observation_p20261120_patient_id_effective_at_idx ON public.observation_p20261120 USING btree (patient_id, effective_at) WHERE (NOT routine);
CREATE INDEX observation_p20261121_patient_id_effective_at_idx ON public.observation_p20261121 USING btree (patient_id, effective_at) WHERE (NOT routine);
CREATE INDEX observation_p20261122_patient_id_effective_at_idx ON public.observation_p20261122 USING btree (patient_id, effective_at) WHERE (NOT routine);
CREATE INDEX observation_p20261123_patient_id_effective_at_idx ON public.observation_p20261123 USING btree (patient_id, effective_at) WHERE (NOT routine);
CREATE INDEX observation_p20261124_patient_id_effective_at_idx ON public.observation_p20261124 USING btree (patient_id, effective_at) WHERE (NOT routine);
CREATE INDEX observation_p20261125_patient_id_effective_at_idx ON public.observation_p20261125 USING btree (patient_id, effective_at) WHERE (NOT routine);
CREATE INDEX observation_p20261126_patient_id_effective_at_idx ON public.observation_p20261126 USING btree (patient_id, effective_at) WHERE (NOT routine);
CREATE INDEX observation_p20261127_patient_id_effective_at_idx ON public.observation_p20261127 USING btree (patient_id, effective_at) WHERE (NOT routine);
CREATE INDEX observation_p20261128_patient_id_effective_at_idx ON public.observation_p20261128 USING btree (patient_id, effective_at) WHERE (NOT routine);
CREATE INDEX patient_merged ON public.patient USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX patient_wake ON public.patient USING btree (partition, next_wake_at) WHERE (next_wake_at IS NOT NULL);
CREATE INDEX rejection_code ON public.rejection USING btree (code, id);
CREATE INDEX score_id ON ONLY public.score USING btree (id);
CREATE INDEX score_default_id_idx ON public.score_default USING btree (id);
CREATE INDEX score_p20261109_id_idx ON public.score_p20261109 USING btree (id);
CREATE INDEX score_p20261110_id_idx ON public.score_p20261110 USING btree (id);
CREATE INDEX score_p20261111_id_idx ON public.score_p20261111 USING btree (id);
CREATE INDEX score_p20261112_id_idx ON public.score_p20261112 USING btree (id);
CREATE INDEX score_p20261113_id_idx ON public.score_p20261113 USING btree (id);
CREATE INDEX score_p20261114_id_idx ON public.score_p20261114 USING btree (id);
CREATE INDEX score_p20261115_id_idx ON public.score_p20261115 USING btree (id);
CREATE INDEX score_p20261116_id_idx ON public.score_p20261116 USING btree (id);
CREATE INDEX score_p20261117_id_idx ON public.score_p20261117 USING btree (id);
CREATE INDEX score_p20261118_id_idx ON public.score_p20261118 USING btree (id);
CREATE INDEX score_p20261119_id_idx ON public.score_p20261119 USING btree (id);
CREATE INDEX score_p20261120_id_idx ON public.score_p20261120 USING btree (id);
CREATE INDEX score_p20261121_id_idx ON public.score_p20261121 USING btree (id);
CREATE INDEX score_p20261122_id_idx ON public.score_p20261122 USING btree (id);
CREATE INDEX score_p20261123_id_idx ON public.score_p20261123 USING btree (id);
CREATE INDEX score_p20261124_id_idx ON public.score_p20261124 USING btree (id);
CREATE INDEX score_p20261125_id_idx ON public.score_p20261125 USING btree (id);
CREATE INDEX score_p20261126_id_idx ON public.score_p20261126 USING btree (id);
CREATE INDEX score_p20261127_id_idx ON public.score_p20261127 USING btree (id);
CREATE INDEX score_p20261128_id_idx ON public.score_p20261128 USING btree (id);
CREATE INDEX seen_message_seen_at ON public.seen_message USING brin (seen_at);
CREATE INDEX session_expiry ON public.session USING btree (expires_at);
ALTER INDEX public.board_event_pkey ATTACH PARTITION public.board_event_default_pkey;
ALTER INDEX public.board_event_pkey ATTACH PARTITION public.board_event_p20261109_pkey;
ALTER INDEX public.board_event_pkey ATTACH PARTITION public.board_event_p20261110_pkey;
ALTER INDEX public.board_event_pkey ATTACH PARTITION public.board_event_p20261111_pkey;
ALTER INDEX public.board_event_pkey ATTACH PARTITION public.board_event_p20261112_pkey;
ALTER INDEX public.board_event_pkey ATTACH PARTITION public.board_event_p20261113_pkey;
ALTER INDEX public.board_event_pkey ATTACH PARTITION public.board_event_p20261114_pkey;
ALTER INDEX public.board_event_pkey ATTACH PARTITION public.board_event_p20261115_pkey;
ALTER INDEX public.board_event_pkey ATTACH PARTITION public.board_event_p20261116_pkey;
ALTER INDEX public.board_event_pkey ATTACH PARTITION public.board_event_p20261117_pkey;
ALTER INDEX public.board_event_pkey ATTACH PARTITION public.board_event_p20261118_pkey;
ALTER INDEX public.board_event_pkey ATTACH PARTITION public.board_event_p20261119_pkey;
ALTER INDEX public.board_event_pkey ATTACH PARTITION public.board_event_p20261120_pkey;
ALTER INDEX public.board_event_pkey ATTACH PARTITION public.board_event_p20261121_pkey;
ALTER INDEX public.board_event_pkey ATTACH PARTITION public.board_event_p20261122_pkey;
ALTER INDEX public.board_event_pkey ATTACH PARTITION public.board_event_p20261123_pkey;
ALTER INDEX public.board_event_pkey ATTACH PARTITION public.board_event_p20261124_pkey;
ALTER INDEX public.board_event_pkey ATTACH PARTITION public.board_event_p20261125_pkey;
ALTER INDEX public.board_event_pkey ATTACH PARTITION public.board_event_p20261126_pkey;
ALTER INDEX public.board_event_pkey ATTACH PARTITION public.board_event_p20261127_pkey;
ALTER INDEX public.board_event_pkey ATTACH PARTITION public.board_event_p20261128_pkey;
ALTER INDEX public.observation_lasting ATTACH PARTITION public.observation_default_patient_id_effective_at_idx;
ALTER INDEX public.observation_pkey ATTACH PARTITION public.observation_default_pkey;
ALTER INDEX public.observation_lasting ATTACH PARTITION public.observation_p20261109_patient_id_effective_at_idx;
ALTER INDEX public.observation_pkey ATTACH PARTITION public.observation_p20261109_pkey;
ALTER INDEX public.observation_lasting ATTACH PARTITION public.observation_p20261110_patient_id_effective_at_idx;
ALTER INDEX public.observation_pkey ATTACH PARTITION public.observation_p20261110_pkey;
ALTER INDEX public.observation_lasting ATTACH PARTITION public.observation_p20261111_patient_id_effective_at_idx;
ALTER INDEX public.observation_pkey ATTACH PARTITION public.observation_p20261111_pkey;
ALTER INDEX public.observation_lasting ATTACH PARTITION public.observation_p20261112_patient_id_effective_at_idx;
ALTER INDEX public.observation_pkey ATTACH PARTITION public.observation_p20261112_pkey;
ALTER INDEX public.observation_lasting ATTACH PARTITION public.observation_p20261113_patient_id_effective_at_idx;
ALTER INDEX public.observation_pkey ATTACH PARTITION public.observation_p20261113_pkey;
ALTER INDEX public.observation_lasting ATTACH PARTITION public.observation_p20261114_patient_id_effective_at_idx;
ALTER INDEX public.observation_pkey ATTACH PARTITION public.observation_p20261114_pkey;
ALTER INDEX public.observation_lasting ATTACH PARTITION public.observation_p20261115_patient_id_effective_at_idx;
ALTER INDEX public.observation_pkey ATTACH PARTITION public.observation_p20261115_pkey;
ALTER INDEX public.observation_lasting ATTACH PARTITION public.observation_p20261116_patient_id_effective_at_idx;
ALTER INDEX public.observation_pkey ATTACH PARTITION public.observation_p20261116_pkey;
ALTER INDEX public.observation_lasting ATTACH PARTITION public.observation_p20261117_patient_id_effective_at_idx;
ALTER INDEX public.observation_pkey ATTACH PARTITION public.observation_p20261117_pkey;
ALTER INDEX public.observation_lasting ATTACH PARTITION public.observation_p20261118_patient_id_effective_at_idx;
ALTER INDEX public.observation_pkey ATTACH PARTITION public.observation_p20261118_pkey;
ALTER INDEX public.observation_lasting ATTACH PARTITION public.observation_p20261119_patient_id_effective_at_idx;
ALTER INDEX public.observation_pkey ATTACH PARTITION public.observation_p20261119_pkey;
ALTER INDEX public.observation_lasting ATTACH PARTITION public.observation_p20261120_patient_id_effective_at_idx;
ALTER INDEX public.observation_pkey ATTACH PARTITION public.observation_p20261120_pkey;
ALTER INDEX public.observation_lasting ATTACH PARTITION public.observation_p20261121_patient_id_effective_at_idx;
ALTER INDEX public.observation_pkey ATTACH PARTITION public.observation_p20261121_pkey;
ALTER INDEX public.observation_lasting ATTACH PARTITION public.observation_p20261122_patient_id_effective_at_idx;
ALTER INDEX public.observation_pkey ATTACH PARTITION public.observation_p20261122_pkey;
ALTER INDEX public.observation_lasting ATTACH PARTITION public.observation_p20261123_patient_id_effective_at_idx;
ALTER INDEX public.observation_pkey ATTACH PARTITION public.observation_p20261123_pkey;
ALTER INDEX public.observation_lasting ATTACH PARTITION public.observation_p20261124_patient_id_effective_at_idx;
ALTER INDEX public.observation_pkey ATTACH PARTITION public.observation_p20261124_pkey;
ALTER INDEX public.observation_lasting ATTACH PARTITION public.observation_p20261125_patient_id_effective_at_idx;
ALTER INDEX public.observation_pkey ATTACH PARTITION public.observation_p20261125_pkey;
ALTER INDEX public.observation_lasting ATTACH PARTITION public.observation_p20261126_patient_id_effective_at_idx;
ALTER INDEX public.observation_pkey ATTACH PARTITION public.observation_p20261126_pkey;
ALTER INDEX public.observation_lasting ATTACH PARTITION public.observation_p20261127_patient_id_effective_at_idx;
ALTER INDEX public.observation_pkey ATTACH PARTITION public.observation_p20261127_pkey;
ALTER INDEX public.observation_lasting ATTACH PARTITION public.observation_p20261128_patient_id_effective_at_idx;
ALTER INDEX public.observation_pkey ATTACH PARTITION public.observation_p20261128_pkey;
ALTER INDEX public.score_id ATTACH PARTITION public.score_default_id_idx;
ALTER INDEX public.score_pkey ATTACH PARTITION public.score_default_pkey;
ALTER INDEX public.score_id ATTACH PARTITION public.score_p20261109_id_idx;
ALTER INDEX public.score_pkey ATTACH PARTITION public.score_p20261109_pkey;
ALTER INDEX public.score_id ATTACH PARTITION public.score_p20261110_id_idx;
ALTER INDEX public.score_pkey ATTACH PARTITION public.score_p20261110_pkey;
ALTER INDEX public.score_id ATTACH PARTITION public.score_p20261111_id_idx;
ALTER INDEX public.score_pkey ATTACH PARTITION public.score_p20261111_pkey;
ALTER INDEX public.score_id ATTACH PARTITION public.score_p20261112_id_idx;
ALTER INDEX public.score_pkey ATTACH PARTITION public.score_p20261112_pkey;
ALTER INDEX public.score_id ATTACH PARTITION public.score_p20261113_id_idx;
ALTER INDEX public.score_pkey ATTACH PARTITION public.score_p20261113_pkey;
ALTER INDEX public.score_id ATTACH PARTITION public.score_p20261114_id_idx;
ALTER INDEX public.score_pkey ATTACH PARTITION public.score_p20261114_pkey;
ALTER INDEX public.score_id ATTACH PARTITION public.score_p20261115_id_idx;
ALTER INDEX public.score_pkey ATTACH PARTITION public.score_p20261115_pkey;
ALTER INDEX public.score_id ATTACH PARTITION public.score_p20261116_id_idx;
ALTER INDEX public.score_pkey ATTACH PARTITION public.score_p20261116_pkey;
ALTER INDEX public.score_id ATTACH PARTITION public.score_p20261117_id_idx;
ALTER INDEX public.score_pkey ATTACH PARTITION public.score_p20261117_pkey;
ALTER INDEX public.score_id ATTACH PARTITION public.score_p20261118_id_idx;
ALTER INDEX public.score_pkey ATTACH PARTITION public.score_p20261118_pkey;
ALTER INDEX public.score_id ATTACH PARTITION public.score_p20261119_id_idx;
ALTER INDEX public.score_pkey ATTACH PARTITION public.score_p20261119_pkey;
ALTER INDEX public.score_id ATTACH PARTITION public.score_p20261120_id_idx;
ALTER INDEX public.score_pkey ATTACH PARTITION public.score_p20261120_pkey;
ALTER INDEX public.score_id ATTACH PARTITION public.score_p20261121_id_idx;
ALTER INDEX public.score_pkey ATTACH PARTITION public.score_p20261121_pkey;
ALTER INDEX public.score_id ATTACH PARTITION public.score_p20261122_id_idx;
ALTER INDEX public.score_pkey ATTACH PARTITION public.score_p20261122_pkey;
ALTER INDEX public.score_id ATTACH PARTITION public.score_p20261123_id_idx;
ALTER INDEX public.score_pkey ATTACH PARTITION public.score_p20261123_pkey;
ALTER INDEX public.score_id ATTACH PARTITION public.score_p20261124_id_idx;
ALTER INDEX public.score_pkey ATTACH PARTITION public.score_p20261124_pkey;
ALTER INDEX public.score_id ATTACH PARTITION public.score_p20261125_id_idx;
ALTER INDEX public.score_pkey ATTACH PARTITION public.score_p20261125_pkey;
ALTER INDEX public.score_id ATTACH PARTITION public.score_p20261126_id_idx;
ALTER INDEX public.score_pkey ATTACH PARTITION public.score_p20261126_pkey;
ALTER INDEX public.score_id ATTACH PARTITION public.score_p20261127_id_idx;
ALTER INDEX public.score_pkey ATTACH PARTITION public.score_p20261127_pkey;
ALTER INDEX public.score_id ATTACH PARTITION public.score_p20261128_id_idx;
ALTER INDEX public.score_pkey ATTACH PARTITION public.score_p20261128_pkey;
CREATE TRIGGER alert_transition_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.alert_transition FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_username_fkey FOREIGN KEY (username) REFERENCES public.account(username) ON DELETE CASCADE;
