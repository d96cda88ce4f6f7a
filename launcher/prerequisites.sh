# Checks what the machine must have, and says what to install where. Sets: java, python.

how_to_install() { # how_to_install DEBIAN FEDORA MACOS
  say "  Debian, Ubuntu:  sudo apt-get install $1"
  say "  Fedora:          sudo dnf install $2"
  say "  macOS:           brew install $3"
}

java_major() { # java_major JAVA: 17 for "17.0.15", 8 for "1.8.0_402", empty when it does not run
  "$1" -version 2>&1 | sed -n 's/.*version "\(1\.\)\{0,1\}\([0-9][0-9]*\).*/\2/p' | head -n 1
}

java_candidates() {
  if [ -n "${JAVA_HOME:-}" ]; then printf '%s\n' "$JAVA_HOME/bin/java"; fi
  command -v java || true
  if [ -x /usr/libexec/java_home ]; then
    local found
    found=$(/usr/libexec/java_home -v 17+ 2>/dev/null) && printf '%s\n' "$found/bin/java"
  fi
}

find_java() { # sets java to the first Java 17 or newer
  local candidate major found seen=
  while IFS= read -r candidate; do
    [ -x "$candidate" ] || continue
    major=$(java_major "$candidate")
    if [ "${major:-0}" -ge 17 ]; then
      java=$candidate
      return
    fi
    seen="$seen, $candidate is Java ${major:-?}"
  done <<CANDIDATES
$(java_candidates)
CANDIDATES
  if [ -n "$seen" ]; then found="found only${seen#,}"; else found="there is none"; fi
  say "Java 17 or newer is needed; $found; install it or point JAVA_HOME at it"
  how_to_install openjdk-17-jdk-headless java-17-openjdk-devel openjdk@17
  exit 3
}

need_compiler() { # the build needs a JDK: points JAVA_HOME at that of $java
  local folder
  folder=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
  if [ ! -x "$folder/bin/javac" ] && [ ! -x "$folder/bin/javac.exe" ]; then
    say "$java is a runtime only: the build needs the JDK (javac) beside it"
    how_to_install openjdk-17-jdk-headless java-17-openjdk-devel openjdk@17
    exit 3
  fi
  export JAVA_HOME=$folder
}

find_python() { # sets python to the first Python 3.10 or newer that can make virtual environments
  local candidate seen=
  for candidate in python3 python3.14 python3.13 python3.12 python3.11 python3.10 python; do
    command -v "$candidate" >/dev/null 2>&1 || continue
    "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null || { seen=old && continue; }
    "$candidate" -c 'import venv, ensurepip, ssl' 2>/dev/null || { seen=${seen:-parts} && continue; }
    python=$candidate
    return
  done
  case $seen in
    parts) say "Python lacks the modules venv and ensurepip, which make the servers' environments" ;;
    old) say "Python 3.10 or newer is needed for the servers; the one here is older" ;;
    *) say "Python 3.10 or newer is needed for the servers; found none" ;;
  esac
  how_to_install "python3 python3-venv" python3 python@3.12
  exit 3
}

need_git() {
  command -v git >/dev/null 2>&1 && return
  say "git is needed: every run is tagged with the version of the code"
  how_to_install git git git
  exit 3
}

need_space() { # need_space FOLDER MEGABYTES WHAT
  local free
  free=$(df -Pk "$1" | awk 'NR == 2 { print int($4 / 1024) }')
  [ "${free:-0}" -ge "$2" ] || fail 3 "$3 needs $2 MB on the disk of $1, which has ${free:-0} MB free"
}
