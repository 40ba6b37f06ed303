# shellcheck shell=bash
# bin/bench fediverse: whole deliveries and verified activities against `openssl speed rsa2048`.

# start_sink: takes deliveries on core 1; sets SINK and SINK_PORT (the next port says nothing).
start_sink() {
  SINK_PORT=$(free_port)
  taskset -c 1 "$FEDIVERSE" sink "$SINK_PORT" >"$WORK/sink.log" 2>&1 &
  SINK=$!
  wait_line "$WORK/sink.log" listening "$SINK" 20 || die 'The sink does not start.'
}

stop_sink() { [[ -z ${SINK:-} ]] || { kill "$SINK" 2>/dev/null || true; wait "$SINK" 2>/dev/null || true; SINK=''; }; }

# fan_out: 100,000 followers on 5,000 servers, a tenth dead, from a running server; prints seconds until
# all that live have it, MB before, MB at most, and the site's p99 before and meanwhile in ms.
fan_out() {
  local data=$WORK/fan before most quiet busy begun rows sent now
  VERBUND_OUTGOING_PRIVATE=true start_product "$data"
  "$FEDIVERSE" fill "$data" "$SINK_PORT" 100000 5000
  drained "$SERVER"
  quiet=$(steady "$URL$PAGE" 200 10 | cut -d' ' -f2)
  before=$(rss_mb "$SERVER")
  begun=$(now_ms)
  "$FEDIVERSE" say "$data" 1
  steady "$URL$PAGE" 200 10 >"$WORK/busy" &
  local generator=$!
  most=$before
  while :; do
    sleep 0.2
    now=$(rss_mb "$SERVER")
    most=$(awk -v a="$most" -v b="$now" 'BEGIN { print (a > b) ? a : b }')
    read -r rows sent < <("$FEDIVERSE" far "$data")
    (( rows < 5000 || sent < 4500 )) || break
    (( $(now_ms) - begun < 180000 )) || break
  done
  now=$(now_ms)
  wait "$generator"
  busy=$(cut -d' ' -f2 "$WORK/busy")
  stop_product
  awk -v ms=$((now - begun)) -v b="$before" -v m="$most" -v q="$quiet" -v p="$busy" -v s="$sent" \
    'BEGIN { printf "%.1f %s %s %s %s %d\n", ms / 1000, b, m, q, p, s }'
}

bench_fediverse() {
  local round rsa out in_all in_first ratio_out ratio_in fan first planned
  FEDIVERSE=${CARGO_TARGET_DIR:-$PWD/target}/release/examples/fediverse
  cargo build --release --locked --example fediverse
  # shellcheck disable=SC2154 # bin/bench sets it
  for (( round = 1; round <= rounds; round++ )); do
    start_sink
    rsa=$(openssl_rates | cut -d' ' -f1)
    out=$(taskset -c 0 "$FEDIVERSE" deliver "$WORK/out-$round" "$SINK_PORT" 200 20)
    stop_sink
    start_product "$WORK/in"
    read -r in_all in_first < <(taskset -c 1 "$FEDIVERSE" take "$WORK/in" "$URL" 4000)
    stop_product
    printf '  round %d: openssl %s signatures/s · %s deliveries/s · %s activities/s verified (%s/s taken in)\n' \
      "$round" "$rsa" "$out" "$in_all" "$in_first"
    printf '%s %s %s\n' "$rsa" "$out" "$in_all" >>"$WORK/fediverse"
  done
  ratio_out=$(awk '{ print $2 / $1 }' "$WORK/fediverse" | median)
  ratio_in=$(awk '{ print $3 / $1 }' "$WORK/fediverse" | median)
  start_sink
  first=$("$FEDIVERSE" begin "$WORK/begin" "$SINK_PORT" 40)
  VERBUND_OUTGOING_PRIVATE=true start_product "$WORK/plan"
  drained "$SERVER"
  planned=$(taskset -c 1 "$FEDIVERSE" plan "$WORK/plan" "$SINK_PORT" 60)
  stop_product
  fan=$(fan_out)
  stop_sink
  fediverse_table >"$WORK/fediverse.table"
  cat "$WORK/fediverse.table"
}

fediverse_table() {
  local seconds before most quiet busy sent p50 p95 due50 due95
  read -r seconds before most quiet busy sent <<<"$fan"
  read -r p50 p95 <<<"$first"
  read -r due50 due95 <<<"$planned"
  printf '| what | figure | goal | met |\n|---|---|---|---|\n'
  line 'whole deliveries, ratio to signing alone' "$(printf '%.2f' "$ratio_out") ($(awk '{ print $2 }' "$WORK/fediverse" | median) to $(awk '{ print $1 }' "$WORK/fediverse" | median) a second)" '≥ 0.5' "$ratio_out" 0.5 '>='
  line 'verified activities, ratio to signing alone' "$(printf '%.2f' "$ratio_in") ($(awk '{ print $3 }' "$WORK/fediverse" | median) a second)" '≥ 0.5' "$ratio_in" 0.5 '>='
  line 'from due to the first byte out, p95 of 60 planned posts' "$due95 ms (p50 $due50)" '≤ 1000 ms' "$due95" 1000 '<='
  line 'from said to the first byte out, p95' "$p95 ms (p50 $p50)" '≤ 1000 ms' "$p95" 1000 '<='
  printf '| 100,000 followers on 5,000 servers, a tenth dead | %s servers in %s s; %s MB before, %s at most; p99 of the site %s ms before, %s meanwhile | | |\n' \
    "$sent" "$seconds" "$before" "$most" "$quiet" "$busy"
}
