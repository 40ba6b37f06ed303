# shellcheck shell=bash
# Real programs of others that tests talk to. Each has a script in bin/lib/peers/:
#   NAME.sh install CACHE   puts it into the cache, once
#   NAME.sh start DIR CACHE starts it on free ports, prints `NAME=value` lines for the tests, and
#                           leaves the numbers of its processes in DIR/pids

PEERS_STARTED=''

# Starts all peers; what cannot be had here is left out, but never where CI is set.
start_peers() {
  local script name dir line
  for script in bin/lib/peers/*.sh; do
    [[ -e $script ]] || continue
    name=$(basename "$script" .sh)
    dir=$WORK/peers/$name
    mkdir -p "$dir"
    PEERS_STARTED+=" $dir"
    if "$script" install "$CACHE" >"$dir/install.log" 2>&1 && "$script" start "$dir" "$CACHE" >"$dir/env" 2>"$dir/start.log"; then
      while IFS= read -r line; do export "${line?}"; done < <(grep -E '^VERBUND_PEER_[A-Z0-9_]+=' "$dir/env")
      note "peer $name is up"
    elif [[ ${CI:-} == true ]]; then
      tail -n 30 "$dir/install.log" "$dir/start.log"
      die "The peer $name does not start."
    else
      note "peer $name is not to be had here: its tests are left out"
    fi
  done
}

stop_peers() {
  local dir pid
  for dir in $PEERS_STARTED; do
    [[ -e $dir/pids ]] || continue
    while read -r pid; do kill "$pid" 2>/dev/null || true; done <"$dir/pids"
  done
  PEERS_STARTED=''
}
