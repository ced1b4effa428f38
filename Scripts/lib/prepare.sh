# Sourced by the other scripts: what a machine needs before anything can be built.
# A Swift toolchain must be there; the libraries are installed if they are missing.

fail() {
  echo "error: $1" >&2
  exit 1
}

need_swift() {
  local install="install Swift 6.1 or later from https://www.swift.org/install/linux/ and put its usr/bin on the PATH"
  command -v swift >/dev/null 2>&1 || fail "no swift command found: $install"
  # A version that cannot be told is left to swift's own words.
  local version
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p') || true
  [ -z "$version" ] || [ "$(printf '6.1\n%s\n' "$version" | sort -V | head -n 1)" = 6.1 ] \
    || fail "the swift command is of version $version: $install"
}

has_library() {
  # What the linker looks for when it is told -l$1.
  compgen -G "/usr/lib/*/lib$1.so" >/dev/null || compgen -G "/usr/lib/lib$1.so" >/dev/null \
    || compgen -G "/usr/lib64/lib$1.so" >/dev/null || compgen -G "/usr/local/lib/lib$1.so" >/dev/null
}

need_libraries() {
  local packages=()
  has_library lapack && has_library blas || packages+=(liblapack-dev libblas-dev)
  has_library crypto && [ -e /usr/include/openssl/evp.h ] || packages+=(libssl-dev)
  has_library zip && [ -e /usr/include/zip.h ] || packages+=(libzip-dev)
  has_library expat && [ -e /usr/include/expat.h ] || packages+=(libexpat1-dev)
  has_library xlsxwriter && [ -e /usr/include/xlsxwriter.h ] || packages+=(libxlsxwriter-dev)
  has_library sqlite3 && [ -e /usr/include/sqlite3.h ] || packages+=(libsqlite3-dev)
  has_library glpk && [ -e /usr/include/glpk.h ] || packages+=(libglpk-dev)
  has_library pq && [ -e /usr/include/postgresql/libpq-fe.h ] || packages+=(libpq-dev)
  [ "${#packages[@]}" -eq 0 ] && return
  install_packages "development packages of LAPACK, BLAS, OpenSSL, libzip, expat, libxlsxwriter, SQLite, GLPK and libpq" \
    "${packages[@]}"
}

# What the tests of pages drive: Chromium, and playwright in an environment of its own. Without them those
# tests are skipped.
need_browser() {
  local packages=()
  command -v chromium >/dev/null 2>&1 || packages+=(chromium)
  python3 -c 'import ensurepip' >/dev/null 2>&1 || packages+=(python3-venv)
  [ "${#packages[@]}" -eq 0 ] || install_packages "Chromium and Python's venv" "${packages[@]}"
  .build/browser/bin/python -c 'import playwright' >/dev/null 2>&1 && return
  echo "installing playwright into .build/browser ..." >&2
  mkdir -p .build
  python3 -m venv .build/browser
  .build/browser/bin/pip install --quiet 'playwright>=1.50,<2'
}

# Installs packages of Debian; the first argument says what they are elsewhere.
install_packages() {
  local missing="$1"
  shift
  command -v apt-get >/dev/null 2>&1 \
    || fail "there is no apt-get to install what is missing, which Debian names $*: install $missing, and run this again"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 \
      || fail "something is missing: run 'apt-get install $*' as root, and then this again"
    as_root=(sudo)
  fi
  echo "installing $* ..." >&2
  # sudo keeps no environment: what says that nobody is asked stands behind it.
  if ! "${as_root[@]}" apt-get update -qq \
    || ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null; then
    echo "error: apt-get could not install $*: see above; is there a network?" >&2
    return 1
  fi
}
