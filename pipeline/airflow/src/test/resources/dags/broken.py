"""A file of Airflow DAGs with an import error."""

raise ValueError("the colour of the sea is not a number")
