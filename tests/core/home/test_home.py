"""What home says once the day's session is done."""

import pytest

from runlift_tui.core.athlete.facts import Facts, LastSession, Outing
from runlift_tui.core.home.home import done_lines, not_counted
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.words.text import counted, plural
from runlift_tui.core.words.units import Unit

NOW = 1_700_000_000_000


@pytest.mark.parametrize(
    ("sets", "said"), [(1, []), (2, ["1 set with a value not confirmed"]), (0, [])]
)
def test_a_set_that_counts_nowhere_is_told_of_under_those_that_count(
    sets: int, said: list[str]
) -> None:
    facts = Facts(
        last=LastSession(routine_name="Legs", finished=NOW, sets=sets, minutes=20),
        last_times=(
            LastTime(slot="A1", exercise="dead-bug", sets=(LastSet(left=6, right=6),), when=NOW),
            LastTime(slot="A2", exercise="bridge", sets=(LastSet(reps=8),), when=NOW - 9),
        ),
        outings=(Outing(when=NOW),),
    )
    assert done_lines(facts, Unit.KG) == (("A1", "6/6"),)
    assert [text for _, text in not_counted(facts)] == said


def test_a_count_and_what_is_counted_agree_also_apart() -> None:
    assert [counted(n, "minute") for n in (0, 1, 2)] == ["minutes", "minute", "minutes"]
    assert plural(1, "minute") == "1 minute"
