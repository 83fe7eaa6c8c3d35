"""The best sets there are, as a section of the page that looks back."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from runlift_tui.core.history.past import PastSession, PastSet
from runlift_tui.core.lists.tables import Column
from runlift_tui.core.progress.exercise import range_shown
from runlift_tui.core.progress.sections import DAYS_COMPARED, Section, SectionLine
from runlift_tui.core.sets.bests import bests
from runlift_tui.core.sets.e1rm import estimate_of
from runlift_tui.core.sets.last import LastSet
from runlift_tui.core.sets.told import sets_shown
from runlift_tui.core.words.text import plural
from runlift_tui.core.words.units import Unit

_COLUMNS = (
    Column("date", width=10),
    Column("set"),
    Column("best by", least=16),
    Column("exercise", least=16),
)
_NOTES = (
    "A row an exercise, its best set: by estimated 1RM (give or take a rep, of the load alone, up "
    "to 10 reps with what you said was left), where there is none by load, else by count. Its page "
    "has all three. What was done on one day alone is a first time, and no best set yet.",
)


_FIRST = "first time"


class Record(NamedTuple):
    """A set that no other of its exercise is better than."""

    day: date
    exercise: str
    done: PastSet
    by: tuple[str, ...]
    """In what it is the best; that it was the first time, where that was all so far."""

    @property
    def is_first(self) -> bool:
        """Whether there is nothing that it is better than."""
        return self.by == (_FIRST,)


def record_section(
    sessions: Sequence[PastSession], names: Mapping[str, str], unit: Unit, today: date
) -> Section:
    """Return the best sets of every exercise, newest first.

    Args:
        sessions: Oldest first.
        names: What exercises are called today, by id.
        unit: The athlete's.
        today: On their calendar.
    """
    found = records_of(sessions, unit)
    beat = [each for each in found if not each.is_first]
    new = sum(each.day > today - timedelta(days=DAYS_COMPARED) for each in beat)
    says = "no best set yet"
    if beat:
        says = f"{new} of {plural(len(beat), 'best set')} from the last 4 weeks"
    return Section(
        name="records",
        says=says,
        columns=_COLUMNS,
        lines=tuple(_line(each, names, unit) for each in found),
        notes=_NOTES,
    )


def records_of(sessions: Sequence[PastSession], unit: Unit) -> tuple[Record, ...]:
    """Return the best sets of every exercise, newest first; sessions are given oldest first."""
    held: dict[str, list[tuple[date, PastSet]]] = {}
    for session in sessions:
        for done in filter(lambda each: not each.is_of_one_leg_or_both, session.sure):
            held.setdefault(done.exercise, []).append((session.day, done))
    found = (_record(each, sets, unit) for each, sets in held.items())
    return tuple(sorted(filter(None, found), key=lambda each: each.day, reverse=True))


def _record(exercise: str, sets: list[tuple[date, PastSet]], unit: Unit) -> Record | None:
    """Return the best set of an exercise: by 1RM, where there is none by load, else by count."""
    best = bests(done for _, done in sets)
    first = next(filter(None, best), None)
    by = zip(best, ("1RM", "load", "count"), strict=True)
    for day, done in sets:
        if done is first:
            told = tuple(_by(done, what, unit) for each, what in by if each is done)
            if day == sets[0][0] == sets[-1][0]:
                told = (_FIRST,)
            return Record(day, exercise, done, told)
    return None


def _by(done: LastSet, what: str, unit: Unit) -> str:
    estimate = estimate_of(done)
    return f"1RM {range_shown(estimate, unit)}" if what == "1RM" and estimate else what


def _line(record: Record, names: Mapping[str, str], unit: Unit) -> SectionLine:
    name = names.get(record.exercise) or record.done.name or record.exercise
    cells = (f"{record.day}", sets_shown((record.done,), unit), ", ".join(record.by), name)
    return SectionLine(cells, leads_to=record.exercise)
