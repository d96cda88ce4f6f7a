"""The three kinds of tasks that run Java: what each calls, and what it makes of the result.

A job is named in the DAG by a word, and told about itself by plain JSON, because operators are serialised.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from airflow.sdk import Context
from airflow.sdk.configuration import conf
from airflow.sdk.exceptions import AirflowFailException, AirflowSkipException

from simplexity_airflow import parameters
from simplexity_airflow.calls import CLI, Call, Spec, tags

PLAN = "plan"
CONCLUDE = "conclude"
BAD = ("failed", "not run")


class Job(ABC):
    """What a task runs."""

    def __init__(self, about: dict[str, Any]) -> None:
        self.about = about

    @abstractmethod
    def call(self, context: Context, spec: dict[str, Any] | None) -> Call:
        """What is started in this try."""

    def finish(self, context: Context, result: dict[str, Any]) -> Any:
        """What the task returns to Airflow."""
        return result


class PlanJob(Job):
    """Checks the conf and the experiment, makes the parent run, lists all tasks.

    About it: the parameters that an override may name, with the file's values; the stages that the DAG has.
    """

    def call(self, context: Context, spec: dict[str, Any] | None) -> Call:
        values, instance = dict(context["params"]), context["ti"]
        self._refuse_unknown(context)
        arguments = ["engine", "plan", "--text", values["experiment"], "--source", self.about["source"]]
        for override in parameters.overrides(self.about["values"], values):
            arguments += ["--set", override]
        arguments += tags(instance, ("dag_id", "run_id"))
        arguments += ["--request", f"{instance.dag_id}/{instance.run_id}", "--reuse", values["reuse"]]
        return Call(PLAN, CLI, tuple(arguments))

    def _refuse_unknown(self, context: Context) -> None:
        given = getattr(context["dag_run"], "conf", None) or {}
        mistakes = parameters.unknown(given, [*self.about["values"], "reuse", "experiment"])
        if mistakes:
            raise AirflowFailException("; ".join(mistakes))

    def finish(self, context: Context, result: dict[str, Any]) -> Any:
        context["ti"].xcom_push("return_value", result)  # conclude closes the parent even if the plan cannot be run
        context["ti"].xcom_push("page", result.get("page"))
        strange = [stage for stage in result["tasks"] if stage not in self.about["stages"]]
        if strange:
            raise AirflowFailException(
                f"the experiment has tasks of {', '.join(strange)}, which this DAG does not have: its stages follow "
                f"the file {self.about['source']}; trigger the DAG of the other file"
            )
        self._refuse_many(result["tasks"])
        return result

    @staticmethod
    def _refuse_many(tasks: dict[str, list[Any]]) -> None:
        most = conf.getint("core", "max_map_length")
        for stage, listed in tasks.items():
            if len(listed) > most:
                raise AirflowFailException(
                    f"the sweep makes {len(listed)} tasks of {stage}; Airflow maps at most {most}: "
                    "shorten the sweep, or raise [core] max_map_length (AIRFLOW__CORE__MAX_MAP_LENGTH)"
                )


class StageJob(Job):
    """A task of a stage, on the results of the tasks upstream of it.

    About it: its stage, whether it computes, and the task in Airflow of every stage.
    """

    def call(self, context: Context, spec: dict[str, Any] | None) -> Call:
        stage, instance = self.about["stage"], context["ti"]
        task = Spec.of(spec or self._only(instance))
        arguments = list(task.arguments)
        for above, run in self._upstream(instance, task):
            arguments += ["--upstream", f"{above}={run}"]
        arguments += tags(instance)
        return Call(task.id, stage, tuple(arguments), task.java, task.memory_mb, self.about["device"])

    def _only(self, instance: Any) -> dict[str, Any]:
        plan = instance.xcom_pull(task_ids=PLAN)
        if plan is None:
            raise AirflowSkipException("nothing was planned")
        listed = plan["tasks"].get(self.about["stage"], [])
        if len(listed) != 1:
            raise AirflowSkipException(f"the plan has {len(listed)} tasks of {self.about['stage']}")
        return listed[0]

    def _upstream(self, instance: Any, task: Spec) -> list[tuple[str, str]]:
        found = [(stage, index, self._result(instance, stage, index)) for stage, index in task.upstream]
        missing = [f"{stage}[{index}]" for stage, index, result in found if not result]
        if missing:
            raise AirflowSkipException(f"{task.id} is skipped: no result of {', '.join(missing)}")
        return [(stage, result["run_id"]) for stage, _, result in found]

    def _result(self, instance: Any, stage: str, index: int) -> Any:
        where = self.about["tasks"][stage]
        result = instance.xcom_pull(task_ids=where["id"], map_indexes=index if where["mapped"] else -1)
        return result if result and result.get("status") == "finished" else None


class ConcludeJob(Job):
    """Closes the parent run; its outcome is that of the DAG run."""

    def call(self, context: Context, spec: dict[str, Any] | None) -> Call:
        plan = context["ti"].xcom_pull(task_ids=PLAN)
        if plan is None:
            raise AirflowFailException("nothing was planned, so there is nothing to conclude; see the task plan")
        return Call(CONCLUDE, CLI, ("engine", "conclude", "--parent", plan["run_id"]))

    def finish(self, context: Context, result: dict[str, Any]) -> Any:
        context["ti"].xcom_push("outcome", result)
        if result["status"] != "finished":
            ended = [f"{task['id']} {task['status']}" for task in result["tasks"] if task["status"] in BAD]
            raise AirflowFailException(f"the experiment failed: {', '.join(ended) or 'not all of it ran'}")
        return result


JOBS: dict[str, type[Job]] = {"plan": PlanJob, "stage": StageJob, "conclude": ConcludeJob}


def job(name: str, about: dict[str, Any]) -> Job:
    """The job of a word."""
    return JOBS[name](about)
