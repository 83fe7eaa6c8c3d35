"""One session of one exercise, and the figures that it comes to."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from runlift_tui.core.history.past import PastSession, PastSet
from runlift_tui.core.sets.bests import counted, load_of
from runlift_tui.core.sets.e1rm import Estimate, estimate_of


class ExerciseOuting(NamedTuple):
    """The sets of one exercise in one session."""

    session: str
    """Id of the session."""
    day: date
    sets: tuple[PastSet, ...]
    """In the order in which they were done; at least one."""

    @property
    def estimate(self) -> Estimate | None:
        """The highest one-repetition range of the day; None where nothing was typed."""
        found = [each for done in self.sets if (each := estimate_of(done)) is not None]
        return max(found, default=None)

    @property
    def heaviest(self) -> PastSet | None:
        """The set with the most load; None without any."""
        loaded = [done for done in self.sets if load_of(done) > 0]
        return max(loaded, key=load_of, default=None)

    @property
    def most(self) -> int | None:
        """The most reps or seconds of one set, of its weaker side."""
        return max((found for done in self.sets if (found := counted(done))), default=None)

    @property
    def held(self) -> bool:
        """Whether seconds were counted."""
        return any(_seconds(done) is not None for done in self.sets)

    @property
    def total(self) -> int:
        """All reps or seconds, those of both sides."""
        return sum(_total(done) for done in self.sets)

    @property
    def lifted_kg(self) -> float:
        """Load times reps, both sides, in all; a hold lifts nothing."""
        return sum(load_of(done) * (_reps(done) or 0) for done in self.sets)

    @property
    def both_sides(self) -> tuple[int, int] | None:
        """What left and right did in all, in the sets that counted both; None without one."""
        pairs = [(each.left, each.right) for each in self.sets]
        pairs += [(each.left_s, each.right_s) for each in self.sets]
        both = [(left, right) for left, right in pairs if left is not None and right is not None]
        return (sum(pair[0] for pair in both), sum(pair[1] for pair in both)) if both else None


def outings_of(sessions: Iterable[PastSession], exercise: str) -> tuple[ExerciseOuting, ...]:
    """Return the sessions of an exercise, given by its id, in their order."""
    found = []
    for session in sessions:
        sets = tuple(done for done in session.sets if done.exercise == exercise)
        if sets:
            found.append(ExerciseOuting(session.id, session.day, sets))
    return tuple(found)


def _reps(done: PastSet) -> int | None:
    return _sum(done.reps, done.left, done.right)


def _seconds(done: PastSet) -> int | None:
    return _sum(done.seconds, done.left_s, done.right_s)


def _total(done: PastSet) -> int:
    reps = _reps(done)
    return reps if reps is not None else _seconds(done) or 0


def _sum(*counts: int | None) -> int | None:
    said = [count for count in counts if count is not None]
    return sum(said) if said else None
