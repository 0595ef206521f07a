#!/usr/bin/env bash
# Releases go into a real PostGIS server whole or not at all, and Gi* computed there agrees.
# packages: postgresql postgresql-postgis python3
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

source Tests/clients/server.sh

mkdir "$work/project/pipelines"
cp -r geodata "$work/project"
definition=$work/project/pipelines/cambodia.yaml

define() { # schema, user, password
  cat pipelines/cambodia.yaml - > "$definition" <<YAML

publish:
  postgis:
    database: "PG:host=$server dbname=atlas user=${2:-planner} password=${3:-$password}"
    schema: $1
YAML
}
run() { "$atlas" run "$definition" --output "$work/output" > "$work/run.log" 2>&1; }
must_run() { run || { cat "$work/run.log" >&2; fail "$1"; }; }
expect() { # SQL, answer, what is wrong otherwise
  local answer
  answer=$(query "$1")
  [[ $answer == "$2" ]] || fail "$3: '$answer' and not '$2'"
}
current=$work/output/cambodia/current

# A night: the values, types, meanings and views are those of the files.
define atlas
must_run "the first night failed"
first=$(query 'SELECT release FROM atlas.releases')
[[ $(readlink "$current") == *"$first"* ]] || fail "the release is called '$first'"
query 'SELECT jsonb_agg(to_jsonb(a) - $$geom$$ || jsonb_build_object($$geometry$$,
    ST_AsGeoJSON(geom, 15)::jsonb)) FROM atlas.current_areas a' |
  /usr/bin/python3 Tests/clients/database.py "$current" \
    <(query "SELECT json_object_agg(attname, json_build_array(format_type(atttypid, atttypmod),
        col_description(attrelid, attnum)))
      FROM pg_attribute WHERE attrelid = 'atlas.areas'::regclass AND attnum > 0") \
    <(query "SELECT json_object_agg(f_table_name, json_build_array(type, srid))
      FROM geometry_columns WHERE f_table_schema = 'atlas'")
for table in observations neighbors; do
  rows=$(($(/usr/bin/python3 -c 'import csv, sys; print(len(list(csv.reader(open(sys.argv[1])))))' \
    "$current/$table.csv") - 1))
  expect "SELECT count(*) FROM atlas.current_$table" "$rows" "rows of $table"
done

# Gi* by the server, on these weights and on others.
agreement='SELECT count(p.divide_gi_z) = count(*) AND count(r.gi_z) = count(*) AND count(*) > 20
    AND max(abs(r.gi_z - p.divide_gi_z)) <= 1e-9
  FROM atlas.gi_divide r FULL JOIN (SELECT * FROM atlas.current_areas
    WHERE divide_gi_z IS NOT NULL) p USING (area_code)'
expect "$agreement" t "Gi* differs"
sed -i 's/neighbours: {rule: shared boundary, tolerance: 1}/neighbours: {rule: 3 nearest, row_standardised: true}/' \
  "$definition"
must_run "a night with other neighbours failed"
expect 'SELECT count(DISTINCT weight) = 1 AND max(weight) < 0.34 FROM atlas.current_weights' t weights
expect "$agreement" t "Gi* on nearest neighbours differs"
expect 'SELECT count(*) FROM atlas.releases' 2 "releases"

# The same release again takes the place of its rows, and what others built on views stays.
query 'CREATE VIEW atlas.mine AS SELECT * FROM atlas.index_divide; CREATE TABLE before AS
  SELECT * FROM atlas.areas; CREATE TABLE before_figures AS SELECT * FROM atlas.observations'
define atlas
rm -r "$work/output"
must_run "the release could not be written again"
expect 'SELECT release FROM atlas.current_about' "$first" "the last release"
for pair in 'areas before' 'observations before_figures'; do
  read -r now then <<< "$pair"
  expect "SELECT count(*) FROM (TABLE atlas.$now EXCEPT TABLE $then) d" 0 "rows of $now that changed"
  expect "SELECT (SELECT count(*) FROM atlas.$now) - (SELECT count(*) FROM $then)" 0 "new rows of $now"
done
expect 'SELECT count(*) FROM atlas.mine' 25 "a view of others"

# The queries for analysts.
PGPASSWORD=$password PGHOST=$server PGUSER=planner PGDATABASE=atlas \
  PGOPTIONS='--search_path=atlas,public' /usr/bin/python3 Tests/clients/snippets.py \
  docs/for-analysts.md sql "$current" psql --quiet --set=ON_ERROR_STOP=1 --file=-

# Whatever goes wrong, both releases stand as they were, and the message says what to do.
release=$(readlink "$current")
state="SELECT (SELECT string_agg(r::text, ' ' ORDER BY r::text) FROM atlas.releases r),
  (SELECT md5(string_agg(a::text, ' ' ORDER BY a::text)) FROM atlas.areas a)"
stood=$(query "$state")
sed -i 's/^\(04,[^,]*,internet_use_women,\)[0-9.]*/\144.4/' \
  "$work"/project/geodata/indicators/digital_2021_22.csv
refuse() { # what the log says, what happened
  if run; then fail "$2, and the release was published"; fi
  grep -qF "$1" "$work/run.log" || { cat "$work/run.log" >&2; fail "$2, and it is not told: $1"; }
  [[ $(readlink "$current") == "$release" ]] || fail "$2, and the last release is gone"
}
readonly remedy="check that it has PostGIS, that its user may write into the schema, and that no \
tables or views of others are in the way"
place="cambodia.yaml:$(grep -n 'database: "PG' "$definition" | cut -d: -f1):15"
query "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
    \$\$ BEGIN RAISE 'the disk is full'; END \$\$;
  CREATE TRIGGER full_disk BEFORE INSERT ON atlas.about EXECUTE FUNCTION full_disk()"
refuse "$place: the database refuses: 'ERROR:  the disk is full'; $remedy" "the last table failed"
query 'DROP TRIGGER full_disk ON atlas.about; DROP FUNCTION full_disk'
query "CREATE ROLE guest LOGIN PASSWORD '$password'; CREATE SCHEMA other;
  CREATE TABLE other.areas (area_code text); CREATE SCHEMA typed;
  CREATE TABLE typed.releases (name text)"
define fresh guest
refuse "$place: the database refuses: 'ERROR:  permission denied for database atlas'; $remedy" \
  "the user may make no schema"
define other
refuse "$place: the database refuses: 'ERROR:  column \"release\" does not exist'; $remedy" \
  "the schema holds another 'areas'"
define typed
refuse "$place: the database refuses: 'ERROR:  column \"release\" of relation \"releases\" does not exist'; $remedy" \
  "the schema holds other 'releases'"
define atlas planner wrong-secret
refuse "$place: the database cannot be opened: " "the password is wrong"
grep -qF 'FATAL:  password authentication failed for user "planner"' "$work/run.log" ||
  fail "a wrong password is not told"
define atlas planner 'broken secret'
refuse "$place: the database cannot be opened: 'missing \"=\" after \"…\" in connection info string'; \
check that the server runs, and what stands behind 'PG:'" "the connection is broken"
query 'ALTER DATABASE atlas SET default_transaction_read_only = on'
define atlas
refuse "$place: the database refuses: 'ERROR:  cannot execute " "the database is read only"
PGOPTIONS='--default_transaction_read_only=off' \
  query 'ALTER DATABASE atlas RESET default_transaction_read_only'
[[ $(query "$state") == "$stood" ]] || fail "a release that failed left something in the database"
expect "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
  WHERE nspname IN ('other', 'typed', 'fresh') AND relkind IN ('r', 'v')" 2 "tables elsewhere"
stop
refuse "$place: the database cannot be opened: " "the server is down"
start

# And the next try goes through.
must_run "the release could not be published once the server was back"
expect 'SELECT count(*) FROM atlas.releases' 3 "releases"
expect "SELECT internet_use_women FROM atlas.indicator_internet_use_women
  WHERE area_code = '04'" 44.4 "the new figure"

# The views follow 'rollback', and come back when somebody has lost them.
now=$(query 'SELECT release FROM atlas.current_about')
"$atlas" rollback "$definition" --output "$work/output" > "$work/rollback.log" 2>&1 ||
  { cat "$work/rollback.log" >&2; fail "the release could not be rolled back"; }
[[ $(readlink "$current") == "$release" ]] || fail "rollback leads to another release"
expect 'SELECT release FROM atlas.current_about' "${release##*-}" "the release after rollback"
must_run "the night after a rollback failed"
expect 'SELECT release FROM atlas.current_about' "$now" "the release after the next night"
query 'DELETE FROM atlas.releases WHERE release = (SELECT release FROM atlas.current_about)'
must_run "a release that was lost could not be written again"
expect 'SELECT release FROM atlas.current_about' "$now" "the release that was lost"
query 'DROP SCHEMA atlas CASCADE'
if "$atlas" rollback "$definition" --output "$work/output" > "$work/rollback.log" 2>&1; then
  fail "a rollback to what the database does not have went through"
fi
grep -qF "$place: the database refuses: 'ERROR:  relation \"atlas.releases\" does not exist'" \
  "$work/rollback.log" || { cat "$work/rollback.log" >&2; fail "the lost schema is not told"; }
must_run "a schema that was lost could not be written again"
expect 'SELECT release FROM atlas.current_about' "$now" "the release in the new schema"

# A view of others stands on one figure, whether it has errors tonight or not.
query 'CREATE VIEW atlas.mine AS SELECT * FROM atlas.indicator_internet_use_women'
expect "SELECT count(internet_use_women_se) FROM atlas.mine" 0 "no standard errors"
sed -i 's/^\(04,[^,]*,internet_use_women,[^,]*,[^,]*,[^,]*,\),/\12.5,/' \
  "$work"/project/geodata/indicators/digital_2021_22.csv
must_run "a night with a standard error failed"
expect "SELECT count(internet_use_women_se) FROM atlas.mine" 1 "standard errors"
sed -i 's/,2.5,/,,/' "$work"/project/geodata/indicators/digital_2021_22.csv
must_run "a night without standard errors failed"
expect "SELECT count(internet_use_women_se) FROM atlas.mine" 0 "no standard errors any more"
if grep -rqE "$password|wrong-secret|secret" "$work/output" "$work/run.log"; then
  fail "the password was told"
fi
echo "publishing: one transaction, one row an area and release, Gi* to 1e-9, no password told"
