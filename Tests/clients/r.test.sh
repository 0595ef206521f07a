#!/usr/bin/env bash
# R's sf reads the map files and tables with equal values and types; the snippets for analysts run.
# packages: python3 r-cran-jsonlite r-cran-sf
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

release=output/cambodia/current
# R from Debian, with the packages from Debian.
/usr/bin/Rscript --vanilla Tests/clients/formats.R "$release"
/usr/bin/python3 Tests/clients/snippets.py docs/for-analysts.md r "$release" /usr/bin/Rscript -
