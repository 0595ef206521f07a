#!/usr/bin/env bash
# QGIS opens the GeoPackage with its default style; every style's legend and areas equal the map's.
# packages: python3-qgis
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# A copy, because QGIS changes every GeoPackage that it opens.
release=$(mktemp -d)
trap 'rm -rf "$release"' EXIT
cp -r output/cambodia/current/. "$release"

export QT_QPA_PLATFORM=offscreen
# Debian's own Python is the one that Debian's QGIS belongs to.
/usr/bin/python3 Tests/clients/legends.py "$release" 2> >(grep -v '^QStandardPaths' >&2)
