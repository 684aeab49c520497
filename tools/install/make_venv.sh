#!/bin/sh
# Make the virtual environment named by $1, with the first Python that is new enough.
set -u
venv=$1

for python in python3 python3.14 python3.13 python3.12 python3.11; do
  if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    found=$python
    break
  fi
done
if [ -z "${found:-}" ]; then
  echo "Python 3.11 or newer is needed, and none was found." >&2
  exit 1
fi

# What the last attempt said, and its cause in a line: apt's first error, or else the last line.
said=""
make_venv() {
  said=$("$found" -m venv "$venv" 2>&1 && "$venv/bin/python" -m pip --version 2>&1 >/dev/null)
}
cause() {
  errors=$(printf '%s\n' "$said" | sed -n 's/^E: //p' | head -n 1)
  printf '%s' "${errors:-$(printf '%s\n' "$said" | grep . | tail -n 1)}"
}

make_venv && exit 0
# Only Debian's own Python keeps pip's installer in a package; nothing else is apt's to fix.
base=$("$found" -c 'import os, sys; print(os.path.dirname(os.path.realpath(sys.executable)))')
case $base:$said in
  /usr/bin:*"ensurepip is not"*) ;;
  *)
    echo "$found cannot make the virtual environment $venv: $(cause)" >&2
    exit 1
    ;;
esac

rm -rf "$venv"
package=$("$found" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo -n"
apt="$as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -o DPkg::Lock::Timeout=600"
if [ -n "$as_root" ] && ! command -v sudo >/dev/null; then
  said="apt-get needs root, and there is no sudo"
else
  echo "Installing with apt-get: $package"
  said=$({ $apt update; $apt install -y --no-install-recommends "$package"; } 2>&1) && make_venv && exit 0
fi
rm -rf "$venv"
echo "$found cannot make a virtual environment: install the package $package ($(cause))." >&2
exit 1
