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

"$found" -m venv "$venv" >/dev/null 2>&1 && "$venv/bin/python" -m pip --version >/dev/null 2>&1 && exit 0

# Debian keeps the venv module's pip in a package of its own.
rm -rf "$venv"
version=$("$found" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo -n"
{ $as_root apt-get update && $as_root apt-get install -y --no-install-recommends "python$version-venv"; } >/dev/null 2>&1
if "$found" -m venv "$venv" >/dev/null 2>&1 && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
  exit 0
fi
rm -rf "$venv"
echo "$found cannot make a virtual environment: install the package python$version-venv." >&2
exit 1
