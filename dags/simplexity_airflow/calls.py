"""One start of a Java program, the same on every backend."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

CLI = "cli"
COMMAND_JAVA = ("-XX:TieredStopAtLevel=1", "-Xmx512m", "-XX:+UseSerialGC", "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8")  # fmt: skip
COMMAND_MB = 1024
TAGS = ("dag_id", "run_id", "task_id", "map_index", "try_number")

# What ND4J needs before its libraries load, as launcher/environment.sh has it.
NATIVE_ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",
    "OMP_WAIT_POLICY": "PASSIVE",
    "MALLOC_MMAP_THRESHOLD_": "1073741824",
    "MALLOC_TRIM_THRESHOLD_": "1073741824",
    "ORT_DISABLE_TELEMETRY": "1",
}


@dataclass(frozen=True)
class Call:
    """What is started: the jar and image of a name, Java's options, the arguments, and what it needs.

    The options --tracking-uri, --work and --result are added by the backend, which knows where the program runs.
    """

    name: str
    program: str
    arguments: tuple[str, ...]
    java: tuple[str, ...] = COMMAND_JAVA
    memory_mb: int = COMMAND_MB
    device: bool = False

    def line(self, tracking_uri: str, work: str, result: str | None = None) -> list[str]:
        """The arguments, with those that depend on where it runs."""
        words = [*self.arguments, "--tracking-uri", tracking_uri, "--work", work]
        return words if result is None else [*words, "--result", result]


@dataclass(frozen=True)
class Spec:
    """A task as `engine plan` lists it."""

    id: str
    arguments: tuple[str, ...]
    java: tuple[str, ...] = ()
    memory_mb: int = COMMAND_MB
    upstream: tuple[tuple[str, int], ...] = field(default=())

    @staticmethod
    def of(listed: dict[str, Any]) -> Spec:
        """The task of one entry of the plan."""
        upstream = tuple((entry["stage"], entry["index"]) for entry in listed["upstream"])
        return Spec(listed["id"], tuple(listed["arguments"]), tuple(listed["java"]), listed["memory_mb"], upstream)


def tags(instance: Any, names: tuple[str, ...] = TAGS) -> list[str]:
    """The tags that lead from a run in the tracker to the task instance in Airflow."""
    return [word for name in names for word in ("--tag", f"simplexity.airflow.{name}={getattr(instance, name)}")]
