"""The foot of the session screen: what a row does not hold goes on in the next one."""

import pytest

from runlift_tui.core.face.pain_questions import how_much
from runlift_tui.core.face.shapes import FieldFace, PanelFace
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.widgets.base.pieces import Piece, Pieces, width_of
from runlift_tui.widgets.large.lettering import letter_lines
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.session.lines import ComingNext, TextLine
from runlift_tui.widgets.session.saying import beside_values
from runlift_tui.widgets.session.values import Values
from tests.core.builders import Athlete
from tests.rows import for_each
from tests.widgets.faces import WORK

UNITS = ("8 each leg", "2 x 22 kg, could do 2 more")
LAST = (Piece("last  12/12 at 2 x 22 kg", "quiet"),)


def _texts(rows: list[Pieces]) -> list[str]:
    return ["".join(piece.text for piece in row) for row in rows]


def _facts(width: int, units: tuple[str, ...] = UNITS, right: Pieces = LAST) -> str:
    coming = ComingNext()
    coming.show("STEP-UP", "2x22 KG", units, "LEFT FIRST", right=right)
    rows = coming.lines(width, 4)
    assert all(width_of(row) <= width for row in rows)
    assert len(rows) == 4
    return _texts(rows)[-1]


@for_each("width", [30, 45, 60, 78])
def test_the_leg_that_starts_is_never_cut_off(width: int) -> None:
    assert "LEFT FIRST" in _facts(width)
    assert "8 each leg" in _facts(width)


def test_what_was_last_goes_before_what_is_asked_for() -> None:
    whole = "8 each leg   2 x 22 kg, could do 2 more   LEFT FIRST   last  12/12 at 2 x 22 kg"
    assert _facts(len(whole)) == whole
    assert _facts(60).rstrip() == "8 each leg   2 x 22 kg, could do 2 more   LEFT FIRST"
    assert _facts(50).rstrip() == "8 each leg   2 x 22 kg   LEFT FIRST"

    begin = ("8 each leg", "begin with 2 x 8-10 kg, could do 3-4 more")
    assert _facts(47, begin).rstrip() == "8 each leg  begin with 2 x 8-10 kg  LEFT FIRST"


def test_the_load_stands_in_letters_while_there_is_room() -> None:
    coming = ComingNext()
    coming.show("REAR-FOOT SPLIT SQUAT", "2x22 KG", UNITS, "")
    drawn = "".join(piece.text for piece in letter_lines("2x22 KG", 3)[0])
    assert _texts(coming.lines(114, 4))[0].endswith(drawn)
    assert drawn not in _texts(coming.lines(90, 4))[0]
    coming.show("STEP-UP", "2x22 KG", UNITS, "RIGHT FIRST")
    side = "".join(piece.text for piece in letter_lines("RIGHT FIRST", 3)[0])
    wide, narrow = (_texts(coming.lines(width, 4)) for width in (114, 90))
    assert wide[0].endswith(f"{drawn}      {side}")
    assert ("RIGHT" in wide[3], "RIGHT" in narrow[3]) == (False, True), "said once"


def _drawn(text: str) -> str:
    return "".join(piece.text for piece in letter_lines(text, 3)[0])


def test_the_count_stands_in_letters_before_the_load_and_alone_where_that_has_no_room() -> None:
    coming = ComingNext()
    coming.show("STEP-UP", "2x22 KG", UNITS, "LEFT FIRST", count="8 EACH", label="B3")
    both = _texts(coming.lines(148, 4))[0]
    assert both.endswith("      ".join(map(_drawn, ("8 EACH", "2x22 KG", "LEFT FIRST"))))
    coming.show("STEP-UP", "", UNITS, "LEFT FIRST", count="8 EACH", label="B3")
    assert _drawn("8 EACH") in _texts(coming.lines(78, 4))[0]


def test_a_side_stands_in_letters_beside_a_long_name_which_gives_words_for_it() -> None:
    coming = ComingNext()
    coming.show("REAR-FOOT SPLIT SQUAT", "2x22 KG", UNITS, "RIGHT FIRST", label="B1")
    rows = _texts(coming.lines(78, 4))
    assert rows[0].startswith(_drawn("B1 …SPLIT SQUAT"))
    assert rows[0].endswith(_drawn("RIGHT"))
    assert "8 each leg" in rows[3]
    for side, call, width in (
        ("ALTERNATE", "REAR-FOOT SPLIT SQUAT", 78),
        ("LEFT FIRST", "REAR-FOOT SPLIT SQUAT", 58),  # one word would say too little
    ):
        coming.show(call, "2x22 KG", UNITS, side, label="B1")
        assert _drawn("B1") not in _texts(coming.lines(width, 4))[0]


@pytest.mark.parametrize(("width", "height"), [(56, 3), (68, 3), (76, 2)])
def test_what_pain_allows_is_said_in_full(width: int, height: int) -> None:
    lines = how_much(Athlete().session, StepKey("main", 1, "B3")).lines
    values = Values()
    values.panel = PanelFace(lines=lines)
    rows = values.lines(width, height)
    assert " ".join(" ".join(_texts(rows)).split()) == " ".join(" ".join(lines).split())
    apart = 2 if height == 3 else 0
    assert max(map(width_of, rows)) <= width - apart


def test_a_long_note_under_values_takes_the_rows_that_there_are() -> None:
    values = Values()
    values.fields = (FieldFace("left", "8"),)
    values.panel = PanelFace(lines=("as long as it takes to say it",))
    rows = _texts(values.lines(20, 3))
    assert rows[1:] == ["as long as it", "takes to say it"]


def test_what_stands_at_the_end_of_values_gives_way_to_them() -> None:
    values = Values()
    values.fields = (FieldFace("left", "8"), FieldFace("right", "8"))
    values.right = (Piece("then A2 in 0:20", "quiet"),)
    assert _texts(values.lines(60, 1))[0].endswith("then A2 in 0:20")
    assert "then" not in _texts(values.lines(30, 1))[0]


def test_a_long_cue_takes_the_rows_that_there_are() -> None:
    line = TextLine()
    line.show((Piece("On your side, elbow under the shoulder"),), (Piece("then 20 s"),))
    assert _texts(line.lines(30, 2)) == [
        "On your side, elbow under the",
        "shoulder             then 20 s",
    ]
    assert _texts(line.lines(24, 1))[0] == "On your side, elbow und…"
    assert _texts(line.lines(60, 1))[0].endswith("then 20 s")


def test_only_the_key_that_is_expected_stands_on_a_ground_of_its_own() -> None:
    def chips(*keys: KeyFace) -> list[str]:
        line = KeysLine()
        line.keys = keys
        return [piece.text for piece in line.lines(60, 1)[0] if piece.tone == "chip"]

    assert chips(KeyFace("space", "go"), KeyFace("u", "undo")) == [" space "]
    assert chips(KeyFace("1", "time"), KeyFace("space", "no reason")) == []


def test_at_sixty_columns_a_question_about_pain_still_says_how_to_pass() -> None:
    line = KeysLine()
    line.keys = how_much(Athlete().session, StepKey("main", 1, "B3")).faces()
    (shown,) = _texts(line.lines(58, 1))
    assert shown.endswith("9   space not said")


def test_what_comes_then_loses_its_end_before_it_is_lost() -> None:
    values = Values()
    values.fields, values.right = WORK.fields, beside_values(WORK, narrow=True)
    rows = ["".join(piece.text for piece in values.lines(wide, 1)[0]) for wide in (78, 76, 60)]
    assert [row.partition("–")[2].strip() for row in rows] == [
        "then B2, half of these",
        "then B2",
        "",
    ]
