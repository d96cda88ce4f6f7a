# What the launcher says and how it ends. Exit codes: 0 done, 1 build or tests failed, 2 bad arguments,
# 3 the machine or the network lacks something. Everything here goes to standard error: standard output is data.

say() { printf 'simplexity: %s\n' "$*" >&2; }

fail() { # fail CODE MESSAGE
  local code=$1
  shift
  say "$*"
  exit "$code"
}

bad_arguments() { # bad_arguments MESSAGE COMMAND
  say "$1"
  case $2 in
    simplexity) say "see ./simplexity --help" ;;
    *) say "see ./simplexity $2 --help" ;;
  esac
  exit 2
}

show_help() { # show_help TOPIC: the text under launcher/help
  local text="$home/launcher/help/$1.txt"
  [ -f "$text" ] || bad_arguments "no help on '$1'$(nearest "$1" run trigger describe simplex evaluate materialise family regress runs bench test mlflow airflow build completion)" simplexity
  cat "$text"
}

asks_for_help() {
  local word
  for word in "$@"; do
    case $word in -h | --help) return 0 ;; esac
  done
  return 1
}

# nearest WORD CHOICE...: "; did you mean 'CHOICE'?" when one is at most two edits away, else nothing.
nearest() {
  local word=$1
  shift
  printf '%s\n' "$@" | awk -v word="$word" '
    function least(a, b, c) { a = a < b ? a : b; return a < c ? a : c }
    function distance(a, b,   i, j, row) {
      for (j = 0; j <= length(b); j++) row[0, j] = j
      for (i = 1; i <= length(a); i++) {
        row[i, 0] = i
        for (j = 1; j <= length(b); j++)
          row[i, j] = least(row[i-1, j] + 1, row[i, j-1] + 1, row[i-1, j-1] + (substr(a, i, 1) != substr(b, j, 1)))
      }
      return row[length(a), length(b)]
    }
    { d = distance(word, $0); if (best == "" || d < closest) { best = $0; closest = d } }
    END { if (best != "" && closest <= 2) printf "; did you mean \047%s\047?", best }'
}
