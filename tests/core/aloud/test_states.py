"""What stands before the athlete, said in lines."""

from msgspec import structs

from runlift_tui.core.aloud import states
from runlift_tui.core.athlete.ladder import BY_KEY
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.session.commands import Go
from runlift_tui.core.session.state import Rest
from runlift_tui.core.words.units import Unit
from tests.core.builders import Athlete, main, started


def test_in_lines_pain_is_typed_with_a_word_and_no_key() -> None:
    why = f"it comes with pain 0-2, typed {named(BY_KEY)}before the first set"
    athlete = Athlete(structs.replace(started(), exchanged={"B2": why}))
    athlete.walk_to(main(1, "B2"))
    if athlete.is_in(Rest):
        athlete.say(Go())
    said = " ".join(states.standing(athlete.session, Unit.KG))
    assert "It comes with pain 0-2, typed before the first set." in said
