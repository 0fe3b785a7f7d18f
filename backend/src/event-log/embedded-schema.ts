/**
 * Tables of the embedded event log; may be run any number of times. `log_partition` says which topics exist, with how many partitions, and
 * hands out offsets under its row lock: they follow commit order and have no holes. Values are stored as they came: they are JSON that
 * nobody queries here, and `external` keeps their length readable without decompressing.
 */
export const EMBEDDED_LOG_SCHEMA: string = `
create table if not exists log_partition (
  topic text not null,
  partition integer not null,
  next_offset bigint not null default 0,
  primary key (topic, partition)
);
create table if not exists log_record (
  topic text not null,
  partition integer not null,
  "offset" bigint not null,
  key bytea,
  headers jsonb not null default '{}'::jsonb,
  value bytea not null,
  at timestamptz not null default clock_timestamp(),
  primary key (topic, partition, "offset")
);
alter table log_record alter column value set storage external;
create index if not exists log_record_at on log_record using brin (at);
`;
