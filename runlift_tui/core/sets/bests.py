"""Best sets of one exercise, and what makes a new one a record."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from operator import itemgetter
from typing import NamedTuple, TypeVar

from runlift_tui.core.sets.e1rm import estimate_of, weaker
from runlift_tui.core.sets.last import LastSet

Done = TypeVar("Done", bound=LastSet)


class Best(StrEnum):
    """By what a set is the best one."""

    E1RM = "estimated 1RM"
    LOAD = "load"
    REPS = "count"


class Bests(NamedTuple):
    """The best sets of an exercise; None where no set says enough. The first of equals counts."""

    load: LastSet | None
    """The heaviest, and of those the one with the most reps."""
    most: LastSet | None
    """The most reps, seconds or metres of the weaker side, and of those the heaviest."""


def counted(done: LastSet) -> int | None:
    """Return what was counted, reps, seconds or metres, of the weaker side; None for nothing."""
    reps = weaker(done)
    if reps is not None:
        return reps
    if done.metres is not None:
        return done.metres
    held = (done.left_s, done.right_s, done.seconds)
    return min((seconds for seconds in held if seconds is not None), default=None)


def counted_in(done: LastSet) -> str:
    """Return what was counted, in a word: "reps", "time" or "distance"."""
    if weaker(done) is not None:
        return "reps"
    return "distance" if done.metres is not None else "time"


def load_of(done: LastSet) -> float:
    """Return the external load in kilograms, 0 where none was said."""
    return done.load_kg or 0.0


def bests(sets: Iterable[LastSet]) -> Bests:
    """Return the best sets, given oldest first."""
    heaviest: LastSet | None = None
    most: LastSet | None = None
    heaviest_at, most_at = (0.0, 0), (0, 0.0)
    real = [done for done in sets if counted(done)]
    for done in real:
        count, load = counted(done) or 0, load_of(done)
        if load > 0 and (load, count) > heaviest_at:
            heaviest, heaviest_at = done, (load, count)
        if (count, load) > most_at:
            most, most_at = done, (count, load)
    return Bests(heaviest, most)


def strongest(sets: Iterable[Done]) -> Done | None:
    """Return the set with the highest estimate, by its low end; the first of equals.

    A set without an estimate, as of more reps than the formulas are good for, stands in its place
    where it is clearly more (`above`).

    Returns:
        None where no set has an estimate.
    """
    rated: list[tuple[float, Done]] = []
    unrated: list[Done] = []
    for done in sets:
        found = estimate_of(done)
        if found is not None:
            rated.append((found.low, done))
        elif counted(done):
            unrated.append(done)
    if not rated:
        return None
    best = max(rated, key=itemgetter(0))[1]
    return above(best, unrated) or best


def above(best: LastSet, sets: Iterable[Done]) -> Done | None:
    """Return the most of the sets without an estimate that are clearly more than one that has one.

    That is at no less load no fewer reps, done and left together, and not both the same.
    """
    its = load_of(best), _could(best)
    over = (
        done
        for done in sets
        if _is_no_less(done, best)
        and (load_of(done), _could(done)) != its
        and estimate_of(done) is None
        and counted(done)
    )
    return max(over, key=most_of, default=None)


def most_of(done: LastSet) -> tuple[float, int]:
    """Return by what a set without an estimate is more than another: load, then reps with left."""
    return load_of(done), _could(done)


def _could(done: LastSet) -> int:
    """Return the reps that were done and those that were said to be left; 0 where none were."""
    return (weaker(done) or 0) + (done.rir or 0)


def _is_no_less(done: LastSet, than: LastSet) -> bool:
    return load_of(done) >= load_of(than) and _could(done) >= _could(than)


def kept(sets: Iterable[LastSet]) -> tuple[LastSet, ...]:
    """Return the few sets that decide whether another one is a record.

    Those that none beats in both load and count, the lightest first, those that none beats in both
    load and what could have been done, and the one with the highest estimate; whether a set is a
    record among these or among all of them comes to the same.
    """
    real = [done for done in sets if counted(done) and load_of(done) >= 0]
    front: dict[float, LastSet] = {}
    most = 0
    for done in sorted(real, key=lambda done: (-load_of(done), -(counted(done) or 0))):
        count = counted(done) or 0
        if count > most:
            most = count
            front[load_of(done)] = _bare(done)
    found = [*reversed(front.values())]
    most = 0
    for done in sorted(
        real, key=lambda done: (-load_of(done), -_could(done), -(weaker(done) or 0))
    ):
        if _could(done) > most:
            most = _could(done)
            if done.rir:  # else it stands there by its count
                found.append(_bare(done, rir=done.rir))
    rated = [done for done in real if estimate_of(done) is not None]
    if rated:
        best = max(rated, key=lambda done: (_low_end(done), load_of(done), weaker(done) or 0))
        found.append(_bare(best, rir=best.rir))
    return tuple(dict.fromkeys(found))


def _bare(done: LastSet, rir: int | None = None) -> LastSet:
    count, is_in_reps = counted(done), weaker(done) is not None
    is_far = done.metres is not None
    return LastSet(
        reps=count if is_in_reps else None,
        seconds=None if is_in_reps or is_far else count,
        metres=count if is_far and not is_in_reps else None,
        load_kg=load_of(done) or None,
        rir=rir,
    )


def records(before: Sequence[LastSet], done: LastSet) -> tuple[Best, ...]:
    """Return in what a set is better than all before it.

    By load: more than any set of at least as many reps. By count: more than any set at no less
    load. By estimated 1RM: above every estimate, where no set, with one or without, had no less
    load and no fewer reps, done and left together. The first set of an exercise beats nothing,
    and is no record.
    """
    count, real = counted(done), [each for each in before if counted(each)]
    if not count or not real:
        return ()
    return tuple(
        kind
        for kind, so in (
            (Best.E1RM, _is_strongest(real, done)),
            (
                Best.LOAD,
                _beats(
                    [(counted(each) or 0, load_of(each)) for each in real], (count, load_of(done))
                ),
            ),
            (
                Best.REPS,
                _beats(
                    [(load_of(each), counted(each) or 0) for each in real], (load_of(done), count)
                ),
            ),
        )
        if so
    )


class Rivals:
    """What a new set has to beat, of one exercise: sets come one by one, oldest first."""

    def __init__(self) -> None:
        self._front: tuple[LastSet, ...] = ()
        self._known: set[tuple[float, int, int | None]] = set()

    def take(self, done: LastSet) -> tuple[Best, ...]:
        """Take a set among them; return in what it is better than all before it."""
        count = counted(done)
        mark = load_of(done), count or 0, done.rir
        if not count or mark in self._known:
            return ()  # the same again beats nothing
        found = records(self._front, done)
        self._known.add(mark)
        self._front = kept((*self._front, done))
        return found


def _is_strongest(before: list[LastSet], done: LastSet) -> bool:
    if estimate_of(done) is None or any(_is_no_less(each, done) for each in before):
        return False
    rated = [_low_end(each) for each in before if estimate_of(each) is not None]
    return bool(rated) and _low_end(done) > max(rated)


def _beats(before: list[tuple[float, float]], new: tuple[float, float]) -> bool:
    """Whether the second number is more than that of all which have at least the first one.

    Where none has, it must be more than that of all there are: else twenty swings of the lightest
    bell would be a record of load.
    """
    given, value = new
    rivals = [other for at_least, other in before if at_least >= given]
    return value > max(rivals or [other for _, other in before])


def _low_end(done: LastSet) -> float:
    found = estimate_of(done)
    return 0.0 if found is None else found.low
