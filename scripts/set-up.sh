#!/bin/sh
# Makes .venv and installs the locked dependencies and this project into it. uv where present, else venv.
# All is compiled now, once: a start of the program takes half as long.
set -eu
lock=$1
if command -v uv >/dev/null 2>&1; then
    [ -x .venv/bin/python ] || uv venv -q --python '>=3.11' .venv
    uv pip install -q --compile-bytecode --python .venv/bin/python --require-hashes -r "$lock"
    uv pip install -q --python .venv/bin/python --no-deps --no-build-isolation -e .
else
    python=${PYTHON:-python3}
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
        echo "kehoach needs Python 3.11 or newer; set PYTHON=/path/to/python3.11" >&2
        exit 1
    }
    [ -x .venv/bin/python ] && .venv/bin/python -m pip --version >/dev/null 2>&1 || {
        "$python" -c 'import venv, ensurepip' 2>/dev/null || {
            echo "Python's venv is missing: install it (Debian, Ubuntu: apt-get install python3-venv)" >&2
            exit 1
        }
        "$python" -m venv .venv
    }
    .venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r "$lock"
    .venv/bin/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
fi
.venv/bin/python -m compileall -q kehoach
