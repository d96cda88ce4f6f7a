# What ND4J needs before its libraries load. A value that is already set is kept.

native_environment() {
  export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}" # the kernel splits the batch over threads of its own
  export OMP_WAIT_POLICY="${OMP_WAIT_POLICY:-PASSIVE}" # waiting threads sleep: spinning slows ops 10 to 40 times
  # glibc: keep big blocks instead of handing them back to the system after each use
  export MALLOC_MMAP_THRESHOLD_="${MALLOC_MMAP_THRESHOLD_:-1073741824}"
  export MALLOC_TRIM_THRESHOLD_="${MALLOC_TRIM_THRESHOLD_:-1073741824}"
  export ORT_DISABLE_TELEMETRY="${ORT_DISABLE_TELEMETRY:-1}" # ONNX Runtime reports to its makers otherwise
}

start_java() { # start_java ARGUMENTS: becomes the command line's Java process, which starts soon
  become_java -XX:TieredStopAtLevel=1 -jar "$home/dist/cli.jar" "$@"
}

start_fast_java() { # start_fast_java ARGUMENTS: the same for what computes, with all of Java's compilers, as stages have
  become_java -jar "$home/dist/cli.jar" "$@"
}

become_java() {
  native_environment
  exec "$java" -Xmx512m -XX:+UseSerialGC -Djava.awt.headless=true -Dfile.encoding=UTF-8 "$@"
}
