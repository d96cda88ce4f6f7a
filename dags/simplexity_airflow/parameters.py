"""Keys of an experiment as typed parameters of its DAG, and back as overrides."""

from __future__ import annotations

import difflib
import json
from typing import Any

from airflow.sdk import Param

from simplexity_airflow.description import Description

REUSE = ("parent", "experiment", "nothing")
REUSE_HELP = """What of earlier work counts: finished tasks of this very DAG run (`parent`: what a cleared run had done
already), of any run of the experiment (`experiment`), or none (`nothing`)."""
TEXT_HELP = "The experiment file. Its keys above win where they differ from the file in the repository."


def params(description: Description) -> dict[str, Param]:
    """The parameters of a DAG: every key of the experiment, what is reused, and the file itself."""
    keys = {parameter["key"]: of_key(parameter) for parameter in description.parameters}
    keys["reuse"] = Param("parent", REUSE_HELP, type="string", enum=list(REUSE), section="run")
    keys["experiment"] = Param(
        description.text, TEXT_HELP, type="string", minLength=1, format="multiline", section="run"
    )
    return keys


def of_key(parameter: dict[str, Any]) -> Param:
    """One key, under its section's heading without the section's name: the form breaks long titles within words."""
    schema = dict(parameter["schema"])
    help_text = schema.pop("description", None)
    section = parameter.get("section")
    title = parameter["key"].removeprefix(f"{section}.")
    return Param(parameter["value"], help_text, title=title, section=section, **schema)


def overrides(file: dict[str, Any], values: dict[str, Any]) -> list[str]:
    """KEY=JSON for every key whose value differs from the file's."""
    changed = {key: values[key] for key, value in file.items() if values[key] != value}
    return [f"{key}={json.dumps(value, separators=(',', ':'), ensure_ascii=False)}" for key, value in changed.items()]


def unknown(conf: dict[str, Any], known: list[str]) -> list[str]:
    """A sentence for each key of a conf that the DAG does not have, with the nearest that it has."""
    return [sentence(key, known) for key in conf if key not in known]


def sentence(key: str, known: list[str]) -> str:
    """What to say of an unknown key."""
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.5)
    return f"unknown key {key!r} in conf" + (f"; did you mean {near[0]!r}?" if near else "")
