"""Training week by week, as a section of the page that looks back."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from runlift_tui.core.history.past import PastSession
from runlift_tui.core.lists.sections import DAYS_COMPARED, Line, Section, bar, plural
from runlift_tui.core.lists.tables import Column
from runlift_tui.core.progress.weeks import Week, weeks
from runlift_tui.core.words.days import monday_of

_COLUMNS = (
    Column("week of", width=10),
    Column("sessions", number=True),
    Column("sets", number=True),
    Column("contacts", number=True),
    Column("minutes", number=True),
    Column("load", number=True, width=5),
    Column("single-leg", number=True),
)
_BAR = 30
_NOTES = (
    "contacts: landings of jumps. load: effort, 0 to 10, times minutes, of the sessions that were "
    "rated (after Foster). single-leg: share of the sets done one side at a time. A bar, where "
    "there is room for one, is the minutes.",
    "No sum here is a score of injury: none of them has held up as one.",
)


def week_section(sessions: Sequence[PastSession], today: date) -> Section:
    """Return the weeks up to this one, newest first."""
    found = weeks_until(sessions, today)
    most = max((week.minutes for week in found), default=0.0)
    return Section(
        name="weeks",
        says=_compared(sessions, today),
        columns=_COLUMNS,
        lines=tuple(_line(week, most) for week in reversed(found)),
        notes=_NOTES,
    )


def weeks_until(sessions: Iterable[PastSession], today: date) -> tuple[Week, ...]:
    """Return every week from the first session's to this one, oldest first."""
    found = list(weeks(sessions))
    this = monday_of(today)
    while found and found[-1].monday < this:
        found.append(Week(found[-1].monday + timedelta(weeks=1)))
    return tuple(found)


def _line(week: Week, most: float) -> Line:
    if not week.sessions:
        return Line((f"{week.monday}", *["–"] * 6))
    figures = (
        f"{week.sessions}",
        f"{week.sets}",
        f"{week.contacts}",
        f"{week.minutes:.0f}",
        "–" if week.load is None else f"{week.load:.0f}",
        "–" if week.single_leg is None else f"{100 * week.single_leg:.0f} %",
    )
    return Line((f"{week.monday}", *figures), bar(week.minutes, most, _BAR))


def _compared(sessions: Sequence[PastSession], today: date) -> str:
    if not sessions:
        return "no session yet"
    edge = today - timedelta(days=DAYS_COMPARED)
    before = edge - timedelta(days=DAYS_COMPARED)
    new = [each for each in sessions if edge < each.day <= today]
    old = [each for each in sessions if before < each.day <= edge]
    return f"last 4 weeks: {_sum(new)}; before: {_sum(old)}"


def _sum(sessions: Sequence[PastSession]) -> str:
    if not sessions:
        return "no session"
    minutes = sum(each.minutes for each in sessions)
    return f"{plural(len(sessions), 'session')}, {minutes:.0f} min"
