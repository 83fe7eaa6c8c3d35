"""Training week by week: what was done, and how much of it on one leg."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from runlift_tui.core.history.past import PastSession
from runlift_tui.core.lists.charts import BarChart, ChartBar
from runlift_tui.core.lists.tables import Column
from runlift_tui.core.progress.sections import DAYS_COMPARED, Drawn, Section, SectionLine, bar
from runlift_tui.core.words.days import day_and_year, monday_of
from runlift_tui.core.words.text import plural


class Week(NamedTuple):
    """A week, from Monday to Sunday."""

    monday: date
    sessions: int = 0
    sets: int = 0
    contacts: int = 0
    """Landings."""
    minutes: int = 0
    load: int | None = None
    """Effort times minutes, of the sessions that were rated; None where none was."""
    rated: int = 0
    """Sessions that `load` is of."""
    single_leg: float | None = None
    """Share of the sets in which one leg carried the work, 0 to 1; None without a set."""


def weeks(sessions: Iterable[PastSession], single_leg: Collection[str] = ()) -> tuple[Week, ...]:
    """Return every week from the first session's to the last one's, oldest first.

    Args:
        sessions: In any order.
        single_leg: Ids of the exercises in which one leg carries the work.
    """
    held: dict[date, list[PastSession]] = {}
    for session in sessions:
        held.setdefault(monday_of(session.day), []).append(session)
    if not held:
        return ()
    first, last = min(held), max(held)
    count = (last - first).days // 7 + 1
    mondays = (first + timedelta(weeks=number) for number in range(count))
    return tuple(_week(monday, held.get(monday, []), single_leg) for monday in mondays)


def _week(monday: date, held: list[PastSession], single_leg: Collection[str]) -> Week:
    sets = list(chain.from_iterable(session.done for session in held))
    loads = [
        load
        for session in held
        if (load := session_load(session.effort, session.minutes)) is not None
    ]
    return Week(
        monday=monday,
        sessions=sum(session.is_trained for session in held),
        sets=len(sets),
        contacts=sum(session.landings for session in held),
        minutes=sum(session.minutes for session in held),
        load=sum(loads) if loads else None,
        rated=len(loads),
        single_leg=_share(done.exercise in single_leg for done in sets),
    )


def _share(found: Iterable[bool]) -> float | None:
    counted = list(found)
    return sum(counted) / len(counted) if counted else None


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
    "load: effort, 0 to 10, times minutes, session by session (after Foster); * not all of them "
    "were rated. "
    "single-leg: share of the sets in which one leg carries the work. A bar, where there is room "
    "for one, is the minutes.",
    "No sum here is a score of injury: none of them has held up as one.",
)


def week_section(
    sessions: Sequence[PastSession], today: date, single_leg: Collection[str] = ()
) -> Section:
    """Return the weeks up to this one, newest first."""
    found = weeks_until(sessions, today, single_leg)
    most = max((week.minutes for week in found), default=0)
    return Section(
        name="weeks",
        says=_compared(sessions, today),
        columns=_COLUMNS,
        lines=tuple(_line(week, most) for week in reversed(found)),
        notes=(_contacts(sessions, today) + _NOTES[0], *_NOTES[1:]),
        drawn=_drawn(found),
    )


def _drawn(found: Sequence[Week]) -> tuple[Drawn, ...]:
    """Return the weeks as bars: minutes, contacts, sessions."""
    if not found:
        return ()
    since = f"a week, {plural(len(found), 'week')} since {day_and_year(found[0].monday)}"
    values = (
        ("minutes", minutes_chart(found)),
        ("contacts", _bars(found, [week.contacts for week in found])),
        ("sessions", _bars(found, [week.sessions for week in found])),
    )

    def read(place: int) -> str:
        return _week_words(found[place], is_now=place == len(found) - 1)

    return tuple(
        Drawn(name, f"{name} {since}", chart, read, of_jumps=name == "contacts")
        for name, chart in values
    )


def minutes_chart(found: Sequence[Week]) -> BarChart:
    """Return the minutes of weeks, given oldest first, as bars."""
    return _bars(found, [week.minutes for week in found])


def _bars(found: Sequence[Week], counts: Sequence[int]) -> BarChart:
    return BarChart(
        tuple(
            ChartBar(week.monday.toordinal(), count if week.sessions else None)
            for week, count in zip(found, counts, strict=True)
        )
    )


def _week_words(week: Week, *, is_now: bool) -> str:
    """Return all that is known of a week in a line."""
    when = f"week of {day_and_year(week.monday)}{', so far' if is_now else ''}"
    if not week.sessions:
        return f"{when}: no session"
    load = "" if week.load is None else f", load {week.load}{_partly(week)}"
    return (
        f"{when}: {plural(week.sessions, 'session')}, {plural(week.sets, 'set')}, "
        f"{week.minutes} min, {plural(week.contacts, 'contact')}{load}"
    )


def weeks_until(
    sessions: Iterable[PastSession], today: date, single_leg: Collection[str] = ()
) -> tuple[Week, ...]:
    """Return every week from the first session's to this one, oldest first."""
    found = list(weeks(sessions, single_leg))
    this = monday_of(today)
    while found and found[-1].monday < this:
        found.append(Week(found[-1].monday + timedelta(weeks=1)))
    return tuple(found)


def _line(week: Week, most: float) -> SectionLine:
    if not week.sessions:
        return SectionLine((f"{week.monday}", *["–"] * 6))
    figures = (
        f"{week.sessions}",
        f"{week.sets}",
        f"{week.contacts}",
        f"{week.minutes}",
        "–" if week.load is None else f"{week.load}{_partly(week)}",
        "–" if week.single_leg is None else f"{100 * week.single_leg:.0f} %",
    )
    return SectionLine((f"{week.monday}", *figures), bar(week.minutes, most, _BAR))


def _partly(week: Week) -> str:
    """Return the mark of a load that is not of all the week's sessions."""
    return "*" if week.rated < week.sessions else ""


def _compared(sessions: Sequence[PastSession], today: date) -> str:
    if not sessions:
        return "no session yet"
    new, old = _last_weeks(sessions, today)
    now = f"{_count(new, 'session')}{_a_week(new, ' min')}" if new else "no session"
    before = f"{_count(old)}{_a_week(old)}" if old else "none"
    return f"28 days: {now}; 28 before: {before}"


def _contacts(sessions: Sequence[PastSession], today: date) -> str:
    """Return what contacts are, and how many there were of late."""
    new, old = (sum(s.landings for s in some) for some in _last_weeks(sessions, today))
    said = f"{new} in the last 28 days, {old} in the 28 before"
    return f"contacts: landings of jumps, and of ten easy pogos before them; {said}. "


def _last_weeks(
    sessions: Sequence[PastSession], today: date
) -> tuple[list[PastSession], list[PastSession]]:
    """Return the sessions of the last four weeks, and those of the four before them."""
    edge = today - timedelta(days=DAYS_COMPARED)
    before = edge - timedelta(days=DAYS_COMPARED)
    new = [each for each in sessions if edge < each.day <= today]
    return new, [each for each in sessions if before < each.day <= edge]


def _count(sessions: Sequence[PastSession], what: str = "") -> str:
    trained = sum(each.is_trained for each in sessions)
    return plural(trained, what) if what else f"{trained}"


def _a_week(sessions: Sequence[PastSession], unit: str = "") -> str:
    """Return the minutes of a usual week of four, behind a comma."""
    weekly = round(sum(each.minutes for each in sessions) * 7 / DAYS_COMPARED)
    return f", {weekly or 'under 1'}{unit} a week"


def session_load(effort: int | None, minutes: int) -> int | None:
    """Return the load of a session in arbitrary units.

    None where no effort was said, or where its minutes are not known.
    """
    return None if effort is None or not minutes else effort * minutes
