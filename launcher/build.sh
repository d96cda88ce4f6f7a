# Builds dist/ when sources changed since the last time; an unchanged tree starts no Maven at all.

stamp="$home/dist/.built-from"
build_log="$home/target/build.log"

# SIMPLEXITY_MAVEN_ARGS: more arguments for every build, for instance -Pcuda.
maven() {
  # shellcheck disable=SC2086
  "$home/mvnw" -B -ntp -f "$home/pom.xml" ${SIMPLEXITY_MAVEN_ARGS:-} "$@"
}

checksums() { # of the files named on standard input, each ended by a zero byte
  if command -v sha256sum >/dev/null 2>&1; then xargs -0 sha256sum; else xargs -0 shasum -a 256; fi
}

sha256() { # of standard input
  if command -v sha256sum >/dev/null 2>&1; then sha256sum; else shasum -a 256; fi | cut -d ' ' -f 1
}

sources_digest() { # of everything that ends up in dist/: tests are not in it
  {
    printf '%s\n' "${SIMPLEXITY_MAVEN_ARGS:-}" "$java"
    cd "$home" || exit 3
    find pom.xml .mvn LICENSE NOTICE pipeline stages \
      \( -name target -o -path '*/src/test' -o -name '*.md' -o -name .jqwik-database \) -prune -o -type f -print0 |
      LC_ALL=C sort -z | checksums
  } | sha256
}

is_built() { [ -f "$home/dist/cli.jar" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$1" ]; }

ensure_built() {
  if [ -n "${SIMPLEXITY_SKIP_BUILD:-}" ]; then # for tests of the launcher and for folders without sources
    [ -f "$home/dist/cli.jar" ] || fail 3 "SIMPLEXITY_SKIP_BUILD is set, and there is no $home/dist/cli.jar"
    return
  fi
  is_built "$(sources_digest)" && return
  need_compiler
  [ -d "$home/dist/lib" ] || need_space "$home" 1500 "the first build"
  with_lock build
}

build() {
  local digest
  digest=$(sources_digest) # anew: another process may have built, or an editor saved, while this one waited
  is_built "$digest" && return
  mkdir -p "$home/target"
  if [ -d "$home/dist/lib" ]; then say "sources changed: building"; else say "first build: fetching libraries and compiling, some minutes"; fi
  rm -f "$stamp"
  if ! maven -Pwithout-tests -Denforcer.skip=true -Dspotless.check.skip=true -Dcheckstyle.skip=true package >"$build_log" 2>&1; then
    errors_of "$build_log" >&2
    fail 1 "the build failed; its whole output is in $build_log"
  fi
  printf '%s\n' "$digest" >"$stamp"
}

errors_of() { # of Maven's output: places in sources, and what failed, without Maven's own advice
  grep -E '^\[(ERROR|WARNING)\] .*(\.java:|Failed to execute|Could not|Unresolveable|does not exist)' "$1" |
    awk '!seen[$0]++' | head -n 25 | grep . || tail -n 25 "$1"
}

# with_lock FUNCTION ARGUMENTS: one process a checkout at a time; a lock whose owner is gone is taken over.
with_lock() {
  local lock="$home/target/launcher.lock" owner told=
  mkdir -p "$home/target"
  until mkdir "$lock" 2>/dev/null; do
    owner=$(cat "$lock/pid" 2>/dev/null || true)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      rm -rf "$lock"
      continue
    fi
    [ -n "$told" ] || { told=yes && say "waiting for another build here (process ${owner:-just starting})"; }
    sleep 1
  done
  printf '%s\n' "$$" >"$lock/pid"
  # shellcheck disable=SC2064
  trap "rm -rf '$lock'" EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  local verdict=0
  "$@" || verdict=$?
  rm -rf "$lock"
  trap - EXIT INT TERM
  return "$verdict"
}
