"""DAGs as Airflow's DAG processor finds them."""

from __future__ import annotations

import os

import pytest
from airflow.dag_processing.dagbag import DagBag

from simplexity_airflow import settings
from simplexity_airflow.description import describe
from conftest import DAGS, TINY


@pytest.fixture
def broken(experiments):
    """One file with two mistakes beside the sound ones."""
    file = experiments / "broken.yaml"
    file.write_text(TINY.replace("epochs: 1, batch: 40}\ndisc", "epochs: 0, bach: 40}\ndisc"))
    yield file
    file.unlink()


def bag() -> DagBag:
    return DagBag(dag_folder=str(DAGS), bundle_path=DAGS, bundle_name="dags-folder")


def test_every_file_is_a_dag_and_nothing_else_is():
    found = bag()
    assert found.import_errors == {}
    assert set(found.dags) == {"tiny", "other"}


def test_a_broken_file_is_told_with_file_and_line_and_the_others_stay(broken):
    found = bag()
    assert set(found.dags) == {"tiny", "other"}
    [(where, message)] = found.import_errors.items()
    assert where.endswith("experiment_errors.py")
    assert "broken.yaml" in message
    assert "line 5" in message or ":5" in message
    assert "search.epochs" in message and "bach" in message and "batch" in message


def test_a_name_that_airflow_cannot_take_is_told(experiments):
    file = experiments / "two words.yaml"
    file.write_text(TINY)
    try:
        found = bag()
    finally:
        file.unlink()
    assert "two words.yaml" in next(iter(found.import_errors.values()))
    assert set(found.dags) == {"tiny", "other"}


def test_an_unchanged_file_starts_no_java(experiments, monkeypatch):
    before = describe(experiments / "tiny.yaml")
    monkeypatch.setenv("SIMPLEXITY_JAVA", "/no/java")
    assert describe(experiments / "tiny.yaml") == before
    assert bag().import_errors == {}


def test_a_changed_file_is_described_anew(experiments, tmp_path):
    file = tmp_path / "tiny.yaml"
    file.write_text(TINY)
    assert value(describe(file), "search.epochs") == 1
    file.write_text(TINY.replace("search: {epochs: 1", "search: {epochs: 3"))
    assert value(describe(file), "search.epochs") == 3


def test_a_filled_cache_serves_where_there_is_neither_program_nor_java(experiments, monkeypatch, tmp_path):
    before = describe(experiments / "tiny.yaml", tmp_path / "cache")
    monkeypatch.setenv("SIMPLEXITY_HOME", str(tmp_path / "nowhere"))
    monkeypatch.setenv("SIMPLEXITY_JAVA", "/no/java")
    assert describe(experiments / "tiny.yaml", tmp_path / "cache") == before


def test_another_program_is_asked_again(experiments, monkeypatch, tmp_path):
    describe(experiments / "tiny.yaml", tmp_path / "cache")
    (tmp_path / "dist" / "lib").mkdir(parents=True)
    (tmp_path / "dist" / "cli.jar").write_bytes(b"another")
    monkeypatch.setenv("SIMPLEXITY_HOME", str(tmp_path))
    monkeypatch.setenv("SIMPLEXITY_JAVA", "/no/java")
    with pytest.raises(Exception, match="cannot start /no/java"):
        describe(experiments / "tiny.yaml", tmp_path / "cache")


def test_a_setting_that_cannot_be_used_names_the_choices(monkeypatch):
    monkeypatch.setenv("SIMPLEXITY_BACKEND", "podman")
    [message] = set(bag().import_errors.values()) or [""]
    assert "SIMPLEXITY_BACKEND must be one of process, docker, kubernetes, is 'podman'" in message


def test_folders_of_the_package_are_no_dag_files():
    assert {line for line in (DAGS / ".airflowignore").read_text().split()} >= {"tests/", "simplexity_airflow/"}
    assert os.fspath(settings.REPOSITORY) == os.fspath(DAGS.parent)


def value(description, key):
    return next(p["value"] for p in description.parameters if p["key"] == key)
