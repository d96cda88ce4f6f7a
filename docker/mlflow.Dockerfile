# The MLflow server, from the lock file. Context: the root of the repository; docker/up builds it.
FROM python:3.12-slim-bookworm
COPY mlflow/requirements.lock /tmp/requirements.lock
RUN ["pip", "install", "--no-cache-dir", "--disable-pip-version-check", "--require-hashes", "--requirement", "/tmp/requirements.lock"]
ENV MLFLOW_DISABLE_TELEMETRY=true DO_NOT_TRACK=true MLFLOW_SERVER_ENABLE_JOB_EXECUTION=false HOME=/tmp
WORKDIR /tmp
USER 65532:65532
EXPOSE 5000
# Where runs and files lie is said by MLFLOW_BACKEND_STORE_URI and MLFLOW_ARTIFACTS_DESTINATION.
ENTRYPOINT ["mlflow", "server", "--host", "0.0.0.0", "--port", "5000"]
