#!/usr/bin/env bash
# Independent clients against /mcp of the server door: the Model Context Protocol's official Python
# client, and its conformance suite. Needs JDK, Python 3.10 or later and npm; what they install goes
# below target/mcp. Where a registry cannot be reached this fails.
#
#   scripts/mcp-clients.sh [JAR]
#
# JAR is the server as `./mvnw package` leaves it, and is built where it is not there.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$PWD/target/mcp
mkdir -p "$work"

jars=("${1-}" target/gpu-advisor-*-runner.jar)
jar=${jars[0]:-${jars[1]}}
if [ ! -f "$jar" ]; then
  ./mvnw -B -q -ntp package -DskipTests
  jar=$(ls target/gpu-advisor-*-runner.jar)
fi

echo "== clients"
[ -x "$work/python/bin/pip" ] || python3 -m venv "$work/python"
"$work/python/bin/pip" install --quiet --disable-pip-version-check -r src/test/mcp/requirements.txt
cp src/test/mcp/package.json "$work/package.json"
npm install --prefix "$work" --no-package-lock --no-audit --no-fund --loglevel=error
node=$work/node_modules/.bin/node
conformance=$work/node_modules/@modelcontextprotocol/conformance/dist/index.js

echo "== server"
. .ci/serving
port=$(free_port)
url=http://localhost:$port
# The suite also asks as a page of the server's own would, which must be let in, and as a strange one.
ALLOWED_ORIGINS=$url serve "$jar" localhost "$port" "$work/server.log"
curl --silent --show-error --fail "$url/health"

echo "== Python client"
"$work/python/bin/python" src/test/mcp/clients.py "$url"

echo "== conformance suite"
for revision in 2025-06-18 2025-11-25 2026-07-28; do
  echo "-- $revision"
  list=src/test/mcp/not-applicable-$revision.yaml
  "$node" "$conformance" server --url "$url/mcp" --spec-version "$revision" --suite all \
    --expected-failures "$list" \
    --output-dir "$work/conformance/$revision" > "$work/conformance-$revision.log" 2>&1 || {
    sed -n '/=== SUMMARY/,$p' "$work/conformance-$revision.log" >&2
    echo "scripts/mcp-clients.sh: not what is expected at $revision; all of it: $work/conformance-$revision.log" >&2
    exit 1
  }
  # A scenario that is listed as a whole, and one without a check, show nothing.
  sed -nE 's/^. (.*): [1-9][0-9]* passed, .*/\1/p' "$work/conformance-$revision.log" | while read -r scenario; do
    grep -q "^  - $scenario$" "$list" && continue
    excused=$(grep -c "^  - $scenario:" "$list") || true
    echo "   ok  $scenario$([ "$excused" = 0 ] || echo ", but for $excused checks that do not apply")"
  done
  sed -nE 's/^Total: ([0-9]+) passed, ([0-9]+) failed/   checks that pass: \1, that do not apply: \2/p' \
    "$work/conformance-$revision.log"
done
echo "What applies passes; what does not, and why, is in src/test/mcp/not-applicable-*.yaml."
