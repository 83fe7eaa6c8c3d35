"""What home and the screens around it know of this moment."""

from pathlib import Path

from msgspec import structs

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.athlete.facts import Facts, Outing
from runlift_tui.core.exercises.shelf import Edit, MyExercise
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.words.days import DAY_MS
from runlift_tui.screens.home.today import Today
from runlift_tui.store.store import Store


def calm(clock: ManualClock) -> Facts:
    now = clock.stamp().utc_ms
    one = Outing(when=now - 2 * DAY_MS, fast="split-squat-hop", pain=0)
    return Facts(sessions=2, outings=(structs.replace(one, when=one.when - 3 * DAY_MS), one))


def test_a_rung_that_was_archived_is_not_offered(tmp_path: Path, clock: ManualClock) -> None:
    store = Store(tmp_path, clock)
    store.open()
    today = Today(store)
    today.facts = calm(clock)
    today.keep(Athlete(level=Level.INTERMEDIATE, asked=True))
    assert today.rung().offered == "jumping-lunge"
    gone = MyExercise(id="jumping-lunge", archived=True)
    store.desk.edit(Edit(table="exercises", id=gone.id, before=None, after=gone, told=""))
    assert today.rung().offered != "jumping-lunge"
    store.close()
