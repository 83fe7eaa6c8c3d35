"""What was stepped down for pain stays so until a session was calm."""

from msgspec import structs

from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.sets.pain import EVERYTHING, PainSaid
from runlift_tui.core.words.days import DAY_MS
from tests.core.athlete.test_held_back import NOW, TRAINED, planned
from tests.rows import for_each

HURT, SINCE = NOW - 4 * DAY_MS, NOW - 2 * DAY_MS
TAKEN = LastTime(slot="B3", exercise="step-up-low", sets=(LastSet(left=8, right=8),), when=HURT)
STEP_UP = Facts(
    sessions=TRAINED.sessions,
    first=TRAINED.first,
    outings=TRAINED.outings,
    pains={"step-up": PainSaid(HURT, 4)},
    last_times=(TAKEN,),
)


def b3(facts: Facts) -> tuple[str, str]:
    start = planned(Athlete(level=Level.ADVANCED), "runner-lower-body", facts=facts)
    exercise = start.routine.slot("B3").exercise
    return exercise, start.hurts.get(exercise, "")


def test_the_easier_one_that_was_taken_stands_there_again_and_says_why() -> None:
    told = "instead of Step-up: hurt 4 of 10 last time, until a session is calm"
    assert b3(STEP_UP) == ("step-up-low", told)
    later = structs.replace(TAKEN, when=SINCE)
    assert b3(structs.replace(STEP_UP, last_times=(later,))) == ("step-up-low", told)


@for_each(
    ("pains", "last_times"),
    [
        ({}, (TAKEN,)),
        ({"step-up": PainSaid(HURT, 4), EVERYTHING: PainSaid(SINCE, 1)}, (TAKEN,)),
        ({"step-up": PainSaid(SINCE, 4)}, (TAKEN,)),
        ({"step-up": PainSaid(HURT, 4)}, ()),
        ({"step-up": PainSaid(HURT, 4)}, (structs.replace(TAKEN, slot="B4"),)),
    ],
)
def test_what_is_calm_or_was_never_taken_is_as_planned(
    pains: dict[str, PainSaid], last_times: tuple[LastTime, ...]
) -> None:
    found, _ = b3(structs.replace(STEP_UP, pains=pains, last_times=last_times))
    assert found == "step-up"
