"""The tasks that run no Java: lists for dynamic task mapping, and the event of a changed champion."""

from __future__ import annotations

from typing import Any

from airflow.sdk import Asset, BaseOperator, Context
from airflow.sdk.exceptions import AirflowSkipException

from simplexity_airflow.jobs import PLAN

CHAMPION = "champion"
CHANGED = "champion/changed"
EVALUATE = "evaluate"


class ListTasks(BaseOperator):
    """The planned tasks of one stage, as the list that the stage is mapped over."""

    ui_color = "#f1f3f4"

    def __init__(self, *, stage: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.stage = stage

    def execute(self, context: Context) -> list[dict[str, Any]]:
        """The list; a plan without tasks of the stage gives none, and Airflow skips the stage."""
        return context["ti"].xcom_pull(task_ids=PLAN)["tasks"].get(self.stage, [])


class ChampionTask(BaseOperator):
    """Emits the event of the asset when the evaluation says that the champion model changed; else it is skipped.

    Arguments: the task of the stage evaluate and whether that is mapped.
    """

    ui_color = "#fff4d6"

    def __init__(self, *, evaluation: str, mapped: bool, asset: Asset, **kwargs: Any) -> None:
        super().__init__(outlets=[asset], **kwargs)
        self.evaluation = evaluation
        self.mapped = mapped
        self.asset = asset

    def execute(self, context: Context) -> dict[str, Any]:
        """The result that made the change."""
        pulled = context["ti"].xcom_pull(task_ids=self.evaluation)
        results = [result for result in (pulled if self.mapped else [pulled]) or [] if result]
        changes = [result for result in results if result.get("metrics", {}).get(CHANGED) == 1]
        if not changes:
            raise AirflowSkipException("the champion did not change" if results else "nothing was evaluated")
        context["outlet_events"][self.asset].extra = changes[-1]
        return changes[-1]


def champion_asset(dag_id: str) -> Asset:
    """The asset that stands for the champion model of a DAG."""
    return Asset(f"simplexity://{CHAMPION}/{dag_id}")
