#!/bin/sh
# A standby: takes a copy of the primary the first time, then follows it. Wants PRIMARY_HOST, REPLICATION_PASSWORD, PGDATA; PRIMARY_PORT is 5432.
set -eu
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  # A copy that was broken off is no copy.
  find "$PGDATA" -mindepth 1 -delete 2> /dev/null || mkdir -p "$PGDATA"
  chmod 700 "$PGDATA"
  PGPASSWORD="$REPLICATION_PASSWORD" pg_basebackup --host "$PRIMARY_HOST" --port "${PRIMARY_PORT:-5432}" --username standby \
    --pgdata "$PGDATA" --write-recovery-conf --wal-method stream --slot standby --checkpoint fast
fi
exec postgres "$@"
