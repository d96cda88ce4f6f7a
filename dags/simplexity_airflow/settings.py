"""What the DAGs read from the environment; the table in dags/README.md lists the same."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
BACKENDS = ("process", "docker", "kubernetes")


class SettingError(ValueError):
    """A variable of the environment has a value that cannot be used."""


def text(name: str, default: str = "") -> str:
    """A variable, or its default where it is unset or empty."""
    return os.environ.get(name) or default


def whole(name: str, default: int, least: int = 0) -> int:
    """A variable that is a whole number."""
    given = text(name, str(default))
    try:
        number = int(given)
    except ValueError:
        number = least - 1
    if number < least:
        raise SettingError(f"{name} must be a whole number of {least} or more, is {given!r}")
    return number


def words(name: str) -> list[str]:
    """A variable with words separated by commas."""
    return [word.strip() for word in text(name).split(",") if word.strip()]


def json_of(name: str, kind: type, example: str) -> Any:
    """A variable that holds JSON of one kind; an empty value of that kind where it is unset."""
    given = text(name)
    if not given:
        return kind()
    try:
        value = json.loads(given)
    except ValueError:
        value = None
    if not isinstance(value, kind):
        raise SettingError(f"{name} must be JSON like {example}, is {given!r}")
    return value


def home() -> Path:
    """The folder that holds dist/."""
    return Path(text("SIMPLEXITY_HOME", str(REPOSITORY)))


def experiments() -> Path:
    """The folder of experiment files."""
    return Path(text("SIMPLEXITY_EXPERIMENTS", str(REPOSITORY / "experiments")))


def airflow_home() -> Path:
    """Airflow's own folder."""
    return Path(text("AIRFLOW_HOME", "~/airflow")).expanduser()


def description_cache() -> Path:
    """Where descriptions of experiments are kept between parses."""
    return Path(text("SIMPLEXITY_DAG_CACHE", str(airflow_home() / "simplexity")))


def java() -> str:
    """The Java that runs commands and stages."""
    return text("SIMPLEXITY_JAVA", "java")


def backend() -> str:
    """How processes are started."""
    name = text("SIMPLEXITY_BACKEND", "process")
    if name not in BACKENDS:
        raise SettingError(f"SIMPLEXITY_BACKEND must be one of {', '.join(BACKENDS)}, is {name!r}")
    return name


def timeout() -> timedelta:
    """The longest that one try of a task may take."""
    return timedelta(hours=whole("SIMPLEXITY_TIMEOUT_HOURS", 24, least=1))


def gpus() -> int:
    """GPUs that containers may ask for; a task that computes takes one."""
    return whole("SIMPLEXITY_GPUS", 0)


def tracking_uri() -> str:
    """The address of the tracking server, as tasks reach it."""
    address = text("MLFLOW_TRACKING_URI")
    if not address.startswith(("http://", "https://")):
        shown = repr(address) if address else "not set"
        raise SettingError(f"MLFLOW_TRACKING_URI must be the http address of an MLflow server, is {shown}")
    return address


def tracking_credentials() -> dict[str, str]:
    """The variables that carry credentials for the tracking server, where they are set."""
    names = ("MLFLOW_TRACKING_USERNAME", "MLFLOW_TRACKING_PASSWORD", "MLFLOW_TRACKING_TOKEN")
    return {name: os.environ[name] for name in names if os.environ.get(name)}


@dataclass(frozen=True)
class Image:
    """The name of the image of a program."""

    prefix: str
    tag: str

    @staticmethod
    def from_environment() -> Image:
        """What the environment says of images."""
        return Image(text("SIMPLEXITY_IMAGE_PREFIX", "simplexity/"), text("SIMPLEXITY_IMAGE_TAG", "latest"))

    def of(self, program: str) -> str:
        """The image of a stage, or of the command line (cli)."""
        return f"{self.prefix}{program}:{self.tag}"
