"""`--plain` in a terminal that shows no screen."""

import signal
import time
from pathlib import Path

from tests.end_to_end.terminal import Terminal


def test_a_set_is_trained_in_lines(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[settings]\nsound = false\nawake = false\n")
    here = Terminal(tmp_path, "--plain", "start", "--level", "beginner", TERM="dumb")
    try:
        _comes(here, "Enter when it is done as asked")
        here.press_calmly("\n")
        _comes(here, "Logged: A1 round 1")
        assert "\x1b" not in here.raw
        assert here.kill(signal.SIGINT) == 0
        assert "The session stays as it is, and is saved." in here.raw
    finally:
        here.close()


def _comes(here: Terminal, part: str) -> None:
    end = time.monotonic() + 20
    while part not in here.raw and time.monotonic() < end:
        here.read(0.05)
    assert part in here.raw, here.raw
