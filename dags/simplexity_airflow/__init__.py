"""Experiments as Airflow DAGs: what a DAG is built from comes from Java, this package adds how a process is started."""
