"""A terminal that takes nothing for a while: what is done counts, and the screen comes back."""

import re
import time
from pathlib import Path

import pytest

from tests.end_to_end.terminal import Terminal

_TURNS = 12
"""So many pages of keys, opened and closed, are more than a pty and a program let wait."""


def lines(folder: Path) -> int:
    """Return how many lines the journal has."""
    return sum(len(path.read_text().splitlines()) for path in (folder / "journal").iterdir())


@pytest.mark.sweep
def test_what_is_done_counts_while_the_terminal_stands_still(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[settings]\nsound = false\nawake = false\n")
    here = Terminal(tmp_path, "start", "--level", "beginner")
    try:
        here.wait_for("WORK")
        before = lines(tmp_path)
        for key in _TURNS * ("?", "\x1b"):
            here.press(key)
            time.sleep(0.12)
        time.sleep(0.8)
        here.press("p")
        end = time.monotonic() + 20
        while lines(tmp_path) == before and time.monotonic() < end:
            time.sleep(0.1)
        assert lines(tmp_path) > before, "nothing counts until the terminal goes on"
        here.wait_for("space goes on")
        here.settle()
        there = words(here)
        here.wipe()
        here.press("\x0c")
        here.wait_for("space goes on")
        here.settle()
        assert words(here) == there, "what came back is all of it"
    finally:
        here.close()


def words(here: Terminal) -> list[str]:
    """Return what stands on the screen and does not move."""
    return re.findall(r"[A-Za-z]{3,}", here.text())
