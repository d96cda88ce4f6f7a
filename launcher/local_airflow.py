"""A local Airflow: its settings, secrets and processes, for dags/server."""

import base64
import contextlib
import json
import os
import secrets
import subprocess
from pathlib import Path

from daemons import Daemon, Failure, born, end_group, group_lives, url, write

REPOSITORY = Path(__file__).resolve().parent.parent
USER = "admin"

# --- settings -------------------------------------------------------------------------


class Store:
    """The folder of one Airflow: database, logs, secrets, and the notes of its processes."""

    def __init__(self, folder):
        self.folder = folder
        self.secrets = folder / "secrets.json"
        self.passwords = folder / "passwords.json"
        self.credentials = folder / "credentials.json"
        self.migrated = folder / "migrated"

    def keep_secrets(self):
        """The keys and the password, made once; only this user can read them."""
        with contextlib.suppress(OSError, ValueError):
            return json.loads(self.secrets.read_text())
        made = {
            "password": secrets.token_urlsafe(18),
            "jwt": secrets.token_urlsafe(48),
            "session": secrets.token_urlsafe(32),
            "fernet": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
        }
        write(self.secrets, json.dumps(made), 0o600)
        return made

    def tell_credentials(self, address, password):
        """Writes the password for Airflow, and address and password for clients."""
        write(self.passwords, json.dumps({USER: password}), 0o600)
        client = {"url": address, "username": USER, "password": password}
        write(self.credentials, json.dumps(client, indent=2) + "\n", 0o600)


def sqlite(file):
    """The address of a database in a file; a writer waits for the others, not the 5 s that SQLite gives it."""
    return f"sqlite:///{file}?timeout=60"


def environment(store, options, kept):
    """The variables of every component: ours win where they must agree, the user's where they are a matter of taste."""
    address = url(options.host, options.port)
    database = os.environ.get("SIMPLEXITY_AIRFLOW_DATABASE") or sqlite(store.folder / "airflow.db")
    needed = {
        "AIRFLOW_HOME": store.folder,
        "AIRFLOW__CORE__DAGS_FOLDER": REPOSITORY / "dags",
        "AIRFLOW__CORE__AUTH_MANAGER": "airflow.api_fastapi.auth.managers.simple.simple_auth_manager.SimpleAuthManager",
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS": f"{USER}:admin",
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": store.passwords,
        "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"{address}/execution/",
        "AIRFLOW__CORE__FERNET_KEY": kept["fernet"],
        "AIRFLOW__API_AUTH__JWT_SECRET": kept["jwt"],
        "AIRFLOW__API__SECRET_KEY": kept["session"],
        "AIRFLOW__API__BASE_URL": address,
        "AIRFLOW__API__HOST": options.host,
        "AIRFLOW__API__PORT": options.port,
        "AIRFLOW__API__WORKERS": 1,
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": database,
        "AIRFLOW__LOGGING__BASE_LOG_FOLDER": store.folder / "logs",
        "SIMPLEXITY_HOME": REPOSITORY,
        "SIMPLEXITY_EXPERIMENTS": options.experiments,
        "PATH": f"{options.venv / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        "DO_NOT_TRACK": "true",
        "SCARF_ANALYTICS": "false",
    }
    tasks = max(4, 2 * (os.cpu_count() or 1))
    wanted = {
        "AIRFLOW__CORE__EXECUTOR": "LocalExecutor",
        "AIRFLOW__CORE__PARALLELISM": tasks,
        "AIRFLOW__CORE__LOAD_EXAMPLES": False,
        "AIRFLOW__CORE__DAGBAG_IMPORT_TIMEOUT": 300,  # the first parse of a file starts Java
        "AIRFLOW__DAG_PROCESSOR__DAG_FILE_PROCESSOR_TIMEOUT": 300,
        "AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL": 15,
        "AIRFLOW__DAG_PROCESSOR__MIN_FILE_PROCESS_INTERVAL": 30,  # each parse is two seconds of a core
        "AIRFLOW__SCHEDULER__ORPHANED_TASKS_CHECK_INTERVAL": 20,  # so that a killed scheduler's tasks go on soon
        "AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT": 60,
        "AIRFLOW__WORKERS__MAX_FAILED_HEARTBEATS": 24,  # tasks outlive two minutes without the API server, not 15 s
        "AIRFLOW__WORKERS__EXECUTION_API_RETRIES": 30,
        "AIRFLOW__WORKERS__EXECUTION_API_RETRY_WAIT_MAX": 4,
        "AIRFLOW__LOGGING__LOGGING_LEVEL": "INFO",
    }
    everything = {**wanted, **os.environ, **needed}
    return {name: str(value) for name, value in everything.items()}


# --- processes -----------------------------------------------------------------------------------


class Component(Daemon):
    """One process of Airflow; what it started ends with it, also when it was killed itself."""

    def __init__(self, store, name):
        super().__init__(store.folder / f"{name}.json", store.folder / f"{name}.log")
        self.name = name

    def command(self, options):
        """The command line."""
        words = [str(options.venv / "bin" / "airflow"), self.name]
        if self.name == "api-server":
            return [*words, "--host", options.host, "--port", str(options.port), "--workers", "1"]
        return (
            words if self.name == "dag-processor" else [*words, "--skip-serve-logs"]
        )  # logs are files on this machine

    def lives(self):
        """Whether the note's process lives; unlike running(), this keeps the note of a dead one."""
        with contextlib.suppress(OSError, ValueError, KeyError):
            note = json.loads(self.note.read_text())
            return born(note["pid"]) == note["born"]
        return False

    def begin(self, options, variables, **facts):
        """Starts it, after ending what a killed predecessor left."""
        self.end_left_over()
        folder = self.note.parent
        process, note = self.start(self.command(options), folder, variables, boot=boot(), **facts)
        return process, note

    def end_left_over(self):
        """Ends children of a predecessor that died without them."""
        with contextlib.suppress(OSError, ValueError, KeyError):
            note = json.loads(self.note.read_text())
            if note["boot"] == boot() and born(note["pid"]) is None and group_lives(note["pid"]):
                end_group(note["pid"])


def boot():
    """What tells one start of the machine from another; empty where nothing does."""
    with contextlib.suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    return ""


def airflow(options, variables, *words):
    """Runs a command of Airflow to its end."""
    done = subprocess.run(
        [str(options.venv / "bin" / "airflow"), *words],
        env=variables,
        cwd=options.store,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        tail = "\n".join("  " + line for line in (done.stdout + done.stderr).splitlines()[-15:])
        raise Failure(f"airflow {' '.join(words)} ended with code {done.returncode}:\n{tail}")
