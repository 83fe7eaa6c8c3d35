"""Codes are explained where a new athlete first meets them, once, and to nobody else."""

from collections import Counter

from msgspec import structs

from runlift_tui.core.face.codes import WINDOW, explained, explained_in_rest
from runlift_tui.core.face.shapes import ScreenState
from runlift_tui.core.face.stage import stage
from runlift_tui.core.session.state import Rest, Work, steps
from runlift_tui.core.session.targets import pending
from runlift_tui.core.sets.last import LastTime
from runlift_tui.core.sets.next_time import Coming, next_times
from runlift_tui.core.words.units import Unit
from tests.core.builders import Athlete, library, main, started


def told(*, first: bool) -> Counter[str]:
    """Return what is explained from the first key to the last, and how many steps say it."""
    athlete = Athlete(structs.replace(started(), first=first))
    return Counter(
        text for step in steps(athlete.session) for text in explained(athlete.session, step)
    )


def test_every_code_is_explained_once_in_the_first_session() -> None:
    found = told(first=True)
    assert {text.split(":")[0] for text in found} == {"Ramp", "Could do", "Snap"}
    assert set(found.values()) == {1}


def test_nobody_else_is_told() -> None:
    assert not told(first=False)


def test_who_jumps_for_the_first_time_later_is_told_of_the_snap_and_the_window_then() -> None:
    new = structs.replace(started(), first=False, first_jumps=True)
    athlete = Athlete(new)
    found = [text for step in steps(athlete.session) for text in explained(athlete.session, step)]
    assert [text.split(":")[0] for text in found] == ["Snap"]
    assert not any("{" in text for text in found), "keys are named, and never actions"
    athlete.walk_past(main(1, "B1"))
    assert isinstance(athlete.session.phase, Rest)
    assert explained_in_rest(athlete.session, athlete.session.phase) == WINDOW
    assert len(WINDOW) <= 36, "it stands whole in sixty columns"
    known = structs.replace(new, last=(LastTime(slot="B2", exercise="jumping-lunge", sets=()),))
    again = Athlete(known).session
    assert not [text for step in steps(again) for text in explained(again, step)]


def test_the_window_is_explained_also_where_no_load_was_typed() -> None:
    found = next_times(started().routine, library(), (), Coming(now=0))
    athlete = Athlete(structs.replace(started(), first=True, next_times=found))
    athlete.walk_past(main(1, "B1"))
    face = stage(athlete.session, athlete.now, Unit.KG)
    assert face.cue == WINDOW
    assert face.own.lines == ("no load? tab twice, type it (0 is without weight)",)


def test_they_stand_on_the_stage_and_the_window_in_its_first_rest() -> None:
    athlete = Athlete(structs.replace(started(), first=True))
    face = stage(athlete.session, athlete.now, Unit.KG)
    assert face.state is ScreenState.WORK
    assert not any("warms up" in line for line in face.own.lines), "home said it"
    for round_, says in ((1, True), (2, False)):
        athlete.walk_past(main(round_, "B1"))
        assert isinstance(athlete.session.phase, Rest)
        assert bool(explained_in_rest(athlete.session, athlete.session.phase)) is says
        assert (stage(athlete.session, athlete.now, Unit.KG).cue == WINDOW) is says
    athlete.walk_to(main(2, "B3"))
    step = pending(athlete.session)
    assert step is not None
    assert isinstance(athlete.session.phase, Work)
    assert explained(athlete.session, step) == ()
