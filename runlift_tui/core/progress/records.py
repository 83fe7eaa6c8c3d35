"""The best sets there are, as a section of the page that looks back."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from runlift_tui.core.history.past import PastSession, PastSet
from runlift_tui.core.lists.tables import Column
from runlift_tui.core.progress.sections import DAYS_COMPARED, Section, SectionLine
from runlift_tui.core.sets.bests import Best, Rivals, counted, counted_in
from runlift_tui.core.sets.pain import hurt_lighter
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
    "An exercise's newest best set, as its session called it: better than all before it by load, "
    "for at least so many reps; by reps, time or distance, at no less load; or by estimated 1RM "
    "(by Epley and Brzycki, of the load alone, up to 10 reps with what you said was left). "
    "Warm-up and fast sets have none, nor what was heavier than a set that hurt that day. "
    "Where nothing was beaten yet it is a first time. Its page has the best of all, and the "
    "1RM as a range from a rep less to a rep more.",
)


_BY = {Best.E1RM: "1RM", Best.LOAD: "load"}
_FIRST = "first time"


class Record(NamedTuple):
    """A set that was better than all of its exercise before it, or was the first of them."""

    day: date
    exercise: str
    done: PastSet
    by: tuple[str, ...]
    """In what it was better; that it was the first time, where nothing was beaten yet."""

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
    found = records_of(sessions)
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


def records_of(sessions: Sequence[PastSession]) -> tuple[Record, ...]:
    """Return the newest best sets of every exercise, newest first: those of one day.

    They are the sets that their sessions called so (`core.session.new_bests`), and those that hurt
    or fell short of their range, which no session praises.

    Args:
        sessions: Oldest first.
    """
    rivals: dict[str, Rivals] = {}
    first: dict[str, Record] = {}
    newest: dict[str, list[Record]] = {}
    for session in sessions:
        for place, done in enumerate(session.sets):
            if not done.is_rival:
                continue
            kinds = rivals.setdefault(done.exercise, Rivals()).take(done)
            if hurt_lighter(session.sets[:place], done.exercise, done.load_kg) is not None:
                kinds = ()
            if kinds:
                told = tuple(_BY.get(kind) or counted_in(done) for kind in kinds)
                record = Record(session.day, done.exercise, done, told)
                before = newest.get(done.exercise, [])
                same_day = [each for each in before if each.day == session.day]
                newest[done.exercise] = [*same_day, record]
            elif done.exercise not in first and counted(done):
                first[done.exercise] = Record(session.day, done.exercise, done, (_FIRST,))
    found = [each for id_, one in first.items() for each in newest.get(id_, [one])]
    return tuple(sorted(found, key=lambda each: each.day, reverse=True))


def _line(record: Record, names: Mapping[str, str], unit: Unit) -> SectionLine:
    name = names.get(record.exercise) or record.done.name or record.exercise
    cells = (f"{record.day}", sets_shown((record.done,), unit), ", ".join(record.by), name)
    return SectionLine(cells, leads_to=record.exercise)
