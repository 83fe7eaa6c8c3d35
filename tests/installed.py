"""RunLift as people install it, out of its wheel and its sdist: `make installed`.

Each way begins with nothing, not even a cache, and ends with a newcomer's first set on the disk.
Then the sdist is unpacked, and its own tests are run with every Python that is there.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.machine import machine

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build" / "installed"
FIRST_SET = "n\n\n\n\n9/8\nq\n"
"""The newcomer's four answers, the first set as it was done, and the end."""
PYTHONS = ("python3.11", "python3.12", "python3.13", "python3.14")
SHARE = ("tests/core", "tests/store", "tests/commands", "tests/cli", "tests/devices")
"""What of the sdist's tests is run, unless the command line names something else."""
_BEGIN = ("--plain", "start", "--level", "beginner")


class Way(NamedTuple):
    """One way to install it: how long it took, and how much there is, without Python and pip."""

    way: str
    seconds: float
    mb: float
    """Sum of the files' lengths in megabytes, right after the install."""
    disk_mb: float
    """The same in whole blocks of the disk, as `du` tells it."""
    used_mb: float
    """Sum of the files' lengths after the first set: with what Python compiled meanwhile."""
    sets: int
    """Sets of the newcomer that are in the journal afterwards."""


class Ran(NamedTuple):
    """The sdist's tests, under one Python."""

    python: str
    told: str
    passed: bool


class Size(NamedTuple):
    """What lies in folders, in bytes: by length, and by the blocks that it takes."""

    length: int
    blocks: int

    def over(self, other: "Size") -> "Size":
        """Return what this one has more."""
        return Size(self.length - other.length, self.blocks - other.blocks)


def size(*folders: Path) -> Size:
    """Return what the files of folders come to."""
    stats = [
        path.lstat()
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    ]
    return Size(sum(each.st_size for each in stats), sum(each.st_blocks * 512 for each in stats))


def logged(data: Path) -> int:
    """Return how many sets the journals of a data folder hold."""
    lines = (line for path in data.glob("journal/*.jsonl") for line in path.open(encoding="utf-8"))
    return sum('"do":{"type":"log' in line for line in lines)


def built(tools: Path) -> tuple[Path, Path]:
    """Return the wheel and the sdist, made anew and found right by those who look at such."""
    dist = BUILD / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    _run(tools / "pyproject-build", "--outdir", dist, ROOT)
    wheel, sdist = next(dist.glob("*.whl")), next(dist.glob("*.tar.gz"))
    _run(tools / "twine", "check", "--strict", wheel, sdist)
    _run(tools / "check-wheel-contents", wheel)
    return wheel, sdist


def ways(tools: Path, wheel: Path, source: Path, place: Path) -> Iterator[Way]:
    """Install it in every way: the wheel, or for make the unpacked folder with its Makefile."""
    bare = place / "bare"
    _run(sys.executable, "-m", "venv", bare)
    pip = size(bare)
    ours = {**_fresh(), "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}

    into = place / "pip"
    begun = time.monotonic()
    _run(sys.executable, "-m", "venv", into)
    _run(into / "bin" / "pip", "--quiet", "install", wheel, env=ours)
    yield _way("pip, in an environment", begun, into / "bin" / "runlift", (into,), pip)

    into = place / "pipx"
    environ = {**ours, "PIPX_HOME": str(into), "PIPX_BIN_DIR": str(into / "bin")}
    environ["PIPX_MAN_DIR"] = str(into / "man")
    begun = time.monotonic()
    _run(tools / "pipx", "install", wheel, env=environ)
    yield _way("pipx install", begun, into / "bin" / "runlift", (into / "venvs",), Size(0, 0))

    into = place / "uv"
    environ = {**ours, "UV_TOOL_DIR": str(into / "tools"), "UV_TOOL_BIN_DIR": str(into / "bin")}
    environ["UV_CACHE_DIR"] = str(into / "cache")
    begun = time.monotonic()
    _run(tools / "uv", "--quiet", "tool", "install", wheel, env=environ)
    yield _way("uv tool install", begun, into / "bin" / "runlift", (into / "tools",), Size(0, 0))

    begun = time.monotonic()
    _run("make", "--no-print-directory", "run", "ARGS=--version", cwd=source, env=ours)
    folders = (source / ".venv", source / "runlift_tui")
    yield _way(
        "make run, from the sdist", begun, source / ".venv" / "bin" / "runlift", folders, pip
    )


def _way(way: str, begun: float, program: Path, folders: tuple[Path, ...], less: Size) -> Way:
    took = time.monotonic() - begun
    there = size(*folders).over(less)
    with tempfile.TemporaryDirectory() as data:
        words = (program, "--data-dir", data, *_BEGIN)
        _run(*words, env=_fresh(), typed=FIRST_SET)
        sets = logged(Path(data))
    used = size(*folders).over(less)
    return Way(
        *(way, round(took, 1), there.length / 1e6, there.blocks / 1e6, used.length / 1e6, sets)
    )


def downloaded(wheel: Path, place: Path) -> float:
    """Return the megabytes that come over the line: the wheel, and all that it asks for."""
    _run(
        *(sys.executable, "-m", "pip", "--quiet", "download", "--dest", place, wheel),
        env=_fresh(),
    )
    return size(place).length / 1e6


def its_tests(tools: Path, source: Path, python: str, asked: tuple[str, ...]) -> Ran:
    """Run tests of the unpacked sdist, in an environment of one Python."""
    venv = source / f".venv-{python}"
    _run(tools / "uv", "--quiet", "venv", "--python", python, venv)
    into = (tools / "uv", "--quiet", "pip", "install", "--python", venv / "bin" / "python")
    _run(*into, "--constraint", source / "constraints.txt", "--editable", f"{source}[dev]")
    said = subprocess.run(
        [venv / "bin" / "python", "-m", "pytest", "--quiet", "--numprocesses", "auto", *asked],
        cwd=source,
        env=_fresh(),
        check=False,
        capture_output=True,
        text=True,
    )
    version = subprocess.run([python, "-V"], check=True, capture_output=True, text=True).stdout
    if said.returncode:
        print(said.stdout[-4000:])
    told = re.findall(r"(?m)^.*\d+ passed.*$", said.stdout)
    return Ran(version.split()[1], told[-1] if told else "", said.returncode == 0)


def there() -> list[str]:
    """Return the Pythons that can make an environment here."""
    return [
        name
        for name in PYTHONS
        if shutil.which(name)
        and not subprocess.run(
            [name, "-c", "import ensurepip, venv"], check=False, capture_output=True
        ).returncode
    ]


def _fresh() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PIP_NO_CACHE_DIR": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def _run(
    *words: object,
    cwd: Path | None = None,
    env: dict[str, str] | None = None,
    typed: str = "",
) -> None:
    argv = [str(word) for word in words]
    done = subprocess.run(
        argv, cwd=cwd, env=env, input=typed, check=False, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(argv)}\n{done.stdout}{done.stderr}")


def main(asked: tuple[str, ...]) -> int:
    """Try every way and every Python; leave the figures, and return the exit status."""
    tools = BUILD / "tools" / "bin"
    if not (tools / "uv").exists():
        _run(sys.executable, "-m", "venv", BUILD / "tools")
        names = ("build", "twine", "check-wheel-contents", "pipx", "uv")
        _run(tools / "pip", "--quiet", "install", *names)
    wheel, sdist = built(tools)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        with tarfile.open(sdist) as packed:
            packed.extractall(place, filter="data")
        source = place / sdist.name.removesuffix(".tar.gz")
        found, ran = list[Way](), list[Ran]()
        for way in ways(tools, wheel, source, place):
            print(way, flush=True)
            found.append(way)
        told: dict[str, object] = {
            "machine": machine(),
            "download_mb": downloaded(wheel, place / "download"),
            "ways": [each._asdict() for each in found],
            "share": asked or SHARE,
            "tests": [],
        }
        for python in ("", *there()):
            if python:
                ran.append(its_tests(tools, source, python, asked or SHARE))
                print(ran[-1], flush=True)
            told["tests"] = [each._asdict() for each in ran]
            (ROOT / "build" / "installed.json").write_text(json.dumps(told, indent=1))
    return 0 if all(each.sets for each in found) and all(each.passed for each in ran) else 1


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:])))
