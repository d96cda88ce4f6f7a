#!/usr/bin/env python3
"""Cuts the OpenAPI file of Airflow's REST interface down to what the client needs, in a form that generates well.

Run it with the Python of a virtual environment that has Airflow and give the result to this folder:

    VENV/bin/python pipeline/airflow-api/normalise.py > pipeline/airflow-api/airflow.yaml

What it changes: operations and query parameters that are not named below go, with the schemas that only they used;
answers other than success go (the client reads them itself); the `accept` header parameters go; a value of one type
or null becomes a value of that type, and a choice between several types becomes a value of any type or the type that
CHOICES names. `x-airflow-version` tells the version of Airflow, `x-source-sha256` the digest of the file that it came from.
"""

from __future__ import annotations

import hashlib
import sys
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

SOURCE = "api_fastapi/core_api/openapi/v2-rest-api-generated.yaml"
SCHEMAS = "#/components/schemas/"

# Operations of the client, each with the query parameters that it uses.
OPERATIONS: dict[str, frozenset[str]] = {
    "get_dags": frozenset({"limit", "offset", "exclude_stale"}),
    "get_dag_details": frozenset(),
    "patch_dag": frozenset({"update_mask"}),
    "reparse_dag_file": frozenset(),
    "get_import_errors": frozenset({"limit", "offset"}),
    "trigger_dag_run": frozenset(),
    "get_dag_run": frozenset(),
    "patch_dag_run": frozenset({"update_mask"}),
    "clear_dag_run": frozenset(),
    "get_task_instances": frozenset({"limit", "offset", "order_by"}),
    "post_clear_task_instances": frozenset(),
    "get_log": frozenset({"full_content", "map_index", "token"}),
    "get_xcom_entry": frozenset({"map_index", "deserialize"}),
    "create_backfill": frozenset(),
    "get_backfill": frozenset(),
    "get_version": frozenset(),
}

# Answers that differ by request, and the one that the client's requests get.
CHOICES = {
    frozenset({"XComResponseNative", "XComResponseString"}): "XComResponseNative",
    frozenset({"ClearTaskInstanceCollectionResponse", "DAGRunResponse"}): "DAGRunResponse",
}


def main() -> None:
    """Prints the normalised file of the Airflow that this Python has."""
    source = airflow_file()
    text = source.read_bytes()
    document = normalised(yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    document["info"] = {
        "title": "Airflow API",
        "version": "2",
        "x-airflow-version": metadata.version("apache-airflow-core"),
        "x-source-sha256": hashlib.sha256(text).hexdigest(),
    }
    print("# Made by normalise.py from the file of the same version of Airflow (Apache License 2.0); not edited by hand.")
    yaml.safe_dump(document, sys.stdout, sort_keys=False, allow_unicode=True, width=120)


def airflow_file() -> Path:
    """The OpenAPI file inside the installed package; looked up without importing Airflow, which takes seconds."""
    spec = find_spec("airflow")
    if spec is None or spec.origin is None:
        sys.exit("normalise.py: this Python has no Airflow; run it with that of a virtual environment that has")
    return Path(spec.origin).parent / SOURCE


def normalised(document: dict[str, Any]) -> dict[str, Any]:
    """The whole document with only what is needed."""
    paths: dict[str, Any] = {}
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if operation["operationId"] in OPERATIONS:
                paths.setdefault(path, {})[method] = kept(operation)
    missing = OPERATIONS.keys() - {one["operationId"] for methods in paths.values() for one in methods.values()}
    if missing:
        sys.exit(f"normalise.py: this Airflow has no operation {', '.join(sorted(missing))}")
    paths = simple(paths)
    return {
        "openapi": document["openapi"],
        "info": {},
        "paths": paths,
        "components": {"schemas": used(paths, document["components"]["schemas"])},
    }


def kept(operation: dict[str, Any]) -> dict[str, Any]:
    """An operation without optional parameters that nobody gives and without answers that are no success."""
    wanted = OPERATIONS[operation["operationId"]]
    result = {key: operation[key] for key in ("tags", "operationId", "requestBody") if key in operation}
    result["parameters"] = [
        parameter | ({} if {"type", "anyOf"} & parameter["schema"].keys() else {"schema": {"type": "string"}})
        for parameter in operation.get("parameters", [])
        if parameter["in"] == "path" or (parameter["in"] == "query" and parameter["name"] in wanted)
    ]
    result["responses"] = {
        code: {"description": answer["description"], "content": {"application/json": answer["content"]["application/json"]}}
        for code, answer in operation["responses"].items()
        if code.startswith("2")
    }
    return result


def simple(node: Any) -> Any:
    """The same without titles and descriptions, and without choices between types."""
    if isinstance(node, list):
        return [simple(item) for item in node]
    if not isinstance(node, dict):
        return node
    if "anyOf" in node:
        return chosen(node)
    return {
        key: {name: simple(schema) for name, schema in value.items()} if key == "properties" else simple(value)
        for key, value in node.items()
        if key not in ("title", "example") and not (key == "description" and not is_answer(node))
    }


def is_answer(node: dict[str, Any]) -> bool:
    """Whether a node is one of an operation's answers, which need a description."""
    return "content" in node and "description" in node


def chosen(node: dict[str, Any]) -> dict[str, Any]:
    """A value of one type, or of any."""
    types = [one for one in node["anyOf"] if one.get("type") != "null"]
    rest = {"default": node["default"]} if node.get("default") is not None else {}
    names = frozenset(one["$ref"].removeprefix(SCHEMAS) for one in types if "$ref" in one)
    if names in CHOICES:
        return {"$ref": SCHEMAS + CHOICES[names]}
    if len(types) == 1:
        return simple(types[0]) | rest
    if all(one.get("type") == "array" for one in types):
        return {"type": "array", "items": {}}
    return rest


def used(paths: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    """The schemas that are reached from some paths, in alphabetical order."""
    found: dict[str, Any] = {}
    waiting = sorted(references(paths))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = simple(schemas[name])
            waiting.extend(references(found[name]))
    return dict(sorted(found.items()))


def references(node: Any) -> set[str]:
    """Names of the schemas that a node mentions."""
    if isinstance(node, list):
        return set().union(*map(references, node))
    if not isinstance(node, dict):
        return set()
    here = {node["$ref"].removeprefix(SCHEMAS)} if isinstance(node.get("$ref"), str) else set()
    return here.union(*map(references, node.values()))


if __name__ == "__main__":
    main()
