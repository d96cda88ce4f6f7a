# shellcheck shell=bash
# What differs between docker, podman and buildah. Read by docker/build; sets and uses: engine, epoch.

find_engine() { # checks $engine, or sets it to the first one there is
  local candidate
  case $engine in
    docker | podman | buildah)
      command -v "$engine" >/dev/null || { echo "docker/build: there is no $engine here" >&2 && exit 3; }
      return
      ;;
    '') ;;
    *) refuse "--engine must be docker, podman or buildah, is '$engine'" ;;
  esac
  for candidate in docker podman buildah; do
    command -v "$candidate" >/dev/null || continue
    [ "$candidate" != docker ] || docker info >/dev/null 2>&1 || continue # the client without an engine
    engine=$candidate
    return
  done
  echo "docker/build: there is no docker with a running engine, no podman and no buildah here" >&2
  exit 3
}

build_image() { # build_image NAME ARGUMENT...
  local name=$1 log
  shift
  log=$(mktemp)
  echo "building $name" >&2
  case $engine in
    docker) set -- docker build "$@" ;;
    podman) set -- podman build --isolation chroot --layers --timestamp "$epoch" "$@" ;;
    buildah) set -- buildah bud --isolation chroot --layers --timestamp "$epoch" "$@" ;;
  esac
  if ! "$@" --file docker/Dockerfile --tag "$name" . >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    echo "docker/build: $name could not be built; the whole output is in $log" >&2
    exit 1
  fi
  rm -f "$log"
}

load_image() { # load_image NAME: into the Docker engine
  case $engine in
    docker) ;;
    podman) podman save "$1" | docker load >&2 ;;
    buildah) buildah push --quiet "$1" "docker-daemon:$1" >&2 ;;
  esac
}

inspector() { # what tells sizes: buildah's images are podman's
  if [ "$engine" = docker ]; then echo docker; else echo podman; fi
}

size_of() { # size_of NAME: bytes of all layers
  "$(inspector)" image inspect --format '{{.Size}}' "$1" 2>/dev/null || echo '?'
}

top_of() { # top_of NAME: bytes of the layers that other images do not share, which are those after the labels
  "$(inspector)" history --no-trunc --human=false --format '{{.Size}}	{{.CreatedBy}}' "$1" 2>/dev/null |
    awk -F '\t' '
      BEGIN { unit["kB"] = unit["KB"] = 1e3; unit["MB"] = 1e6; unit["GB"] = 1e9 } # podman writes units all the same
      /LABEL org.opencontainers/ { exit }
      { split($1, size, " "); sum += size[1] * (size[2] in unit ? unit[size[2]] : 1) }
      END { print NR ? sum + 0 : "?" }'
}

in_units() { # in_units BYTES NUMBER: the number in units of so many bytes
  awk -v unit="$1" -v bytes="$2" 'BEGIN { if (bytes == "?") print "?"; else printf "%.1f\n", bytes / unit }'
}
