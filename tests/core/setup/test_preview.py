"""What a routine comes to: the session that home would begin, in words."""

from msgspec import structs

from runlift_tui.core.athlete.facts import Facts, Outing
from runlift_tui.core.routines.levels import ARTICLE_ROUTINE, Level
from runlift_tui.core.routines.routine import Routine
from runlift_tui.core.routines.shelf import MyRoutine, Shelf
from runlift_tui.core.routines.shipped import MINIMAL, shipped
from runlift_tui.core.session.told import shape
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.coming import ComingSession
from runlift_tui.core.setup.outlook import outlook
from runlift_tui.core.setup.planning import Situation, planned_session
from runlift_tui.core.setup.preview import Preview, preview, routine_sheet
from runlift_tui.core.words.days import DAY_MS
from runlift_tui.core.words.units import Unit
from tests.core.builders import library, started

DAY = 20_000 * DAY_MS
SEASONED = Facts(sessions=9, outings=tuple(Outing(when=DAY - n * DAY_MS) for n in range(9, 0, -1)))


def test_it_has_the_sets_the_rests_and_the_kit_of_the_session() -> None:
    situation = Situation(shelf=Shelf(shipped=library()), facts=SEASONED, now=DAY)
    choices = Choices(routine=ARTICLE_ROUTINE, level=Level.ADVANCED)
    found = preview(ComingSession(start=planned_session(choices, situation, "")), Unit.KG)
    assert found.which == "today"
    assert abs(found.minutes - 65) <= 2
    assert found.sets == 2 * 3 + 4 * 4
    headings = [line.text for line in found.steps if not line.label]
    assert headings == ["Warm-up, 2 rounds", "Main, 4 rounds"]
    heavy = next(line for line in found.steps if line.text.startswith("Rear-foot"))
    assert heavy.label == "B1"
    assert "6 each leg" in heavy.text
    assert heavy.text.endswith("could do 2 more")
    assert heavy.then == "4:00 before B2"
    assert any("bench" in item for item in found.kit)


def test_a_first_session_has_as_many_rounds_as_at_home() -> None:
    situation = Situation(shelf=Shelf(shipped=library()), now=DAY)
    for level in Level:
        start = planned_session(Choices(level=level), situation, "")
        found = preview(ComingSession(start=start), Unit.KG)
        assert found.minutes == outlook(start, situation.facts, Unit.KG, DAY).minutes
        assert "Main, 2 rounds" in [line.text for line in found.steps]


def test_what_cannot_start_has_no_length() -> None:
    assert Preview(why_not="no sled").length == "–"


def test_a_ramp_is_explained_once_to_who_has_not_trained_yet() -> None:
    for first, named in ((True, ["ramp: lighter sets", "ramp", "ramp"]), (False, ["ramp"] * 3)):
        start = structs.replace(started(Level.ADVANCED), first=first)
        found = preview(ComingSession(start=start), Unit.KG).steps
        assert [line.name for line in found if line.name.startswith("ramp")] == named


def test_the_heart_of_a_routine_is_its_first_slot_with_a_load() -> None:
    start = started(Level.ADVANCED)
    warm_up, main = start.routine.blocks
    bug = warm_up.slots[0]
    assert shape(start).startswith("4 rounds, B1 6")
    first = structs.replace(main, slots=(bug, *main.slots))
    one = structs.replace(start.routine, blocks=(first,))
    assert shape(structs.replace(start, routine=one)) == shape(start)
    apart = (structs.replace(warm_up, zero_is_go=False), main)
    two = structs.replace(start.routine, blocks=apart)
    assert shape(structs.replace(start, routine=two)) == shape(start)
    bare = structs.replace(start.routine, blocks=(structs.replace(main, slots=(bug,)),))
    assert shape(structs.replace(start, routine=bare)).startswith(f"4 rounds, {bug.label} ")


def test_one_of_ones_own_is_started_by_the_name_that_it_has_now() -> None:
    ships = shipped(MINIMAL, Level.ADVANCED, 0)
    routine = structs.replace(ships, id="my-routine", name="Garage four")
    mine = MyRoutine(id="my-routine", routine=routine)
    shelf = Shelf(shipped=library(), routines={"my-routine": mine})

    def said(routine: Routine, shelf: Shelf) -> str:
        return routine_sheet(routine, Preview(why_not="no sled"), shelf, "")[-1].text

    assert said(routine, shelf) == "runlift start 'Garage four'"
    assert said(ships, shelf) == f"runlift start {MINIMAL}"
    other = MyRoutine(id="other", routine=structs.replace(routine, id="other"))
    both = Shelf(shipped=library(), routines={"my-routine": mine, "other": other})
    assert said(routine, both) == "runlift start my-routine", "two have that name"
