# The commands of the front door.

command_run() {
  if asks_for_help "$@"; then show_help run && return; fi
  [ $# -gt 0 ] || bad_arguments "which experiment? for instance: ./simplexity run experiments/quickstart.yaml" run
  find_java
  need_git
  ensure_built
  start_java run "$@"
}

command_trigger() {
  if asks_for_help "$@"; then show_help trigger && return; fi
  [ $# -gt 0 ] || bad_arguments "which experiment? for instance: ./simplexity trigger experiments/quickstart.yaml --watch" trigger
  find_java
  need_git
  ensure_built
  start_java trigger "$@"
}

command_describe() {
  if asks_for_help "$@"; then show_help describe && return; fi
  [ $# -gt 0 ] || bad_arguments "which network? give --genotype FILE|TEXT or --supernet" describe
  find_java
  need_git
  ensure_built
  start_java describe "$@"
}

command_simplex() {
  if asks_for_help "$@"; then show_help simplex && return; fi
  [ $# -gt 0 ] || bad_arguments "which distribution? gumbel-softmax, dirichlet or logit-normal" simplex
  find_java
  ensure_built
  start_java simplex "$@"
}

command_evaluate() {
  if asks_for_help "$@"; then show_help evaluate && return; fi
  [ $# -gt 0 ] || bad_arguments "which network? for instance: ./simplexity evaluate network.zip --data digits" evaluate
  find_java
  need_git
  ensure_built
  start_fast_java evaluate "$@"
}

command_materialise() {
  if asks_for_help "$@"; then show_help materialise && return; fi
  [ $# -gt 0 ] || bad_arguments "which family? for instance: ./simplexity materialise RUN_ID --lambda 0.5 --out network" materialise
  find_java
  need_git
  ensure_built
  start_java materialise "$@"
}

command_family() {
  if asks_for_help "$@"; then show_help family && return; fi
  [ $# -gt 0 ] || bad_arguments "which run? for instance: ./simplexity family RUN_ID --at 0.15,0.15,0.7" family
  find_java
  need_git
  ensure_built
  start_fast_java family "$@"
}

command_regress() {
  if asks_for_help "$@"; then show_help regress && return; fi
  [ $# -gt 0 ] || bad_arguments "which experiment? for instance: ./simplexity regress experiments/regression.yaml --baseline main" regress
  find_java
  need_git
  ensure_built
  start_java regress "$@"
}

command_runs() {
  if asks_for_help "$@"; then show_help runs && return; fi
  find_java
  need_git
  ensure_built
  start_java runs "$@"
}

command_bench() {
  local topic=bench
  case ${1:-} in step | perceptron) topic=bench-$1 ;; esac
  if asks_for_help "$@"; then show_help "$topic" && return; fi
  case ${1:-} in
    step | perceptron) ;;
    '') bad_arguments "what is to be measured, step or perceptron?" bench ;;
    *) bad_arguments "unknown measurement '$1'$(nearest "$1" step perceptron)" bench ;;
  esac
  find_java
  ensure_built
  start_fast_java bench "$@"
}

command_build() {
  if asks_for_help "$@"; then show_help build && return; fi
  [ $# -eq 0 ] || bad_arguments "build takes no arguments, got '$1'" build
  find_java
  ensure_built
  say "dist/ is up to date"
}

command_mlflow() {
  if asks_for_help "$@"; then show_help mlflow && return; fi
  case ${1:-} in
    up | status | down) ;;
    '') bad_arguments "which of up, status and down?" mlflow ;;
    *) bad_arguments "unknown action '$1'$(nearest "$1" up status down)" mlflow ;;
  esac
  find_python
  [ "$1" != up ] || ensure_venv
  exec "$python" "$home/mlflow/server" "$@"
}

command_airflow() {
  if asks_for_help "$@"; then show_help airflow && return; fi
  case ${1:-} in
    up | status | down) ;;
    '') bad_arguments "which of up, status and down?" airflow ;;
    *) bad_arguments "unknown action '$1'$(nearest "$1" up status down)" airflow ;;
  esac
  find_python
  [ "$1" != up ] || prepare_airflow
  exec "$python" "$home/dags/server" "$@"
}

prepare_airflow() { # what tasks need: the stages, both environments, and a tracking server, the local one by default
  find_java
  need_git
  ensure_built
  ensure_venv
  ensure_airflow_venv
  if [ -z "${MLFLOW_TRACKING_URI:-}" ]; then
    MLFLOW_TRACKING_URI=$("$python" "$home/mlflow/server" up) || exit "$?"
  fi
  export MLFLOW_TRACKING_URI SIMPLEXITY_JAVA="$java"
}

command_test() {
  if asks_for_help "$@"; then show_help test && return; fi
  local module="" package
  while [ $# -gt 0 ]; do
    case $1 in
      --module) module=${2:-} && shift ;;
      --module=*) module=${1#*=} ;;
      *) bad_arguments "unknown option '$1'$(nearest "$1" --module --help)" test ;;
    esac
    shift || bad_arguments "--module needs a name" test
  done
  set --
  if [ "$module" = dags ]; then
    prepare_dag_tests
    with_lock test_dags_only
    return
  elif [ -n "$module" ]; then
    local folder
    folder=$(module_folder "$module")
    # shellcheck disable=SC2046
    [ -n "$folder" ] || bad_arguments "no module '$module'$(nearest "$module" $(module_names) dags)" test
    package=$(module_package "$folder")
    set -- -pl "$folder" -am "-Dtest=$package.**" -Dsurefire.failIfNoSpecifiedTests=false
  fi
  find_java
  need_compiler
  need_git
  ensure_venv
  ensure_airflow_venv
  native_environment
  with_lock run_tests "$@"
}

prepare_dag_tests() { # the DAGs' tests run the stages, built beforehand
  find_java
  need_git
  ensure_built
  ensure_venv
  ensure_airflow_venv
}

test_dags_only() {
  local verdict=0
  remove_reports
  test_dags || verdict=1
  count_tests || verdict=1
  return "$verdict"
}

test_dags() { # Airflow's Python, its JUnit report beside those of the modules
  say "testing dags; the whole output goes to $home/target/test-dags.log"
  mkdir -p "$home/target"
  (cd "$home/dags" && SIMPLEXITY_JAVA="$java" "$SIMPLEXITY_AIRFLOW_VENV/bin/python" -m pytest tests \
    --junitxml="$home/dags/target/test-reports/TEST-dags.xml") 2>&1 | tee "$home/target/test-dags.log" | dag_test_progress
}

dag_test_progress() { grep --line-buffered -E '^tests/|^(FAILED|ERROR) |^E  ' || true; }

remove_reports() {
  find "$home/pipeline" "$home/stages" -type d -path '*/target/surefire-reports' -prune -exec rm -rf {} +
  rm -rf "$home/dags/target/test-reports"
}

count_tests() { "$SIMPLEXITY_PYTHON" "$home/launcher/count_tests.py" "$home"; }

module_names() { (cd "$home" && ls -d pipeline/*/pom.xml stages/*/pom.xml | sed 's,.*/\([^/]*\)/pom.xml,\1,'); }

module_folder() { # pipeline wins over stages where both have the name; "stages/report" names the other
  local folder
  for folder in "$1" "pipeline/$1" "stages/$1"; do
    if [ -f "$home/$folder/pom.xml" ] && [ "$folder" != . ]; then printf '%s\n' "$folder" && return; fi
  done
}

module_package() { # the Java package of a module's folder
  case $1 in
    stages/distribution) printf 'org.simplexity.distribution\n' ;;
    stages/*) printf 'org.simplexity.stage.%s\n' "$(basename "$1" | tr -d -)" ;;
    *) printf 'org.simplexity.%s\n' "$(basename "$1")" ;;
  esac
}

run_tests() { # every module is tested whatever happens in the others; the count decides
  local log="$home/target/test.log" digest verdict=0
  digest=$(sources_digest)
  remove_reports
  [ $# -gt 0 ] || rm -f "$stamp"
  say "testing; the whole output goes to $log"
  if maven --threads 2 --fail-at-end -Dmaven.test.failure.ignore=true "$@" verify 2>&1 | tee "$log" | test_progress; then
    [ $# -gt 0 ] || printf '%s\n' "$digest" >"$stamp"
  else
    verdict=1
    errors_of "$log" >&2
    say "the build failed; its whole output is in $log"
  fi
  [ $# -gt 0 ] || test_dags || verdict=1
  count_tests || verdict=1
  return "$verdict"
}

test_progress() { # of Maven's output: a line a module, a line a test class, errors
  grep --line-buffered -E '^\[INFO\] Building Simplexity|Tests run:.* in |^\[ERROR\]' || true
}

command_completion() {
  if asks_for_help "$@"; then show_help completion && return; fi
  case ${1:-} in
    bash) cat "$home/launcher/completion.bash" ;;
    zsh) printf 'autoload -U +X bashcompinit && bashcompinit\n' && cat "$home/launcher/completion.bash" ;;
    '') bad_arguments "for which shell, bash or zsh?" completion ;;
    *) bad_arguments "no completion for '$1': it is there for bash and zsh" completion ;;
  esac
}

show_version() {
  local version commit
  version=$(sed -n 's,^  <version>\(.*\)</version>.*,\1,p' "$home/pom.xml" | head -n 1)
  commit=$(git -C "$home" describe --always --dirty 2>/dev/null || printf 'no git')
  printf 'simplexity %s (%s)\n' "$version" "$commit"
}
