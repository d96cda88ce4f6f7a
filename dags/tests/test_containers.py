"""The backends docker and kubernetes, against the models of their own clients."""

from __future__ import annotations

import pytest
from airflow.providers.cncf.kubernetes.pod_generator import PodGenerator
from airflow.sdk.exceptions import AirflowException, AirflowFailException
from docker import APIClient
from kubernetes.client import ApiClient
from kubernetes.client import models as k8s

from simplexity_airflow import settings
from simplexity_airflow.calls import Call
from simplexity_airflow.operators.docker import ERROR, OUT, DockerTask, lines, mount
from simplexity_airflow.operators.kubernetes import KubernetesTask, exit_code, failure

CALL = Call("train[start=scratch]", "train", ("--parent", "p"), ("-Xmx1024m", "-XX:+UseSerialGC"), 7680, device=True)
PLAN = Call("plan", "cli", ("engine", "plan"))


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    monkeypatch.setenv("MLFLOW_TRACKING_URI", "http://mlflow:5000")
    monkeypatch.setenv("SIMPLEXITY_IMAGE_PREFIX", "registry.example.org/simplexity-")
    monkeypatch.setenv("SIMPLEXITY_IMAGE_TAG", "1.2")


# --- docker --------------------------------------------------------------------------------------


def container(call: Call) -> tuple[DockerTask, dict]:
    """The operator, ready, and the host configuration in the words of Docker's API."""
    task = DockerTask(task_id="t", job="stage", about={})
    task.prepare(call)
    return task, APIClient(version="1.43").create_host_config(**task.host_options())


def test_a_container_runs_the_stages_image_with_the_stages_arguments():
    task, _ = container(CALL)
    assert task.image == "registry.example.org/simplexity-train:1.2"
    assert task.command == ["--parent", "p", "--tracking-uri", "http://mlflow:5000", "--work", "/work"]
    assert task.environment == {"JDK_JAVA_OPTIONS": "-Xmx1024m -XX:+UseSerialGC"}
    assert container(PLAN)[0].image == "registry.example.org/simplexity-cli:1.2"


def test_a_container_can_write_to_its_work_and_nowhere_else():
    _, host = container(CALL)
    assert host["ReadonlyRootfs"] is True
    assert host["CapDrop"] == ["ALL"]
    assert host["SecurityOpt"] == ["no-new-privileges"]
    assert list(host["Tmpfs"]) == ["/tmp"]
    assert host["Memory"] == 7680 * 1024 * 1024
    [work] = host["Mounts"]
    assert (work["Target"], work["Source"], work["Type"]) == ("/work", "simplexity-work", "volume")


def test_what_computes_asks_for_a_gpu_where_there_are_any(monkeypatch):
    assert container(CALL)[1].get("DeviceRequests") is None
    monkeypatch.setenv("SIMPLEXITY_GPUS", "2")
    [request] = container(CALL)[1]["DeviceRequests"]
    assert request["Count"] == 1 and request["Capabilities"] == [["gpu"]]
    assert container(PLAN)[1].get("DeviceRequests") is None


def test_a_tracking_server_on_this_machine_is_reached_over_the_machines_network(monkeypatch):
    assert container(CALL)[0].network_mode is None
    monkeypatch.setenv("MLFLOW_TRACKING_URI", "http://127.0.0.1:5001")
    assert container(CALL)[0].network_mode == "host"
    monkeypatch.setenv("SIMPLEXITY_DOCKER_NETWORK", "simplexity_default")
    assert container(CALL)[0].network_mode == "simplexity_default"


def test_mounts_are_folders_or_volumes(monkeypatch):
    monkeypatch.setenv("SIMPLEXITY_MOUNTS", "/data/images:/data:ro, models:/models")
    monkeypatch.setenv("SIMPLEXITY_DOCKER_WORK", "/scratch")
    shown = [(m["Type"], m["Source"], m["Target"], m["ReadOnly"]) for m in container(CALL)[1]["Mounts"]]
    assert shown == [
        ("bind", "/scratch", "/work", False),
        ("bind", "/data/images", "/data", True),
        ("volume", "models", "/models", False),
    ]


@pytest.mark.parametrize("text", ["/data", "a:b", ":/x", "/a:/b:rx", "/a:/b:ro:z"])
def test_a_mount_that_cannot_be_read_is_told(text):
    with pytest.raises(settings.SettingError, match="SOURCE:TARGET.*SIMPLEXITY_MOUNTS"):
        mount(text)


def test_credentials_are_handed_on_and_never_shown(monkeypatch):
    monkeypatch.setenv("MLFLOW_TRACKING_TOKEN", "secret")
    task, _ = container(CALL)
    assert task._private_environment == {"MLFLOW_TRACKING_TOKEN": "secret"}
    assert "secret" not in f"{task.environment} {task.command}"


def test_output_and_log_of_a_container_are_told_apart_line_by_line():
    pieces = [(b'{"event":', None), (None, b"a warn"), (b'"x"}\nrest', b"ing\n"), (None, "über".encode())]
    assert list(lines(pieces)) == [(OUT, '{"event":"x"}'), (ERROR, "a warning"), (OUT, "rest"), (ERROR, "über")]


# --- kubernetes ----------------------------------------------------------------------------------


@pytest.fixture
def pod(database):
    """Builds the pod of a call as the operator does, and reads it back from what the API server would get."""

    def build(call: Call) -> k8s.V1Pod:
        task = KubernetesTask(task_id="t", job="stage", about={})
        task.prepare(call)
        built = task.build_pod_request_obj(dry_run=True)
        return PodGenerator.deserialize_model_dict(ApiClient().sanitize_for_serialization(built))

    return build


def test_a_pod_runs_the_stages_image_with_the_stages_arguments(pod):
    stage, sidecar = pod(CALL).spec.containers
    assert stage.image == "registry.example.org/simplexity-train:1.2"
    assert stage.args == [
        *("--parent", "p", "--tracking-uri", "http://mlflow:5000", "--work", "/work"),
        *("--result", "/airflow/xcom/return.json"),
    ]
    assert stage.command is None or stage.command == []
    assert [(v.name, v.value) for v in stage.env] == [("JDK_JAVA_OPTIONS", "-Xmx1024m -XX:+UseSerialGC")]
    assert {m.mount_path for m in stage.volume_mounts} == {"/work", "/tmp", "/airflow/xcom"}
    assert sidecar.name == "airflow-xcom-sidecar"


def test_a_pod_has_no_rights_beyond_its_work(pod):
    spec = pod(CALL).spec
    assert spec.security_context.run_as_non_root is True
    assert spec.automount_service_account_token is False
    assert spec.restart_policy == "Never"
    for each in spec.containers:
        security = each.security_context
        assert security.run_as_non_root and security.read_only_root_filesystem
        assert security.allow_privilege_escalation is False
        assert security.capabilities.drop == ["ALL"]
    assert all(v.empty_dir is not None for v in spec.volumes)


def test_a_pod_asks_for_memory_and_a_gpu(pod, monkeypatch):
    assert pod(CALL).spec.containers[0].resources.limits == {"memory": "7680Mi"}
    monkeypatch.setenv("SIMPLEXITY_GPUS", "8")
    needs = pod(CALL).spec.containers[0].resources
    assert needs.limits == {"memory": "7680Mi", "nvidia.com/gpu": "1"}
    assert needs.requests == {"memory": "7680Mi", "cpu": "2"}
    assert pod(PLAN).spec.containers[0].resources.limits == {"memory": "1024Mi"}


def test_what_computes_goes_to_the_gpu_nodes(pod, monkeypatch):
    monkeypatch.setenv("SIMPLEXITY_KUBERNETES_NAMESPACE", "research")
    monkeypatch.setenv("SIMPLEXITY_KUBERNETES_SERVICE_ACCOUNT", "simplexity")
    monkeypatch.setenv("SIMPLEXITY_KUBERNETES_SECRETS", "mlflow-credentials")
    monkeypatch.setenv("SIMPLEXITY_KUBERNETES_NODE_SELECTOR", '{"pool": "gpu"}')
    monkeypatch.setenv(
        "SIMPLEXITY_KUBERNETES_TOLERATIONS", '[{"key": "gpu", "operator": "Exists", "tolerationSeconds": 9}]'
    )
    built = pod(CALL)
    assert built.metadata.namespace == "research"
    assert built.spec.service_account_name == "simplexity"
    assert built.spec.containers[0].env_from[0].secret_ref.name == "mlflow-credentials"
    assert built.spec.node_selector == {"pool": "gpu"}
    [toleration] = built.spec.tolerations
    assert (toleration.key, toleration.operator, toleration.toleration_seconds) == ("gpu", "Exists", 9)
    assert not pod(PLAN).spec.node_selector and not pod(PLAN).spec.tolerations


@pytest.mark.parametrize("text", ["gpu", '[{"key": "a", "sort": "b"}]', "{}"])
def test_a_toleration_that_cannot_be_read_is_told(pod, monkeypatch, text):
    monkeypatch.setenv("SIMPLEXITY_KUBERNETES_TOLERATIONS", text)
    with pytest.raises(settings.SettingError, match="SIMPLEXITY_KUBERNETES_TOLERATIONS must be JSON like"):
        pod(CALL)


def ended(code: int | None) -> k8s.V1Pod:
    """A pod whose stage ended with a code, or was never started."""
    terminated = None if code is None else k8s.V1ContainerStateTerminated(exit_code=code)
    state = k8s.V1ContainerState(terminated=terminated)
    status = k8s.V1ContainerStatus(name="base", state=state, image="i", image_id="i", ready=False, restart_count=0)
    return k8s.V1Pod(status=k8s.V1PodStatus(container_statuses=[status]))


@pytest.mark.parametrize(("code", "final"), [(3, False), (137, False), (None, False), (4, True), (1, True), (2, True)])
def test_the_exit_code_of_a_pod_decides_whether_it_is_tried_again(code, final):
    result = {"reason": "diverged", "message": "loss is NaN", "run_id": "abc"}
    raised = failure("train", exit_code(ended(code), "base"), result if final else {}, AirflowException("pod failed"))
    assert isinstance(raised, AirflowFailException) == final
    assert ("loss is NaN; run abc" in str(raised)) == final


def test_a_pod_that_is_gone_is_worth_a_retry():
    assert exit_code(None, "base") is None
    assert not isinstance(failure("train", None, {}, AirflowException("evicted")), AirflowFailException)
