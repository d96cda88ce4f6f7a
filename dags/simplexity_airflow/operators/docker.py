"""The backend docker: a stage's image as a container, on the machine of a Docker engine or of podman's socket."""

from __future__ import annotations

from typing import Any
from collections.abc import Iterator
from urllib.parse import urlsplit

from airflow.providers.docker.operators.docker import DockerOperator
from airflow.sdk import Context
from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowTaskTimeout
from docker.errors import APIError, ImageNotFound
from docker.types import DeviceRequest, LogConfig, Mount

from simplexity_airflow import outcomes, settings
from simplexity_airflow.calls import Call
from simplexity_airflow.jobs import job
from simplexity_airflow.protocol import Output

WORK = "/work"
MIB = 1024 * 1024
GRACE = 20  # seconds from SIGTERM to SIGKILL: the stage marks its run as killed in between
OUT, ERROR = 1, 2


class DockerTask(DockerOperator):
    """Runs the image of a job: read-only root, no capabilities, a GPU for what computes where there are any.

    The provider's operator mixes the two outputs and has no read-only root, so the part that makes the container and
    reads it is ours; images, TLS, and ending are the provider's.
    """

    template_fields = ()
    ui_color = "#e3f2fd"

    def __init__(self, *, job: str, about: dict[str, Any], spec: dict[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(
            image="",  # known when it runs
            docker_url=settings.text("SIMPLEXITY_DOCKER_URL") or None,
            mount_tmp_dir=False,
            auto_remove="force",
            **kwargs,
        )
        self.job = job
        self.about = about
        self.spec = spec

    def execute(self, context: Context) -> Any:
        """Runs it; the value for XCom is what the job makes of the result line."""
        work = job(self.job, self.about)
        call = work.call(context, self.spec)
        self.prepare(call)
        try:
            code, result = super().execute(context)
        except AirflowTaskTimeout:
            self.on_kill()
            raise outcomes.overtime(call.name, self.execution_timeout)
        except ImageNotFound as error:
            raise AirflowFailException(f"{call.name}: there is no image {self.image}: {error.explanation}")
        except APIError as error:
            raise AirflowException(f"{call.name}: the container engine failed: {error}")
        return work.finish(context, outcomes.accept(call.name, code, result))

    def prepare(self, call: Call) -> None:
        """Fills in what the call says: image, arguments, memory, devices, mounts, network."""
        tracking = settings.tracking_uri()
        self.image = settings.Image.from_environment().of(call.program)
        self.command = call.line(tracking, WORK)
        self.environment = {"JDK_JAVA_OPTIONS": " ".join(call.java)}
        self._private_environment = settings.tracking_credentials()
        self.mem_limit = call.memory_mb * MIB
        self.mounts = mounts()
        self.network_mode = network(tracking)
        self.labels = {"org.simplexity.task": call.name}
        self.device_requests = None
        if call.device and settings.gpus() > 0:
            self.device_requests = [DeviceRequest(count=1, capabilities=[["gpu"]])]

    def host_options(self) -> dict[str, Any]:
        """How the container is kept from the machine."""
        return {
            "mounts": self.mounts,
            "network_mode": self.network_mode,
            "mem_limit": self.mem_limit,
            "device_requests": self.device_requests,
            "read_only": True,
            "tmpfs": {"/tmp": "rw,nosuid,nodev,mode=1777"},
            "cap_drop": ["ALL"],
            "security_opt": ["no-new-privileges"],
            "log_config": LogConfig(config={}),
        }

    def _run_image(self) -> tuple[int, dict[str, Any] | None]:
        output = Output(self.log.info)
        self.log.info("Starting %s: %s", self.image, " ".join(self.command)[:3000])
        self.container = self.cli.create_container(
            image=self.image,
            command=self.command,
            environment={**self.environment, **self._private_environment},
            labels=self.labels,
            host_config=self.cli.create_host_config(**self.host_options()),
        )
        try:
            stream = self.cli.attach(self.container["Id"], stdout=True, stderr=True, stream=True, demux=True)
            self.cli.start(self.container["Id"])
            for kind, line in lines(stream):
                output.take(line) if kind == OUT else self.log.info(line)
            return self.cli.wait(self.container["Id"])["StatusCode"], output.result
        finally:
            self._remove()

    def _remove(self) -> None:
        try:
            self.cli.remove_container(self.container["Id"], force=True, v=True)
        except APIError as error:
            self.log.info("The container is gone already: %s", error)

    def on_kill(self) -> None:
        """Stops the container and removes it."""
        if self.container is not None:
            self.cli.stop(self.container["Id"], timeout=GRACE)
            self._remove()


def lines(stream: Any) -> Iterator[tuple[int, str]]:
    """Whole lines of a stream of (standard output, standard error) pieces."""
    rest = {OUT: b"", ERROR: b""}
    for pieces in stream:
        for kind, piece in zip((OUT, ERROR), pieces, strict=True):
            *whole, rest[kind] = (rest[kind] + (piece or b"")).split(b"\n")
            yield from ((kind, line.decode(errors="replace").rstrip()) for line in whole)
    yield from ((kind, line.decode(errors="replace").rstrip()) for kind, line in rest.items() if line)


def network(tracking: str) -> str | None:
    """The network that the environment names; else the machine's own where the tracking server is on this machine."""
    named = settings.text("SIMPLEXITY_DOCKER_NETWORK")
    here = urlsplit(tracking).hostname in ("127.0.0.1", "localhost", "::1")
    return named or ("host" if here else None)


def mounts() -> list[Mount]:
    """The work folder, a volume or an absolute path; and what SIMPLEXITY_MOUNTS adds."""
    return [mount(f"{settings.text('SIMPLEXITY_DOCKER_WORK', 'simplexity-work')}:{WORK}"), *map(mount, given())]


def given() -> list[str]:
    """The mounts of the environment."""
    return settings.words("SIMPLEXITY_MOUNTS")


def mount(text: str) -> Mount:
    """SOURCE:TARGET or SOURCE:TARGET:ro; a source that begins with / is a folder, any other a volume."""
    source, target, mode = (text.split(":") + ["rw"])[:3] if text.count(":") in (1, 2) else ("", "", "")
    if not source or not target.startswith("/") or mode not in ("rw", "ro"):
        raise settings.SettingError(
            f"a mount must be SOURCE:TARGET or SOURCE:TARGET:ro with an absolute TARGET, is {text!r}; "
            "see SIMPLEXITY_MOUNTS"
        )
    kind = "bind" if source.startswith("/") else "volume"
    return Mount(target=target, source=source, type=kind, read_only=mode == "ro")
