# shellcheck shell=bash
# Measuring: both servers on core 0, the generators on core 1.

# cpu PID…: clock ticks these processes have used so far, with their threads.
cpu() {
  local pid all=0 rest
  for pid in "$@"; do
    rest=$(cut -d')' -f2- "/proc/$pid/stat" 2>/dev/null) || continue
    # After the name: state is field 1, utime 12, stime 13.
    all=$(( all + $(awk '{ print $12 + $13 }' <<<"$rest") ))
  done
  printf '%s' "$all"
}

rss_mb() { awk '/^VmRSS:/ { printf "%.1f", $2 / 1024 }' "/proc/$1/status"; }

now_ms() { date +%s%3N; }

median() { sort -g | awk '{ v[NR] = $1 } END { print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

# start_product DIR: starts the release build on core 0; sets SERVER and URL.
start_product() {
  local log=$WORK/server.log
  : >"$log"
  taskset -c 0 "$BINARY" demo --listen 127.0.0.1:0 --data "$1" >"$log" 2>&1 &
  SERVER=$!
  wait_line "$log" 'listening on http' "$SERVER" 300 || { cat "$log"; die 'The server does not start.'; }
  URL=$(sed -nE 's/.*listening on (http:\/\/[^ ]+).*/\1/p' "$log" | head -n1)
}

stop_product() {
  [[ -z ${SERVER:-} ]] || { kill "$SERVER" 2>/dev/null || true; wait "$SERVER" 2>/dev/null || true; }
  SERVER=''
}

# drained PID: waits until a server has nothing left to do by itself, as the sizes of new pictures:
# until it used less than 5 % of a core for three seconds.
drained() {
  local before after
  while before=$(cpu "$1"); sleep 3; after=$(cpu "$1"); (( after - before > 15 )); do :; done
}

# start_to_answer DIR: milliseconds from the start to the first answer of the page, with a small probe
# that asks again every millisecond; a shell with curl would measure itself.
start_to_answer() {
  python3 - "$BINARY" "$1" "$(free_port)" "$PAGE" <<'PYTHON'
import os, signal, socket, subprocess, sys, time
binary, data, port, page = sys.argv[1:]
begun = time.perf_counter()
child = subprocess.Popen(["taskset", "-c", "0", binary, "demo", "--listen", f"127.0.0.1:{port}", "--data", data],
                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    while time.perf_counter() - begun < 60:
        try:
            with socket.create_connection(("127.0.0.1", int(port)), timeout=10) as line:
                line.sendall(f"GET {page} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
                if line.recv(12).endswith(b"200"):
                    print(f"{(time.perf_counter() - begun) * 1000:.1f}")
                    break
        except OSError:
            time.sleep(0.001)
    else:
        sys.exit("no answer within a minute")
finally:
    child.send_signal(signal.SIGTERM)
    child.wait()
PYTHON
}

# start_nginx: serves the page's own bytes and headers as a file, one worker on core 0; sets NGINX, NGINX_URL.
start_nginx() {
  local dir=$WORK/nginx port name value headers='' type='text/html'
  mkdir -p "$dir/root"
  curl -fsS -H 'Accept-Encoding: identity' -D "$dir/headers" -o "$dir/root/page" "$URL$PAGE"
  while IFS=': ' read -r name value; do
    value=${value%$'\r'}
    case ${name,,} in
      http/* | '' | $'\r' | date | content-length | connection | transfer-encoding | server | etag | last-modified) ;;
      content-type) type=$value ;;
      *) value=${value//\\/\\\\}; headers+="add_header $name \"${value//\"/\\\"}\"; " ;;
    esac
  done <"$dir/headers"
  port=$(free_port)
  cat >"$dir/nginx.conf" <<CONF
daemon off; worker_processes 1; worker_cpu_affinity 1; pid $dir/pid; error_log $dir/error.log;
events { worker_connections 256; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; open_file_cache max=10;
  client_body_temp_path $dir/b; proxy_temp_path $dir/p; fastcgi_temp_path $dir/f; uwsgi_temp_path $dir/u; scgi_temp_path $dir/s;
  types { } default_type "$type";
  server { listen 127.0.0.1:$port; root $dir/root; location = /page { $headers } }
}
CONF
  chmod -R a+rX "$WORK"
  taskset -c 0 "$(command -v nginx || echo /usr/sbin/nginx)" -c "$dir/nginx.conf" -p "$dir" 2>>"$dir/error.log" &
  NGINX=$!
  NGINX_URL=http://127.0.0.1:$port
  for _ in {1..100}; do taken "$port" && break; sleep 0.05; done
  cmp -s <(curl -fsS "$NGINX_URL/page") "$dir/root/page" || { cat "$dir/error.log"; die 'nginx does not serve the page.'; }
}

stop_nginx() { [[ -z ${NGINX:-} ]] || { kill "$NGINX" 2>/dev/null || true; wait "$NGINX" 2>/dev/null || true; NGINX=''; }; }

# load URL PID…: eight connections for SECONDS; prints requests a second and microseconds of CPU a request.
load() {
  local url=$1 before after out requests rate
  shift
  wrk -t1 -c8 -d1s "$url" >/dev/null
  before=$(cpu "$@")
  out=$(taskset -c 1 wrk -t1 -c8 -d"${SECONDS_EACH}s" "$url")
  after=$(cpu "$@")
  ! grep -q 'Non-2xx' <<<"$out" || die "$url answers with errors under load."
  requests=$(awk '/requests in/ { print $1 }' <<<"$out")
  rate=$(awk '/Requests\/sec/ { print $2 }' <<<"$out")
  awk -v rate="$rate" -v ticks=$((after - before)) -v hz="$(getconf CLK_TCK)" -v n="$requests" \
    'BEGIN { printf "%s %.2f\n", rate, ticks / hz * 1e6 / n }'
}

# steady URL RATE SECONDS: prints p50 p99 max in ms and the rate reached, at a constant rate.
steady() { taskset -c 1 python3 bin/lib/steady.py "$@"; }

# commit: which state of the program was measured.
commit() { printf '%s%s' "$(git rev-parse --short HEAD)" "$(git diff --quiet HEAD || printf ' with changes')"; }

# put_figures MARK FILE: puts new figures between two marks of docs/performance.md; what people wrote
# around them stays.
put_figures() {
  awk -v mark="$1" -v new="$2" '
    $0 == "<!-- /" mark " -->" { skip = 0 }
    !skip { print }
    $0 == "<!-- " mark " -->" { skip = found = 1; while ((getline text < new) > 0) print text }
    END { exit !found }' docs/performance.md >"$2.page" || die "docs/performance.md has no place for $1."
  cp "$2.page" docs/performance.md
  say 'Written to docs/performance.md.'
}
