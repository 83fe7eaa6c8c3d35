"""A routine as it is written: its values in columns, whole columns gone where there is no room."""

import pytest
from msgspec import structs

from runlift_tui.core.routines.edit import places
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.shipped import shipped
from runlift_tui.core.routines.written import WRITTEN, written
from runlift_tui.store.library.shipped import exercises

ROUTINE = shipped("runner-lower-body", Level.ADVANCED)


def test_every_value_of_every_slot_stands_in_its_column() -> None:
    lines = written(ROUTINE, exercises())
    assert len(lines) == len(places(ROUTINE))
    assert lines[0].startswith(f"{ROUTINE.name}  {WRITTEN}")
    assert lines[0].split()[-6:] == ["counts", "aim", "more", "rest", "ramp", "or"]
    (b1,) = (line for line in lines if " B1 " in line and "half" not in line)
    assert b1.split()[-8:] == ["5-10", "6", "2", "4:00", "5", "5", "2", "–"]
    (main,) = (line for line in lines if line.startswith("Main"))
    assert main.split()[-2:] == ["1-6", "2:30"]
    (b2,) = (line for line in lines if " B2 " in line)
    assert b2.split()[-6:] == ["of", "B1", "–", "1:30", "–", "–"]


def test_rounds_that_nobody_can_choose_are_one_number() -> None:
    fixed = ROUTINE.with_blocks(lambda block: structs.replace(block, low=3, high=3, rounds=3))
    (main,) = (line for line in written(fixed, exercises()) if line.startswith("Main"))
    assert main.split()[-2:] == ["3", "2:30"]


@pytest.mark.parametrize("width", [30, 40, 54, 61, 74, 82])
def test_a_narrow_window_spares_whole_columns_and_cuts_no_figure(width: int) -> None:
    lines = written(ROUTINE, exercises(), width)
    assert all(len(line) <= width for line in lines)
    heads = lines[0].split()
    stand = [head for head in ("counts", "aim", "more", "rest", "ramp", "or") if head in heads]
    (b3,) = (line for line in lines if " B3 " in line)
    values = {"counts": "6-12", "aim": "8", "more": "3-4", "rest": "1:15", "ramp": "–", "or": "–"}
    assert b3.split()[2:] == [values[head] for head in stand]
    assert len(stand) == {30: 0, 40: 1, 54: 3, 61: 4, 74: 6, 82: 6}[width]


def test_an_exercise_that_is_gone_says_so_in_its_line() -> None:
    lines = written(ROUTINE, {})
    assert sum("gone, choose another: " in line for line in lines) == len(places(ROUTINE)) - 3


@pytest.mark.parametrize(("width", "shown"), [(90, "Rear-foot-elevated split squat"), (76, None)])
def test_a_name_is_said_shorter_before_it_is_cut(width: int, shown: str | None) -> None:
    head, *lines = written(ROUTINE, exercises(), width)
    assert any((shown or "Rear-foot split squat") in line for line in lines)
    plank = "Copenhagen plank, long lever" if shown else "Copenhagen plank "
    assert any(plank in line for line in lines)
    assert not any("…" in line for line in (head, *lines))
    assert "…" not in written(ROUTINE, exercises(), 70)[0], "its words go whole, not in part"
