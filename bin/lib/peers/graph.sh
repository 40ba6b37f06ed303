#!/usr/bin/env bash
# The stand-in for the Graph API; its rules come from Meta's own package.
#   graph.sh install CACHE | start DIR CACHE
set -euo pipefail
cd "$(dirname "$0")/../../.."
# shellcheck source=/dev/null
. bin/lib/say.sh

PACKAGE=facebook-business==26.0.3

place() { printf '%s/graph-%s' "$1" "$(cat tests/peers/graph_rules.py <(printf '%s' "$PACKAGE") | sha256sum | cut -c1-16)"; }

case $1 in
  install)
    to=$(place "$2")
    [[ -e $to/done ]] && exit
    rm -rf "$to"
    python3 -m venv "$to/venv"
    "$to/venv/bin/pip" install --quiet --disable-pip-version-check "$PACKAGE"
    "$to/venv/bin/python" tests/peers/graph_rules.py "$to/rules.json"
    touch "$to/done"
    ;;
  start)
    dir=$2 from=$(place "$3")
    "$from/venv/bin/python" tests/peers/graph.py "$from/rules.json" >"$dir/log" 2>&1 &
    printf '%s\n' "$!" >"$dir/pids"
    wait_line "$dir/log" '^listening on' "$!" 20
    echo "VERBUND_PEER_GRAPH=http://127.0.0.1:$(sed -n 's/^listening on //p' "$dir/log")"
    ;;
esac
