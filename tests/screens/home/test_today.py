"""What home and the screens around it know of this moment."""

from datetime import date, timedelta
from pathlib import Path

from msgspec import structs

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.athlete.facts import Facts, Outing
from runlift_tui.core.exercises.shelf import Edit, MyExercise
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.words.days import DAY_MS
from runlift_tui.screens.home.home_past import HomePast
from runlift_tui.screens.home.today import Today
from runlift_tui.store.store import Store
from tests.store.examples import done, from_iso, session


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


def test_what_comes_is_counted_from_the_day_that_the_history_shows(tmp_path: Path) -> None:
    clock = ManualClock(from_iso("2026-11-21T12:00:00.000Z"), offset_min=60)
    night = {"started": "2026-11-20T22:30:00.000Z", "finished": "2026-11-20T23:20:00.000Z"}
    store = Store(tmp_path, clock)
    store.open()
    sets = [done("B1", "split-squat", 8)]
    store.past.history.fold(session("n", "2026-11-20", *sets, utc_offset_min=60, **night))
    today = Today(store)
    (listed,) = store.past.sessions()
    assert listed.day == date(2026, 11, 20), "half past eleven, until after midnight"
    assert today.which_comes().day == listed.day + timedelta(days=2)
    clock.advance(DAY_MS)
    (card,) = HomePast(Today(store)).cards()
    assert "20 Nov" in card.titles[0]
    store.close()
