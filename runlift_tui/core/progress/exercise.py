"""Everything that the past says of one exercise, in words and figures for a table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from runlift_tui.core.exercises.exercise import Exercise, Measure
from runlift_tui.core.history.past import PastSession, PastSet
from runlift_tui.core.progress.own_variation import ENOUGH, asymmetry, difference
from runlift_tui.core.sets.bests import (
    Best,
    above,
    bests,
    counted,
    load_of,
    most_of,
    strongest,
)
from runlift_tui.core.sets.e1rm import Estimate, estimate_of, why_none
from runlift_tui.core.sets.pain import is_stopped
from runlift_tui.core.sets.told import not_done, result, sets_shown
from runlift_tui.core.words.text import plural
from runlift_tui.core.words.units import Unit, load, number, span, to_unit

ABOVE_ANY = "more than any estimate"
"""What a set is called that is more than the best one with an estimate, and has none."""
HEAVIEST = "heaviest"
"""What the best set by load is called."""
_MARKS = {Measure.REPS: "", Measure.HOLD: " s", Measure.METRES: " m"}


class ExerciseOuting(NamedTuple):
    """The sets of one exercise in one session."""

    session: str
    """Id of the session."""
    day: date
    sets: tuple[PastSet, ...]
    """In the order in which they were done; at least one."""
    pain: int | None = None
    """The most pain that was said, of the session as a whole and of these sets; None for none."""

    @property
    def notes(self) -> str:
        """What was noted of these sets, each once."""
        return "; ".join(dict.fromkeys(done.note for done in self.sets if done.note))

    @property
    def comparable(self) -> tuple[PastSet, ...]:
        """The sets that can be a best one: not those that may be of one leg or of both."""
        return tuple(done for done in self.sets if not done.is_of_one_leg_or_both)

    @property
    def rated(self) -> PastSet | None:
        """The strongest set of the day; None where that one has no estimate."""
        best = strongest(self.comparable)
        return None if best is None or estimate_of(best) is None else best

    @property
    def estimate(self) -> Estimate | None:
        """The highest one-repetition range of the day; None where its strongest set has none."""
        best = self.rated
        return None if best is None else estimate_of(best)

    @property
    def why_none(self) -> str:
        """Why the day has no estimate, of its strongest set; empty where it has one, or no load."""
        best = max(self.comparable, key=most_of, default=None)
        return "" if best is None or self.rated is not None else why_none(best)

    @property
    def heaviest(self) -> PastSet | None:
        """The set with the most load; None without any."""
        loaded = [done for done in self.comparable if load_of(done) > 0]
        return max(loaded, key=load_of, default=None)

    @property
    def most(self) -> int | None:
        """The most reps, seconds or metres of one set, of its weaker side."""
        return max((found for done in self.comparable if (found := counted(done))), default=None)

    @property
    def measure(self) -> Measure:
        """What was counted."""
        if any(_seconds(done) is not None for done in self.sets):
            return Measure.HOLD
        far = any(done.metres is not None for done in self.sets)
        return Measure.METRES if far else Measure.REPS

    @property
    def total(self) -> int:
        """All reps, seconds or metres, those of both sides."""
        return sum(_total(done) for done in self.sets)

    @property
    def lifted_kg(self) -> float:
        """Load times reps, both sides, in all; a hold, or metres, lift nothing."""
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
        sets = tuple(done for done in session.sure if done.exercise == exercise)
        if sets:
            said = (session.pain, *(done.pain for done in sets))
            worst = max((pain for pain in said if pain is not None), default=None)
            found.append(ExerciseOuting(session.id, session.day, sets, worst))
    return tuple(found)


def stop_words(sessions: Sequence[PastSession], exercise: str, unit: Unit) -> str:
    """Return how far an exercise went when it was stopped for pain last: "2026-11-30: 5/3, ...".

    Args:
        sessions: Oldest first.
        exercise: Its id.
        unit: Of loads.

    Returns:
        Empty where it was done since without a stop, or never was stopped.
    """
    for session in reversed(sessions):
        own = [each for each in session.sets if each.exercise == exercise]
        stopped = [each for each in own if each.skipped is not None and is_stopped(each)]
        if stopped:
            said = (not_done(each, each.skipped or "", unit) for each in stopped)
            return f"{session.day}: {'; '.join(said)}"
        if any(each.skipped is None for each in own):
            return ""
    return ""


def _reps(done: PastSet) -> int | None:
    return _sum(done.reps, done.left, done.right)


def _seconds(done: PastSet) -> int | None:
    return _sum(done.seconds, done.left_s, done.right_s)


def _total(done: PastSet) -> int:
    reps = _reps(done)
    return reps if reps is not None else _seconds(done) or done.metres or 0


def _sum(*counts: int | None) -> int | None:
    said = [count for count in counts if count is not None]
    return sum(said) if said else None


class BestLine(NamedTuple):
    """A best set: by what, the set in words, and when."""

    by: str
    done: str
    day: date


class OutingLine(NamedTuple):
    """One session of the exercise."""

    day: date
    done: str
    """Every set: "8/8, 8/7 at 2 x 12 kg"."""
    estimate: str
    """The highest range of the day, or why its strongest set has none."""
    load: str
    """Of the heaviest set; empty without one."""
    most: str
    """Reps, seconds or metres of the best set, of its weaker side."""
    volume: str
    """Load times reps, or all reps, seconds or metres where there is no load; both sides."""
    sides: str
    """What left and right did in all, and how much apart; empty where not counted apart."""


def best_lines(found: Iterable[ExerciseOuting], unit: Unit) -> tuple[BestLine, ...]:
    """Return the best sets of an exercise, for outings given oldest first."""
    outings = tuple(found)
    every = [(each.day, done) for each in outings for done in each.comparable]
    return (*_strongest_lines(outings, unit), *_best_lines(every, unit))


def outing_line(outing: ExerciseOuting, unit: Unit) -> OutingLine:
    """Return one session of an exercise in words and figures."""
    heaviest, both = outing.heaviest, outing.both_sides
    count, counted_in = outing.most, _MARKS[outing.measure]
    lifted = outing.lifted_kg
    return OutingLine(
        day=outing.day,
        done=sets_shown(outing.sets, unit),
        estimate=range_shown(outing.estimate, unit) if outing.estimate else outing.why_none,
        load=load(heaviest.load_kg, heaviest.implements, unit) if heaviest else "",
        most=f"{count}{counted_in}" if count else "",
        volume=f"{to_unit(lifted, unit):.0f} {unit}" if lifted else f"{outing.total}{counted_in}",
        sides=f"{both[0]}/{both[1]}, {round(asymmetry(*both)):+d} %" if both else "",
    )


def sides_compared(found: Iterable[ExerciseOuting]) -> str:
    """Return how left and right compare, in a sentence; empty where they are not counted apart."""
    return _sides([each.both_sides for each in found])


def range_shown(found: Estimate, unit: Unit) -> str:
    """Return a one-repetition load as a range in the athlete's unit: "28.6-33.6 kg"."""
    low, high = (number(round(to_unit(kg, unit), 1)) for kg in (found.low, found.high))
    return f"{span(low, high)} {unit}"


def with_gone(
    exercises: Mapping[str, Exercise], sessions: Iterable[PastSession]
) -> dict[str, Exercise]:
    """Return exercises by id, with those that only the past still knows."""
    rows = (done for session in sessions for done in session.done)
    gone = {
        row.exercise: Exercise(id=row.exercise, name=row.name or row.exercise)
        for row in rows
        if row.exercise not in exercises
    }
    return gone | dict(exercises)


def _strongest_lines(outings: Sequence[ExerciseOuting], unit: Unit) -> Iterator[BestLine]:
    """Yield the best estimate of a day, and a set that is clearly more and has none."""
    rated = [(each.day, done, found) for each in outings for done, found in _rated(each)]
    if not rated:
        return
    day, best, highest = max(rated, key=lambda each: each[2].low)
    yield BestLine(f"{Best.E1RM} {range_shown(highest, unit)}", result(best, unit), day)
    days = {id(done): each.day for each in outings for done in each.comparable}
    more = above(best, (done for each in outings for done in each.comparable))
    if more is not None:
        why = f"{result(more, unit)} ({why_none(more)})"
        yield BestLine(ABOVE_ANY, why, days[id(more)])


def _rated(outing: ExerciseOuting) -> Iterator[tuple[PastSet, Estimate]]:
    done = outing.rated
    found = None if done is None else estimate_of(done)
    if done is not None and found is not None:
        yield done, found


def _best_lines(every: Sequence[tuple[date, PastSet]], unit: Unit) -> tuple[BestLine, ...]:
    days = {id(done): day for day, done in every}
    found = bests([done for _, done in every])
    lines = []
    for by, done in ((HEAVIEST, found.load), ("most", found.most)):
        if done is not None and counted(done):
            lines.append(BestLine(by, result(done, unit), days[id(done)]))
    return tuple(lines)


def _sides(tests: Iterable[tuple[float, float] | None]) -> str:
    counted_apart = [test for test in tests if test is not None]
    if not counted_apart:
        return ""
    missing = ENOUGH - len(counted_apart)
    if missing > 0:
        return f"left and right: {plural(missing, 'more session')} before they are compared"
    found = difference(counted_apart)
    if found is None:
        return "left and right: no clear difference"
    side, other = ("right", "left") if found.percent > 0 else ("left", "right")
    return (
        f"{other} did {abs(found.percent):.0f} % less than {side} over the last {found.sessions} "
        f"sessions; your typical error is {found.typical_error:.0f} %"
    )
