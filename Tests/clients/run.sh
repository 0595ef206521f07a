#!/usr/bin/env bash
# Opens the published files with the programs that people open them with.
#
# A suite is a file NAME.test.sh beside this one. It passes when it exits 0, and its line
# `# packages: …` names the Debian packages it needs, which are installed first.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

suites=(Tests/clients/*.test.sh)
mapfile -t packages < <(sed -n 's/^# packages: //p' "${suites[@]}" | tr ' ' '\n' | sort -u)
scripts/setup "${packages[@]}"

passed=0
failed=0
for suite in "${suites[@]}"; do
  name=$(basename "$suite" .test.sh)
  echo "$name: $(sed -n '2s/^# //p' "$suite")"
  if bash "$suite"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "$name: failed" >&2
  fi
done

echo "$passed passed, $failed failed"
((failed == 0))
