"""Reads what deploy/ starts, and asks the program whether it takes such options.

deploy.py PROGRAM
"""

import re
import runpy
import subprocess
import sys
import types
from pathlib import Path

PROGRAM = sys.argv[1]
HELP = subprocess.run([PROGRAM, "run", "--help"], capture_output=True, text=True, check=True).stdout


def check_options(command, where):
    for option in re.findall(r"(?<!\S)--[a-z-]+", command):
        assert option in HELP, f"{where}: the program knows no '{option}'"


# Airflow itself is hundreds of packages; a stand-in takes what the task says.
tasks = []


class Anything:
    def __init__(self, **arguments):
        self.arguments = arguments
        if "task_id" in arguments:
            tasks.append(arguments)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None


def module(name, **contents):
    made = types.ModuleType(name)
    vars(made).update(contents)
    sys.modules[name] = made


module("airflow", DAG=Anything)
module("airflow.operators")
module("airflow.operators.bash", BashOperator=Anything)
module("pendulum", datetime=lambda *_, **__: None)
runpy.run_path("deploy/airflow.py")
(task,) = tasks
assert task["skip_on_exit_code"] == 99 and "--exit-code-unchanged" in task["bash_command"]
check_options(task["bash_command"], "airflow.py")
check_options(Path("deploy/inclusion-atlas@.service").read_text(), "inclusion-atlas@.service")

# The container file: each instruction is one that there is, and Debian has the packages.
BOOKWORM = "bookworm" in Path("/etc/os-release").read_text()
KNOWN = {"FROM", "RUN", "WORKDIR", "COPY", "ENTRYPOINT"}
text = re.sub(r"\\\n", " ", Path("deploy/Containerfile").read_text())
stages = []
for line in filter(None, (line.strip() for line in text.splitlines())):
    if line.startswith("#"):
        continue
    instruction, rest = line.split(maxsplit=1)
    assert instruction in KNOWN, f"Containerfile: {line}"
    if instruction == "FROM":
        stages.append(rest)
    for package in re.findall(r"\b(libgdal\S*|pkg-config)\b", rest) if BOOKWORM else []:
        shown = subprocess.run(["apt-cache", "show", package], capture_output=True)
        assert shown.returncode == 0, f"Containerfile: Debian here has no package '{package}'"
    for stage in re.findall(r"--from=(\S+)", rest):
        assert any(one.endswith(f" AS {stage}") for one in stages), f"Containerfile: {line}"
assert len(stages) == 2
print("  an image was not built: this needs podman and a registry")
