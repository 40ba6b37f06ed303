#!/usr/bin/env bash
# A stateful Mastodon API by others (mastodon-mock), on 127.0.0.1 only: no real server of this API is
# in a package registry.
#   mastodon.sh install CACHE   puts it into the cache, once
#   mastodon.sh start DIR CACHE starts it on a free port and prints VERBUND_PEER_MASTODON
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=bin/lib/say.sh
source "$HERE/../say.sh"

MOCK=0.6.1

place() {
  printf '%s/mastodon-%s' "$1" "$(printf '%s' "mastodon-mock $MOCK 1" | sha256sum | cut -c1-16)"
}

install() {
  local place
  place=$(place "$1")
  [[ -e $place/done ]] && return
  rm -rf "$place"
  mkdir -p "$place"
  python3 -m venv "$place/venv"
  "$place/venv/bin/pip" install --quiet --disable-pip-version-check "mastodon-mock==$MOCK"
  touch "$place/done"
}

start() {
  local dir=$1 place port pid
  place=$(place "$2")
  [[ -e $place/done ]] || die 'mastodon-mock is not installed.'
  port=$(free_port)
  setsid "$place/venv/bin/mastodon_mock" serve --host 127.0.0.1 --port "$port" --in-memory --demo \
    >"$dir/log" 2>&1 </dev/null &
  pid=$!
  echo "$pid" >"$dir/pids"
  for _ in {1..300}; do
    taken "$port" && break
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
  done
  taken "$port" || { cat "$dir/log" >&2; die 'mastodon-mock does not start.'; }
  echo "VERBUND_PEER_MASTODON=http://127.0.0.1:$port"
}

case ${1:-} in
  install) install "$2" ;;
  start) start "$2" "$3" ;;
  *) die 'mastodon.sh install CACHE | start DIR CACHE' ;;
esac
