# A PostgreSQL server of our own, for suites to source: no port, a socket in a folder that nobody
# else may enter, a password. It is stopped and its folder, `$work`, removed at the end.

readonly root=$PWD atlas=${ATLAS:-$PWD/.build/release/inclusion-atlas} password=kept-secret
work=$(mktemp -d)
server=$work/server
bin=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)

# PostgreSQL refuses to run as root.
unprivileged() { if ((EUID == 0)); then runuser -u postgres -- "$@"; else "$@"; fi; }
fail() { echo "$(basename "$0" .test.sh): $1" >&2; exit 1; }
stop() {
  [[ ! -f $server/data/postmaster.pid ]] ||
    unprivileged "$bin/pg_ctl" --pgdata="$server/data" --mode=immediate --silent stop
}
start() {
  unprivileged "$bin/pg_ctl" --pgdata="$server/data" --log="$server/log" --wait --silent start \
    -o "-c listen_addresses='' -c unix_socket_directories='$server' -c fsync=off"
}
query() { # SQL, user
  PGPASSWORD=$password psql --quiet --no-align --tuples-only --set=ON_ERROR_STOP=1 \
    --host="$server" --username="${2:-planner}" atlas -c "$1"
}
trap 'stop || true; rm -rf "$work"' EXIT

chmod 711 "$work"
mkdir --mode=711 "$server" "$work/project"
echo "$password" > "$work/password"
chmod 644 "$work/password"
if ((EUID == 0)); then chown postgres "$server"; fi
unprivileged "$bin/initdb" --pgdata="$server/data" --username=planner --encoding=UTF8 --locale=C \
  --auth=scram-sha-256 --pwfile="$work/password" > "$work/initdb.log"
start
PGPASSWORD=$password psql --quiet --host="$server" --username=planner postgres \
  --command 'CREATE DATABASE atlas'
query 'SET client_min_messages = warning; CREATE EXTENSION postgis'
