"""What an experiment file looks like to Airflow: `engine describe`, kept between parses so that they start no Java."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from collections.abc import Iterator

from simplexity_airflow import settings

SECONDS = 120
QUICK_JAVA = ["-XX:TieredStopAtLevel=1", "-Xmx512m", "-XX:+UseSerialGC", "-Djava.awt.headless=true",
              "-Dfile.encoding=UTF-8"]  # fmt: skip
BAD_EXPERIMENT = 2


class DescriptionError(Exception):
    """An experiment file that no DAG can be built from; the message is that of Java."""


@dataclass(frozen=True)
class Stage:
    """A stage of an experiment: name, task group, whether it is one task a cell, whether it computes, what it needs."""

    name: str
    group: str
    mapped: bool
    device: bool
    upstream: tuple[str, ...]


@dataclass(frozen=True)
class Description:
    """All that a DAG is built from."""

    source: str
    experiment: str
    description: str
    text: str
    retries: int
    retry_seconds: int
    stages: tuple[Stage, ...]
    parameters: tuple[dict[str, Any], ...]

    @staticmethod
    def of(source: str, said: dict[str, Any]) -> Description:
        """The description that `engine describe` printed of a file."""
        stages = tuple(
            Stage(s["name"], s["group"], s["mapped"], s["device"], tuple(s["upstream"])) for s in said["stages"]
        )
        return Description(
            source, said["experiment"], said.get("description", ""), said["text"], said["retries"],
            said["retry_seconds"], stages, tuple(said["parameters"]),
        )  # fmt: skip

    @property
    def dag_id(self) -> str:
        """The file's name without its ending."""
        return Path(self.source).stem

    def stage(self, name: str) -> Stage | None:
        """The stage of a name, if the experiment has it."""
        return next((stage for stage in self.stages if stage.name == name), None)


def describe(file: Path, cache: Path | None = None) -> Description:
    """The description of a file, from the cache where neither the file nor the program changed."""
    folder = cache or settings.description_cache()
    content = file.read_bytes()
    entry = folder / f"{hashlib.sha256(file.name.encode() + b'/' + content).hexdigest()}.json"
    program = program_digest(settings.home() / "dist")
    kept = read(entry, program)
    if kept is None:
        with alone(folder):
            kept = read(entry, program) or write(entry, {"program": program, **ask(file)})
    if "error" in kept:
        raise DescriptionError(kept["error"])
    return Description.of(file.name, kept["description"])


def program_digest(dist: Path) -> str | None:
    """The content of the jars that describe experiments; None where there are none."""
    if not (dist / "cli.jar").exists():
        return None
    digest = hashlib.sha256()
    for jar in [dist / "cli.jar", *sorted((dist / "lib").glob("simplexity-*.jar"))]:
        digest.update(jar.name.encode() + hashlib.sha256(jar.read_bytes()).digest())
    return digest.hexdigest()


def read(entry: Path, program: str | None) -> dict[str, Any] | None:
    """What is kept, unless another program said it; without a program here, whatever is kept."""
    try:
        kept = json.loads(entry.read_text())
    except (OSError, ValueError):
        return None
    return kept if program in (None, kept["program"]) else None


def write(entry: Path, said: dict[str, Any]) -> dict[str, Any]:
    """Keeps it, whole or not at all; a cache that cannot be written only costs time."""
    passing = said.pop("passing", False)
    try:
        if not passing:
            with tempfile.NamedTemporaryFile("w", dir=entry.parent, delete=False) as draft:
                json.dump(said, draft)
            os.chmod(draft.name, 0o644)
            os.replace(draft.name, entry)
    except OSError:
        pass
    return said


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """One process a cache: those that parse side by side start one Java a file, not several."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "lock").open("w")
    except OSError:  # read-only
        yield
        return
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def ask(file: Path) -> dict[str, Any]:
    """Asks Java: {"description": …} or {"error": …}; "passing" marks an error that another try may not have."""
    command = [settings.java(), *QUICK_JAVA, "-jar", str(settings.home() / "dist" / "cli.jar"), "engine", "describe"]
    try:
        done = subprocess.run([*command, str(file)], capture_output=True, text=True, timeout=SECONDS, check=False)
    except OSError as error:
        return {"error": f"{file.name}: cannot start {command[0]} ({error.strerror}); "
                         "set SIMPLEXITY_JAVA, or fill SIMPLEXITY_DAG_CACHE beforehand", "passing": True}  # fmt: skip
    except subprocess.TimeoutExpired:
        return {"error": f"{file.name}: engine describe did not end within {SECONDS} s", "passing": True}
    if done.returncode != 0:
        said = done.stderr.strip() or f"engine describe ended with exit code {done.returncode}"
        return {"error": f"{file.name}: {said}", "passing": done.returncode != BAD_EXPERIMENT}
    try:
        return {"description": json.loads(done.stdout)}
    except ValueError:
        return {"error": f"{file.name}: engine describe printed no JSON: {done.stdout[:200]!r}", "passing": True}
