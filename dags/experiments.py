"""Registers one Airflow DAG for every experiment file that is sound; experiment_errors.py tells of the others."""

from simplexity_airflow.folder import dags

globals().update(dags())
