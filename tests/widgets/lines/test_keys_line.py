"""The last line: what a narrow window drops, and what it keeps."""

from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.widgets.lines.keys import KeysLine
from tests.rows import for_each

KEYS = (
    KeyFace("n", "note"),
    KeyFace("e", "edit"),
    KeyFace("escape", "back"),
    KeyFace("?", "keys"),
    KeyFace("y", "as text"),
)


@for_each(
    ("width", "shown"),
    [
        (60, " n  note   e edit   escape back   ? keys   y as text"),
        (51, " n  note  e edit  escape back  ? keys  y as text"),
        (32, " n  note   escape back   ? keys"),
        (30, " n  note  escape back  ? keys"),
        (9, " n  note"),
        (4, " n …"),
    ],
)
def test_a_narrow_window_drops_from_the_right_and_the_ways_out_last(width: int, shown: str) -> None:
    line = KeysLine()
    line.set_reactive(KeysLine.keys, KEYS)
    (row,) = line.lines(width, 1)
    assert "".join(piece.text for piece in row).rstrip() == shown
