"""Whole DAG runs without a scheduler: dag.test with the real stages and a real tracking server."""

from __future__ import annotations

import os
import shutil
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from airflow.models.asset import AssetEvent, AssetModel
from airflow.models.xcom import XComModel
from airflow.settings import Session
from sqlalchemy import select

from simplexity_airflow.dag import experiment_dag

GRID = {"seed": [0, 1, 2], "search.structure.learning_rate": [0.001, 0.003, 0.01]}
STARTS = iter(datetime(2026, 1, 1, tzinfo=timezone.utc) + timedelta(days=n) for n in range(100))


class Ended:
    """A DAG run that has ended: the states of its tasks, their labels, tries and XComs."""

    def __init__(self, run) -> None:
        self.dag_id, self.run_id, self.state = run.dag_id, run.run_id, run.state
        self.instances = {(ti.task_id, ti.map_index): ti for ti in run.get_task_instances()}

    def states(self, task_id: str) -> list[str]:
        """The states of all instances of a task, by map index."""
        found = sorted((index, str(ti.state)) for (name, index), ti in self.instances.items() if name == task_id)
        return [state for _, state in found]

    def labels(self, task_id: str) -> list[str]:
        """What the mapped instances of a task are called."""
        return [ti.rendered_map_index for (name, _), ti in sorted(self.instances.items()) if name == task_id]

    def xcom(self, task_id: str, key: str = "return_value") -> Any:
        """What a task that is not mapped pushed."""
        where = {"dag_id": self.dag_id, "run_id": self.run_id, "task_id": task_id, "key": key}
        with Session() as session:
            return session.scalar(select(XComModel.value).filter_by(**where))

    def events(self, uri: str) -> list[dict[str, Any]]:
        """What the run told of an asset."""
        of_asset = select(AssetEvent.extra).join(AssetModel, AssetModel.id == AssetEvent.asset_id)
        with Session() as session:
            return list(session.scalars(of_asset.where(AssetModel.uri == uri, AssetEvent.source_run_id == self.run_id)))


@pytest.fixture
def run(database, mlflow, description):
    """Runs the tiny experiment with a conf."""

    def go(**conf) -> Ended:
        return Ended(experiment_dag(description).test(run_conf=conf, logical_date=next(STARTS)))

    return go


@pytest.fixture
def stumbling(tmp_path, monkeypatch):
    """A Java that ends the first try of one stage as the machine would, and is the real one ever after."""

    def become(stage: str, end: str) -> None:
        java = tmp_path / "java"
        java.write_text(
            f'#!/bin/sh\ncase "$*" in *stages/{stage}.jar*) mkdir "{tmp_path}/once" 2>/dev/null && {end} ;; esac\n'
            f'exec "{shutil.which(os.environ.get("SIMPLEXITY_JAVA", "java"))}" "$@"\n'
        )
        java.chmod(0o755)
        monkeypatch.setenv("SIMPLEXITY_JAVA", str(java))

    return become


def test_an_experiment_runs_through_with_its_runs_below_one_parent(run, mlflow, description, stumbling):
    stumbling("search", "exit 3")
    ended = run(**{"train.start": ["scratch"]})
    assert ended.state == "success"
    assert ended.states("search.search") == ["success"]
    assert ended.instances["search.search", 0].try_number == 2, "exit code 3 is retried"
    assert ended.labels("train.train") == ["train[start=scratch]"]
    outcome = ended.xcom("conclude", "outcome")
    assert outcome["status"] == "finished"
    assert {task["status"] for task in outcome["tasks"]} == {"finished"}
    runs = {r["tags"]["simplexity.stage"]: r for r in mlflow.runs(dag_id="tiny", run_id=ended.run_id)}
    assert set(runs) == {"experiment", *(stage.name for stage in description.stages)} - skipped_stages(runs)
    assert {r["status"] for r in runs.values()} == {"FINISHED"}
    parent = runs.pop("experiment")
    assert parent["id"] == ended.xcom("plan")["run_id"]
    for stage, child in runs.items():
        assert child["tags"]["mlflow.parentRunId"] == parent["id"] or stage == "report"
    assert ended.states("champion") == ["success"], "the first network of an experiment is its champion"
    assert [event["metrics"]["champion/changed"] for event in ended.events("simplexity://champion/tiny")] == [1]
    train = runs["train"]["tags"]
    assert train["simplexity.airflow.task_id"] == "train.train"
    assert (train["simplexity.airflow.map_index"], train["simplexity.airflow.try_number"]) == ("0", "1")
    assert runs["search"]["tags"]["simplexity.airflow.try_number"] == "2"


def skipped_stages(runs) -> set[str]:
    """The report writes to the parent run."""
    return {"report"} - set(runs)


def test_a_task_that_diverges_is_final_and_the_others_finish(run, mlflow):
    ended = run(sweep={"train.optimiser.learning_rate": [0.01, 1e30]}, reuse="experiment")
    assert ended.state == "failed"
    assert ended.states("train.train") == ["success", "failed"]
    assert ended.instances["train.train", 1].try_number == 1, "exit code 4 is not retried"
    assert ended.states("report.report") == ended.states("champion") == ["skipped"]
    assert ended.events("simplexity://champion/tiny") == []
    outcome = ended.xcom("conclude", "outcome")
    assert (outcome["status"], outcome["exit_code"]) == ("failed", 4)
    [parent] = [r for r in mlflow.runs(run_id=ended.run_id) if r["tags"]["simplexity.stage"] == "experiment"]
    assert parent["status"] == "FAILED"


def test_a_grid_of_three_by_three_is_nine_tasks(run):
    lost = {"data.set": "mnist", "data.from": "/no/such/folder"}  # so that nothing is computed
    ended = run(sweep=GRID, **lost)
    assert ended.state == "failed"
    assert set(ended.states("search.data-prep")) == {"failed"}
    assert ended.states("search.search") == ["skipped"] * 9
    plan = ended.xcom("plan")["tasks"]
    assert [task["id"] for task in plan["search"]] == ended.labels("search.search")
    assert len(set(ended.labels("search.search"))) == 9


def test_more_tasks_than_airflow_maps_fail_the_plan_with_the_way_out(run, mlflow, monkeypatch, capfd):
    monkeypatch.setenv("AIRFLOW__CORE__MAX_MAP_LENGTH", "8")
    ended = run(sweep=GRID)
    assert ended.state == "failed"
    assert ended.states("plan") == ["failed"]
    assert ended.instances["plan", -1].try_number == 1
    said = "".join(capfd.readouterr())
    assert "the sweep makes 9 tasks of search; Airflow maps at most 8" in said
    [parent] = mlflow.runs(run_id=ended.run_id)
    assert parent["status"] == "FAILED"


def test_an_unknown_key_fails_the_plan_with_the_nearest(run, mlflow, capfd):
    ended = run(**{"serch.epochs": 3})
    assert (ended.state, ended.states("plan")) == ("failed", ["failed"])
    assert "unknown key 'serch.epochs' in conf; did you mean 'search.epochs'?" in "".join(capfd.readouterr())
    assert mlflow.runs(run_id=ended.run_id) == []


def test_another_text_is_run_instead_of_the_file_and_a_bad_one_is_told(run, capfd, description):
    ended = run(experiment=description.text.replace("search: {epochs: 1", "search: {epchs: 1"))
    assert ended.states("plan") == ["failed"]
    said = "".join(capfd.readouterr())
    assert "tiny.yaml" in said and "epchs" in said and "epochs" in said
