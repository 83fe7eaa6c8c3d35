"""A stick: a FAT file system in a file, mounted by FUSE, which knows no links and no rights."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.ledger import Broken, check
from tests.faults.outing import Outing
from tests.faults.tally import Tally

_TOOLS = ("mkfs.vfat", "fusefat", "fusermount")
_SIZE_MB = 24


def can_mount() -> bool:
    """Return whether one can be made and mounted here."""
    return os.path.exists("/dev/fuse") and all(shutil.which(each) for each in _TOOLS)


def sticks(path: str, *, trials: int, presses: int = 12) -> Tally:
    """Train, change and import on a stick: as on any other disk."""
    tally = Tally()
    for seed in range(trials):
        with _mounted(Path(path, f"stick-{seed}")) as place:
            folder = os.fspath(place / "data")
            run = Outing(folder, seed, presses=presses)
            run.run()
            run.close()
            kept = all(told.acknowledged for told in run.ledger.sessions.values())
            found = [] if kept else [Broken("nobody can train there")]
            tally.add([*found, *check(folder, run.ledger)], f"stick {seed}")
    return tally


@contextmanager
def _mounted(place: Path) -> Iterator[Path]:
    image = place.with_suffix(".img")
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(_SIZE_MB << 20)
    _run("mkfs.vfat", image)
    _run("fusefat", "-o", "rw+", image, place)
    try:
        yield place
    finally:
        _run("fusermount", "-u", place)
        image.unlink()


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True, capture_output=True)
