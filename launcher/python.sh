# The tracking server's Python environment: .venv, made from a lock file in which every package has its hash.

lock_file="$home/mlflow/requirements.lock"

venv_python() {
  if [ -x "$home/.venv/Scripts/python.exe" ]; then printf '%s\n' "$home/.venv/Scripts/python.exe"; else printf '%s\n' "$home/.venv/bin/python"; fi
}

venv_wanted() { # what the environment is made from
  { "$python" -c 'import sys; print(sys.version)' && cat "$lock_file"; } | sha256
}

is_venv_ready() { [ -x "$(venv_python)" ] && [ "$(cat "$home/.venv/.made-from" 2>/dev/null)" = "$1" ]; }

ensure_venv() { # exports SIMPLEXITY_PYTHON
  if [ -z "${SIMPLEXITY_PYTHON:-}" ]; then
    find_python
    is_venv_ready "$(venv_wanted)" || with_lock make_venv
    SIMPLEXITY_PYTHON=$(venv_python)
  fi
  export SIMPLEXITY_PYTHON
}

make_venv() {
  local wanted log="$home/target/venv.log"
  wanted=$(venv_wanted)
  is_venv_ready "$wanted" && return
  need_space "$home" 1500 "the tracking server's environment"
  say "making .venv for the MLflow server, about a minute"
  rm -rf "$home/.venv"
  if ! { "$python" -m venv "$home/.venv" &&
    "$(venv_python)" -m pip install --quiet --disable-pip-version-check --require-hashes --requirement "$lock_file"; } >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    fail 3 "the tracking server's environment could not be made; the whole output is in $log"
  fi
  printf '%s\n' "$wanted" >"$home/.venv/.made-from"
}
