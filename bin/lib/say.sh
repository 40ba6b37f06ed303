# shellcheck shell=bash
# Words and stopwatch of the scripts.

say() { printf '%s\n' "$*"; }
note() { printf '  · %s\n' "$*"; }
die() { printf '\n%s\n' "$*" >&2; exit 1; }

have() { command -v "$1" >/dev/null 2>&1; }

# spent FROM: seconds since then as words.
spent() {
  local s=$(( $(date +%s) - $1 ))
  if (( s < 60 )); then printf '%d s' "$s"; else printf '%d min %02d s' $((s / 60)) $((s % 60)); fi
}

# free_port: a TCP port of 127.0.0.1 on which nobody listens.
free_port() {
  local port
  for _ in {1..50}; do
    port=$(( 20000 + RANDOM % 12000 ))
    taken "$port" || { printf '%s' "$port"; return; }
  done
  die 'No free port found on 127.0.0.1.'
}

taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# wait_line FILE PATTERN PID SECONDS: waits until the log has the line; fails when the process ends.
wait_line() {
  local until=$(( $(date +%s) + $4 ))
  until grep -Eq "$2" "$1" 2>/dev/null; do
    kill -0 "$3" 2>/dev/null || return 1
    (( $(date +%s) < until )) || return 1
    sleep 0.1
  done
}

need_rust() {
  have cargo || die 'Rust is missing: no cargo here. Install it from https://rustup.rs (curl --proto "=https" -sSf https://sh.rustup.rs | sh), open a new terminal and start again.'
  have cc || have gcc || have clang || die 'A C compiler is missing (SQLite and the picture formats need one). On Debian or Ubuntu: sudo apt-get install build-essential'
  local want got
  want=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  got=$(rustc --version | cut -d' ' -f2)
  [[ $(printf '%s\n%s\n' "$want" "$got" | sort -V | head -n1) == "$want" ]] ||
    die "Rust $got is too old, $want or newer is needed: rustup update"
}
