"""Registers no DAG: fails to import while an experiment file is broken, so that Airflow shows its mistakes."""

from simplexity_airflow.folder import refuse_broken

refuse_broken()
