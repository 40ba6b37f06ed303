# shellcheck shell=bash
# What the tests need on a Debian-like machine; only what is missing is installed.


postgres_bin() {
  local place
  for place in $(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -rV) "$(dirname "$(command -v initdb || echo /)")"; do
    [[ -x $place/initdb ]] && { printf '%s' "$place"; return; }
  done
  return 1
}

missing_packages() {
  postgres_bin >/dev/null || echo postgresql
  have node || echo nodejs
  have npm || echo npm
  have curl || echo curl
  have java || echo default-jre-headless
  # The peers bring Python packages and programs of their own; some are built with a C compiler.
  have python3 && python3 -c 'import ensurepip' 2>/dev/null || echo python3-venv
  have openssl || echo openssl
  have chromium || have chromium-browser || have google-chrome || [[ -n ${CHROMIUM:-} ]] || echo chromium
  # Without any font Chromium draws boxes, and axe measures nonsense.
  if ! have fc-list || [[ -z $(fc-list :lang=de family 2>/dev/null) ]]; then echo fontconfig fonts-dejavu-core; fi
}

# apt PACKAGE…: installs by apt-get, as root or by sudo.
apt() {
  have apt-get || die "Please install these with your system's package manager: $*"
  local as=()
  if (( $(id -u) != 0 )); then
    have sudo || die "Please let an administrator run: apt-get install --no-install-recommends $*"
    as=(sudo)
  fi
  note "installing $*"
  "${as[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

install_packages() {
  local list
  mapfile -t list < <(missing_packages | tr ' ' '\n')
  if (( ${#list[@]} )); then apt "${list[@]}"; else note 'packages: all there'; fi
}

# The modules lie in the cache under the hash of their lock file and are linked into the tests.
install_modules() {
  local lock place
  lock=$(sha256sum tests/browser/package-lock.json | cut -c1-16)
  place=$CACHE/npm-$lock
  if [[ ! -e $place/done ]]; then
    note 'installing the modules of the browser tests'
    rm -rf "$place"
    mkdir -p "$place"
    cp tests/browser/package.json tests/browser/package-lock.json "$place"
    (cd "$place" && npm ci --no-audit --no-fund --ignore-scripts --silent)
    touch "$place/done"
  fi
  # A folder that somebody filled by hand with npm is left as it is.
  if [[ -L tests/browser/node_modules || ! -e tests/browser/node_modules ]]; then
    ln -sfn "$place/node_modules" tests/browser/node_modules
  fi
}

# Material beside the clone that is too large or not ours to keep in it.
find_shared() {
  if [[ -z ${VERBUND_SHARED:-} && -d ../shared ]]; then VERBUND_SHARED=$(cd ../shared && pwd); fi
  if [[ -n ${VERBUND_SHARED:-} && -d $VERBUND_SHARED ]]; then
    export VERBUND_SHARED
  elif [[ ${CI:-} == true ]]; then
    die 'The folder ../shared is missing; with CI=true it has to be there, or VERBUND_SHARED has to name it.'
  else
    note 'no ../shared here: checks against it are left out'
  fi
}

setup() {
  install_packages
  install_modules
  find_shared
}
