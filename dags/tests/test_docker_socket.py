"""The backend docker on a real engine: a stage's image over podman's socket, by Airflow's DockerOperator and by ours."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

import podman_socket
import pytest

IMAGE = f"{podman_socket.PREFIX}data-prep:{podman_socket.TAG}"
EXPERIMENT = "name: contained\nseed: 3\ndata: {limit: 240, validation: 0.5}\n"


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    """The engine, with the image of one stage; without podman these tests are skipped, and say so."""
    reason = podman_socket.lacking()
    if reason:
        could_be_had = "root" not in reason
        pytest.fail(reason) if could_be_had and os.environ.get("SIMPLEXITY_REQUIRE_SERVERS") else pytest.skip(reason)
    made = podman_socket.Engine(tmp_path_factory.mktemp("engine"))
    try:
        made.build("data-prep")
        made.start()
        yield made
    finally:
        made.stop()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with an experiment."""
    (tmp_path / "experiment.yaml").write_text(EXPERIMENT)
    tmp_path.chmod(0o755)
    return tmp_path


def plain(engine, **more):
    """Airflow's own operator."""
    from airflow.providers.docker.operators.docker import DockerOperator

    return DockerOperator(
        task_id="stage",
        image=IMAGE,
        docker_url=engine.url,
        network_mode="host",
        mount_tmp_dir=False,
        auto_remove="force",
        **more,
    )


def test_airflows_own_operator_runs_a_stage_and_sees_its_words(engine) -> None:
    last = plain(engine, command=["--help"]).execute({})
    assert "Print version information and exit" in last


def test_airflows_own_operator_fails_with_the_exit_code_of_bad_arguments(engine) -> None:
    from airflow.sdk.exceptions import AirflowException

    with pytest.raises(AirflowException, match="'StatusCode': 2"):
        plain(engine, command=["--no-such-option"]).execute({})


def ours(engine, monkeypatch, data: Path, *arguments: str):
    """Our operator, about the stage data-prep."""
    docker = pytest.importorskip("simplexity_airflow.operators.docker", reason="our operator is not in this checkout")
    monkeypatch.setenv("SIMPLEXITY_DOCKER_URL", engine.url)
    monkeypatch.setenv("SIMPLEXITY_IMAGE_PREFIX", podman_socket.PREFIX)
    monkeypatch.setenv("SIMPLEXITY_IMAGE_TAG", podman_socket.TAG)
    monkeypatch.setenv("SIMPLEXITY_MOUNTS", f"{data}:/data:ro")
    listed = {"id": "data-prep", "arguments": arguments, "java": ["-Xmx256m"], "memory_mb": 1024, "upstream": []}
    about = {"stage": "data-prep", "device": False, "tasks": {}}
    return docker.DockerTask(task_id="stage", job="stage", about=about, spec=listed)


def instance() -> dict[str, SimpleNamespace]:
    """As much of a task's context as the operator reads."""
    return {"ti": SimpleNamespace(dag_id="contained", run_id="r1", task_id="stage", map_index=0, try_number=1)}


def test_our_operator_returns_the_result_of_a_stage_that_is_in_the_tracker(engine, mlflow, monkeypatch, data) -> None:
    result = ours(engine, monkeypatch, data, "--experiment", "/data/experiment.yaml").execute(instance())
    assert result["status"] == "finished"
    run = mlflow.run(result["run_id"])
    assert run["status"] == "FINISHED"
    assert run["tags"]["simplexity.airflow.dag_id"] == "contained"
    images = [run["metrics"][f"data/{split}_images"] for split in ("train", "validation", "test")]
    assert images[:2] == [120, 120]  # half of the 240 that the limit leaves for training and validation
    assert images[2] == 359  # a fifth of the 1797 digits


def test_our_operator_does_not_retry_bad_arguments(engine, mlflow, monkeypatch, data) -> None:
    from airflow.sdk.exceptions import AirflowFailException

    with pytest.raises(AirflowFailException, match="data-prep"):
        ours(engine, monkeypatch, data, "--experiment", "/data/nowhere.yaml").execute(instance())


def test_a_missing_image_is_named(engine, mlflow, monkeypatch, data) -> None:
    from airflow.sdk.exceptions import AirflowException

    operator = ours(engine, monkeypatch, data)
    monkeypatch.setenv("SIMPLEXITY_IMAGE_TAG", "nowhere")
    with pytest.raises(AirflowException, match="data-prep:nowhere"):
        operator.execute(instance())
