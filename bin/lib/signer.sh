# shellcheck shell=bash
# How fast requests are signed and verified, against the yardstick of OpenSSL, on core 0.

# bench_signer: takes turns and prints the table; reads BINARY, WORK, rounds, write.
# shellcheck disable=SC2154 # bin/bench sets rounds and write
bench_signer() {
  local round signs verifies rows=$WORK/signer.rows
  have openssl || apt openssl
  say "$rounds rounds in turn of our signer and openssl speed rsa2048."
  : >"$rows"
  for (( round = 1; round <= rounds; round++ )); do
    read -r signs verifies < <(openssl_rates)
    taskset -c 0 "$BINARY" signature measure --seconds 3 |
      awk -v s="$signs" -v v="$verifies" '{ print $1, $2, $3, ($2 == "sign") ? s : v }' >>"$rows"
  done
  signer_table >"$WORK/signer.table"
  cat "$WORK/signer.table"
  [[ ! $write ]] || {
    { printf 'Commit %s, %s, one core, %s, %s rounds of 3 s.\n\n' "$(commit)" "$(date -u +%F)" "$(openssl version | cut -d' ' -f1,2)" "$rounds"
      cat "$WORK/signer.table"; } >"$WORK/signer.figures"
    put_figures signer "$WORK/signer.figures"
  }
}

# openssl_rates: signatures and verifications a second, by the clock on the wall as ours are.
openssl_rates() {
  taskset -c 0 openssl speed -elapsed -seconds 3 rsa2048 2>/dev/null | awk '/^rsa +2048 bits/ { print $(NF - 1), $NF }'
}

signer_table() {
  local scheme act ours theirs ratio
  printf '| what | ratio | ours, OpenSSL, a second | goal | met |\n|---|---|---|---|---|\n'
  for scheme in rfc9421 cavage; do
    for act in sign verify; do
      ours=$(awk -v k="$scheme $act" '$1 " " $2 == k { print $3 }' "$WORK/signer.rows" | median)
      theirs=$(awk -v k="$scheme $act" '$1 " " $2 == k { print $4 }' "$WORK/signer.rows" | median)
      ratio=$(awk -v k="$scheme $act" '$1 " " $2 == k { print $3 / $4 }' "$WORK/signer.rows" | median)
      printf '| %s, %s | %.2f | %.0f, %.0f | ≥ 0.8 | %s |\n' "$act" "$scheme" "$ratio" "$ours" "$theirs" \
        "$(awk -v r="$ratio" 'BEGIN { print (r >= 0.8) ? "yes" : "no" }')"
    done
  done
}
