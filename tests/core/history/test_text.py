"""A session as text: short, plain, and nothing of the athlete's own breaks out of its line."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.history.document import document
from runlift_tui.core.history.text import session_text
from runlift_tui.core.history.told import set_lines
from runlift_tui.core.sets.told import sets_shown
from runlift_tui.core.words.units import Unit, to_kg
from tests.core.builders import Athlete, main, reps
from tests.core.past import outing, row, view

HEAVY: dict[str, Any] = {"name": "Split squat", "load_kg": 24.0, "implements": 2}


def test_equal_sets_are_counted_and_sides_told_apart_where_they_differ() -> None:
    sets = [row(left=8, right=8, **HEAVY) for _ in range(3)]
    sets += [row(left=7, right=8, **HEAVY), row(left=8, right=8, skipped="time", **HEAVY)]
    sets += [row("plank", slot="A2", name="Plank", left_s=20, right_s=18)]
    found = outing(0, *sets, routine_name="Legs", effort=7, notes="hot\nand windy")
    assert session_text(view(found), Unit.KG) == (
        "Legs, 2026-01-05, 11 min, effort 7 of 10",
        "Split squat: 3 x 8, 7/8 at 2 x 12 kg",
        "Plank: 20/18 s",
        "hot and windy",
    )


def test_what_was_noted_on_a_set_is_in_it_a_skipped_one_too() -> None:
    sets = [row(reps=8, name="Squat", slot="B1", round=1, note="left knee")]
    sets += [row(reps=8, name="Squat", slot="B1", round=2, skipped="pain", note="again\nsore")]
    assert session_text(view(outing(0, *sets)), Unit.KG)[2:] == (
        "B1 round 1: left knee",
        "B1 round 2: again sore",
    )


def test_what_nobody_confirmed_has_its_mark_as_on_the_screen() -> None:
    far = {**HEAVY, "load_kg": 120.0}
    sets = [row(left=8, right=8, slot="B1", round=n, **HEAVY) for n in (1, 2)]
    sets += [row(left=8, right=8, slot="B1", round=3, unsure=["load_kg"], **far)]
    sets += [row(left=80, right=80, slot="B1", round=4, unsure=["left", "right"], **HEAVY)]
    found = view(outing(0, *sets))
    text = session_text(found, Unit.KG)
    assert text[1:] == (
        "Split squat: 2 x 8 at 2 x 12 kg; 8 at 2 x 60 kg?; 80? at 2 x 12 kg",
        "? not confirmed",
    )
    columns = "\n".join(set_lines(found.sets, Unit.KG))
    line = sets_shown(found.done, Unit.KG)
    for told in ("\n".join(text), columns, line):
        assert ("2 x 60 kg?" in told, "2 x 12 kg?" in told) == (True, False)
        assert "80?" in told or "80/80?" in told
    sure = [{**each, "unsure": []} for each in sets]
    assert "?" not in "".join(session_text(view(outing(0, *sure)), Unit.KG))


def test_pounds() -> None:
    kg = to_kg(25, Unit.LB)
    found = outing(0, row(reps=8, name="Goblet squat", load_kg=kg))
    assert session_text(view(found), Unit.LB)[1] == "Goblet squat: 8 at 25 lb"


def test_another_load_begins_anew() -> None:
    sets = (row(reps=8, load_kg=kg, name="Squat") for kg in (20.0, 20.0, 24.0))
    assert session_text(view(outing(0, *sets)), Unit.KG)[1] == "Squat: 2 x 8 at 20 kg; 8 at 24 kg"


def test_a_session_of_the_screen() -> None:
    found = Athlete()
    found.walk_past(main(1, "B1"), reps(6))
    text = session_text(view(document(found.session)), Unit.KG)
    assert text[-1] == "Rear-foot-elevated split squat: 6"
    assert "Runner's lower body, 2023-11-14" in text[0]


@given(st.text(), st.text(), st.text())
def test_whatever_was_written_stays_in_its_line(name: str, routine: str, note: str) -> None:
    found = outing(0, row(reps=5, name=name), routine_name=routine, notes=note)
    for line in session_text(view(found), Unit.KG):
        assert line.isprintable() or set(line) & set("\u200c\u200d")
