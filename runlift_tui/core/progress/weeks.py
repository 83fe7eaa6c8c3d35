"""Training week by week: what was done, and how much of it on one leg."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from runlift_tui.core.history.past import PastSession
from runlift_tui.core.progress.exertion import session_load
from runlift_tui.core.words.days import monday_of


class Week(NamedTuple):
    """A week, from Monday to Sunday."""

    monday: date
    sessions: int = 0
    sets: int = 0
    contacts: int = 0
    """Landings."""
    minutes: float = 0.0
    load: float | None = None
    """Effort times minutes, of the sessions that were rated; None where none was."""
    rated: int = 0
    """Sessions that `load` is of."""
    single_leg: float | None = None
    """Share of the sets that were done one side at a time, 0 to 1; None without a set."""


def weeks(sessions: Iterable[PastSession]) -> tuple[Week, ...]:
    """Return every week from the first session's to the last one's, oldest first."""
    held: dict[date, list[PastSession]] = {}
    for session in sessions:
        held.setdefault(monday_of(session.day), []).append(session)
    if not held:
        return ()
    first, last = min(held), max(held)
    count = (last - first).days // 7 + 1
    mondays = (first + timedelta(weeks=number) for number in range(count))
    return tuple(_week(monday, held.get(monday, [])) for monday in mondays)


def _week(monday: date, held: list[PastSession]) -> Week:
    sets = list(chain.from_iterable(session.sets for session in held))
    loads = [
        load
        for session in held
        if (load := session_load(session.effort, session.minutes)) is not None
    ]
    return Week(
        monday=monday,
        sessions=len(held),
        sets=len(sets),
        contacts=sum(done.landings for done in sets),
        minutes=sum(session.minutes for session in held),
        load=sum(loads) if loads else None,
        rated=len(loads),
        single_leg=sum(done.two_sided for done in sets) / len(sets) if sets else None,
    )
