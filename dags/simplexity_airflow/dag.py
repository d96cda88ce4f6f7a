"""The factory of DAGs: a description in, a DAG out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from airflow.sdk import DAG, BaseOperator, TaskGroup, TriggerRule

from simplexity_airflow import parameters, settings, tracking
from simplexity_airflow.description import Description, DescriptionError, Stage
from simplexity_airflow.jobs import CONCLUDE, PLAN
from simplexity_airflow.operators import operator
from simplexity_airflow.steps import CHAMPION, EVALUATE, ChampionTask, ListTasks, champion_asset

GPU_POOL = "gpu"
BACKOFF = 2  # each wait is this times the one before, as the local runner does
LONGEST_WAIT = timedelta(minutes=10)
NAME = re.compile(r"[\w.-]+", re.ASCII)


def experiment_dag(description: Description, registered: bool = True) -> DAG:
    """The DAG of an experiment: plan, the stages in their groups, conclude.

    Airflow takes every DAG that a file makes, unless it is not to be registered, for one of that file.
    """
    if not NAME.fullmatch(description.dag_id):
        raise DescriptionError(f"{description.source}: a DAG's name has letters, digits, '.', '_' and '-' only")
    dag = DAG(
        description.dag_id,
        description=description.description or None,
        doc_md=f"{description.description}\n\n```yaml\n{description.text}\n```",
        schedule=None,
        catchup=False,
        params=parameters.params(description),
        tags=["simplexity"],
        render_template_as_native_obj=False,
        auto_register=registered,
    )
    with dag:
        Building(description).build()
    return dag


@dataclass
class Building:
    """One DAG while it is being built."""

    description: Description
    operator: type[BaseOperator] = field(default_factory=operator)
    groups: dict[str, TaskGroup] = field(default_factory=dict)
    stages: dict[str, Any] = field(default_factory=dict)
    lists: list[Any] = field(default_factory=list)

    def build(self) -> None:
        """Plan → lists → stages → conclude: a teardown, so it runs after failures and cancellations too."""
        plan = self._plan()
        for stage in self.description.stages:
            self._stage(stage, plan)
        conclude = self.operator(
            task_id=CONCLUDE, job="conclude", about={}, **self._manners(), on_failure_callback=tracking.close_plan
        )
        [*self.lists, *self.stages.values()] >> conclude
        conclude.as_teardown(setups=plan, on_failure_fail_dagrun=True)
        self._champion()

    def _plan(self) -> BaseOperator:
        about = {
            "source": self.description.source,
            "values": {p["key"]: p["value"] for p in self.description.parameters},
            "stages": [stage.name for stage in self.description.stages],
        }
        return self.operator(
            task_id=PLAN, job="plan", about=about, **self._manners(), on_failure_callback=tracking.close_plan
        )

    def _stage(self, stage: Stage, plan: BaseOperator) -> None:
        group = self.groups.get(stage.group) or TaskGroup(stage.group)
        self.groups[stage.group] = group
        about = {"stage": stage.name, "device": stage.device, "tasks": self._places(stage)}
        manners = {**self._manners(), **self._watch(), **({"pool": GPU_POOL} if stage.device else {})}
        known = {"task_id": stage.name, "job": "stage", "about": about, "trigger_rule": TriggerRule.ALL_DONE, **manners}
        with group:
            self.stages[stage.name] = self._mapped(stage, known, plan) if stage.mapped else self.operator(**known)
        for above in stage.upstream:
            self.stages[above] >> self.stages[stage.name]

    def _mapped(self, stage: Stage, known: dict[str, Any], plan: BaseOperator) -> Any:
        listed = ListTasks(task_id=f"list-{stage.name}", stage=stage.name)
        plan >> listed
        self.lists.append(listed)
        return self.operator.partial(map_index_template="{{ task.spec['id'] }}", **known).expand(spec=listed.output)

    def _places(self, stage: Stage) -> dict[str, dict[str, Any]]:
        """Where the results of the stages upstream are found."""
        above = [other for other in self.description.stages if other.name in stage.upstream]
        return {other.name: {"id": self.stages[other.name].task_id, "mapped": other.mapped} for other in above}

    def _champion(self) -> None:
        evaluate = self.description.stage(EVALUATE)
        if evaluate is None:
            return
        asset = champion_asset(self.description.dag_id)
        task = self.stages[EVALUATE]
        task >> ChampionTask(
            task_id=CHAMPION, evaluation=task.task_id, mapped=evaluate.mapped, asset=asset,
            trigger_rule=TriggerRule.ALL_DONE,
        )  # fmt: skip

    def _manners(self) -> dict[str, Any]:
        """How often and how long every task that runs Java is tried."""
        return {
            "retries": self.description.retries,
            "retry_delay": timedelta(seconds=self.description.retry_seconds),
            "retry_exponential_backoff": BACKOFF,
            "max_retry_delay": LONGEST_WAIT,
            "execution_timeout": settings.timeout(),
        }

    @staticmethod
    def _watch() -> dict[str, Any]:
        return {"on_failure_callback": tracking.close_try, "on_retry_callback": tracking.close_try}
