"""Small DAGs of shell tasks on which the tests of the client try everything."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG, Param, task

START = datetime(2026, 1, 1, tzinfo=timezone.utc)

with DAG("mapped", schedule=None, start_date=START, description="Three shell tasks of one mapped task"):

    @task
    def plan() -> dict[str, object]:
        return {"page": "http://127.0.0.1:1/#/runs/1", "seeds": [0, 1, 2]}

    @task
    def commands() -> list[str]:
        return [f"echo seed is {seed}" for seed in range(3)]

    work = BashOperator.partial(task_id="work", map_index_template="seed={{ task.bash_command[-1] }}").expand(
        bash_command=commands()
    )
    plan() >> work

with DAG("failing", schedule=None, start_date=START):
    fine = BashOperator(task_id="fine", bash_command="echo fine")
    fails = BashOperator(task_id="fails", bash_command="for i in $(seq 1 30); do echo line $i; done; exit 4")
    after = BashOperator(task_id="after", bash_command="echo never")
    fine >> fails >> after

with DAG("flaky", schedule=None, start_date=START):
    BashOperator(
        task_id="flaky",
        bash_command="echo this is try {{ ti.try_number }}; [ {{ ti.try_number }} -gt 1 ] || exit 3",
        retries=1,
        retry_delay=timedelta(seconds=1),
    )

with DAG("slow", schedule=None, start_date=START):
    BashOperator(task_id="slow", bash_command="sleep {{ params.seconds }}", params={"seconds": Param(600, type="integer")})

with DAG(
    "checked",
    schedule=None,
    start_date=START,
    params={
        "epochs": Param(3, type="integer", minimum=1, description="passes over the images"),
        "search.batch": Param(64, type="integer", minimum=1),
        "start": Param("scratch", type="string", enum=["scratch", "inherited"]),
    },
):
    BashOperator(task_id="show", bash_command="echo {{ params.epochs }} {{ params['search.batch'] }} {{ params.start }}")

with DAG("scheduled", schedule="@daily", start_date=START, catchup=False):
    BashOperator(task_id="day", bash_command="echo {{ ds }}")
