"""The foot of the session screen: what a row does not hold goes on in the next one."""

import pytest

from runlift_tui.core.face.pain_questions import how_much
from runlift_tui.core.face.shapes import FieldFace, PanelFace
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.widgets.base.pieces import Piece, Pieces, width_of
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.session.bar import Bar
from runlift_tui.widgets.session.panel import Panel
from runlift_tui.widgets.session.values import Values
from tests.core.builders import Athlete

HEAVY = PanelFace(
    "NEXT",
    "B1",
    "Rear-foot-elevated split squat",
    (
        "10 each leg at 2 x 24 kg   start LEFT",
        "last time 10/10 at 2 x 24 kg, could do 3 more",
    ),
)
FAST = PanelFace(
    "NEXT",
    "B2",
    "Jumping lunge",
    ("5 each leg, 10 jumps   (half of 10)   start LEFT", "last time 5/5, snap 4"),
)
SIZES = ((45, 3), (37, 3), (76, 2), (58, 2))


def _texts(rows: list[Pieces]) -> list[str]:
    return ["".join(piece.text for piece in row) for row in rows]


def _shown(panel: PanelFace, width: int, height: int) -> list[str]:
    widget = Panel()
    widget.panel = panel
    rows = widget.lines(width, height)
    assert all(width_of(row) <= width for row in rows)
    assert len(rows) <= height
    return _texts(rows)


@pytest.mark.parametrize("panel", [HEAVY, FAST], ids=["heavy", "fast"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_leg_that_starts_is_never_cut_off(panel: PanelFace, size: tuple[int, int]) -> None:
    assert any("start LEFT" in row for row in _shown(panel, *size))


def test_a_part_that_a_row_does_not_hold_begins_the_next() -> None:
    assert _shown(FAST, 45, 3) == [
        "NEXT  B2  JUMPING LUNGE",
        "5 each leg, 10 jumps   (half of 10)",
        "start LEFT   last time 5/5, snap 4",
    ]
    assert _shown(HEAVY, 45, 3)[1:] == list(HEAVY.lines)
    assert _shown(HEAVY, 76, 2) == [
        "NEXT  B1  REAR-FOOT-ELEVATED SPLIT SQUAT   10 each leg at 2 x 24 kg",
        "start LEFT   last time 10/10 at 2 x 24 kg, could do 3 more",
    ]


def test_in_one_row_the_target_stays() -> None:
    assert _shown(FAST, 50, 1) == ["NEXT  B2  JUMPING LUNGE   5 each leg, 10 jumps"]
    assert _shown(HEAVY, 50, 1) == ["NEXT  B1  REAR-FOOT-ELEVATED SPLIT SQUAT   10 eac…"]
    assert _shown(PanelFace(), 50, 1) == []


@pytest.mark.parametrize(("width", "height"), [(56, 3), (68, 3), (76, 2)])
def test_what_pain_allows_is_said_in_full(width: int, height: int) -> None:
    lines = how_much(Athlete().session, StepKey("main", 1, "B3")).lines
    values = Values()
    values.panel = PanelFace(lines=lines)
    rows = values.lines(width, height)
    assert " ".join(" ".join(_texts(rows)).split()) == " ".join(" ".join(lines).split())
    apart = 2 if height == 3 else 0
    assert max(map(width_of, rows)) <= width - apart


def test_a_note_under_values_keeps_to_one_row() -> None:
    values = Values()
    values.fields = (FieldFace("left", "8"),)
    values.panel = PanelFace(lines=("as long as it takes to say it",))
    rows = _texts(values.lines(20, 3))
    assert rows[1] == "as long as it tak…"


def test_a_long_line_over_the_bar_takes_the_rows_that_there_are() -> None:
    bar = Bar()
    bar.over = (Piece("On your side, elbow under the shoulder"),)
    assert [row.strip() for row in _texts(bar.lines(24, 3))][:2] == [
        "On your side, elbow",
        "under the shoulder",
    ]
    assert _texts(bar.lines(24, 2))[0].strip() == "On your side, elbow und…"
    assert len(bar.lines(60, 3)) == 3


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


def test_what_comes_next_and_a_best_set_stand_out() -> None:
    """Both are read from two metres away."""
    panel = Panel()
    panel.panel = HEAVY
    rows = panel.lines(45, 3)
    assert {piece.tone for piece in rows[0] if piece.text.strip()} == {"quiet", "strong"}
    assert {piece.tone for piece in rows[1] if piece.text.strip()} == {"strong"}
    values = Values()
    values.panel = PanelFace("JUST DONE", "B1", lines=("best set yet by load",), is_marked=True)
    values.fields = (FieldFace("left", "8"),)
    assert values.lines(60, 3)[2] == (Piece("best set yet by load", "mark"),)
