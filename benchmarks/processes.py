"""Runs what is measured: the product through its launcher, PyTorch in an environment of its own.

Everything is a fresh process that prints one JSON object. Only the standard library is needed here.
"""

import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import venv

HERE = pathlib.Path(__file__).resolve().parent
HOME = HERE.parent
PEER = HERE / "supernet-step"
ENVIRONMENT = HERE / ".venv"
RESULTS = HOME / "target" / "benchmarks"


def say(text):
    print(text, file=sys.stderr, flush=True)


def run(command, **variables):
    """Output of a command; ends this program with its messages if it fails."""
    done = subprocess.run(
        [str(word) for word in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **variables},
    )
    if done.returncode != 0:
        say(done.stderr.strip())
        words = " ".join(str(word) for word in command)
        sys.exit(f"exit code {done.returncode} of: {words}")
    return done.stdout


def product(*arguments):
    """What ./simplexity ARGUMENTS --json measured."""
    return json.loads(run([HOME / "simplexity", *arguments, "--json"]))


def build():
    """Builds the product if its sources changed, so that no measurement waits for it."""
    run([HOME / "simplexity", "build"])


def peer(script, *arguments):
    """What a script of supernet-step/ measured or compared, in PyTorch."""
    return json.loads(run([python(), PEER / script, *arguments], PYTHONWARNINGS="ignore"))


def python():
    """A Python with PyTorch: SIMPLEXITY_BENCHMARK_PYTHON, or benchmarks/.venv, made when needed."""
    given = os.environ.get("SIMPLEXITY_BENCHMARK_PYTHON")
    return pathlib.Path(given) if given else environment()


def environment():
    lock = PEER / "requirements.lock"
    wanted = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()
    stamp = ENVIRONMENT / ".made-from"
    if not (stamp.exists() and stamp.read_text() == wanted):
        make_environment(lock)
        stamp.write_text(wanted)
    return python_of(ENVIRONMENT)


def make_environment(lock):
    if sys.version_info < (3, 11):
        sys.exit(f"PyTorch 2.15 needs Python 3.11 or newer; this is {sys.version.split()[0]}")
    say(f"making {ENVIRONMENT.relative_to(HOME)}: PyTorch from requirements.lock, several minutes")
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    venv.create(ENVIRONMENT, with_pip=True)
    install = "-m pip install --quiet --disable-pip-version-check --no-deps --require-hashes"
    run([python_of(ENVIRONMENT), *install.split(), "--requirement", lock])


def python_of(folder):
    windows = folder / "Scripts" / "python.exe"
    return windows if windows.exists() else folder / "bin" / "python"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    say(f"written: {path}")
