"""Backends: how a Java program is started. One factory picks; what is started is the same on each."""

from __future__ import annotations

import importlib

from airflow.sdk import BaseOperator

from simplexity_airflow import settings

CLASSES = {"process": "ProcessTask", "docker": "DockerTask", "kubernetes": "KubernetesTask"}


def operator() -> type[BaseOperator]:
    """The operator of the backend that SIMPLEXITY_BACKEND names; the others' libraries are not loaded."""
    backend = settings.backend()
    return getattr(importlib.import_module(f"simplexity_airflow.operators.{backend}"), CLASSES[backend])
