# shellcheck shell=bash
# The parts of bin/test, quick ones first. A part tells its numbers by `count PASSED FAILED`; one that
# tells none counts as one. What a part prints is shown when it fails.

QUICK=(format scripts)
# shellcheck disable=SC2034 # bin/test reads it
ALL=("${QUICK[@]}" lint rust fuzz browser crawl)

count() { printf '%s %s\n' "$1" "$2" >>"$COUNTS"; }

# each COMMAND WORD…: runs the command for every word and counts.
each() {
  local command=$1 word passed=0 failed=0
  shift
  for word in "$@"; do
    if $command "$word"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
  done
  count "$passed" "$failed"
  (( failed == 0 ))
}

part_format() { cargo fmt --check; }

part_scripts() {
  local shells scripts fail=0
  mapfile -t shells < <(printf '%s\n' bin/demo bin/test bin/bench bin/long .ci/run bin/lib/*.sh bin/lib/peers/*.sh)
  mapfile -t scripts < <(find assets tests/browser -name node_modules -prune -o \( -name '*.js' -o -name '*.mjs' \) -print | sort)
  each 'bash -n' "${shells[@]}" || fail=1
  each 'node --check' "${scripts[@]}" || fail=1
  if have shellcheck; then each 'shellcheck -x' "${shells[@]}" || fail=1; fi
  return $fail
}

part_lint() { cargo clippy --locked --all-targets -- -D warnings; }

part_rust() {
  local log=$WORK/rust.log code=0
  if cargo nextest --version >/dev/null 2>&1; then
    cargo nextest run --locked --no-fail-fast --status-level fail --final-status-level slow --color never 2>&1 | tee "$log" || code=$?
    summary "$log" | sum passed failed
  else
    cargo test --locked --no-fail-fast --color never 2>&1 | tee "$log" || code=$?
    grep '^test result:' "$log" | sum passed failed
  fi
  return $code
}

# Bytes of strangers for every parser that reads them: 30 s each (src/fuzz.rs says how to add one).
part_fuzz() {
  local log=$WORK/fuzz.log code=0
  export VERBUND_FUZZ_SECONDS=${VERBUND_FUZZ_SECONDS:-30}
  if cargo nextest --version >/dev/null 2>&1; then
    cargo nextest run --locked --no-fail-fast --lib -E 'test(::fuzz::)' --status-level fail --color never 2>&1 | tee "$log" || code=$?
    summary "$log" | sum passed failed
  else
    cargo test --locked --no-fail-fast --lib --color never -- ::fuzz:: 2>&1 | tee "$log" || code=$?
    grep '^test result:' "$log" | sum passed failed
  fi
  return $code
}

# What nextest says at its end: "… 45 tests run: 43 passed (1 slow), 1 failed, 1 timed out, 0 skipped".
summary() { grep -E 'Summary \[' "$1" | tail -n1 | sed 's/ timed out/ failed/; s/exec failed/failed/' || true; }

# sum PASSED FAILED: adds up the numbers before these words and counts them.
sum() {
  local text
  text=$(cat)
  add() { grep -oE "[0-9]+ $1" <<<"$text" | awk '{ n += $1 } END { print n + 0 }' || true; }
  count "$(add "$1")" "$(add "$2")"
}

# While the demo draws its pictures, the tests that need none of it go first.
part_browser() {
  local alone demo code=0 drawing
  mapfile -t alone < <(grep -L 'start("demo")' tests/browser/*.test.mjs)
  mapfile -t demo < <(grep -l 'start("demo")' tests/browser/*.test.mjs)
  product
  draw_demo &
  drawing=$!
  node_tests "${alone[@]}" || code=$?
  wait "$drawing"
  node_tests "${demo[@]}" || code=$?
  return $code
}

part_crawl() {
  product
  draw_demo
  node_tests tests/browser/crawl.mjs
}

# A folder of the demo with everything in it, once in a run; the tests take copies of it.
draw_demo() {
  [[ -e $WORK/demo ]] || node tests/browser/lib/prepare.mjs "$WORK/demo" || note 'the demo was not drawn before; each test draws its own'
}

node_tests() {
  local log code=0
  log=$WORK/node-$RANDOM.log
  timeout --foreground -k 10 1500 node --test --test-concurrency=1 --test-reporter=spec "$@" 2>&1 | tee "$log" || code=$?
  count "$(told pass "$log")" "$(told fail "$log")"
  return $code
}

told() { sed -nE "s/^ℹ $1 ([0-9]+)$/\\1/p" "$2" | tail -n1 | grep . || echo 0; }

# The binary of the test build; nothing is compiled twice.
product() {
  cargo build --locked --bin verbund
  export VERBUND_BINARY=$TARGET/debug/verbund VERBUND_DEMO=$WORK/demo
}

# Not a part of the tests: draws the pictures of README.
part_pictures() {
  product
  node tests/browser/pictures.mjs docs/pictures
}
