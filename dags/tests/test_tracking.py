"""Runs of tasks that died, closed in a real tracking server."""

from __future__ import annotations

import logging
import uuid

import pytest

from conftest import context_of
from simplexity_airflow import tracking

PREFIX = "simplexity.airflow."


@pytest.fixture
def begin(mlflow):
    """Begins a run of a task instance in an experiment of its own."""
    made = mlflow.post("experiments/create", name=f"callbacks-{uuid.uuid4()}")["experiment_id"]

    def run(**about) -> str:
        instance = vars(context_of(**about)["ti"])
        tags = [{"key": PREFIX + name, "value": str(instance[name])} for name in tracking.TAGS]
        return mlflow.post("runs/create", experiment_id=made, start_time=1, tags=tags)["run"]["info"]["run_id"]

    return run


def test_the_runs_of_a_failed_try_end_as_failed_and_no_others(mlflow, begin):
    dead = begin(run_id="it's one", try_number=1)
    others = [begin(run_id="it's one", try_number=2), begin(run_id="it's one", map_index=1), begin(run_id="two")]
    finished = begin(run_id="it's one", try_number=1)
    mlflow.post("runs/update", run_id=finished, status="FINISHED")
    tracking.close_try(context_of(run_id="it's one", try_number=1))
    closed = mlflow.run(dead)
    assert closed["status"] == "FAILED"
    assert "try 1 of the task train.train ended in Airflow" in closed["tags"]["simplexity.failure_message"]
    assert [mlflow.run(run)["status"] for run in others] == ["RUNNING"] * 3
    assert mlflow.run(finished)["status"] == "FINISHED"


def test_a_server_out_of_reach_is_told_and_breaks_nothing(monkeypatch, caplog):
    monkeypatch.setenv("MLFLOW_TRACKING_URI", "http://127.0.0.1:1")
    monkeypatch.setattr(tracking, "TRIES", 1)
    with caplog.at_level(logging.WARNING, logger=tracking.LOG.name):
        tracking.close_try(context_of())
    assert "could not be closed in MLflow and may still be shown as running" in caplog.text


def test_credentials_come_from_the_environment_and_only_as_a_header(monkeypatch):
    assert tracking.authorization() == {}
    monkeypatch.setenv("MLFLOW_TRACKING_USERNAME", "user")
    monkeypatch.setenv("MLFLOW_TRACKING_PASSWORD", "secret")
    assert tracking.authorization() == {"Authorization": "Basic dXNlcjpzZWNyZXQ="}
    monkeypatch.setenv("MLFLOW_TRACKING_TOKEN", "token")
    assert tracking.authorization() == {"Authorization": "Bearer token"}
