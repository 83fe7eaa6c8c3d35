"""A session that is over against what it was to be."""

from msgspec import structs

from runlift_tui.core.history.against_plan import against_plan
from runlift_tui.core.lists.charts import RowBar
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.routine import Block, Reps, Routine, Slot
from runlift_tui.core.session.commands import Finish, SetRounds, Skip
from runlift_tui.core.session.state import Session
from runlift_tui.core.sets.values import Why
from runlift_tui.core.setup.fit import minutes_of
from tests.core.builders import Athlete, main, started


def bars(session: Session) -> dict[str, RowBar]:
    return {bar.label: bar for bar in against_plan(session)}


def test_a_session_done_as_planned_comes_to_its_plan() -> None:
    athlete = Athlete(started(Level.ADVANCED))
    athlete.walk()
    found = bars(athlete.session)
    assert [*found] == ["sets", "minutes", "priming rest", "contacts"]
    assert found["sets"].told == "22 of 22"
    assert found["minutes"].told.endswith(f" of {minutes_of(athlete.start)}")
    assert found["priming rest"].told.endswith(" of 16:00")
    assert found["priming rest"].value >= 4 * 240
    assert found["contacts"].told == "34 of 34"
    assert all(bar.goal is not None and bar.goal <= bar.of >= bar.value for bar in found.values())


def test_the_plan_is_that_of_before_the_start() -> None:
    athlete = Athlete(started(Level.ADVANCED))
    athlete.walk_to(main(2, "B1"))
    athlete.say(SetRounds("main", 2))
    athlete.walk()
    found = bars(athlete.session)
    assert found["sets"].told == "14 of 22"
    assert found["contacts"].told == "22 of 34"
    assert found["minutes"].told.endswith(f" of {minutes_of(athlete.start)}")


def test_a_session_that_was_broken_off_is_held_against_all_of_it() -> None:
    athlete = Athlete(started(Level.ADVANCED))
    athlete.walk_to(main(1, "B1"))
    athlete.say(Skip(Why.TIME))
    athlete.say(Finish())
    found = bars(athlete.session)
    assert found["sets"].told == "6 of 22"
    assert found["priming rest"].told == "0:00 of 16:00"
    assert found["contacts"].told == "0 of 34"


def test_what_a_session_never_had_has_no_bar() -> None:
    slot = Slot(label="A1", exercise="dead-bug", prescription=Reps(6, 6), target=6)
    block = Block(id="a", name="A", rounds=1, slots=(slot,))
    routine = Routine(id="mine", name="Mine", blocks=(block,))
    athlete = Athlete(started(routine=routine))
    athlete.walk()
    assert [*bars(athlete.session)] == ["sets", "minutes"]


def test_one_entered_from_a_card_has_no_times() -> None:
    athlete = Athlete(structs.replace(started(Level.ADVANCED), trained_at=1))
    assert [*bars(athlete.session)] == ["sets", "contacts"]
