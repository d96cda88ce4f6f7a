"""What a stage says on standard output: JSON lines of progress, its result last."""

from __future__ import annotations

import json
import time
from typing import Any
from collections.abc import Callable

LEAST_SECONDS = 5.0  # between two lines of progress in the task's log


class Output:
    """Reads the lines of one process: tells its progress now and then, keeps its result."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._told = float("-inf")
        self.result: dict[str, Any] | None = None

    def take(self, line: str) -> None:
        """Takes one line; what is no part of the protocol is passed on as it is."""
        try:
            event = json.loads(line)
        except ValueError:
            event = None
        kind = event.get("event") if isinstance(event, dict) else None
        if kind == "result":
            self.result = event
        elif kind == "progress":
            self._progress(event)
        elif line.strip():
            self._tell(line.rstrip())

    def _progress(self, event: dict[str, Any]) -> None:
        now = time.monotonic()
        if event["done"] < event["total"] and now - self._told < LEAST_SECONDS:
            return
        self._told = now
        self._tell(f"{event['unit']} {event['done']}/{event['total']}  {event.get('message', '')}".rstrip())
