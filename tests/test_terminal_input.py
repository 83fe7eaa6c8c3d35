"""Whatever a terminal says of itself, it ends nothing."""

import sys

import pytest
from textual import events
from textual.app import App
from textual.message import Message

from runlift_tui.terminal_input import listen

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="reads its keys otherwise")


def heard(*texts: str) -> list[Message]:
    """Return what a terminal's texts come to."""
    listen(App[None]())
    from textual.drivers import linux_driver

    parser = vars(linux_driver)["XTermParser"]()
    return [each for text in texts for each in parser.feed(text)]


@pytest.mark.parametrize("size", ["24;80;0;0", "0;0;0;0", "0;80;480;0", "24;0;0;640"])
def test_a_window_of_no_pixels_has_a_mouse_that_is_nowhere(size: str) -> None:
    found = heard(f"\x1b[48;{size}t", "\x1b[<0;5;5M", "\x1b[<35;1;1m")
    assert [type(each) for each in found] == [events.Resize]


def test_a_window_with_pixels_has_one_that_is_somewhere() -> None:
    _, found = heard("\x1b[48;24;80;480;640t", "\x1b[<0;9;21M")
    assert isinstance(found, events.MouseDown)
    assert (found.x, found.y) == (1, 1)


def test_to_listen_twice_is_to_listen_once() -> None:
    heard()
    from textual.drivers import linux_driver

    first = vars(linux_driver)["XTermParser"]
    heard()
    assert vars(linux_driver)["XTermParser"] is first
