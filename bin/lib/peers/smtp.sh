#!/usr/bin/env bash
# A mail server of the strict kind (aiosmtpd): STARTTLS and a password or nothing, and every way of
# saying no. What a letter is answered, a part after + in its address says; see smtp.py.
set -euo pipefail
cd "$(dirname "$0")/../../.."
# shellcheck source=bin/lib/say.sh
source bin/lib/say.sh

VERSION=1.4.6

case $1 in
install)
  have python3 || die 'Python is missing.'
  place=$2/smtp-$VERSION
  [[ -e $place/done ]] && exit 0
  python3 -m venv "$place"
  "$place/bin/pip" install -q --disable-pip-version-check "aiosmtpd==$VERSION"
  touch "$place/done"
  ;;
start)
  dir=$2 place=$3/smtp-$VERSION
  mkdir -p "$dir/mail"
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
    -addext basicConstraints=critical,CA:FALSE -keyout "$dir/key.pem" -out "$dir/cert.pem" 2>/dev/null
  port=$(free_port)
  "$place/bin/python" bin/lib/peers/smtp.py "$port" "$dir" >"$dir/log" 2>&1 &
  echo $! >"$dir/pids"
  wait_line "$dir/log" '^ready' $! 20 || { cat "$dir/log"; die 'The mail server does not start.'; }
  say "VERBUND_PEER_SMTP=smtp://news:secret@localhost:$port?tls=required"
  say "VERBUND_PEER_SMTP_CERT=$dir/cert.pem"
  say "VERBUND_PEER_SMTP_MAIL=$dir/mail"
  ;;
esac
