"""What was done of an exercise before, in lines: its sets, and what was noted of them."""

from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.sets.told import last_lines
from runlift_tui.core.words.units import Unit

SETS = (LastSet(left=8, right=8, load_kg=24.0, implements=2),)


def test_a_note_stands_below_the_sets_that_it_is_of() -> None:
    last = (
        LastTime(slot="B1", exercise="step-up", sets=SETS, note="left knee clicked"),
        LastTime(slot="B3", exercise="step-up", sets=SETS),
        LastTime(slot="B1", exercise="bridge", sets=SETS, note="of another one"),
    )
    assert last_lines("step-up", last, Unit.KG) == (
        "B1  8/8 at 2 x 12 kg",
        "B1  noted: left knee clicked",
        "B3  8/8 at 2 x 12 kg",
    )
