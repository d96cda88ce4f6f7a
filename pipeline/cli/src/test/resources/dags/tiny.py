"""A DAG that keeps the contract of an experiment's DAG (docs/engines.md), its stages replaced by a few shell lines."""

from __future__ import annotations

from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG, Param, TaskGroup, get_current_context, task

TEXT = "name: tiny\nsearch: {epochs: 3}\n"
PAGE = "http://127.0.0.1:5001/#/experiments/1/runs/abc"

with DAG(
    "tiny",
    schedule=None,
    params={
        "search.epochs": Param(3, type="integer", minimum=1, maximum=100),
        "seed": Param(0, type="integer"),
        "sweep": Param({}, type="object"),
        "reuse": Param("parent", type="string", enum=["parent", "experiment", "nothing"]),
        "experiment": Param(TEXT, type="string"),
    },
) as dag:

    @task
    def plan() -> list[dict[str, str]]:
        """Two cells; their page in the tracker."""
        context = get_current_context()
        context["ti"].xcom_push("page", PAGE)
        epochs = context["params"]["search.epochs"]
        return [{"CELL": f"seed={seed}", "EPOCHS": str(epochs)} for seed in range(2)]

    @task(trigger_rule="all_done")
    def conclude() -> None:
        """Ends as the experiment did: four epochs diverge."""
        context = get_current_context()
        epochs = context["params"]["search.epochs"]
        code = 4 if epochs == 4 else 0
        context["ti"].xcom_push("outcome", {"exit_code": code, "page": PAGE, "metrics": {"best/test/accuracy": 0.986111}})
        if code:
            raise RuntimeError("a task failed")

    with TaskGroup("search"):
        search = BashOperator.partial(
            task_id="search",
            bash_command='for i in $(seq 1 40); do echo "$CELL: step $i"; done; [ "$EPOCHS $CELL" != "4 seed=1" ] || exit 4',
            map_index_template="search[{{ task.env['CELL'] }}]",
            append_env=True,
        ).expand(env=plan())
    search >> conclude()

with DAG("long", schedule=None, params={"experiment": Param("name: long\n", type="string")}):
    BashOperator(task_id="sleep", bash_command="sleep 120")

with DAG("stopped", schedule=None, params={"experiment": Param("name: stopped\n", type="string")}):
    BashOperator(task_id="plan", bash_command="echo no such tracker; exit 3")
