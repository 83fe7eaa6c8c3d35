"""A table of keys: every key once in its order, in one column or in two, and nothing cut."""

import pytest

from runlift_tui.core.keys.actions import SCREENS, help_lines
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.widgets.base.pieces import width_of
from runlift_tui.widgets.lines.key_table import KeyTable

NOW = KeyFace("space", "now: go")


def drawn(table: KeyTable, width: int) -> list[str]:
    return ["".join(piece.text for piece in row) for row in table.lines(width, 0)]


@pytest.mark.parametrize("screen", [each.screen for each in SCREENS if each.help])
@pytest.mark.parametrize("width", [40, 74, 101, 102, 114, 146])
def test_every_word_of_every_help_stands_there_once(screen: str, width: int) -> None:
    faces = tuple(help_lines(screen))
    table = KeyTable(faces, now=NOW)
    rows = drawn(table, width)
    assert all(width_of(row) <= width for row in table.lines(width, 0))
    asked = sorted(f"{NOW.key} {NOW.word} {' '.join(f'{f.key} {f.word}' for f in faces)}".split())
    assert sorted(" ".join(rows).split()) == asked
    assert rows[0].startswith("space")


def test_two_columns_stand_beside_each_other_where_there_is_room() -> None:
    faces = tuple(KeyFace(each, f"what {each} does") for each in "abcdefg")
    assert len(drawn(KeyTable(faces), 74)) == 7
    assert [row.split()[0] for row in drawn(KeyTable(faces), 114)] == ["a", "b", "c", "d"]
    assert [row.split()[4:5] for row in drawn(KeyTable(faces), 114)] == [["e"], ["f"], ["g"], []]
