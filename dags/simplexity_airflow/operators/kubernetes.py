"""The backend kubernetes: a stage's image as a pod, watched by the triggerer while it runs."""

from __future__ import annotations

from typing import Any

from airflow.providers.cncf.kubernetes.operators.pod import KubernetesPodOperator
from airflow.sdk import Context
from airflow.sdk.exceptions import AirflowException
from kubernetes.client import models as k8s

from simplexity_airflow import outcomes, settings
from simplexity_airflow.calls import Call
from simplexity_airflow.jobs import job

WORK = "/work"
RESULT = "/airflow/xcom/return.json"
USER = 65532  # nobody's business: images name a user of their own, sidecars get this one
POD_START = 1800  # seconds to wait for a node, which an autoscaler may have to add first
STARTUP = 900  # seconds to pull the image


class KubernetesTask(KubernetesPodOperator):
    """Runs the image of a job as a pod: non-root, read-only root, no capabilities, a GPU for what computes.

    Each try is a pod of its own, since it is a run of its own in the tracker.
    """

    template_fields = ()
    ui_color = "#ede7f6"

    def __init__(self, *, job: str, about: dict[str, Any], spec: dict[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(
            do_xcom_push=True,
            deferrable=True,
            durable=False,
            log_pod_spec_on_failure=False,
            log_events_on_failure=True,
            schedule_timeout_seconds=POD_START,
            startup_timeout_seconds=STARTUP,
            on_finish_action="delete_pod",
            **kwargs,
        )
        self.job = job
        self.about = about
        self.spec = spec
        self.result: dict[str, Any] | None = None

    def execute(self, context: Context) -> Any:
        """Starts the pod and defers; the end comes to trigger_reentry."""
        self.prepare(job(self.job, self.about).call(context, self.spec))
        return super().execute(context)

    def trigger_reentry(self, context: Context, event: dict[str, Any]) -> Any:
        """The end of the pod: its result for XCom, or the failure that its exit code means."""
        name = f"{self.job} {self.spec['id']}" if self.spec else self.task_id
        try:
            result = super().trigger_reentry(context, event)
        except AirflowException as error:
            raise failure(name, exit_code(self.pod, self.base_container_name), self.result or {}, error)
        return job(self.job, self.about).finish(context, outcomes.accept(name, 0, result))

    def extract_xcom(self, pod: k8s.V1Pod, **kwargs: Any) -> Any:
        """The result; kept, because the provider drops it when the pod failed."""
        self.result = super().extract_xcom(pod, **kwargs)
        return self.result

    def prepare(self, call: Call) -> None:
        """Fills in what the call says: image, arguments, resources; and what the environment says of the cluster."""
        self.name = f"simplexity-{call.program}"
        self.image = settings.Image.from_environment().of(call.program)
        self.image_pull_policy = settings.text("SIMPLEXITY_KUBERNETES_PULL_POLICY", "IfNotPresent")
        self.arguments = call.line(settings.tracking_uri(), WORK, RESULT)
        self.env_vars = {"JDK_JAVA_OPTIONS": " ".join(call.java)}
        self.container_resources = resources(call)
        self.volumes = [k8s.V1Volume(name=name, empty_dir=k8s.V1EmptyDirVolumeSource()) for name in ("work", "tmp")]
        self.volume_mounts = [k8s.V1VolumeMount(name=name, mount_path=f"/{name}") for name in ("work", "tmp")]
        self.annotations = {"simplexity.org/task": call.name}
        self._secure()
        self._place(call.device)

    def _secure(self) -> None:
        self.security_context = k8s.V1PodSecurityContext(
            run_as_non_root=True, fs_group=USER, seccomp_profile=k8s.V1SeccompProfile(type="RuntimeDefault")
        )
        self.container_security_context = confined()
        self.xcom_sidecar_container_security_context = confined(run_as_user=USER)
        self.automount_service_account_token = False

    def _place(self, device: bool) -> None:
        self.namespace = settings.text("SIMPLEXITY_KUBERNETES_NAMESPACE") or None
        self.service_account_name = settings.text("SIMPLEXITY_KUBERNETES_SERVICE_ACCOUNT") or None
        pulls = settings.words("SIMPLEXITY_KUBERNETES_PULL_SECRETS")
        self.image_pull_secrets = [k8s.V1LocalObjectReference(name=name) for name in pulls]
        secrets = settings.words("SIMPLEXITY_KUBERNETES_SECRETS")
        self.env_from = [k8s.V1EnvFromSource(secret_ref=k8s.V1SecretEnvSource(name=name)) for name in secrets]
        if device:
            self.node_selector = settings.json_of("SIMPLEXITY_KUBERNETES_NODE_SELECTOR", dict, '{"pool": "gpu"}')
            example = '[{"key": "nvidia.com/gpu", "operator": "Exists", "effect": "NoSchedule"}]'
            given = settings.json_of("SIMPLEXITY_KUBERNETES_TOLERATIONS", list, example)
            self.tolerations = [toleration(each, example) for each in given]


def confined(**more: Any) -> k8s.V1SecurityContext:
    """A container that can do nothing but its work."""
    return k8s.V1SecurityContext(
        run_as_non_root=True,
        read_only_root_filesystem=True,
        allow_privilege_escalation=False,
        capabilities=k8s.V1Capabilities(drop=["ALL"]),
        **more,
    )


def resources(call: Call) -> k8s.V1ResourceRequirements:
    """Memory as planned, processors as asked, a GPU for what computes where there are any."""
    memory = {"memory": f"{call.memory_mb}Mi"}
    limits = {**memory, **({"nvidia.com/gpu": "1"} if call.device and settings.gpus() > 0 else {})}
    cpus = settings.text("SIMPLEXITY_KUBERNETES_CPUS", "2") if call.device else "1"
    return k8s.V1ResourceRequirements(requests={**memory, "cpu": cpus}, limits=limits)


def toleration(given: Any, example: str) -> k8s.V1Toleration:
    """A toleration in the spelling of Kubernetes."""
    names = {external: name for name, external in k8s.V1Toleration.attribute_map.items()}
    if not isinstance(given, dict) or set(given) - set(names):
        raise settings.SettingError(f"SIMPLEXITY_KUBERNETES_TOLERATIONS must be JSON like {example}, has {given!r}")
    return k8s.V1Toleration(**{names[key]: value for key, value in given.items()})


def failure(name: str, code: int | None, result: dict[str, Any], error: AirflowException) -> AirflowException:
    """What the end of the container means; without an exit code the cluster failed, which is worth a retry."""
    if not code:
        return AirflowException(f"{name}: the pod failed: {error}")
    return outcomes.failure(code)(f"{name}: {outcomes.meaning(code, result)}{outcomes.message(result)}")


def exit_code(pod: k8s.V1Pod | None, container: str) -> int | None:
    """The exit code of a container that has ended."""
    statuses = pod.status.container_statuses if pod is not None and pod.status is not None else None
    states = [status.state for status in statuses or [] if status.name == container]
    return states[0].terminated.exit_code if states and states[0] and states[0].terminated else None
