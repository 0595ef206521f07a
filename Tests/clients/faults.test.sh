#!/usr/bin/env bash
# Whatever goes wrong at night, `current` is whole and `changes` names what happened.
# packages: dosfstools faketime strace
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

/usr/bin/python3 Tests/clients/faults.py .build/release/inclusion-atlas
