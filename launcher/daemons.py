"""Servers that a command starts, finds again and ends: what mlflow/server and dags/server share."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import fcntl

INFRASTRUCTURE = 3  # exit code of everything that a retry or a change on the machine may mend
NOT_RUNNING = 1
EVERYWHERE = ("0.0.0.0", "::")


class Failure(Exception):
    """What went wrong and what to do; ends the command with exit code 3."""


# --- processes -----------------------------------------------------------------------------------


def born(pid):
    """When a process was started, as text; None if there is no such process, or only its corpse."""
    with contextlib.suppress(OSError):
        state, *rest = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return None if state == "Z" else rest[18]
    if Path("/proc/self/stat").exists():
        return None
    shown = subprocess.run(
        ["ps", "-o", "lstart=", "-o", "state=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout.split()
    return None if not shown or shown[-1].startswith("Z") else " ".join(shown[:-1])


def group_lives(group):
    """Whether a process group has members."""
    try:
        os.killpg(group, 0)
        return True
    except (ProcessLookupError, PermissionError):
        return False


def end_group(group, seconds=15):
    """Ends a process group, kindly at first; whether it is gone."""
    for kind, patience in ((signal.SIGTERM, seconds), (signal.SIGKILL, 5)):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(group, kind)
        until = time.monotonic() + patience
        while time.monotonic() < until:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(group, os.WNOHANG)
            if not group_lives(group):
                return True
            time.sleep(0.05)
    return False


class Daemon:
    """A process in a group of its own, with a log file, and a note by which later commands find it."""

    def __init__(self, note, log):
        self.note = note
        self.log = log

    def running(self):
        """The note of our living process; None without one. A note of a dead process is dropped."""
        try:
            note = json.loads(self.note.read_text())
            if born(note["pid"]) == note["born"]:
                return note
        except (OSError, ValueError, KeyError):
            pass
        self.note.unlink(missing_ok=True)
        return None

    def start(self, command, folder, environment, **facts):
        """Starts a command; the process and its note, which holds the facts too."""
        with self.log.open("w") as log:
            process = subprocess.Popen(
                command,
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=environment,
                start_new_session=True,
            )
        note = {"pid": process.pid, "born": born(process.pid), **facts}
        write(self.note, json.dumps(note))
        return process, note

    def end(self, note):
        """Ends our process and its workers, which share its process group."""
        if not end_group(note["pid"]):
            raise Failure(f"process {note['pid']} does not end; its log is {self.log}")
        self.note.unlink(missing_ok=True)

    def log_tail(self, lines=15):
        """The end of the log, indented."""
        with contextlib.suppress(OSError):
            return "\n".join("  " + line for line in self.log.read_text(errors="replace").splitlines()[-lines:])
        return ""


# --- files ---------------------------------------------------------------------------------------


def write(file, text, mode=0o644):
    """Writes a file, whole or not at all."""
    draft = file.with_name(file.name + ".new")
    draft.unlink(missing_ok=True)
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "w") as out:
        out.write(text)
    draft.replace(file)


@contextlib.contextmanager
def alone(store):
    """One command at a time on one store, which is made."""
    try:
        store.mkdir(parents=True, exist_ok=True)
        lock = (store / "lock").open("w")
    except OSError as error:
        raise Failure(f"cannot write to the store {store}: {error.strerror}; choose another with --store")
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


# --- addresses -----------------------------------------------------------------------------------


def url(host, port):
    """The address of a server for programs on this machine."""
    return f"http://{'127.0.0.1' if host in EVERYWHERE else host}:{port}"


def get(address, seconds=5):
    """What an address on this machine answers, as bytes; None without a good answer."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(address, timeout=seconds) as answer:
            return answer.read()
    except (OSError, ValueError):
        return None


def listener(port):
    """The process that listens on a port, as (pid, command line); None where it cannot be found."""
    if Path("/proc/net/tcp").exists():
        pid = linux_listener(port)
    else:
        pid = None
        with contextlib.suppress(OSError):
            found = subprocess.run(
                ["lsof", "-nP", f"-iTCP:{port}", "-sTCP:LISTEN", "-t"], capture_output=True, text=True, check=False
            ).stdout.split()
            pid = int(found[0]) if found else None
    if pid is None:
        return None
    command = subprocess.run(["ps", "-o", "args=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return pid, command.stdout.strip()[:100]


def linux_listener(port):
    """The process that listens on a port, by the tables of Linux."""
    inodes = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        with contextlib.suppress(OSError):
            for line in Path(table).read_text().splitlines()[1:]:
                fields = line.split()
                if fields[3] == "0A" and int(fields[1].rpartition(":")[2], 16) == port:
                    inodes.add(f"socket:[{fields[9]}]")
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if any(os.readlink(link) in inodes for link in (process / "fd").iterdir()):
                return int(process.name)
    return None


def ours(note):
    """Whether the listener on the port belongs to our process group, as far as that can be seen."""
    found = listener(note["port"])
    try:
        return found is None or os.getpgid(found[0]) == note["pid"]
    except ProcessLookupError:
        return False


def taken(host, port):
    """Whether a port cannot be had."""
    with (
        contextlib.suppress(OSError),
        socket.create_connection(("127.0.0.1" if host in EVERYWHERE else host, port), timeout=2),
    ):
        return True
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            return False
        except PermissionError:
            raise Failure(f"port {port} may not be used by this user; choose one above 1023 with --port")
        except socket.gaierror:
            raise Failure(f"host {host} has no address on this machine; choose another with --host")
        except OSError:
            return True


def free_port():
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def refuse_taken(port, variable):
    """Says who has the port, and the way out."""
    found = listener(port)
    by = f"process {found[0]} ({found[1]})" if found else "another program"
    other = free_port()
    raise Failure(
        f"port {port} is taken by {by}; choose another: --port {other}, or {variable}={other} in the environment"
    )


def port_of(parser, given, variable, default):
    """The port that an option, else a variable, else the default names."""
    named = os.environ.get(variable)
    try:
        port = int(named or default) if given is None else given
    except ValueError:
        parser.error(f"{variable} must be a number, is {named!r}")
    if not 1 <= port <= 65535:
        parser.error(f"port {port} must lie between 1 and 65535")
    return port
