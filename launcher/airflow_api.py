"""What dags/server asks of the API of a local Airflow."""

import contextlib
import datetime
import json
import urllib.error
import urllib.request

from daemons import Failure, get
from local_airflow import USER

POOL = "gpu"
HEARTBEATS = ("scheduler", "dag-processor", "triggerer")  # components that tell the server that they live


class Api:
    """What is asked of the server once it answers."""

    def __init__(self, address, password):
        self.address = address
        self.password = password
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
        """The answer to a request, as JSON; None where there is none."""
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
        try:
            with direct.open(request, timeout=30) as answer:
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            if error.code == 404:
                return None
            raise Failure(f"{self.address}{path}: {error.code} {error.read(300).decode(errors='replace')}")
        except OSError as error:
            raise Failure(f"{self.address}{path}: {error}")

    def make_pool(self, slots):
        """The pool of tasks that compute."""
        pool = {"name": POOL, "slots": slots, "description": "tasks that compute", "include_deferred": True}
        if self.ask("GET", f"/api/v2/pools/{POOL}") is None:
            self.ask("POST", "/api/v2/pools", pool)
        else:
            self.ask("PATCH", f"/api/v2/pools/{POOL}", pool)

    def dags(self):
        """Identifiers of the DAGs that are there."""
        return {dag["dag_id"] for dag in self.ask("GET", "/api/v2/dags?limit=1000")["dags"]}

    def import_errors(self):
        """Files that could not be read, with what went wrong."""
        listed = self.ask("GET", "/api/v2/importErrors?limit=100")["import_errors"]
        return [f"{error['filename']}: {error['stack_trace'].strip()}" for error in listed]
