"""What is counted in metres goes through every door that reps and seconds go through."""

from typing import Any

import pytest
from msgspec import structs

from runlift_tui.core.exercises.exercise import Exercise, LoadKind, Measure
from runlift_tui.core.exercises.form import read, typed
from runlift_tui.core.exercises.sheet import counted
from runlift_tui.core.exercises.shelf import ExerciseShelf
from runlift_tui.core.exercises.text import read_exercises
from runlift_tui.core.face.press import space
from runlift_tui.core.face.stage import stage
from runlift_tui.core.face.voice import spoken
from runlift_tui.core.history.amend import amended_set, set_values
from runlift_tui.core.history.believed import past_session
from runlift_tui.core.history.document import document
from runlift_tui.core.history.past import PastSession
from runlift_tui.core.history.table import COLUMNS, set_rows
from runlift_tui.core.history.text import session_text
from runlift_tui.core.progress.exercise import outing_line, outings_of
from runlift_tui.core.routines.edit import At
from runlift_tui.core.routines.faults import faults
from runlift_tui.core.routines.fields import fields
from runlift_tui.core.routines.routine import Block, HalfOf, Metres, Reps, Routine, Slot
from runlift_tui.core.routines.text import read_routine, routine_plain
from runlift_tui.core.routines.typed import nudged
from runlift_tui.core.routines.typed import typed as typed_in
from runlift_tui.core.session.commands import LogSet, Swap
from runlift_tui.core.session.half import NoHalf, half_of
from runlift_tui.core.session.length import GO_S, work_seconds
from runlift_tui.core.session.state import step_at
from runlift_tui.core.session.told import aim, no_fast_set
from runlift_tui.core.sets.bests import Best, records
from runlift_tui.core.sets.last import LastSet
from runlift_tui.core.sets.values import Field
from runlift_tui.core.setup.planning import entered
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Unit
from tests.core.builders import T0, Athlete, library, main, started
from tests.core.past import shown_everywhere
from tests.rows import for_each

SLED = library()["sled-push"]
SLOT = Slot(label="A1", exercise="sled-push", prescription=Metres(20, 40), target=40)
ROUTINE = Routine(
    id="sleds", name="Sleds", blocks=(Block(id="main", name="Main", slots=(SLOT,), rounds=2),)
)
AT = At(0, 0)


def trained() -> Document:
    """Return the document of two pushes."""
    athlete = Athlete(started(routine=ROUTINE))
    athlete.log({Field.METRES: 40, Field.LOAD_KG: 60})
    athlete.on()
    athlete.walk_to(main(2, "A1"))
    athlete.log({Field.METRES: 35, Field.LOAD_KG: 60})
    return document(athlete.session)


def past(found: Document) -> PastSession:
    session = past_session(found)
    assert session is not None
    return session


def test_a_set_asks_for_metres_in_words_figures_and_voice() -> None:
    athlete = Athlete(started(routine=ROUTINE))
    step = athlete.step
    face = stage(athlete.session, athlete.now, Unit.KG)
    assert (face.big, face.units[0]) == ("40", "metres")
    assert aim(athlete.session, step) == "40 m"
    assert "40 metres" in spoken(None, athlete.session)
    assert work_seconds(athlete.session, step) == 60 + GO_S


def test_it_is_kept_shown_and_exported() -> None:
    session = past(trained())
    assert [row["metres"] for row in session.rows] == [40, 35]
    column = COLUMNS.index("metres")
    assert [cells[column] for cells in set_rows(session)] == ["40", "35"]
    assert session_text(session, Unit.KG)[1] == "Sled push: 40 m, 35 m at 60 kg"
    (outing,) = outings_of([session], "sled-push")
    line = outing_line(outing, Unit.KG)
    assert (line.most, line.volume, line.done) == ("40 m", "75 m", "40 m, 35 m at 60 kg")


def test_the_past_is_put_right() -> None:
    session = past(trained())
    assert [each.key for each in set_values(session, 0, Unit.KG)][:2] == ["metres", "load_kg"]
    after = past(amended_set(session, 0, "metres", "50", Unit.KG))
    assert after.sets[0].metres == 50
    with pytest.raises(Refused, match="metres go from 0 to 2000"):
        amended_set(session, 0, "metres", "2001", Unit.KG)


@for_each("metres", [-1, "far", 1.5, 10**9])
def test_no_nonsense_is_believed(metres: Any) -> None:
    found = trained()
    found["sets"][0]["metres"] = metres
    assert past_session(found) is None


def test_furthest_at_a_load_is_a_best() -> None:
    before = [LastSet(metres=40, load_kg=60)]
    assert records(before, LastSet(metres=45, load_kg=60)) == (Best.REPS,)
    assert records(before, LastSet(metres=40, load_kg=60)) == ()


@for_each("text", ["30-50 m", "30-50", "30-50 metres", "30-50m"])
def test_a_routine_takes_typed_metres(text: str) -> None:
    after = typed_in(ROUTINE, AT, "count", text, library())
    assert after.blocks[0].slots[0].prescription == Metres(30, 50)
    shown = {line.key: line.shown for line in fields(after, AT, library())}
    assert (shown["count"], shown["target"]) == ("30-50 m", "40 m")
    assert "rir" not in shown
    assert nudged(after, AT, "target", 1, library()).blocks[0].slots[0].target == 41


@for_each("text", ["8 reps", "20 s", "half of A1", "40-20 m", "2000 m"])
def test_it_takes_nothing_else(text: str) -> None:
    with pytest.raises(Refused):
        typed_in(ROUTINE, AT, "count", text, library())


def test_a_routine_comes_back_out_of_its_text() -> None:
    plain = routine_plain(ROUTINE)
    assert plain["blocks"][0]["slots"][0]["metres"] == "20-40 m"
    assert read_routine(plain, library()) == (ROUTINE, [])


def test_no_half_is_taken_of_metres() -> None:
    fast = Slot(label="A2", exercise="split-squat-fast", prescription=HalfOf("A1"))
    block = structs.replace(ROUTINE.blocks[0], slots=(SLOT, fast))
    found = faults(structs.replace(ROUTINE, blocks=(block,)), library())
    assert [each.what for each in found] == ["A1 is counted in metres, and only reps can be halved"]


def test_reps_of_what_is_counted_in_metres_are_refused() -> None:
    wrong = structs.replace(SLOT, prescription=Reps(5, 10), target=8)
    block = structs.replace(ROUTINE.blocks[0], slots=(wrong,))
    (found,) = faults(structs.replace(ROUTINE, blocks=(block,)), library())
    assert found.what == "Sled push is counted in metres, not counted in reps"


def test_an_own_exercise_chooses_metres() -> None:
    base = Exercise(id="drag", name="Sled drag", load=LoadKind.EXTERNAL)
    after, found = read({**typed(base), "measure": "metres"}, base)
    assert (after.measure, found) == (Measure.METRES, ())
    assert counted(after) == "metres"
    _, found = read({**typed(base), "measure": "metres", "sides": "each"}, base)
    assert [each.where for each in found] == [("sides",)]


def test_it_is_entered_from_a_card() -> None:
    athlete = Athlete(entered(started(routine=ROUTINE), T0 - 86_400_000, 0))
    command = space(athlete.session)
    assert isinstance(command, LogSet)
    assert command.values[Field.METRES] == 40
    athlete.wait(1_000)
    athlete.say(command)
    assert athlete.done(main(1, "A1")).metres == 40


def test_every_screen_of_the_past_can_show_it() -> None:
    shown_everywhere([{**trained(), "finished": "2026-01-02T10:00:00.000Z"}])


def test_a_swap_brings_metres_in_and_takes_them_out_again() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B1"))
    before = athlete.step
    athlete.say(Swap("B1", SLED))
    assert athlete.step.slot.prescription == Metres(15, 30)
    assert "more" not in " ".join(stage(athlete.session, athlete.now, Unit.KG).units)
    fast = step_at(athlete.session, main(1, "B2"))
    assert half_of(athlete.session, fast).why is NoHalf.METRES
    assert no_fast_set(athlete.session, fast) == "no B2: B1 is counted in metres today"
    athlete.say(Swap("B1", before.exercise))
    assert athlete.step.slot.prescription == before.slot.prescription
    with pytest.raises(Refused, match="counted in reps"):
        athlete.say(Swap("B2", SLED))


def test_a_folder_of_exercises_takes_metres_back() -> None:
    shelf = ExerciseShelf(shipped=library())
    listed, found = read_exercises(
        {"exercises": [{"name": "Sled drag", "measure": "metres", "load": "external"}]},
        shelf,
        lambda _: (),
    )
    assert found == []
    assert listed[0].exercise.measure is Measure.METRES
