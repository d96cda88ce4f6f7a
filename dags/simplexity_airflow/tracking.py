"""Ends runs in MLflow whose task died before it could: over REST, since where callbacks run there is no Java."""

from __future__ import annotations

import base64
import json
import logging
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any
from collections.abc import Iterator
from urllib.parse import urlsplit

from simplexity_airflow import settings
from simplexity_airflow.calls import TAGS

LOG = logging.getLogger("airflow.task.simplexity")
SECONDS = 10
TRIES = 3
PREFIX = "simplexity.airflow."
LOOPBACK = ("127.0.0.1", "localhost", "::1")


class TrackingError(Exception):
    """The tracking server did not do what was asked; the message says what and why."""


@dataclass(frozen=True)
class Tracking:
    """A tracking server, with timeouts and a few tries."""

    uri: str

    def running(self, tags: dict[str, str]) -> list[dict[str, Any]]:
        """The runs with all of these tags that are still running, whatever their experiment."""
        terms = [f"tags.`{PREFIX}{name}` = {quoted(value)}" for name, value in tags.items()]
        query = " and ".join([*terms, "attributes.status = 'RUNNING'"])
        experiments = [
            e["experiment_id"] for e in self._pages("experiments/search", {"max_results": 1000}, "experiments")
        ]
        body = {"experiment_ids": experiments, "filter": query, "max_results": 1000}
        return list(self._pages("runs/search", body, "runs")) if experiments else []

    def fail(self, run_id: str, why: str) -> None:
        """Ends a run as failed and says why on it."""
        for key, value in (("failure", "infrastructure failed (worth a retry)"), ("failure_message", why)):
            self._post("runs/set-tag", {"run_id": run_id, "key": f"simplexity.{key}", "value": value})
        self._post("runs/update", {"run_id": run_id, "status": "FAILED", "end_time": int(time.time() * 1000)})

    def _pages(self, path: str, body: dict[str, Any], key: str) -> Iterator[dict[str, Any]]:
        token = None
        while True:
            answer = self._post(path, {**body, "page_token": token} if token else body)
            yield from answer.get(key, [])
            token = answer.get("next_page_token")
            if not token:
                return

    def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        for number in range(1, TRIES + 1):
            try:
                return self._once(path, body)
            except urllib.error.HTTPError as error:
                if error.code < 500 or number == TRIES:
                    raise TrackingError(f"{self.uri}: {path}: {error.code} {error.read(300).decode(errors='replace')}")
            except (OSError, ValueError) as error:
                if number == TRIES:
                    raise TrackingError(f"{self.uri}: {path}: {error}")
            time.sleep(number)
        raise AssertionError("unreachable")

    def _once(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        request = urllib.request.Request(
            f"{self.uri.rstrip('/')}/api/2.0/mlflow/{path}",
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json", **authorization()},
        )
        handlers = [urllib.request.ProxyHandler({})] if urlsplit(self.uri).hostname in LOOPBACK else []
        with urllib.request.build_opener(*handlers).open(request, timeout=SECONDS) as answer:
            return json.load(answer)


def authorization() -> dict[str, str]:
    """The header with the credentials of the environment, if there are any."""
    given = settings.tracking_credentials()
    if "MLFLOW_TRACKING_TOKEN" in given:
        return {"Authorization": f"Bearer {given['MLFLOW_TRACKING_TOKEN']}"}
    if "MLFLOW_TRACKING_USERNAME" in given:
        pair = f"{given['MLFLOW_TRACKING_USERNAME']}:{given.get('MLFLOW_TRACKING_PASSWORD', '')}"
        return {"Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}
    return {}


def quoted(value: str) -> str:
    """A string of MLflow's filter language."""
    return f'"{value}"' if "'" in value else f"'{value}'"


def close_try(context: Any) -> None:
    """Callback of a failed try: the runs of that very try that are still running end as failed."""
    instance = context["ti"]
    tags = {name: str(getattr(instance, name)) for name in TAGS}
    close(tags, f"try {tags['try_number']} of the task {tags['task_id']} ended in Airflow before the stage did")


def close_plan(context: Any) -> None:
    """Callback of a failed plan: its parent run, if there is one, ends as failed."""
    instance = context["ti"]
    close({"dag_id": instance.dag_id, "run_id": instance.run_id}, "the plan could not be run")


def close(tags: dict[str, str], why: str) -> None:
    """Ends the running runs with these tags; a tracking server out of reach is told in the log and nothing else."""
    try:
        tracking = Tracking(settings.tracking_uri())
        for run in tracking.running(tags):
            run_id = run["info"]["run_id"]
            tracking.fail(run_id, why)
            LOG.info("Run %s ended as FAILED in MLflow: %s", run_id, why)
    except (TrackingError, settings.SettingError) as error:
        LOG.warning("Runs of %s could not be closed in MLflow and may still be shown as running: %s", tags, error)
