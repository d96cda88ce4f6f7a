"""An engine of containers for tests: podman's socket, which speaks Docker's language, in a folder of its own.

Images are built with buildah by docker/build, on bases made of what lies on this machine; no registry is needed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PREFIX = "localhost/socket-"
TAG = "t"
PROGRAMS = ("podman", "buildah", "runc")
CONTAINERS = """\
[containers]
default_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]
netns = "host"
[engine]
runtime = "runc"
"""
STORAGE = """\
[storage]
driver = "{driver}"
graphroot = "{folder}/storage"
runroot = "{folder}/run"
"""


def lacking() -> str:
    """Why there can be no engine here; empty where there can."""
    if os.name != "posix" or os.geteuid() != 0 or not Path("/proc/self").exists():
        return "containers without an engine need root on Linux"
    absent = [name for name in PROGRAMS if not shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin")]
    if absent:
        return f"there is no {', '.join(absent)} here: apt-get install {' '.join(PROGRAMS)}"
    if not (REPOSITORY / "dist" / "sbom.cdx.json").exists():
        return "dist/ has no list of components: ./simplexity build leaves it out, ./simplexity test makes it"
    return ""


def java_home() -> Path:
    """The JDK of this machine."""
    named = os.environ.get("JAVA_HOME")
    return Path(named) if named else Path(os.path.realpath(shutil.which("javac") or "javac")).parents[1]


class Engine:
    """Podman's service on a socket, with storage of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.socket = folder / "podman.sock"
        self.environment = dict(os.environ, JAVA_HOME=str(java_home()), TMPDIR=str(folder))
        self.environment.pop("SIMPLEXITY_MAVEN_ARGS", None)
        for name, variable, text in (
            ("containers.conf", "CONTAINERS_CONF", CONTAINERS),
            ("storage.conf", "CONTAINERS_STORAGE_CONF", STORAGE.format(driver=self._driver(), folder=folder)),
        ):
            (folder / name).write_text(text)
            self.environment[variable] = str(folder / name)
        self.service: subprocess.Popen[bytes] | None = None

    def _driver(self) -> str:
        """Overlays where the kernel lets us mount them here; else whole copies, which are slow."""
        parts = {part: self.folder / "trial" / part for part in ("lower", "upper", "work", "merged")}
        for part in parts.values():
            part.mkdir(parents=True)
        options = f"lowerdir={parts['lower']},upperdir={parts['upper']},workdir={parts['work']}"
        mount = ["mount", "-t", "overlay", "overlay", "-o", options, str(parts["merged"])]
        if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
            return "vfs"
        subprocess.run(["umount", str(parts["merged"])], check=True)
        return "overlay"

    @property
    def url(self) -> str:
        """The address for Docker's clients."""
        return f"unix://{self.socket}"

    def build(self, *stages: str) -> None:
        """Builds images of stages."""
        docker = REPOSITORY / "docker"
        self._say([str(docker / "test-base"), str(self.folder / "base")])
        words = ["--engine", "buildah", "--no-jars", "--prefix", PREFIX, "--tag", TAG]
        bases = ["--base", "localhost/simplexity-base", "--jdk", "localhost/simplexity-jdk"]
        self._say([str(docker / "build"), *words, *bases, *stages])

    def start(self) -> None:
        """Starts the service and waits until its socket answers."""
        log = (self.folder / "service.log").open("wb")
        self.service = subprocess.Popen(
            ["podman", "system", "service", "--time", "0", self.url], env=self.environment, stdout=log, stderr=log
        )
        until = time.monotonic() + 30
        while not self.socket.exists():
            if self.service.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"podman's socket is not there: {(self.folder / 'service.log').read_text()}")
            time.sleep(0.05)

    def stop(self) -> None:
        """Ends the service, removes containers and images."""
        if self.service is not None:
            self.service.terminate()
            self.service.wait(20)
        for words in (["rm", "--all", "--force"], ["rmi", "--all", "--force"], ["volume", "prune", "--force"]):
            subprocess.run(["podman", *words], env=self.environment, capture_output=True, check=False)
        subprocess.run(["umount", str(self.folder / "storage" / "overlay")], capture_output=True, check=False)

    def _say(self, words: list[str]) -> str:
        done = subprocess.run(words, env=self.environment, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(words)}: {done.stderr}")
        return done.stdout
