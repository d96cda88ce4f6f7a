"""What the end of a process means to Airflow: exit code 3 and death by a signal are worth a retry, nothing else is."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from airflow.sdk.exceptions import AirflowException, AirflowFailException

INFRASTRUCTURE = 3
FIRST_SIGNAL = 128  # containers and shells tell signal n as 128 + n, Python as -n
MEANINGS = {
    1: "defect of the program",
    2: "bad experiment or arguments",
    3: "infrastructure failed (worth a retry)",
    4: "diverged",
    5: "bad data",
}


def passing(code: int) -> bool:
    """Whether another try may end differently."""
    return code == INFRASTRUCTURE or code < 0 or code > FIRST_SIGNAL


def accept(name: str, code: int, result: dict[str, Any] | None) -> dict[str, Any]:
    """The result of a task that ended well; raises what the retries of Airflow follow for every other."""
    if code == 0 and result is not None:
        return result
    raise failure(code)(f"{name}: {meaning(code, result or {})}{message(result or {})}")


def failure(code: int) -> type[AirflowException]:
    """The exception that is retried, or the one that is not."""
    return AirflowException if passing(code) else AirflowFailException


def overtime(name: str, limit: timedelta | None) -> AirflowException:
    """What a try that took too long means: the next would take as long."""
    return AirflowFailException(f"{name}: not ended within {limit}; SIMPLEXITY_TIMEOUT_HOURS raises the limit")


def meaning(code: int, result: dict[str, Any]) -> str:
    """How it ended, in words."""
    if code == 0:
        return "ended with exit code 0 but told no result"
    if code < 0 or code > FIRST_SIGNAL:
        return f"ended by signal {-code if code < 0 else code - FIRST_SIGNAL} (worth a retry)"
    return f"{result.get('reason') or MEANINGS.get(code, 'failed')} (exit code {code})"


def message(result: dict[str, Any]) -> str:
    """What the result line says of the failure."""
    said = f": {result['message']}" if result.get("message") else ""
    return said + (f"; run {result['run_id']}" if result.get("run_id") else "")
