"""The shape of a DAG, and what its parameters take."""

from __future__ import annotations

from dataclasses import replace

import pytest
from airflow.sdk import TriggerRule
from airflow.sdk.exceptions import ParamValidationError
from airflow.serialization.serialized_objects import DagSerialization

from simplexity_airflow import parameters
from simplexity_airflow.dag import experiment_dag

BACKENDS = {"process": "ProcessTask", "docker": "DockerTask", "kubernetes": "KubernetesTask"}


@pytest.mark.parametrize("backend", BACKENDS)
def test_the_stages_are_the_same_on_every_backend(description, monkeypatch, backend):
    monkeypatch.setenv("SIMPLEXITY_BACKEND", backend)
    dag = experiment_dag(description)
    for stage in description.stages:
        task = dag.get_task(f"{stage.group}.{stage.name}")
        assert task.is_mapped == stage.mapped
        assert task.pool == ("gpu" if stage.device else "default_pool")
        assert task.trigger_rule == TriggerRule.ALL_DONE
        assert task.retries == description.retries == 2
        assert (
            task.operator_class.__name__ == BACKENDS[backend] if stage.mapped else task.task_type == BACKENDS[backend]
        )
    assert type(dag.get_task("plan")).__name__ == type(dag.get_task("conclude")).__name__ == BACKENDS[backend]


def test_the_plan_is_first_and_the_conclusion_a_teardown_behind_everything(tiny):
    plan, conclude = tiny.get_task("plan"), tiny.get_task("conclude")
    assert [task.task_id for task in tiny.roots] == ["plan"]
    assert plan.is_setup and conclude.is_teardown and conclude.on_failure_fail_dagrun
    behind = set(conclude.upstream_task_ids)
    assert behind == {task.task_id for task in tiny.tasks} - {"conclude", "champion"}


def test_stages_follow_each_other_as_java_says(tiny, description):
    for stage in description.stages:
        upstream = tiny.get_task(f"{stage.group}.{stage.name}").upstream_task_ids
        named = {name.rpartition(".")[2] for name in upstream} - {f"list-{stage.name}"}
        assert named == set(stage.upstream)


def test_only_the_stages_of_the_file_are_tasks(description):
    few = replace(description, stages=tuple(s for s in description.stages if s.name in ("data-prep", "search")))
    dag = experiment_dag(few, registered=False)
    assert {task.task_id for task in dag.tasks} == {
        "plan", "search.list-data-prep", "search.data-prep", "search.list-search", "search.search", "conclude"
    }  # fmt: skip


def test_groups_come_in_the_order_of_the_work(tiny, description):
    groups = list(dict.fromkeys(stage.group for stage in description.stages))
    assert [group for group in tiny.task_group_dict if group] == groups
    assert groups[0] == "search" and groups[-1] == "report"


def test_a_champion_event_follows_the_evaluation_if_there_is_one(tiny, description):
    has = description.stage("evaluate") is not None
    assert ("champion" in tiny.task_ids) == has
    if has:
        champion = tiny.get_task("champion")
        assert [outlet.uri for outlet in champion.outlets] == ["simplexity://champion/tiny"]
        assert champion.upstream_task_ids == {"evaluate.evaluate"}


def test_the_dag_survives_serialisation_and_is_the_same_at_every_parse(description):
    once, twice = (DagSerialization.to_dict(experiment_dag(description)) for _ in range(2))
    assert once == twice
    assert DagSerialization.from_dict(once).dag_id == "tiny"


def test_every_key_of_the_experiment_is_a_parameter_with_the_files_value(tiny, description):
    values = tiny.params.dump()
    for parameter in description.parameters:
        assert values[parameter["key"]] == parameter["value"]
    assert values["search.epochs"] == 1 and values["sweep"] == {}
    assert values["reuse"] == "parent"
    assert values["experiment"] == description.text
    assert tiny.params.get_param("search.epochs").schema["section"] == "search"
    assert tiny.params.get_param("search.weights.learning_rate").schema["title"] == "weights.learning_rate"


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("search.epochs", 0, "less than the minimum of 1"),
        ("search.epochs", "many", "is not of type 'integer'"),
        ("data.set", "imagenet", "is not one of"),
        ("reuse", "all", "is not one of"),
        ("sweep", [1], "is not of type 'object'"),
        ("experiment", "", "non-empty|too short"),
    ],
)
def test_a_bad_value_is_refused_at_the_trigger(tiny, key, value, message):
    accepted = DagSerialization.from_dict(DagSerialization.to_dict(tiny)).params  # what the API server checks against
    with pytest.raises((ParamValidationError, ValueError), match=f"(?s){key}.*({message})"):
        accepted.deep_merge({key: value}).validate()


def test_only_what_differs_becomes_an_override(description):
    file = {p["key"]: p["value"] for p in description.parameters}
    values = {**file, "search.epochs": 7, "sweep": {"seed": [0, 1]}, "data.from": None, "name": "größer"}
    assert sorted(parameters.overrides(file, values)) == ['name="größer"', "search.epochs=7", 'sweep={"seed":[0,1]}']


def test_an_unknown_key_is_told_with_the_nearest():
    assert parameters.unknown({"serch.epochs": 1, "seed": 2}, ["search.epochs", "seed"]) == [
        "unknown key 'serch.epochs' in conf; did you mean 'search.epochs'?"
    ]
    assert parameters.unknown({"zzz": 1}, ["seed"]) == ["unknown key 'zzz' in conf"]
