"""The folder of experiments: a DAG for every file that is sound, the mistakes of every other."""

from __future__ import annotations

from pathlib import Path

from airflow.sdk import DAG

from simplexity_airflow import settings
from simplexity_airflow.dag import experiment_dag
from simplexity_airflow.description import DescriptionError, describe


class ExperimentErrors(Exception):
    """Some experiment files have no DAG; the message names each with its mistakes."""


def files() -> list[Path]:
    """The experiment files, by name."""
    folder = settings.experiments()
    if not folder.is_dir():
        raise ExperimentErrors(f"there is no folder {folder}; SIMPLEXITY_EXPERIMENTS names the experiments' folder")
    return sorted(folder.glob("*.yaml"))


def dags() -> dict[str, DAG]:
    """The DAGs of all sound files by their identifier."""
    found = {}
    for file in files():
        try:
            dag = experiment_dag(describe(file))
        except DescriptionError:
            continue  # told by experiment_errors.py
        found[dag.dag_id] = dag
    return found


def refuse_broken() -> None:
    """Raises when some file is broken."""
    mistakes = []
    for file in files():
        try:
            experiment_dag(describe(file), registered=False)
        except DescriptionError as error:
            mistakes.append(str(error))
    if mistakes:
        raise ExperimentErrors(f"no DAG of {len(mistakes)} experiment files\n" + "\n".join(mistakes))
