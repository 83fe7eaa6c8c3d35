"""Which look a terminal gets."""

from typing import Any

from runlift_tui.core.settings.glyphs import encoding_of, look
from tests.rows import for_each


@for_each(
    ("wanted", "term", "encoding", "is_ascii"),
    [
        ("auto", "xterm-256color", "utf-8", False),
        ("auto", "tmux-256color", "UTF8", False),
        ("auto", "", "utf-8", False),
        ("auto", "linux", "utf-8", True),
        ("auto", "linux-16color", "utf-8", True),
        ("auto", "vt220", "utf-8", True),
        ("auto", "screen.linux", "utf-8", True),
        ("auto", "screen.xterm-256color", "utf-8", False),
        ("auto", "xterm", "ISO-8859-1", True),
        ("auto", "xterm", "ascii", True),
        ("full", "linux", "ascii", False),
        ("ascii", "xterm", "utf-8", True),
    ],
)
def test_the_look_is_chosen_by_what_is_known(
    wanted: Any, term: str, encoding: str, is_ascii: bool
) -> None:
    found = look(wanted, {"TERM": term}, encoding)
    assert found.is_ascii is is_ascii
    assert bool(found.why) is (is_ascii or wanted != "auto")
    assert found.by_itself is (wanted == "auto")


def test_a_stream_that_says_nothing_takes_all() -> None:
    assert encoding_of(None) == "utf-8"
