#!/bin/sh
# Makes .venv with the packages pinned in the file given; does nothing when they have not changed since.
set -eu
cd "$(dirname "$0")/.."
requirements=$1
stamp=.venv/$requirements.stamp
wanted=$(cksum "$requirements")

if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && .venv/bin/python -c ''; then
    exit 0
fi

fitting_python() {
    # A name on PATH may be a shim of pyenv that only fails: each is tried by running it.
    for name in python3.12 python3.11 python3 python; do
        if "$name" -c 'import ensurepip, sys; sys.exit(not (3, 11) <= sys.version_info < (3, 13))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    echo "Loket needs Python 3.11 or 3.12 with its venv module, and found neither on PATH." >&2
    echo "On Debian 12 or Ubuntu 24.04: sudo apt install python3 python3-venv" >&2
    exit 1
}

if ! .venv/bin/python -c '' 2>/dev/null; then
    python=$(fitting_python)
    "$python" -m venv --clear .venv
fi
echo "Installing the packages of $requirements into .venv; the first time this takes a few minutes."
.venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check -r "$requirements"
echo "$wanted" > "$stamp"
