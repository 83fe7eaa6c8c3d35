"""Setting up, cut off at any moment: the next `make run` puts it right, or says why not."""

import os
import random
import shutil
import signal
import subprocess
from pathlib import Path

from tests.faults.ledger import Broken
from tests.faults.tally import Tally

_ROOT = Path(__file__).parent.parent.parent
_PARTS = (
    "Makefile",
    "assets/set_up.sh",
    "assets/runlift.1",
    "pyproject.toml",
    "constraints.txt",
    "README.md",
)
_LONGEST_S = 25.0
_WAIT_S = 600.0
_RUN = ("make", "run", "ARGS=--version")


def can_set_up() -> bool:
    """Return whether there is make, and a checkout to set up."""
    return os.name != "nt" and shutil.which("make") is not None and (_ROOT / "Makefile").exists()


def killed(path: str, *, trials: int, seed: int = 0) -> Tally:
    """Kill a set-up at random moments, pip and all, and begin it again."""
    tally, chance = Tally(), random.Random(seed)
    for number in range(trials):
        folder = _checkout(Path(path, f"sét up {number}"))
        begun = subprocess.Popen(
            _RUN,
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        moment = chance.uniform(0.2, _LONGEST_S)
        try:
            begun.wait(moment)
        except subprocess.TimeoutExpired:
            os.killpg(begun.pid, signal.SIGKILL)
            begun.wait()
        again = subprocess.run(
            _RUN, cwd=folder, capture_output=True, text=True, timeout=_WAIT_S, check=False
        )
        stood = again.returncode == 0 and again.stdout.startswith("runlift ")
        said = "Your training is not touched" in again.stderr
        broken = [] if stood or said else [Broken(again.stderr[-600:])]
        tally.add(broken, f"killed after {moment:.1f} s")
        shutil.rmtree(folder)
    return tally


def _checkout(folder: Path) -> Path:
    (folder / "assets").mkdir(parents=True)
    for part in _PARTS:
        shutil.copy(_ROOT / part, folder / part)
    for part in ("LICENSE", "CHANGELOG.md"):
        if (_ROOT / part).exists():
            shutil.copy(_ROOT / part, folder / part)
    shutil.copytree(
        _ROOT / "runlift_tui",
        folder / "runlift_tui",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    return folder
