"""Where form was lost nothing rises in that exercise; elsewhere it may."""

from msgspec import structs

from runlift_tui.core.session.commands import Skip
from runlift_tui.core.session.suggested import after
from runlift_tui.core.sets.next_time import Coming, next_time
from runlift_tui.core.sets.values import Field, Why
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.words.days import DAY_MS
from runlift_tui.store.history.year_summary import facts, summarise
from tests.core.builders import T0, Athlete, library, main, reps, started
from tests.core.sets.test_after_a_stop import before_it, past
from tests.rows import for_each

GOOD = {**reps(9), Field.LOAD_KG: 20.0, Field.RIR: 4}


def trained(slot: str, why: Why) -> Athlete:
    """Return somebody who did B3 well in round 1, and skipped a slot of round 2."""
    athlete = Athlete()
    athlete.walk_past(main(1, "B3"), GOOD)
    athlete.walk_to(main(2, slot))
    athlete.say(Skip(why))
    return athlete


@for_each(
    ("slot", "why", "rises"),
    [("B3", Why.TIME, True), ("B3", Why.FORM, False), ("B1", Why.FORM, True)],
)
def test_no_rep_is_added_where_form_was_lost(slot: str, why: Why, rises: bool) -> None:
    athlete = trained(slot, why)
    (told,) = (each for each in after(athlete.session, Gear()) if each.slot == "B3")
    asked = started().routine.slot("B3")
    found = facts(summarise([past(athlete)]))
    coming = Coming(now=T0 + 2 * DAY_MS)
    then = next_time(asked, library()["step-up"], found.last_times, coming)
    assert then is not None
    for each in (told, then):
        assert (each.reps > 9) == rises, each.why
        assert ("stopped for form, nothing rises: 2 x 10 kg again" in each.why) != rises


def test_form_that_was_lost_before_any_set_holds_what_was_done_before_it() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B3"))
    athlete.say(Skip(Why.FORM))
    found = summarise([past(athlete)])
    (time,) = facts(structs.replace(found, slots={"B3/step-up": before_it()})).last_times
    assert time.poor_form
    later = structs.replace(before_it(), when=T0 + DAY_MS)
    (time,) = facts(structs.replace(found, slots={"B3/step-up": later})).last_times
    assert not time.poor_form, "it was done since"
