#!/usr/bin/env bash
# Objects and actors as servers of many kinds write them (fediverse-pasture-inputs), as JSON files.
#   pasture.sh install CACHE   writes them into the cache, once
#   pasture.sh start DIR CACHE prints VERBUND_PEER_PASTURE, their folder
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=bin/lib/say.sh
source "$HERE/../say.sh"

INPUTS=0.3.0

place() {
  printf '%s/pasture-%s' "$1" "$(printf '%s' "$INPUTS 1" | sha256sum | cut -c1-16)"
}

install() {
  local place
  place=$(place "$1")
  [[ -e $place/done ]] && return
  rm -rf "$place"
  mkdir -p "$place/inputs"
  python3 -m venv "$place/venv"
  "$place/venv/bin/pip" install --quiet --disable-pip-version-check "fediverse-pasture-inputs==$INPUTS"
  "$place/venv/bin/python" - "$place/inputs" <<'PYTHON'
import json, sys
from fediverse_pasture_inputs import available

for name, group in available.items():
    examples = [example if isinstance(example, dict) else {"object": example} for example in group.examples]
    with open(f"{sys.argv[1]}/{name}.json", "w") as out:
        json.dump(examples, out, default=str)
PYTHON
  touch "$place/done"
}

start() {
  local place
  place=$(place "$2")
  [[ -e $place/done ]] || die 'The pasture is not installed.'
  echo "VERBUND_PEER_PASTURE=$place/inputs"
}

case ${1:-} in
  install) install "$2" ;;
  start) start "$2" "$3" ;;
  *) die 'pasture.sh install CACHE | start DIR CACHE' ;;
esac
