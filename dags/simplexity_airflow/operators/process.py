"""The backend process: a stage's jar, started on the machine of the Airflow worker."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import threading
import time
from pathlib import Path
from typing import Any

from airflow.sdk import BaseOperator, Context
from airflow.sdk.exceptions import AirflowException, AirflowTaskTimeout

from simplexity_airflow import outcomes, settings
from simplexity_airflow.calls import CLI, NATIVE_ENVIRONMENT, Call
from simplexity_airflow.jobs import job
from simplexity_airflow.protocol import Output

SHOWN = 3000  # characters of a command in the log
GRACE = 20  # seconds from SIGTERM to SIGKILL: the stage marks its run as killed in between
POLL = 0.05
LAST_LINES = 5  # seconds for output that is still in the pipe


class ProcessTask(BaseOperator):
    """Runs the Java program of a job as a process in a group of its own, and ends the whole group when it is killed."""

    ui_color = "#e8f0fe"

    def __init__(self, *, job: str, about: dict[str, Any], spec: dict[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.job = job
        self.about = about
        self.spec = spec
        self._process: subprocess.Popen[str] | None = None

    def execute(self, context: Context) -> Any:
        """Runs it; the value for XCom is what the job makes of the result line."""
        work = job(self.job, self.about)
        call = work.call(context, self.spec)
        output = Output(self.log.info)
        try:
            code = self._run(call, output)
        except AirflowTaskTimeout:
            raise outcomes.overtime(call.name, self.execution_timeout)
        return work.finish(context, outcomes.accept(call.name, code, output.result))

    def on_kill(self) -> None:
        """Ends the process and all that it started."""
        self._end()

    def _run(self, call: Call, output: Output) -> int:
        command = words(call)
        self.log.info("Starting %s: %s", call.name, shlex.join(command)[:SHOWN])
        try:
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                encoding="utf-8", errors="replace", env=environment(), cwd=settings.home(), start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            raise AirflowException(f"{call.name}: cannot start {command[0]}: {error.strerror}; see SIMPLEXITY_JAVA")
        try:
            return self._wait(self._process, output)
        finally:
            self._end()

    def _wait(self, process: subprocess.Popen[str], output: Output) -> int:
        lines = threading.Thread(target=self._each, args=(process.stdout, output.take), daemon=True)
        lines.start()
        self._each(process.stderr, lambda line: self.log.info(line.rstrip()) if line.strip() else None)
        while (code := process.poll()) is None:  # not wait(), whose lock would block on_kill in a signal handler
            time.sleep(POLL)
        lines.join(LAST_LINES)
        return code

    @staticmethod
    def _each(stream: Any, take: Any) -> None:
        for line in stream:
            take(line)

    def _end(self) -> None:
        process = self._process
        if process is None or process.poll() is not None:
            return
        self.log.info("Ending process group %d", process.pid)
        for kind in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(process.pid, kind)
                process.wait(GRACE)
                return
            except ProcessLookupError:
                return
            except subprocess.TimeoutExpired:
                continue


def words(call: Call) -> list[str]:
    """The command line of a call."""
    work = settings.text("SIMPLEXITY_WORK", str(settings.airflow_home() / "work"))
    return [settings.java(), *call.java, "-jar", str(jar(call.program)), *call.line(settings.tracking_uri(), work)]


def jar(program: str) -> Path:
    """The jar of a program; stages have theirs in a folder."""
    dist = settings.home() / "dist"
    return dist / "cli.jar" if program == CLI else dist / "stages" / f"{program}.jar"


def environment() -> dict[str, str]:
    """The variables of a program; it ends when this process does."""
    return {**NATIVE_ENVIRONMENT, **os.environ, "SIMPLEXITY_RUNNER_PID": str(os.getpid())}
