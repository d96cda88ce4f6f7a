"""What dags/server asks of the API of a local Airflow."""

import contextlib
import datetime
import json
import time
import urllib.error
import urllib.request

from daemons import Failure, get
from local_airflow import USER

POOL = "gpu"
RETRIES = 5  # waits of 1, 2, 4, 8 and 16 s, for a server that finds its place beside running tasks
HEARTBEATS = ("scheduler", "dag-processor", "triggerer")  # components that tell the server that they live


class Api:
    """What is asked of the server once it answers."""

    def __init__(self, address, password, pause=time.sleep):
        self.address = address
        self.password = password
        self.pause = pause
        self.token = None

    def unhealthy(self, since):
        """The components that have not been heard of since they were started, as the server sees them."""
        with contextlib.suppress(TypeError, ValueError, KeyError):
            said = json.loads(get(self.address + "/api/v2/monitor/health"))
            fresh = {name: self.fresh(said[name.replace("-", "_")], since.get(name)) for name in HEARTBEATS}
            return [name for name in HEARTBEATS if not fresh[name]]
        return ["api-server"]

    @staticmethod
    def fresh(said, started):
        """Whether a component is healthy, and not only by the heartbeat of its predecessor."""
        beats = [value for key, value in said.items() if key.startswith("latest_") and value]
        last = max(
            (datetime.datetime.fromisoformat(beat.replace("Z", "+00:00")).timestamp() for beat in beats), default=0
        )
        return said["status"] == "healthy" and (started is None or last >= started)

    def ask(self, method, path, body=None):
        """The answer to a request that may be repeated, as JSON; None where there is none."""
        if self.token is None and path != "/auth/token":
            login = {"username": USER, "password": self.password}
            self.token = self.ask("POST", "/auth/token", login)["access_token"]
        request = urllib.request.Request(
            self.address + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"},
        )
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        for attempt in range(RETRIES + 1):
            if attempt:
                self.pause(2 ** (attempt - 1))
            try:
                with direct.open(request, timeout=30) as answer:
                    return json.loads(answer.read() or b"null")
            except urllib.error.HTTPError as error:
                if error.code == 404:
                    return None
                failure = Failure(f"{self.address}{path}: {error.code} {error.read(300).decode(errors='replace')}")
                if error.code < 500:
                    raise failure from error
            except OSError as error:
                failure = Failure(f"{self.address}{path}: {error}")
        raise failure

    def make_pool(self, slots):
        """The pool of tasks that compute."""
        pool = {"name": POOL, "slots": slots, "description": "tasks that compute", "include_deferred": True}
        if self.ask("GET", f"/api/v2/pools/{POOL}") is None:
            with contextlib.suppress(Failure):  # an answer that was lost leaves a pool that exists by the next try
                self.ask("POST", "/api/v2/pools", pool)
        if self.ask("PATCH", f"/api/v2/pools/{POOL}", pool) is None:
            raise Failure(f"{self.address}: the pool {POOL} could not be made")

    def dags(self):
        """Identifiers of the DAGs that are there."""
        return {dag["dag_id"] for dag in self.ask("GET", "/api/v2/dags?limit=1000")["dags"]}

    def import_errors(self):
        """Files that could not be read, with what went wrong."""
        listed = self.ask("GET", "/api/v2/importErrors?limit=100")["import_errors"]
        return [f"{error['filename']}: {error['stack_trace'].strip()}" for error in listed]
