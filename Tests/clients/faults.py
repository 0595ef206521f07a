"""Publishes night after night while everything goes wrong that can, and looks after each.

faults.py PROGRAM [FAULT...]: all faults, or those of these names. KILLS in the environment says how
many runs are killed at random (200).
"""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from project import Failure, Project, require, tree

PROGRAM = sys.argv[1]
KILLS = int(os.environ.get("KILLS", "200"))
DISK_CALLS = "write,mkdir,rename,symlink,fsync,syncfs"
FAULTS = []


def fault(function):
    FAULTS.append(function)
    return function


class Skip(Exception):
    pass


def mounted(folder, *arguments):
    done = subprocess.run(["mount", *arguments, str(folder)], capture_output=True, text=True)
    if done.returncode != 0:
        raise Skip(f"cannot mount here: {done.stderr.strip().splitlines()[0]}")


def tracing(*injections):
    probe = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, text=True)
    if probe.returncode != 0:
        raise Skip(f"strace may not trace here: {probe.stderr.strip()}")
    return ["strace", "-f", "-o", "/dev/null", "-e", f"trace={DISK_CALLS}",
            *[part for one in injections for part in ("-e", f"inject={one}")]]


@fault
def killed_at_any_time(folder):
    """kill -9 at random moments"""
    project = Project(PROGRAM, folder)
    begin = time.monotonic()
    project.run()
    reach = time.monotonic() - begin
    ends = {"before": 0, "after": 0}
    for number in range(KILLS):
        project.revise()
        before = project.current.name
        run = project.start()
        time.sleep(random.uniform(0, reach * 1.1))
        run.kill()
        run.wait()
        project.check_whole()
        ends["before" if project.current.name == before else "after"] += 1
        if number % 20 == 19:
            project.recover()
    project.recover()
    return f"{KILLS} kills, {ends['before']} of them before the new release stood"


@fault
def killed_at_each_call(folder):
    """kill -9 at one call after another that writes"""
    project = Project(PROGRAM, folder)
    project.run()
    kills = 0
    for call in ["mkdir", "syncfs", "fsync", "rename", "symlink", "write"]:
        counts = random.sample(range(1, 110), 6) if call == "write" else range(1, 4)
        for count in counts:
            project.revise()
            run = project.run(around=tracing(f"{call}:signal=KILL:when={count}"))
            kills += run.returncode < 0 or run.returncode == 137
            project.check_whole()
            project.recover()
    require(kills > 8, f"only {kills} kills")
    return f"{kills} kills"


@fault
def disk_with_errors(folder):
    """EIO, ENOSPC, EROFS and EDQUOT from any call that writes"""
    project = Project(PROGRAM, folder)
    project.run()
    failed = 0
    for error in ["EIO", "ENOSPC", "EROFS", "EDQUOT"]:
        for call, counts in [
            ("write", random.sample(range(1, 110), 2)), ("mkdir", [2]), ("syncfs", [1]),
            ("fsync", [1]), ("rename", [1, 2]), ("symlink", [1]),
        ]:
            for count in counts:
                project.revise()
                run = project.run(around=tracing(f"{call}:error={error}:when={count}"))
                require(run.returncode in (0, 1), f"{call} {error}: exit {run.returncode}")
                if run.returncode == 1:
                    failed += 1
                    require("cannot" in run.stderr and "; " in run.stderr,
                            f"{call} {error} is not told: {run.stderr}")
                project.check_whole()
                project.recover()
    require(failed > 10, f"only {failed} runs failed")
    return f"{failed} runs failed and said why"


@fault
def full_disk(folder):
    """a disk that is full, after more and more bytes"""
    place = folder / "disk"
    place.mkdir()
    mounted(place, "-t", "tmpfs", "-o", "size=100m", "tmpfs")
    try:
        project = Project(PROGRAM, folder / "project", output=place)
        project.run()
        used = sum(path.stat().st_size + 4096 for path in place.rglob("*") if path.is_file())
        step, size, failed = used // 12, used, 0
        project.revise()
        while True:
            size += step
            mounted(place, "-o", f"remount,size={size}")
            run = project.run()
            project.check_whole()
            if run.returncode == 0:
                break
            failed += 1
            require("No space left on device" in run.stderr, run.stderr)
            require(size < used * 4, "it never fits")
            project.check_clean()
        require(failed > 3, "the disk was never full")
        project.check_told()
        mounted(place, "-o", "remount,ro")
        project.revise()
        run = project.run()
        require(run.returncode == 1 and "Read-only file system" in run.stderr, run.stderr)
        project.check_whole()
        mounted(place, "-o", "remount,rw,size=100m")
        project.recover()
        return f"full {failed} times, then read-only"
    finally:
        subprocess.run(["umount", str(place)], check=True)


@fault
def slow_disk_and_two_runs(folder):
    """a slow disk, and other runs meanwhile"""
    project = Project(PROGRAM, folder)
    project.run()
    project.revise()
    around = tracing("syncfs,fsync,rename:delay_enter=1500000")
    slow = subprocess.Popen(
        [*around, *project.command("run", "--quiet")], cwd=project.folder,
        stderr=subprocess.PIPE, text=True)
    refused = 0
    # Before it writes it holds no lock, and who is quicker publishes.
    while slow.poll() is None and not list(project.home.rglob("*.partial")):
        time.sleep(0.01)
    while slow.poll() is None:
        other = project.run()
        project.check_whole()
        refused += other.returncode == 1 and "another run (process" in other.stderr
        require(other.returncode in (0, 1), other.stderr)
    require(refused > 0, "nobody was refused")
    require(slow.returncode in (0, 1), slow.stderr.read())
    project.recover()
    project.revise()
    runs = [project.start() for _ in range(6)]
    codes = sorted(run.wait() for run in runs)
    require(codes[0] == 0 and set(codes) <= {0, 1}, f"exit codes {codes}")
    project.check_whole()
    project.recover()
    return f"{refused} refused while one was slow; six at once ended with {codes}"


@fault
def clock_jumps(folder):
    """a clock that jumps by years"""
    if not shutil.which("faketime"):
        raise Skip("faketime is not installed")
    project = Project(PROGRAM, folder, keep=10)
    project.run()
    for offset in ["+10y", "-20y", "+1d", "+10y", "-5y"]:
        project.revise()
        run = project.run(around=["faketime", "-f", offset])
        require(run.returncode == 0, run.stderr)
        project.check_whole()
        project.check_told()
        require(project.current.name == project.releases()[-1], "names are out of order")
    require(project.releases()[-1] > "203", "faketime does nothing")
    project.revise()
    project.recover()


@fault
def no_links(folder):
    """a file system without symbolic links"""
    image, place = folder / "fat.img", folder / "fat"
    place.mkdir()
    how = "a FAT image"
    try:
        with open(image, "wb") as file:
            file.truncate(64 << 20)
        subprocess.run(["mkfs.vfat", str(image)], capture_output=True)
        mounted(place, "-o", "loop", str(image))
        around = []
    except (Skip, FileNotFoundError) as reason:
        how, around = f"links refused by strace, for {reason}", tracing("symlink:error=EPERM")
    try:
        project = Project(PROGRAM, folder / "project", output=place)
        for _ in range(3):
            run = project.run(around=around)
            require(run.returncode == 0, run.stderr)
            require(not (project.home / "current").is_symlink(), "there is a link after all")
            project.check_whole()
            project.revise()
        require(project.run(around=around).returncode == 0, "the last night failed")
        project.check_told()
        require(project.ask("rollback").returncode == 0, "cannot roll back")
        project.check_whole()
    finally:
        if not around:
            subprocess.run(["umount", str(place)], check=True)
    return how


@fault
def edited_by_hand(folder):
    """releases, manifests and pointers that somebody edited"""
    project = Project(PROGRAM, folder, keep=20)
    project.run()

    def change_file(release):
        (release / "atlas.csv").write_text("mine")
        return "'atlas.csv' of release"

    def add_file(release):
        (release / "notes.txt").write_text("mine")
        return "'notes.txt' of release"

    def remove_file(release):
        (release / "maps/divide.en.svg").unlink()
        return "'maps/divide.en.svg' of release"

    def other_manifest(release):
        manifest = json.loads((release / "manifest.json").read_text())
        manifest["outputs"][0]["sha256"] = "0" * 64
        (release / "manifest.json").write_text(json.dumps(manifest))
        return "was changed"

    def no_manifest(release):
        (release / "manifest.json").write_text("[]")
        return "is no manifest"

    def pointer_to_nowhere(release):
        (project.home / "current").unlink()
        (project.home / "current").symlink_to("releases/20200101T000000Z-gone")
        return "which is not there"

    def pointer_elsewhere(release):
        (project.home / "current").unlink()
        (project.home / "current").symlink_to("/etc")
        return "which is no release"

    edits = [change_file, add_file, remove_file, other_manifest, no_manifest, pointer_to_nowhere,
             pointer_elsewhere]
    for edit in edits:
        project.revise()
        require(project.run().returncode == 0, f"the night before {edit.__name__} failed")
        project.revise()
        words = edit(project.current)
        run = subprocess.run(project.command("run"), cwd=project.folder, capture_output=True,
                             text=True)
        require(run.returncode == 0, f"{edit.__name__}: {run.stderr}")
        require(words in run.stderr, f"{edit.__name__} is not named: {run.stderr}")
        project.check_whole()
        report = project.ask("changes").stdout
        require(words in report, f"'changes' does not name {edit.__name__}:\n{report}")
        project.check_told()
    (project.home / "current").unlink()
    (project.home / "current").mkdir()
    run = project.run()
    require(run.returncode == 1 and "move it away and run again" in run.stderr, run.stderr)
    (project.home / "current").rmdir()
    project.revise()
    require(project.run().returncode == 0, "the night after failed")
    project.check_whole()
    return f"{len(edits)} edits named"


@fault
def spoiled_cache(folder):
    """a cache that is spoiled, of another version, or gone, and a torn record"""
    project = Project(PROGRAM, folder)
    options = ("--as-of", "2026-01-01")
    project.run(*options)
    project.revise()
    project.run(*options)
    before = tree(project.current)
    spoils = [lambda text: b"", lambda text: text[: len(text) // 2], lambda text: b"\0" * 64,
              lambda text: text.replace(b"1", b"2"), None]
    for spoil in spoils:
        if spoil is None:
            shutil.rmtree(project.home / ".cache")
        else:
            for file in (project.home / ".cache").rglob("*"):
                if file.is_file():
                    file.write_bytes(spoil(file.read_bytes()))
        (project.home / "last-run.json").write_text("{")
        run = project.run(*options)
        require(run.returncode == 0, run.stderr)
        now = tree(project.current)
        other = sorted(path for path in now | before if now.get(path) != before.get(path))
        require(not other, f"the cache changed {other}")


@fault
def same_bytes(folder):
    """other folders, time zones, locales and rights"""
    trees = []
    for number, environment in enumerate([
        {}, {"TZ": "Asia/Phnom_Penh", "LC_ALL": "km_KH.UTF-8"},
        {"TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8"}, {"TZ": "UTC", "LC_ALL": "C"},
        {"LANG": "de_DE.UTF-8", "HOME": "/", "TMPDIR": str(folder)},
    ]):
        place = folder / ("deeper/" * number) / "ភូមិ"
        project = Project(PROGRAM, place)
        os.umask(0o022 if number % 2 else 0o077)
        for _ in range(2):
            run = project.run("--as-of", "2026-01-01", environment=environment)
            require(run.returncode == 0, run.stderr)
            trees.append(tree(project.current))
    os.umask(0o022)
    require(all(one == trees[0] for one in trees), "the bytes differ")
    return f"{len(trees[0])} files the same {len(trees) // 2} times"


failures = 0
for function in FAULTS:
    if sys.argv[2:] and function.__name__ not in sys.argv[2:]:
        continue
    begin = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        try:
            said = function(Path(name))
            result = "ok" + (f": {said}" if said else "")
        except Skip as reason:
            result = f"SKIPPED, not proved here: {reason}"
        except (Failure, OSError, ValueError) as failure:
            failures += 1
            result = f"FAILED: {failure}"
    print(f"  {function.__doc__}: {result} ({time.monotonic() - begin:.1f} s)", flush=True)
sys.exit(1 if failures else 0)
