#!/bin/sh
# make_venv.sh PYTHON FOLDER: a virtual environment with pip, also where Debian left ensurepip out of Python.
python=$1
folder=$2

"$python" -m venv "$folder" 2>/dev/null && exit 0
rm -rf "$folder"

# no ensurepip: an environment without pip, into which the system's own pip installs one
if "$python" -m pip --version >/dev/null 2>&1 && "$python" -m venv --without-pip "$folder" 2>/dev/null; then
    "$python" -m pip --quiet --python "$folder/bin/python" install pip && exit 0
    rm -rf "$folder"
fi
"$python" -m virtualenv --quiet "$folder" 2>/dev/null && exit 0
rm -rf "$folder"
command -v uv >/dev/null 2>&1 && uv venv --quiet --seed --python "$python" "$folder" && exit 0

echo "make: $python can't make a virtual environment with pip; install what is missing (Debian: apt install python3-venv)" >&2
exit 1
