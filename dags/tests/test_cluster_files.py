"""docker/kubernetes and docker/compose.yaml: what they say fits the libraries' own models and our own settings."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from kubernetes import client

DOCKER = Path(__file__).resolve().parents[2] / "docker"
MODELS = {
    ("v1", "ServiceAccount"): "V1ServiceAccount",
    ("v1", "ConfigMap"): "V1ConfigMap",
    ("v1", "Service"): "V1Service",
    ("apps/v1", "Deployment"): "V1Deployment",
    ("rbac.authorization.k8s.io/v1", "Role"): "V1Role",
    ("rbac.authorization.k8s.io/v1", "RoleBinding"): "V1RoleBinding",
}
SECRET = re.compile(r"password|secret|token|fernet|access_key", re.IGNORECASE)


class Answer:
    """What the client's deserialiser reads."""

    def __init__(self, value: Any) -> None:
        self.data = json.dumps(value)


def documents(name: str) -> list[dict[str, Any]]:
    """The objects of a file."""
    return list(yaml.safe_load_all((DOCKER / "kubernetes" / name).read_text()))


def without_unknown(given: Any, kept: Any, path: str = "") -> None:
    """Fails where the model has dropped a key, which it does with all that it does not know."""
    if isinstance(given, dict):
        for key, value in given.items():
            assert isinstance(kept, dict) and key in kept, f"{path}.{key} is unknown to Kubernetes"
            without_unknown(value, kept[key], f"{path}.{key}")
    elif isinstance(given, list):
        for place, (one, other) in enumerate(zip(given, kept, strict=True)):
            without_unknown(one, other, f"{path}[{place}]")


@pytest.mark.parametrize("name", ["mlflow.yaml", "rbac.yaml"])
def test_every_object_fits_the_model_of_kubernetes(name: str) -> None:
    api = client.ApiClient()
    for given in documents(name):
        model = api.deserialize(Answer(given), MODELS[given["apiVersion"], given["kind"]])
        without_unknown(given, api.sanitize_for_serialization(model), given["kind"])


def test_a_misspelt_key_would_be_noticed() -> None:
    given = {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "x"}, "spec": {"prots": []}}
    api = client.ApiClient()
    with pytest.raises(AssertionError, match="Service.spec.prots"):
        without_unknown(given, api.sanitize_for_serialization(api.deserialize(Answer(given), "V1Service")), "Service")


def test_the_tracking_server_is_confined_and_takes_its_secrets_from_a_secret() -> None:
    deployment = next(each for each in documents("mlflow.yaml") if each["kind"] == "Deployment")
    pod = deployment["spec"]["template"]["spec"]
    for container in pod["containers"] + pod["initContainers"]:
        assert container["securityContext"]["readOnlyRootFilesystem"] is True
        assert not container["image"].endswith(":latest") and ":" in container["image"]
        for variable in container["env"]:
            assert "valueFrom" in variable or not SECRET.search(variable["name"])


def test_values_speak_the_language_of_our_settings() -> None:
    values = yaml.safe_load((DOCKER / "kubernetes" / "values.yaml").read_text())
    variables = {each["name"]: each["value"] for each in values["env"]}
    assert variables["SIMPLEXITY_BACKEND"] == "kubernetes"
    assert all(isinstance(value, str) for value in variables.values())
    assert json.loads(variables["SIMPLEXITY_KUBERNETES_NODE_SELECTOR"])
    assert json.loads(variables["SIMPLEXITY_KUBERNETES_TOLERATIONS"])[0]["key"] == "nvidia.com/gpu"
    roles = {each["metadata"]["name"] for each in documents("rbac.yaml")}
    assert variables["SIMPLEXITY_KUBERNETES_SERVICE_ACCOUNT"] in roles
    for key in ("fernetKey", "apiSecretKey", "jwtSecret", "webserverSecretKey"):
        assert key not in values


def test_every_variable_of_the_deployments_is_read_by_the_dags() -> None:
    package = Path(__file__).resolve().parents[1] / "simplexity_airflow"
    if not package.is_dir():
        pytest.skip("the package simplexity_airflow is not in this checkout")
    sources = "".join(file.read_text() for file in package.rglob("*.py"))
    known = set(re.findall(r"""["'](SIMPLEXITY_[A-Z_]+)["']""", sources))
    values = yaml.safe_load((DOCKER / "kubernetes" / "values.yaml").read_text())
    compose = yaml.safe_load((DOCKER / "compose.yaml").read_text())
    used = {each["name"] for each in values["env"]} | set(compose["services"]["worker"]["environment"])
    assert {name for name in used if name.startswith("SIMPLEXITY_")} <= known


def services() -> dict[str, dict[str, Any]]:
    """The services of the compose file."""
    return yaml.safe_load((DOCKER / "compose.yaml").read_text())["services"]


def test_every_service_of_compose_is_pinned_and_healthy_before_others_need_it() -> None:
    one_shot = {name for name, each in services().items() if str(each["restart"]).startswith("on-failure")}
    assert one_shot == {"airflow-init", "store-init"}
    for name, service in services().items():
        assert re.search(r":(\d[\w.-]+|\$\{SIMPLEXITY_IMAGE_TAG.*\})$", service["image"]), name
        assert name in one_shot or "healthcheck" in service, name
        for needed, how in service.get("depends_on", {}).items():
            wanted = "service_completed_successfully" if needed in one_shot else "service_healthy"
            assert how["condition"] == wanted, f"{name} needs {needed}"


def test_compose_declares_its_volumes_publishes_on_loopback_and_holds_no_secret() -> None:
    declared = set(yaml.safe_load((DOCKER / "compose.yaml").read_text())["volumes"])
    for name, service in services().items():
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            assert source in declared or source == "/var/run/docker.sock", f"{name}: {volume}"
        assert all(port.startswith("127.0.0.1:") for port in service.get("ports", []))
        for key, value in service.get("environment", {}).items():
            assert not SECRET.search(key) or "${" in value or not value, f"{name}: {key}"
            assert not re.search(r"://[^:/@]*:(?!\$\{)[^@/]+@", value), f"{name}: {key} holds a password"


def test_up_writes_every_variable_that_compose_needs_and_only_once(tmp_path: Path) -> None:
    for name in ("up", "compose.yaml"):
        (tmp_path / "docker" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "docker" / name).write_bytes((DOCKER / name).read_bytes())
    (tmp_path / "pom.xml").write_bytes((DOCKER.parent / "pom.xml").read_bytes())
    command = ["bash", str(tmp_path / "docker" / "up"), "--secrets-only"]
    subprocess.run(command, check=True, capture_output=True)
    written = tmp_path / "docker" / ".env"
    first = written.read_text()
    assert written.stat().st_mode & 0o777 == 0o600
    variables = dict(line.split("=", 1) for line in first.splitlines() if not line.startswith("#"))
    assert all(variables.values())
    needed = set(re.findall(r"\$\{(\w+):\?", (DOCKER / "compose.yaml").read_text()))
    assert needed <= set(variables)
    made = [value for key, value in variables.items() if SECRET.search(key)]
    assert len(set(made)) == len(made) and min(map(len, made)) >= 20
    subprocess.run(command, check=True, capture_output=True)
    assert written.read_text() == first


def test_compose_itself_accepts_the_files(tmp_path: Path) -> None:
    try:
        found = subprocess.run(["docker", "compose", "version"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        found = False
    if not found:
        pytest.skip("docker compose is not installed here; the structure is checked by the other tests")
    needed = re.findall(r"\$\{(\w+):\?", (DOCKER / "compose.yaml").read_text())
    settings = tmp_path / "settings"
    settings.write_text("".join(f"{name}=1\n" for name in set(needed)))
    files = ["--file", str(DOCKER / "compose.yaml"), "--file", str(DOCKER / "compose.gpu.yaml")]
    subprocess.run(["docker", "compose", "--env-file", str(settings), *files, "config", "--quiet"], check=True)
