# shellcheck shell=bash
# The real servers that tests talk to, in a folder of this run; `stop_servers` always ends them.

PG_DATA='' MAIL_PID=''

# PostgreSQL refuses to run as root.
as_postgres() {
  if (( $(id -u) == 0 )); then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

start_postgres() {
  local bin port
  bin=$(postgres_bin) || die 'PostgreSQL is missing.'
  port=$(free_port)
  PG_DATA=$WORK/postgres
  mkdir -p "$PG_DATA"
  if (( $(id -u) == 0 )); then chmod 711 "$WORK"; chown postgres "$PG_DATA"; fi
  as_postgres "$bin/initdb" -D "$PG_DATA/data" -U verbund -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$WORK/initdb.log" 2>&1 ||
    { cat "$WORK/initdb.log"; die 'PostgreSQL could not lay out its folder.'; }
  # Nothing here outlives the run: speed before safety.
  cat >>"$PG_DATA/data/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = ''
fsync = off
synchronous_commit = off
full_page_writes = off
max_connections = 300
CONF
  as_postgres "$bin/pg_ctl" -D "$PG_DATA/data" -l "$PG_DATA/log" -w -t 60 start >/dev/null ||
    { cat "$PG_DATA/log"; die 'PostgreSQL does not start.'; }
  export VERBUND_TEST_POSTGRES=postgres://verbund@127.0.0.1:$port/postgres
  note "PostgreSQL on port $port"
}

start_mail() {
  export VERBUND_TEST_MAILDIR=$WORK/mail
  node tests/browser/lib/mailbox.mjs "$VERBUND_TEST_MAILDIR" >"$WORK/mail.log" 2>&1 &
  MAIL_PID=$!
  wait_line "$WORK/mail.log" '^listening on' "$MAIL_PID" 20 || { cat "$WORK/mail.log"; die 'The mail server does not start.'; }
  VERBUND_TEST_SMTP=$(sed -n 's/^listening on //p' "$WORK/mail.log")
  export VERBUND_TEST_SMTP
  note "SMTP on $VERBUND_TEST_SMTP"
}

stop_servers() {
  [[ -z $MAIL_PID ]] || kill "$MAIL_PID" 2>/dev/null || true
  if [[ -n $PG_DATA && -e $PG_DATA/data/postmaster.pid ]]; then
    as_postgres "$(postgres_bin)/pg_ctl" -D "$PG_DATA/data" -m immediate -w stop >/dev/null 2>&1 || true
  fi
  MAIL_PID='' PG_DATA=''
}
