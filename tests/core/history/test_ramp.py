"""Lighter sets on the way up: kept, shown and handed on as what they are, and counted nowhere."""

from typing import Any

from runlift_tui.core.history.document import document
from runlift_tui.core.history.past import PastSession
from runlift_tui.core.history.rounds import ramp_words, sheets
from runlift_tui.core.history.table import COLUMNS, set_rows
from runlift_tui.core.history.text import session_text
from runlift_tui.core.history.told import SessionFilter, detail, pain_words, row_words
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.commands import Finish
from runlift_tui.core.sets.values import Field
from runlift_tui.core.words.units import Unit
from tests.core.builders import Athlete, main, started
from tests.core.past import outing, row, view

NAME = "Rear-foot-elevated split squat"
RAMP: list[Any] = [
    {"slot": "B1", "left": 5, "right": 5, "load_kg": None},
    {"slot": "B1", "left": 4, "right": 3, "load_kg": 24.0, "note": "left knee clicks", "pain": 2},
]


def lifted(*ramp: Any) -> PastSession:
    """Return a session as it was kept before a lighter set said of which exercise it is."""
    sets = (
        row("dead-bug", slot="A1", name="Dead bug", reps=8),
        row(name=NAME, left=8, right=8, load_kg=40.0, implements=2),
    )
    return view(outing(0, *sets, ramp=list(ramp or RAMP)))


def trained() -> PastSession:
    """Return a session in which a ramp was typed, out of its document."""
    athlete = Athlete(started(Level.ADVANCED))
    light = main(1, "B1", ramp=2)
    athlete.walk_to(light)
    athlete.walk_past(light, {Field.LEFT: 4, Field.RIGHT: 3, Field.LOAD_KG: 24.0})
    athlete.walk_past(main(1, "B1"))
    athlete.say(Finish())
    return view(document(athlete.session))


def test_what_was_typed_of_it_is_in_the_past_with_its_exercise_and_time() -> None:
    session = trained()
    light = session.ramp[1]
    assert (light.left, light.right, light.load_kg, light.implements) == (4, 3, 24.0, 2)
    assert light.name == NAME
    assert light.exercise == session.sets[-1].exercise
    assert light.started is not None
    assert light.ended is not None
    assert session.sets[-1].started is not None
    assert light.started <= light.ended <= session.sets[-1].started


def test_it_counts_for_nothing() -> None:
    assert all(each.target != 5 for each in lifted().done)
    assert len(lifted().done) == 2
    assert row_words(lifted())[1].startswith("2 sets")
    assert lifted().landings == view(outing(0)).landings


def test_a_row_of_an_older_document_has_the_exercise_that_it_led_to() -> None:
    assert [(each.exercise, each.name, each.implements) for each in lifted().ramp] == [
        ("rfe-split-squat", NAME, 2)
    ] * 2


def test_a_row_that_cannot_be_is_left_out_and_the_session_stays() -> None:
    none: list[Any] = [3, [], {"slot": 7}, {"slot": "B1", "left": -1}, {"slot": "B1", "pain": 11}]
    for strange in none:
        assert len(lifted(strange, RAMP[1]).ramp) == 1, strange
    assert view(outing(0, row(reps=5), ramp="none")).ramp == ()


def test_it_stands_over_the_row_that_it_led_to_wherever_a_session_is_told() -> None:
    session = lifted()
    assert ramp_words(session, Unit.KG) == {"B1": "ramp 5; 4/3 at 2 x 12 kg"}
    found = sheets(session, Unit.KG, lambda _: None, "", 76)
    for sheet in found[:-1]:
        lines = [f"{line.label} {line.text}" for line in sheet]
        at = next(n for n, each in enumerate(lines) if each == "B1 ramp 5; 4/3 at 2 x 12 kg")
        assert lines[at + 1].startswith("B1 ")
        assert "8" in lines[at + 1]
    assert "ramp" not in " ".join(line.text for line in found[-1]), "where there is no room at all"
    assert any("ramp: left knee clicks" in line.text for line in found[1])
    told = [line.text for line in detail(session, Unit.KG)]
    at = told.index(NAME)
    assert [each.split()[0] for each in told[at + 1 : at + 4]] == ["ramp", "ramp", "1"]
    assert "2 x 12 kg" in told[at + 2]


def test_a_ramp_that_led_to_no_set_is_told_too() -> None:
    session = view(outing(0, row("dead-bug", slot="A1", reps=8), ramp=RAMP))
    (last,) = sheets(session, Unit.KG, lambda _: None, "", 76)[2][-1:]
    assert (last.label, last.text) == ("B1", "ramp 5; 4/3 at 24 kg")
    assert any("ramp" in line.text for line in detail(view(outing(0, ramp=RAMP)), Unit.KG))


def test_a_table_for_a_spreadsheet_has_it_with_its_kind() -> None:
    rows = [dict(zip(COLUMNS, cells, strict=True)) for cells in set_rows(lifted())]
    assert [each["set_kind"] for each in rows] == ["set", "ramp", "ramp", "set"]
    light = rows[2]
    assert (light["left"], light["right"], light["load_kg"]) == ("4", "3", "24.0")
    assert (light["exercise"], light["round"], light["note"]) == (
        "rfe-split-squat",
        "",
        "left knee clicks",
    )
    timed = [dict(zip(COLUMNS, cells, strict=True)) for cells in set_rows(trained())]
    ramp = [each for each in timed if each["set_kind"] == "ramp"]
    assert [each["set_started"] for each in ramp] == sorted(each["set_started"] for each in ramp)
    assert all(each["set_started"].endswith("Z") and each["set_time"] for each in ramp)


def test_what_was_noted_and_what_hurt_in_it_is_found_and_told() -> None:
    session = lifted({**RAMP[1], "pain": 5})
    assert session.worst_pain == 5
    assert pain_words(session) == "pain 5 in B1"
    assert "B1 ramp: left knee clicks" in session_text(session, Unit.KG)
    assert SessionFilter(text="knee clicks").lets_through(session)
    assert SessionFilter(text="pain 5").lets_through(session)
