"""Setting up what was cut off, is too old, or has no way to the package index: one `make` later.

A Python stands in that makes a `.venv` of itself and installs as it is told: a real set-up takes
half a minute, and `make faults` cuts one off at every moment.
"""

import os
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "assets" / "set_up.sh"
PYTHON = """#!/bin/sh
case "$*" in
  -c*version_info*) exit {too_old} ;;
  -c*) exit 0 ;;
  "-m venv --clear "*)
    rm -rf "$4" && mkdir -p "$4/bin" && echo made >> made
    sed -e 's/exit {too_old} ;;/exit 0 ;;/' "{good}" > "$4/bin/python"
    chmod +x "$4/bin/python" ;;
  "-m pip --version") [ ! -e "${{0%/*}}/no-pip" ] ;;
  *install*)
    [ ! -e refused ] || {{ cat refused >&2; exit 1; }}
    [ ! -e "${{0%/*}}/torn" ] || {{ echo "AssertionError" >&2; exit 2; }}
    echo '#!/bin/sh' > "${{0%/*}}/runlift"
    chmod +x "${{0%/*}}/runlift"
    echo in >> installed ;;
esac
"""
pytestmark = pytest.mark.skipif(os.name == "nt", reason="a shell script")


class Place:
    """A folder in which RunLift is set up."""

    def __init__(self, path: Path) -> None:
        """Put a Python there that stands in."""
        self.path = path / "with späce (x)"
        self.stand_in = self.path / "python3"
        self.path.mkdir()
        self.put_python(too_old=False)

    def put_python(self, *, too_old: bool) -> None:
        """Have the system's Python be new enough, or not."""
        text = PYTHON.format(too_old=int(too_old), good=self.stand_in)
        self.stand_in.write_text(text, "utf-8")
        self.stand_in.chmod(0o755)

    def set_up(self) -> "subprocess.CompletedProcess[str]":
        """Set up, with this Python alone."""
        return subprocess.run(
            ["/bin/sh", SCRIPT, ".venv", ".", str(self.stand_in)],
            cwd=self.path,
            env={"PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=False,
        )

    def times(self, what: str) -> int:
        """Return how often something was done."""
        noted = self.path / what
        return len(noted.read_text("utf-8").splitlines()) if noted.exists() else 0


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Return a folder in which nothing was set up."""
    return Place(tmp_path)


def test_it_is_set_up_once_and_then_only_looked_after(place: Place) -> None:
    assert place.set_up().returncode == 0
    assert place.set_up().returncode == 0
    assert (place.times("made"), place.times("installed")) == (1, 2)
    assert sorted(each.name for each in place.path.iterdir() if "log" in each.name) == []


@pytest.mark.parametrize("mishap", ["no-pip", "torn", "gone"])
def test_what_was_cut_off_is_made_anew(place: Place, mishap: str) -> None:
    assert place.set_up().returncode == 0
    if mishap == "gone":
        (place.path / ".venv/bin/python").unlink()
        (place.path / ".venv/bin/python").symlink_to("/nowhere/python")
    else:
        (place.path / f".venv/bin/{mishap}").touch()
    done = place.set_up()
    assert done.returncode == 0
    assert "is made anew" in done.stderr
    assert (place.times("made"), place.times("installed")) == (2, 2)


@pytest.mark.parametrize(
    ("pip", "said"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("PermissionError: Permission denied: x", "This folder may not be written in"),
        ("NewConnectionError: Failed to establish a new connection", "The package index cannot be"),
        ("ERROR: ResolutionImpossible", "Python's pip could not install what RunLift needs"),
    ],
)
def test_what_cannot_be_put_right_is_said_in_the_last_line(
    place: Place, pip: str, said: str
) -> None:
    (place.path / "refused").write_text(f"{pip}\n", "utf-8")
    done = place.set_up()
    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert last.startswith(said)
    assert last.endswith("Your training is not touched. Put that right, and run make again.")
    (place.path / "refused").unlink()
    assert place.set_up().returncode == 0


def test_a_file_in_its_place_is_not_removed(place: Place) -> None:
    (place.path / ".venv").write_text("mine", "utf-8")
    done = place.set_up()
    assert done.returncode == 1
    assert "is a file where a folder must be" in done.stderr
    assert (place.path / ".venv").read_text("utf-8") == "mine"


def test_a_python_that_is_too_old_is_told_and_nothing_is_made(place: Place) -> None:
    place.put_python(too_old=True)
    done = place.set_up()
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("RunLift needs Python 3.11 or newer")
    assert not (place.path / ".venv").exists()
