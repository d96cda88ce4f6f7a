"""What the tests share: an Airflow of their own, small experiments, and a real tracking server."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path
from types import SimpleNamespace

import pytest

DAGS = Path(__file__).resolve().parents[1]
REPOSITORY = DAGS.parent
HOME = Path(tempfile.mkdtemp(prefix="simplexity-dags-"))

TINY = """\
name: tiny
description: as little as goes through all stages
data: {set: digits, limit: 200, validation: 0.5}
space: {cells: 1, nodes: 1, channels: 4, operations: [skip_connect, max_pool_3x3]}
search: {epochs: 1, batch: 40}
discretise: {fine_tune_epochs: 0}
train: {epochs: 1, batch: 40, start: [scratch]}
runtime: {threads: 1, heap_mb: 512, native_mb: 512}
"""
OTHER = TINY.replace("name: tiny", "name: other")

# Airflow reads these when it is imported.
os.environ.update(
    {
        "AIRFLOW_HOME": str(HOME),
        "AIRFLOW__CORE__DAGS_FOLDER": str(DAGS),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__UNIT_TEST_MODE": "False",
        "AIRFLOW__CORE__DAGBAG_IMPORT_TIMEOUT": "300",
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{HOME / 'airflow.db'}",
        "SIMPLEXITY_HOME": str(REPOSITORY),
        "SIMPLEXITY_EXPERIMENTS": str(HOME / "experiments"),
        "SIMPLEXITY_WORK": str(HOME / "work"),
        "SIMPLEXITY_DAG_CACHE": str(HOME / "descriptions"),
    }
)
for name in [n for n in os.environ if n.startswith(("SIMPLEXITY_BACKEND", "SIMPLEXITY_GPUS", "MLFLOW_TRACKING_"))]:
    del os.environ[name]
sys.path.insert(0, str(DAGS))


def pytest_sessionfinish() -> None:
    """Removes the tests' Airflow."""
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def experiments() -> Path:
    """The folder of experiments, with two that are sound."""
    if not (REPOSITORY / "dist" / "cli.jar").exists():
        pytest.fail("there is no dist/cli.jar: run ./simplexity build first")
    folder = HOME / "experiments"
    folder.mkdir()
    (folder / "tiny.yaml").write_text(TINY)
    (folder / "other.yaml").write_text(OTHER)
    return folder


@pytest.fixture(scope="session")
def database() -> None:
    """Airflow's database, made with its own migrations."""
    from airflow.utils.db import initdb

    initdb()


@pytest.fixture
def description(experiments: Path):
    """What Java says of the tiny experiment."""
    from simplexity_airflow.description import describe

    return describe(experiments / "tiny.yaml")


@pytest.fixture
def tiny(description):
    """The DAG of the tiny experiment."""
    from simplexity_airflow.dag import experiment_dag

    return experiment_dag(description)


class Mlflow:
    """A real tracking server, asked over REST."""

    def __init__(self, uri: str) -> None:
        self.uri = uri

    def ask(self, path: str, body: bytes | None = None) -> dict:
        """The answer to a request."""
        request = urllib.request.Request(
            f"{self.uri}/api/2.0/mlflow/{path}", body, {"Content-Type": "application/json"}
        )
        return json.load(urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=30))

    def post(self, path: str, **body) -> dict:
        """The answer to a request with a body."""
        return self.ask(path, json.dumps(body).encode())

    def run(self, run_id: str) -> dict:
        """One run."""
        return self.plain(self.ask(f"runs/get?run_id={run_id}")["run"])

    def runs(self, **tags: str) -> list[dict]:
        """Runs with tags, those of dag_id and so on by their short names: {"status", "tags", "metrics", "params"}."""
        ids = [e["experiment_id"] for e in self.post("experiments/search", max_results=100)["experiments"]]
        terms = [f"tags.`simplexity.airflow.{name}` = '{value}'" for name, value in tags.items()]
        found = self.post("runs/search", experiment_ids=ids, filter=" and ".join(terms), max_results=500).get(
            "runs", []
        )
        return [self.plain(run) for run in found]

    @staticmethod
    def plain(run: dict) -> dict:
        """A run without the wrapping."""
        data = run["data"]
        keyed = {part: {e["key"]: e["value"] for e in data.get(part, [])} for part in ("tags", "metrics", "params")}
        return {"id": run["info"]["run_id"], "status": run["info"]["status"], **keyed}


@pytest.fixture(scope="session")
def mlflow(tmp_path_factory):
    """The tracking server; without a Python that has MLflow tests are skipped, or fail where servers are required."""
    python = os.environ.get("SIMPLEXITY_PYTHON") or str(REPOSITORY / ".venv" / "bin" / "python")
    if not os.access(python, os.X_OK):
        reason = f"no Python with MLflow at {python}; set SIMPLEXITY_PYTHON"
        pytest.fail(reason) if os.environ.get("SIMPLEXITY_REQUIRE_SERVERS") == "1" else pytest.skip(reason)
    store = str(tmp_path_factory.mktemp("mlflow"))
    sys.path.insert(0, str(REPOSITORY / "launcher"))
    from daemons import free_port

    server = [sys.executable, str(REPOSITORY / "mlflow" / "server")]
    up = [*server, "up", "--store", store, "--port", str(free_port()), "--python", python]
    uri = subprocess.run(up, check=True, capture_output=True, text=True).stdout.strip()
    os.environ["MLFLOW_TRACKING_URI"] = uri
    yield Mlflow(uri)
    del os.environ["MLFLOW_TRACKING_URI"]
    subprocess.run([*server, "down", "--store", store], check=True, capture_output=True)


def context_of(**about) -> dict:
    """As much of a task's context as callbacks and jobs read, for one task instance."""
    instance = {"dag_id": "tiny", "run_id": "r1", "task_id": "train.train", "map_index": 0, "try_number": 1}
    pushed: dict = {}
    pulled = about.pop("results", {})
    ti = SimpleNamespace(
        **{**instance, **about},
        xcom_push=lambda key, value: pushed.__setitem__(key, value),
        xcom_pull=lambda task_ids, map_indexes=-1: pulled.get((task_ids, map_indexes)),
    )
    return {"ti": ti, "pushed": pushed}
