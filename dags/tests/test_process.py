"""The backend process, with real processes; exit codes on every backend."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest
from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowTaskTimeout

from simplexity_airflow import jobs, outcomes
from simplexity_airflow.calls import Call
from simplexity_airflow.operators.process import ProcessTask, environment, words
from simplexity_airflow.protocol import Output

FAILED = {"event": "result", "run_id": "abc", "status": "failed", "reason": "diverged", "message": "loss is NaN"}


@pytest.mark.parametrize("code", [3, -9, -15, 137, 143])
def test_infrastructure_and_signals_are_worth_a_retry(code):
    with pytest.raises(AirflowException) as raised:
        outcomes.accept("train", code, None)
    assert not isinstance(raised.value, AirflowFailException)


@pytest.mark.parametrize("code", [1, 2, 4, 5])
def test_every_other_failure_is_final_and_says_what_the_stage_said(code):
    with pytest.raises(AirflowFailException, match=rf"^train: diverged \(exit code {code}\): loss is NaN; run abc$"):
        outcomes.accept("train", code, FAILED)


def test_a_program_that_says_nothing_has_not_done_its_work():
    with pytest.raises(AirflowFailException, match="told no result"):
        outcomes.accept("train", 0, None)


def test_progress_is_told_now_and_then_and_the_result_kept():
    told: list[str] = []
    output = Output(told.append)
    for done in range(1, 11):
        output.take(f'{{"event":"progress","done":{done},"total":10,"unit":"epoch","message":"loss {done}"}}\n')
    output.take("no part of the protocol\n")
    output.take('{"event":"result","run_id":"abc"}\n')
    assert told == ["epoch 1/10  loss 1", "epoch 10/10  loss 10", "no part of the protocol"]
    assert output.result == {"event": "result", "run_id": "abc"}


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Makes a shell script the Java of a task."""
    monkeypatch.setenv("MLFLOW_TRACKING_URI", "http://127.0.0.1:1")

    def become(script: str) -> ProcessTask:
        java = tmp_path / "java"
        java.write_text(f"#!/bin/sh\n{script}\n")
        java.chmod(0o755)
        monkeypatch.setenv("SIMPLEXITY_JAVA", str(java))
        return ProcessTask(task_id="t", job="stage", about={})

    return become


def test_a_stage_is_started_with_its_options_and_where_it_runs(monkeypatch):
    monkeypatch.setenv("MLFLOW_TRACKING_URI", "http://mlflow:5000")
    monkeypatch.setenv("SIMPLEXITY_WORK", "/scratch")
    monkeypatch.setenv("SIMPLEXITY_JAVA", "/jdk/bin/java")
    call = Call("train", "train", ("--parent", "p"), ("-Xmx1024m",), 2048, True)
    line = words(call)
    assert line[:3] == ["/jdk/bin/java", "-Xmx1024m", "-jar"]
    assert line[3].endswith("/dist/stages/train.jar")
    assert line[4:] == ["--parent", "p", "--tracking-uri", "http://mlflow:5000", "--work", "/scratch"]


def test_a_stage_ends_with_its_watcher_and_has_the_native_environment():
    given = environment()
    assert given["SIMPLEXITY_RUNNER_PID"] == str(os.getpid())
    launcher = (Path(__file__).parents[2] / "launcher" / "environment.sh").read_text()
    names = ("OMP_NUM_THREADS", "OMP_WAIT_POLICY", "MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_")
    for name in (*names, "ORT_DISABLE_TELEMETRY"):
        assert f'{name}="${{{name}:-{given[name]}}}"' in launcher


def test_a_variable_that_is_set_is_kept(monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "4")
    assert environment()["OMP_NUM_THREADS"] == "4"


def test_output_and_errors_of_any_size_do_not_block(program):
    task = program("""i=0; while [ $i -lt 20000 ]; do echo "line $i of some length" >&2; echo "{\\"event\\":\\"x\\"}"
i=$((i+1)); done; echo '{"event":"result","run_id":"abc"}'; exit 4""")
    output = Output(lambda _: None)
    assert task._run(Call("t", "train", ()), output) == 4
    assert output.result == {"event": "result", "run_id": "abc"}


def test_killing_a_task_ends_all_that_it_started(program, tmp_path):
    task = program(f"sleep 60 & echo $! >{tmp_path}/child; wait")
    codes: list[int] = []
    running = threading.Thread(target=lambda: codes.append(task._run(Call("t", "train", ()), Output(print))))
    running.start()
    child = tmp_path / "child"
    while not child.exists() or not child.read_text():
        time.sleep(0.02)
    task.on_kill()
    running.join(10)
    assert codes == [-15]
    assert state(int(child.read_text())) in (None, "Z")


def test_a_try_that_takes_too_long_is_ended_and_final(program, monkeypatch):
    class Endless(jobs.Job):
        def call(self, context, spec):
            return Call("endless", "train", ())

    def overtime(*_):
        raise AirflowTaskTimeout

    monkeypatch.setitem(jobs.JOBS, "stage", Endless)
    task = program("sleep 60")
    before = signal.signal(signal.SIGALRM, overtime)  # as Airflow's own limit works
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    try:
        with pytest.raises(AirflowFailException, match="endless: not ended within.*SIMPLEXITY_TIMEOUT_HOURS"):
            task.execute({})
    finally:
        signal.signal(signal.SIGALRM, before)
    assert task._process.poll() == -signal.SIGTERM


def test_a_java_that_is_not_there_is_told(program, monkeypatch):
    task = program("true")
    monkeypatch.setenv("SIMPLEXITY_JAVA", "/no/java")
    with pytest.raises(AirflowException, match="cannot start /no/java: No such file or directory; see SIMPLEXITY_JAVA"):
        task._run(Call("t", "train", ()), Output(print))


def state(pid: int) -> str | None:
    """The state of a process as ps tells it; None when it is gone."""
    found = os.popen(f"ps -o state= -p {pid}").read().strip()
    return found[:1] or None
