"""Terminals that people have: kitty with keyboards of all kinds, GNU screen and tmux.

Each is tried where it is installed; nothing else needs one.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.newcomers import introduce

pytestmark = [pytest.mark.slow, pytest.mark.posix]
RUNLIFT = Path(sys.executable).with_name("runlift")
START = ("start", "--level", "advanced")
KEY_MS, LAYOUT_S, GUARD_S, MOST_S = 60, 1.0, 1.0, 20
LONGER = 16
"""Presses that make a rest four minutes longer, in which all keyboards are tried."""
ONE, RETURN, SPACE, P, CAPS_LOCK, NUM_LOCK, PAD_ONE = 10, 36, 65, 33, 66, 77, 87
"""Keys by where they stand, as X numbers them; digits and the pad's follow one another."""
LAYOUTS = ("us", "fr", "fr bepo", "fr afnor", "be", "cz", "sk", "ru", "gr", "il", "ara", "in")
"""Of X, with a variant: in each the row of digits types digits, with Shift or without."""


def needs(*programs: str) -> pytest.MarkDecorator:
    """Return a mark for what is left out where a program is not there."""
    missing = [each for each in programs if shutil.which(each) is None]
    return pytest.mark.skipif(bool(missing), reason=f"without {', '.join(missing)}")


def comes(of: Callable[[], str], part: str) -> str:
    """Wait until something stands in a text; return the text."""
    end = time.monotonic() + MOST_S
    while part not in (text := of()):
        assert time.monotonic() < end, f"{part!r} does not come:\n{text}"
        time.sleep(0.2)
    return text


def said(folder: Path) -> list[dict[str, Any]]:
    """Return what the only journal says was done."""
    (path,) = (folder / "journal").glob("*.jsonl")
    lines = [json.loads(line.split(" ", 1)[1]) for line in path.read_text().splitlines()]
    return [line["do"] for line in lines if "do" in line]


class Kitty:
    """RunLift in a kitty of its own, on a screen that nobody sees."""

    def __init__(self, folder: Path, display: str) -> None:
        self.folder = folder
        self._env = {**os.environ, "DISPLAY": display, "LIBGL_ALWAYS_SOFTWARE": "1"}
        self._socket = f"unix:{folder}/kitty"
        options = ("allow_remote_control=yes", "remember_window_size=no", "font_size=8")
        self.process = subprocess.Popen(
            [
                *("kitty", "--config", "NONE", "--listen-on", self._socket),
                *(part for each in options for part in ("-o", each)),
                *("-o", "initial_window_width=120c", "-o", "initial_window_height=36c"),
                *(RUNLIFT, "--data-dir", folder, *START),
            ],
            env=self._env,
            stderr=subprocess.DEVNULL,
        )

    def _run(self, *command: str) -> str:
        ran = subprocess.run(command, env=self._env, capture_output=True, text=True, check=False)
        return ran.stdout

    def text(self) -> str:
        """Return what stands on its screen."""
        return self._run("kitty", "@", "--to", self._socket, "get-text")

    def layout(self, name: str) -> None:
        """Change the keyboard."""
        layout, _, variant = name.partition(" ")
        self._run("setxkbmap", layout, *(("-variant", variant) if variant else ()))
        time.sleep(LAYOUT_S)

    def press(self, *keys: int | str) -> None:
        """Press keys by where they stand, or by X's names."""
        self._run("xdotool", "key", "--delay", f"{KEY_MS}", *map(str, keys))
        time.sleep(GUARD_S)


@contextmanager
def kitty(folder: Path) -> Iterator[Kitty]:
    """Open one on a screen of its own."""
    introduce(folder)
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x1000x24"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert screen.stdout is not None
    with screen.stdout:
        here = Kitty(folder, f":{screen.stdout.readline().strip()}")
    try:
        comes(here.text, "WORK")
        yield here
    finally:
        for each in (here.process, screen):
            each.terminate()
            each.wait(MOST_S)


@needs("kitty", "Xvfb", "xdotool", "setxkbmap")
def test_every_keyboard_in_kitty(tmp_path: Path) -> None:
    """Rows of digits without Shift and under Caps Lock, number pads, and pause in any alphabet."""
    with kitty(tmp_path) as here:
        typed = 0

        def types(keys: tuple[int, ...], what: str) -> None:
            nonlocal typed
            typed += 1
            last = typed % 2
            here.press(*keys[:1], keys[1] + last, RETURN)
            values = {"left": 12 + last, "right": 12 + last}
            end = time.monotonic() + MOST_S
            while said(tmp_path)[-1].get("values") != values:
                assert time.monotonic() < end, f"{what}: {said(tmp_path)[-1]}"
                time.sleep(0.2)

        time.sleep(GUARD_S)
        here.press(SPACE)
        here.press(*["plus"] * LONGER)
        for layout in LAYOUTS:
            here.layout(layout)
            types((ONE, ONE + 1), layout)
        here.layout("fr")
        here.press(CAPS_LOCK)
        types((ONE, ONE + 1), "AZERTY under Caps Lock")
        here.press(CAPS_LOCK, PAD_ONE)
        comes(here.text, "NumLock is off")
        here.press(NUM_LOCK)
        types((PAD_ONE, PAD_ONE + 1), "the number pad")
        for layout in ("us", "ru", "gr", "il", "ara"):
            here.layout(layout)
            here.press(P)
            comes(here.text, "goes on")
            here.press(SPACE)
            assert [each["type"] for each in said(tmp_path)[-2:]] == ["pause", "continue"], layout


@contextmanager
def tmux(folder: Path) -> Iterator[tuple[Callable[[str], object], Callable[[], str]]]:
    """Open RunLift in a tmux of its own; yield what presses a key, and what reads the screen."""
    own = ("tmux", "-L", f"runlift-{os.getpid()}", "-f", "/dev/null")
    command = f"{RUNLIFT} --data-dir {folder} {' '.join(START)}"
    subprocess.run([*own, "new-session", "-d", "-x", "100", "-y", "30", command], check=True)
    try:
        yield (
            lambda key: subprocess.run([*own, "send-keys", key], check=True),
            lambda: subprocess.check_output([*own, "capture-pane", "-p"], text=True),
        )
    finally:
        subprocess.run([*own, "kill-server"], check=False)


@contextmanager
def gnu_screen(folder: Path) -> Iterator[tuple[Callable[[str], object], Callable[[], str]]]:
    """Open RunLift in a GNU screen of its own; yield as `tmux` does."""
    sockets, copy = folder / "sockets", folder / "copy"
    sockets.mkdir(mode=0o700)
    env = {**os.environ, "SCREENDIR": str(sockets), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    own = ("screen", "-S", "runlift")
    command = (RUNLIFT, "--data-dir", str(folder), *START)
    subprocess.run(["screen", "-U", "-c", "/dev/null", "-dmS", "runlift", *command], env=env)

    def tell(*words: str) -> None:
        subprocess.run([*own, "-X", *words], env=env, check=False, capture_output=True)

    def text() -> str:
        tell("hardcopy", str(copy))
        time.sleep(0.1)
        return copy.read_text("utf-8", "replace") if copy.exists() else ""

    try:
        yield (lambda key: tell("stuff", key)), text
    finally:
        tell("quit")


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param(tmux, marks=needs("tmux")),
        pytest.param(gnu_screen, marks=needs("screen")),
    ],
)
def test_a_set_inside_of_another_terminal(inside: Any, tmp_path: Path) -> None:
    """It is logged, corrected and taken back; all of it stands there."""
    introduce(tmp_path)
    with inside(tmp_path) as (press, text):
        comes(text, "WORK")
        time.sleep(GUARD_S)
        press(" ")
        comes(text, "NEXT")
        for key in ("+", "+", "+", "1", "2", "\r"):
            press(key)
        comes(text, "[12]")
        time.sleep(GUARD_S)
        press("u")
        comes(text, "Taken back")
        assert "Traceback" not in text()
        assert said(tmp_path)[-1]["type"] == "undo"
