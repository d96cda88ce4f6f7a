# Python environments, each made from a lock file in which every package has its hash: .venv for the tracking server,
# .airflow for Airflow.

venv_python() { # venv_python FOLDER
  if [ -x "$1/Scripts/python.exe" ]; then printf '%s\n' "$1/Scripts/python.exe"; else printf '%s\n' "$1/bin/python"; fi
}

venv_wanted() { # venv_wanted LOCK_FILE: what an environment is made from
  { "$python" -c 'import sys; print(sys.version)' && cat "$1"; } | sha256
}

is_venv_ready() { # is_venv_ready FOLDER WANTED
  [ -x "$(venv_python "$1")" ] && [ "$(cat "$1/.made-from" 2>/dev/null)" = "$2" ]
}

ensure_venv() { # exports SIMPLEXITY_PYTHON: a Python with MLflow
  if [ -z "${SIMPLEXITY_PYTHON:-}" ]; then
    have_venv "$home/.venv" "$home/mlflow/requirements.lock" "the MLflow server"
    SIMPLEXITY_PYTHON=$(venv_python "$home/.venv")
  fi
  export SIMPLEXITY_PYTHON
}

ensure_airflow_venv() { # exports SIMPLEXITY_AIRFLOW_VENV: an environment with Airflow
  if [ -z "${SIMPLEXITY_AIRFLOW_VENV:-}" ]; then
    have_venv "$home/.airflow" "$home/dags/requirements.lock" Airflow
    SIMPLEXITY_AIRFLOW_VENV="$home/.airflow"
  fi
  export SIMPLEXITY_AIRFLOW_VENV
}

have_venv() { # have_venv FOLDER LOCK_FILE WHAT_FOR: makes it unless it is there
  find_python
  is_venv_ready "$1" "$(venv_wanted "$2")" || with_lock make_venv "$@"
}

make_venv() { # make_venv FOLDER LOCK_FILE WHAT_FOR
  local wanted name log
  name=$(basename "$1")
  log="$home/target/venv$name.log"
  wanted=$(venv_wanted "$2")
  is_venv_ready "$1" "$wanted" && return
  need_space "$home" 1500 "the environment of $3"
  say "making $name for $3, about a minute"
  rm -rf "$1"
  if ! { "$python" -m venv "$1" &&
    "$(venv_python "$1")" -m pip install --quiet --disable-pip-version-check --require-hashes --requirement "$2"; } >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    fail 3 "the environment of $3 could not be made; the whole output is in $log"
  fi
  printf '%s\n' "$wanted" >"$1/.made-from"
}
