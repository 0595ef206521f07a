"""A copy of the project whose nights a suite may disturb."""

import hashlib
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

FIGURES = "geodata/indicators/digital_2021_22.csv"


class Failure(Exception):
    pass


def require(condition, what):
    if not condition:
        raise Failure(what)


class Project:
    """Cambodia in a folder of its own, publishing into `output`."""

    def __init__(self, program, folder, output=None, keep=3):
        self.program = str(Path(program).resolve())
        self.folder = Path(folder)
        for part in ["geodata", "pipelines"]:
            shutil.copytree(part, self.folder / part)
        self.definition = self.folder / "pipelines/cambodia.yaml"
        text = re.sub(r"(?m)^(keep|as_of):.*\n", "", self.definition.read_text())
        self.definition.write_text(f"{text}\nkeep: {keep}\n")
        self.output = Path(output or self.folder / "output")
        self.home = self.output / "cambodia"
        self.value = 40.0

    def revise(self):
        """Gives one province another figure."""
        self.value = round(40 + (self.value - 40 + 0.7) % 45, 1)
        file = self.folder / FIGURES
        text, count = re.subn(
            r"(?m)^(07,[^,]*,internet_use_women,)[0-9.]+", rf"\g<1>{self.value}", file.read_text())
        require(count == 1, "the figure to revise is not there")
        file.write_text(text)

    def command(self, *arguments):
        name, *others = arguments
        return [self.program, name, "pipelines/cambodia.yaml", *others,
                "--output", str(self.output)]

    def run(self, *options, around=(), environment=None, cwd=None):
        """A night; `around` goes before the command, such as strace."""
        return subprocess.run(
            [*around, *self.command("run", "--quiet", *options)], cwd=cwd or self.folder,
            env={**os.environ, **(environment or {})}, capture_output=True, text=True)

    def start(self):
        return subprocess.Popen(
            self.command("run", "--quiet"), cwd=self.folder, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)

    def ask(self, *arguments):
        return subprocess.run(
            self.command(*arguments), cwd=self.folder, capture_output=True, text=True)

    @property
    def current(self):
        """The folder that `current` leads to, through a link or a pointer file."""
        pointer = self.home / "current"
        if pointer.is_symlink():
            return self.home / os.readlink(pointer)
        return self.home / pointer.read_text().rstrip("\n")

    def releases(self):
        names = os.listdir(self.home / "releases")
        return sorted(name for name in names if not name.startswith("."))

    def check_whole(self, release=None):
        """Compares a release with its manifest."""
        release = release or self.current
        manifest = json.loads((release / "manifest.json").read_text())
        told = {entry["path"]: entry["sha256"] for entry in manifest["outputs"]}
        there = {path: digest for path, digest in tree(release).items() if path != "manifest.json"}
        wrong = {path for path in told | there if told.get(path) != there.get(path)}
        require(not wrong, f"{release.name} is torn: {sorted(wrong)[:5]}")

    def check_told(self):
        """Whether the report names the last revision and its cause."""
        report = self.ask("changes")
        require(report.returncode == 0, report.stderr)
        require(f"| {self.value:.1f} | own value |" in report.stdout,
                f"'changes' does not name the new figure {self.value}:\n{report.stdout}")

    def check_clean(self):
        left = [str(path) for path in self.home.rglob("*.partial")]
        require(not left, f"left behind: {left}")

    def recover(self):
        """The next undisturbed night goes through, and leaves all in order."""
        run = self.run()
        require(run.returncode == 0, f"the next night fails: {run.stderr}")
        for name in self.releases():
            self.check_whole(self.home / "releases" / name)
        self.check_clean()
        self.check_told()
        return run


def tree(folder):
    """SHA-256 of every file below a folder by its path."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*")) if path.is_file()
    }
