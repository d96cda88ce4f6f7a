"""dags/server up|status|down, as people and the launcher call it."""

from __future__ import annotations

import http.server
import json
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from conftest import DAGS

SERVER = [sys.executable, str(DAGS / "server")]
VENV = str(Path(sys.prefix))


def command(store: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs the command on a store."""
    given = {k: v for k, v in os.environ.items() if not k.startswith("AIRFLOW")}
    given.update({"SIMPLEXITY_AIRFLOW_VENV": VENV, "SIMPLEXITY_AIRFLOW_STORE": str(store), **variables})
    given.setdefault("MLFLOW_TRACKING_URI", "http://127.0.0.1:5001")
    return subprocess.run([*SERVER, *words], env=given, capture_output=True, text=True, check=False)


def test_a_taken_port_is_told_with_its_owner_and_the_way_out(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = command(tmp_path, "up", SIMPLEXITY_AIRFLOW_PORT=port)
    assert done.returncode == 3
    assert f"port {port} is taken by process {os.getpid()}" in done.stderr
    assert "SIMPLEXITY_AIRFLOW_PORT=" in done.stderr


def test_an_environment_without_airflow_is_told_with_the_remedy(tmp_path):
    done = command(tmp_path, "up", SIMPLEXITY_AIRFLOW_VENV=str(tmp_path / "none"))
    assert done.returncode == 3
    assert "requirements.lock" in done.stderr and "SIMPLEXITY_AIRFLOW_VENV" in done.stderr


@pytest.mark.parametrize(
    ("words", "variables", "message"),
    [
        (["start"], {}, "invalid choice"),
        (["up", "--port", "70000"], {}, "between 1 and 65535"),
        (["up"], {"SIMPLEXITY_AIRFLOW_PORT": "x"}, "must be a number"),
        (["up"], {"SIMPLEXITY_GPUS": "two"}, "SIMPLEXITY_GPUS must be a whole number, is 'two'"),
        (["up"], {"MLFLOW_TRACKING_URI": ""}, "MLFLOW_TRACKING_URI must be the address of the tracking server"),
    ],
)
def test_wrong_arguments_end_with_two(tmp_path, words, variables, message):
    done = command(tmp_path, *words, **variables)
    assert done.returncode == 2
    assert message in done.stderr


def test_nothing_runs_before_up(tmp_path):
    done = command(tmp_path, "status")
    assert done.returncode == 1
    assert done.stdout.count("not running") == 4
    assert command(tmp_path, "down").stdout.startswith("not running")


@pytest.fixture(scope="module")
def up(tmp_path_factory):
    """A running Airflow: its store and its address."""
    sys.path.insert(0, str(DAGS.parent / "launcher"))
    from daemons import free_port

    store = tmp_path_factory.mktemp("airflow")
    done = command(store, "up", SIMPLEXITY_AIRFLOW_PORT=str(free_port()), SIMPLEXITY_GPUS="3")
    assert done.returncode == 0, done.stderr
    yield store, done.stdout.strip()
    assert command(store, "down").stdout == "ended scheduler, dag-processor, triggerer, api-server\n"
    assert command(store, "status").returncode == 1


def ask(address: str, path: str, token: str | None = None, body: dict | None = None) -> dict:
    """The answer of the API."""
    headers = {"Content-Type": "application/json", **({"Authorization": f"Bearer {token}"} if token else {})}
    request = urllib.request.Request(address + path, body and json.dumps(body).encode(), headers)
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=30) as answer:
        return json.load(answer)


def test_airflow_is_up_with_its_dags_its_pool_and_a_password_of_its_own(up):
    store, address = up
    credentials = json.loads((store / "credentials.json").read_text())
    assert credentials["url"] == address
    for name in ("credentials.json", "passwords.json", "secrets.json"):
        assert stat.S_IMODE((store / name).stat().st_mode) == 0o600
    login = {"username": credentials["username"], "password": credentials["password"]}
    token = ask(address, "/auth/token", body=login)["access_token"]
    assert {dag["dag_id"] for dag in ask(address, "/api/v2/dags", token)["dags"]} == {"tiny", "other"}
    assert ask(address, "/api/v2/pools/gpu", token)["slots"] == 3
    with pytest.raises(urllib.error.HTTPError, match="401"):
        ask(address, "/auth/token", body={**login, "password": "wrong"})


def test_up_again_starts_what_was_killed_and_nothing_else(up):
    store, address = up
    before = pids(store)
    os.killpg(before["scheduler"], signal.SIGKILL)
    until = time.monotonic() + 10
    while (done := command(store, "status")).returncode == 0 and time.monotonic() < until:
        time.sleep(0.1)
    assert done.returncode == 1
    assert "scheduler: not running" in done.stdout and done.stdout.count("not running") == 1
    assert command(store, "up").stdout.strip() == address
    after = pids(store)
    assert after.pop("scheduler") != before.pop("scheduler")
    assert after == before
    assert command(store, "status").returncode == 0


def test_a_running_airflow_is_not_moved(up):
    store, address = up
    done = command(store, "up", "--port", "5999")
    assert done.returncode == 3
    assert f"runs already, at {address}" in done.stderr
    done = command(store, "up", MLFLOW_TRACKING_URI="http://other:1")
    assert done.returncode == 3
    assert "runs with the tracking server" in done.stderr


def pids(store: Path) -> dict[str, int]:
    """The process of every component."""
    names = ("api-server", "scheduler", "dag-processor", "triggerer")
    return {name: json.loads((store / f"{name}.json").read_text())["pid"] for name in names}


class Answers:
    """A server that gives the answers that it is told to, and keeps what it was asked."""

    def __init__(self, *codes: int):
        self.left = list(codes)
        self.asked: list[str] = []
        self.waits: list[float] = []

    def __enter__(self):
        answers = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def reply(self):
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                answers.asked.append(f"{self.command} {self.path}")
                code = answers.left.pop(0) if answers.left else 200
                body = json.dumps({"access_token": "t", "slots": 1, "code": code}).encode()
                self.send_response(code)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = do_PATCH = reply  # noqa: N815

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def api(self):
        """Who asks, without really waiting."""
        sys.path.insert(0, str(DAGS.parent / "launcher"))
        from airflow_api import Api

        return Api(f"http://127.0.0.1:{self.server.server_address[1]}", "p", pause=self.waits.append)


def test_a_server_whose_database_is_busy_is_asked_again():
    with Answers(200, 500, 503, 200) as answers:
        assert answers.api().ask("GET", "/api/v2/pools/gpu")["slots"] == 1
    assert answers.asked == ["POST /auth/token"] + 3 * ["GET /api/v2/pools/gpu"]
    assert answers.waits == [1, 2]


def test_a_server_that_stays_broken_or_refuses_is_told_with_its_answer():
    sys.path.insert(0, str(DAGS.parent / "launcher"))
    from daemons import Failure

    with Answers(200, *6 * [500]) as answers, pytest.raises(Failure, match="/api/v2/pools/gpu: 500"):
        answers.api().ask("GET", "/api/v2/pools/gpu")
    assert len(answers.asked) == 7 and answers.waits == [1, 2, 4, 8, 16]
    with Answers(200, 403) as answers, pytest.raises(Failure, match="/api/v2/pools/gpu: 403"):
        answers.api().ask("GET", "/api/v2/pools/gpu")
    assert answers.waits == []


def test_a_pool_whose_making_was_answered_too_late_is_still_the_pool_asked_for():
    with Answers(200, 404, 500, 409) as answers:  # made, but the answer was an error; the second time it exists
        answers.api().make_pool(2)
    assert [line.split()[0] for line in answers.asked[1:]] == ["GET", "POST", "POST", "PATCH"]
