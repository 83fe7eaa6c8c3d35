"""The weights to put on: each load to come once, what makes it up, and where that is set."""

from msgspec import structs

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.face.stage import stage
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.commands import Skip, Started
from runlift_tui.core.session.fold import begin
from runlift_tui.core.session.state import Rest, Session, is_finished
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.sets.values import Why
from runlift_tui.core.sets.weights import Barbell, Gear, Weights
from runlift_tui.core.setup.card import card
from runlift_tui.core.setup.coming import ComingSession
from runlift_tui.core.setup.kit import kit
from runlift_tui.core.setup.loads import weights_to_put_on
from runlift_tui.core.words.units import Unit
from tests.core.builders import T0, Athlete, library, main, started

BAR = Gear(
    weights=Weights(step_kg=2.0), bar=Barbell(bar_kg=20, plates_kg=(20.0, 10.0, 5.0, 2.5, 1.25))
)


def with_a_bar(exercise: Exercise, kg: float) -> Session:
    """Return a session in whose B1 stands a barbell exercise, last done with so much."""
    start = started(Level.ADVANCED)
    slot = structs.replace(start.routine.slot("B1"), exercise=exercise.id)
    routine = start.routine.with_slots(lambda each: slot if each.label == "B1" else each)
    last = LastTime(slot="B1", exercise=exercise.id, sets=(LastSet(left=5, right=5, load_kg=kg),))
    known = (*start.exercises, exercise)
    start = structs.replace(start, routine=routine, exercises=known, last=(last,), gear=BAR)
    return begin(start, T0)


def lines(session: Session) -> list[tuple[str, str]]:
    return [(each.label, each.text) for each in weights_to_put_on(session, Unit.KG)]


def test_a_bar_is_told_with_its_plates_once_a_load_and_its_ramp_too() -> None:
    barbell = library()["rfe-split-squat-barbell"]
    found = lines(with_a_bar(barbell, 45))
    assert found.count(("B1", "45 kg: 20 bar + 2 x (10 + 2.5)")) == 1
    assert ("", barbell.name) in found
    assert [text for label, text in found if label.startswith("B1 ramp")] == [
        "empty bar, 20 kg",
        "22.5 kg: 20 bar + 2 x 1.25",
        "32.5 kg: 20 bar + 2 x (5 + 1.25)",
    ]


def test_what_the_gym_is_taken_to_have_stands_below_and_where_it_is_set() -> None:
    start: Started = structs.replace(started(), gear=BAR)
    found = dict(lines(begin(start, T0)))
    assert found["weights"] == "every 2 kg: 2, 4, 6 and so on"
    assert found["bar"] == "20 kg, with pairs of 20, 10, 5, 2.5 and 1.25 kg"
    assumed = dict(lines(begin(structs.replace(start, gear=Gear()), T0)))
    assert assumed["bar"] == "20 kg assumed, in steps of 2.5 kg"
    assert "Home, s," in found[""]


def test_nothing_left_to_lift_is_said() -> None:
    athlete = Athlete()
    while not is_finished(athlete.session):
        athlete.say(Skip(Why.TIME))
        athlete.wait(300_000)
    assert ("", "No set with a load is left in this session.") in lines(athlete.session)


PLATES = "20 bar + 2 x (10 + 2.5)"


def test_plates_stand_beside_a_load_wherever_it_is_fetched_put_on_or_read_off_a_card() -> None:
    """In the kit, on the card, while the set is worked, and in the rest before it."""
    session = with_a_bar(library()["rfe-split-squat-barbell"], 45)
    assert f"45 kg ({PLATES})" in kit(session, Unit.KG)
    coming = ComingSession(start=session.start)
    assert any(line.strip() == PLATES for line in card(coming, Unit.KG))
    athlete = Athlete(session.start)
    athlete.walk_past(main(1, "B1", 3))
    assert isinstance(athlete.session.phase, Rest)
    assert PLATES in stage(athlete.session, athlete.now, Unit.KG).units
    athlete.walk_to(main(1, "B1"))
    assert PLATES in stage(athlete.session, athlete.now, Unit.KG).units
