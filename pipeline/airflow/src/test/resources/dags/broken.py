"""A file of Airflow DAGs with an import error."""

raise ValueError("sea.yaml:1: the colour of the sea is not a number\nsea.yaml:2: nor is its depth")
