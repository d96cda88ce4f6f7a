# Airflow with our DAGs, their experiments, and what is known of them. The DAG processor needs no Java: experiments are
# described while the image is built. Context: the root of the repository; docker/up builds it.
ARG CLI=simplexity/cli:latest
ARG AIRFLOW=apache/airflow:3.3.2-python3.12

FROM ${CLI} AS cli

FROM ${AIRFLOW} AS described
COPY --from=cli /opt/java /opt/java
COPY --from=cli /opt/simplexity /opt/simplexity/dist
COPY dags /opt/simplexity/dags
COPY experiments /opt/simplexity/experiments
ENV SIMPLEXITY_HOME=/opt/simplexity SIMPLEXITY_JAVA=/opt/java/bin/java PYTHONPATH=/opt/simplexity/dags
RUN ["python", "-m", "simplexity_airflow.describe", "--experiments", "/opt/simplexity/experiments", "--out", "/tmp/descriptions"]

FROM ${AIRFLOW}
COPY --chown=airflow:root --from=described /tmp/descriptions /opt/simplexity/descriptions
COPY dags /opt/simplexity/dags
COPY experiments /opt/simplexity/experiments
ENV SIMPLEXITY_HOME=/opt/simplexity SIMPLEXITY_DAG_CACHE=/opt/simplexity/descriptions \
    SIMPLEXITY_EXPERIMENTS=/opt/simplexity/experiments AIRFLOW__CORE__DAGS_FOLDER=/opt/simplexity/dags \
    AIRFLOW__CORE__LOAD_EXAMPLES=false PYTHONPATH=/opt/simplexity/dags
