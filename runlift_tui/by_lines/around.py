"""What a session in lines takes from around it: the athlete's gear, what can be swapped in."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from runlift_tui.core.athlete.athlete import gear_of
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.face.sounds import Speaker
from runlift_tui.core.routines.routine import Slot
from runlift_tui.core.session.commands import Swap
from runlift_tui.core.session.state import Session
from runlift_tui.core.session.suggested import Following
from runlift_tui.core.sets.weights import Gear
from runlift_tui.store.store import Store


class Around(Struct, frozen=True):
    """The surroundings of a session."""

    gear: Gear
    library: Callable[[], Mapping[str, Exercise]]
    """Returns what can be swapped in."""
    swapped_in: Callable[[Session, Slot, Exercise], Swap]
    """Returns the swap that brings an exercise into a slot for today."""
    following: Callable[[Session], Following]
    """Returns by what the session after one is worked out."""
    speaker: Speaker | None = None
    """What it is heard through."""


def around(store: Store, speaker: Speaker | None = None) -> Around:
    """Return what a data folder has around its sessions."""
    from runlift_tui.store.advice import following_of

    gear = gear_of(store.desk.athlete())

    def swapped_in(session: Session, slot: Slot, exercise: Exercise) -> Swap:
        from runlift_tui.core.session.swaps import swapped_in
        from runlift_tui.core.sets.next_time import Coming

        start, now = session.start, store.clock.stamp().utc_ms
        coming = Coming(gear=gear, level=start.level, week=start.week, now=now)
        return swapped_in(slot, exercise, store.facts(), coming)

    return Around(
        gear,
        lambda: store.desk.shelf().exercises(),
        swapped_in,
        lambda session: following_of(store, session),
        speaker,
    )
