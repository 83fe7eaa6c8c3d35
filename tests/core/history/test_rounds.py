"""A session of the past as a table: rows are slots, columns rounds."""

from typing import Any

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.history.rounds import sheets
from runlift_tui.core.history.told import detail
from runlift_tui.core.words.units import Unit
from tests.core.past import outing, row, view

WIDE, NARROW = 76, 34
SQUAT = Exercise(id="squat", name="Rear-foot-elevated split squat", call="Rear-foot split squat")


def _of(slot: str, round_: int | None, name: str = SQUAT.name, **done: Any) -> dict[str, Any]:
    return row(slot=slot, round=round_, exercise="squat", name=name, **done)


def _told(*sets: dict[str, Any], width: int = WIDE, **head: Any) -> list[list[str]]:
    """Return the sheets as lines."""
    session = view(outing(0, *sets, **head))
    found = sheets(session, Unit.KG, {"squat": SQUAT}.get, "", width)
    return [[f"{line.label}  {line.text}".strip() for line in sheet] for sheet in found]


HEAVY: dict[str, Any] = {"load_kg": 48.0, "implements": 2, "target": 8, "rest_planned_s": 240}
SETS = (
    _of("B1", 1, left=8, right=8, rir=2, rest_taken_s=242, **HEAVY),
    _of("B2", 1, "Jumping lunge", left=4, right=4, snap=4),
    _of("B1", 2, left=8, right=7, **HEAVY),
    _of("B2", 2, "Jumping lunge", skipped="time"),
    _of("B2", 3, "Jumping lunge", left=3, right=3),
    _of("B1", 4, left=8, right=8, note="slipped", **HEAVY),
)


def test_a_row_a_slot_a_column_a_round() -> None:
    everything, by_slot, table, least, _ = _told(*SETS)
    rows = [
        "B1  Rear-foot split squat  8 +2  8/7     8  2 x 24 kg",
        "B2  Jumping lunge          4 ~4  ×    3",
    ]
    assert least[-2:] == rows, "a round that has no set is an empty column"
    assert table[-2:] == rows
    assert "8/7 left, right  +2 could do 2 more  ~4 snap  × skipped" in table
    assert [*by_slot[-4:-2]] == ["B1  8  4:02  –  –  of 4:00", "round 4: slipped"]
    assert by_slot[-1] == "round 2: skipped: time"
    session = view(outing(0, *SETS))
    whole = [f"{line.label}  {line.text}".strip() for line in detail(session, Unit.KG)]
    assert set(whole) <= set(everything), "nothing of what is told of a session goes missing"


def test_loads_that_have_no_room_behind_a_table_stand_below_it() -> None:
    table = _told(*SETS, width=46)[2]
    assert table[-3:] == [
        "B1  Rear-foot split squat  8 +2  8/7     8",
        "B2  Jumping lunge          4 ~4  ×    3",
        "at B1 2 x 24 kg",
    ]


def test_a_table_that_has_no_room_is_told_in_brief() -> None:
    many = [_of("B1", each, left=8, right=8, load_kg=20.0) for each in range(1, 13)]
    assert _told(*many, width=NARROW)[2][-1] == "B1  Rear-foot split squat  12 x 8 at 20 kg"


def test_sets_without_a_round_stand_in_their_order() -> None:
    loose = [_of("", None, "Squat", reps=5), _of("", None, "Squat", reps=6)]
    assert _told(*loose)[-1][-1] == "–  Squat  5  6"


def test_a_session_without_sets_is_told_as_it_is() -> None:
    assert len(_told()) == 1
