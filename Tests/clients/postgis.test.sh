#!/usr/bin/env bash
# Boundaries and a table come out of a real PostGIS server, and meet the same checks as files.
# packages: postgresql postgresql-postgis gdal-bin
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

source Tests/clients/server.sh

export PGHOST=$server PGUSER=planner PGPASSWORD=$password PGDATABASE=atlas
psql --quiet --set=ON_ERROR_STOP=1 <<SQL
CREATE TABLE digital (
  id serial PRIMARY KEY, area_code text, area_name text, indicator text, value double precision,
  unit text, period text, standard_error numeric, sample_size integer, flag text, source text,
  note text);
\copy digital (area_code, area_name, indicator, value, unit, period, standard_error, sample_size, flag, source, note) FROM '$root/geodata/indicators/digital_2021_22.csv' CSV HEADER
SQL
ogr2ogr -f PostgreSQL PG: "$root/geodata/boundaries/khm_provinces_25.geojson" -nln provinces \
  -nlt MULTIPOLYGON
unset PGHOST PGUSER PGPASSWORD PGDATABASE

define() { # name, source of boundaries, source of the table
  cat > "$work/project/$1.yaml" <<YAML
title: Out of a database
allow_files: ["$root/geodata"]
boundaries:
  $2
  key: code
  names: {en: name_en, km: name_km}
sources_file: $root/geodata/indicators/sources.csv
tables:
  digital: {$3}
indicators:
  internet_use_women:
    title: Women who use the internet
    unit: "%"
    period: 2021-22
    source: dgg_observed
    table: digital
    range: [0, 100]
    minimum_matched_areas: 25
    worse: low
checks:
  everywhere: {of: internet_use_women, coverage: 25}
YAML
}
connection="PG:host=$server dbname=atlas user=planner password=$password"
define database "database: \"$connection\"
  layer: provinces" "database: \"$connection\", layer: digital"
define files "file: $root/geodata/boundaries/khm_provinces_25.geojson" \
  "file: $root/geodata/indicators/digital_2021_22.csv"

run() { "$atlas" run "$work/project/$1.yaml" --output "$work/output" > "$work/$1.log" 2>&1; }

run database || { cat "$work/database.log" >&2; fail "the run out of the database failed"; }
run files || fail "the run out of files failed"
cmp "$work/output/database/current/atlas.csv" "$work/output/files/current/atlas.csv" ||
  fail "database and files give different figures"
release=$(readlink "$work/output/database/current")

query "UPDATE digital SET area_code = '4', area_name = NULL WHERE area_code = '04';
  INSERT INTO digital (area_code, indicator, value, period)
  VALUES ('16', 'internet_use_women', 101, '2021-22')"
if run database; then fail "a broken table was published"; fi
for line in \
  "the database (layer 'digital', feature 4, column 'area_code'): '4' is no code of area_code, alias or name; perhaps '04 for Kampong Chhnang (04)'" \
  "the database (layer 'digital', feature 76, column 'value'): '101' is out of the range of 'internet_use_women', 0 to 100 (column 'value'); correct the value, its unit or the declared range"; do
  grep -qF "$line" "$work/database.log" || { cat "$work/database.log" >&2; fail "not told: $line"; }
done
grep -q '^the database,4,internet_use_women,4,,,unmatched,' "$work/output/database/join-report.csv" ||
  fail "the join report does not name the row"

query "ALTER TABLE digital RENAME TO figures"
if run database; then fail "a missing table was published"; fi
grep -qF "there is no layer 'digital'" "$work/database.log" || fail "a missing table is not told"

stop
if run database; then fail "a run without a server was published"; fi
grep -qF "the database: GDAL cannot open this" "$work/database.log" ||
  fail "a server that is down is not told"
[[ $(readlink "$work/output/database/current") == "$release" ]] || fail "the last release is gone"
if grep -rqF "$password" "$work/output" "$work"/*.log; then fail "the password was told"; fi
echo "postgis: the same figures as out of files, faults by feature, no password told"
