"""The sessions of the past as they are looked at: read only as far back as one has looked."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from runlift_tui.core.history.amendment import Amendment
from runlift_tui.core.history.past import PastSession
from runlift_tui.core.history.told import SessionFilter, row_words
from runlift_tui.core.history.year_of_squares import YearOfSquares, year_of_squares
from runlift_tui.core.words.text import plural
from runlift_tui.screens.parts.list_page import ListModel
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.history.past import Past
from runlift_tui.widgets.lists.in_sight import RowsInSight
from runlift_tui.widgets.lists.listing import Row

AHEAD = 60
"""Sessions that are read beyond the chosen one."""
TURN = 60
"""Sessions that are looked at before the screen is let do something else."""


class PastList(ListModel[PastSession]):
    """Sessions, newest first, as far as a filter lets them through."""

    def __init__(self, past: Past) -> None:
        self._past = past
        self.filter = SessionFilter()
        self.shown: list[PastSession] = []
        """What was read and is let through."""
        self.trouble = ""
        """Why no more can be read, in a sentence; empty while it can, or at the end."""
        self.reload()

    def reload(self) -> None:
        """Read anew, from the newest one on."""
        self._rest: Iterator[PastSession] = self._past.sessions()
        self._read: list[PastSession] = []
        self._oldest: date | None = None
        self._at_end = False
        self.narrow(self.filter)

    def take(self, change: Amendment) -> None:
        """Take a change of a session over; one that came back is read anew in its place."""
        places = [n for n, each in enumerate(self._read) if each.id == change.id]
        after = None if change.after is None else self._past.session_of(change.after)
        begins_anew = any(after and self._read[n].started != after.started for n in places)
        if after is not None and (begins_anew or not places):
            self.reload()
            while not self._at_end and self.place_of(change.id) is None:
                self._next()
            return
        for place in reversed(places):
            self._read[place : place + 1] = [] if after is None else [after]
        self.narrow(self.filter)

    def narrow(self, what: SessionFilter) -> None:
        """Look at what a filter lets through, of all that was read."""
        self.filter = what
        self.shown = [each for each in self._read if what.lets_through(each)]
        self._days: Counter[date] = Counter()
        for each in self.shown:
            self._count(each)

    def rows(self) -> RowsInSight[PastSession]:
        """Return what is shown, as the rows of a list."""
        return RowsInSight(tuple(self.shown), _row)

    def routines(self) -> Counter[str]:
        """Return the names of the routines in what was read, with their sessions."""
        return Counter(each.routine_name for each in self._read if each.routine_name)

    def read_on(self, place: int, most: int = TURN) -> bool:
        """Read on for a place in the list and its year; return whether more is to be read."""
        for _ in range(most):
            if self._has(place):
                return False
            self._next()
        return not self._has(place)

    def _has(self, place: int) -> bool:
        """Whether all that is seen with a place in the list was read."""
        if self._at_end:
            return True
        if len(self.shown) <= place + AHEAD or self._oldest is None:
            return False
        return self._oldest.year < self.shown[place].day.year

    def reach(self, place: int) -> int:
        """Read on until a place is there, if it can be; return it, or the last one there is."""
        while len(self.shown) <= place and not self._at_end:
            self._next()
        return max(0, min(place, len(self.shown) - 1))

    def reach_id(self, id_: str) -> int:
        """Read on until a session is there; return its place, or the first one."""
        while (place := self.place_of(id_)) is None and not self._at_end:
            for _ in range(TURN):
                self._next()
        return place or 0

    def _next(self) -> None:
        session: PastSession | None = None
        try:
            session = next(self._rest, None)
        except StoreError as error:
            self.trouble = error.what
        if session is None:
            self._at_end = True
            return
        self._read.append(session)
        self._oldest = session.day
        if self.filter.lets_through(session):
            self.shown.append(session)
            self._count(session)

    def _count(self, session: PastSession) -> None:
        self._days[session.day] += len(session.done)

    @property
    def items(self) -> list[PastSession]:
        """What was read and is let through."""
        return self.shown

    def id_of(self, item: PastSession) -> str:
        """Return the id of a session."""
        return item.id

    @property
    def is_empty(self) -> bool:
        """Whether there is no session at all, as far as anyone can tell."""
        return not (self.shown or self.trouble or self.filter != SessionFilter())

    def on_day(self, day: date) -> int | None:
        """Return the place of the newest session of a day, or None."""
        return next((n for n, each in enumerate(self.shown) if each.day == day), None)

    def days_away(self, place: int, days: int) -> int:
        """Return the place of the session at least so many days newer, or older below zero."""
        if not self.shown:
            return 0
        wanted = self.shown[place].day
        with suppress(OverflowError):
            wanted += timedelta(days=days)
        if days > 0:
            return next((n for n in range(place, -1, -1) if self.shown[n].day >= wanted), 0)
        while place < self.reach(place + 1):
            place += 1
            if self.shown[place].day <= wanted:
                break
        return place

    def year_words(self, place: int) -> str:
        """Return the year of a place and what it came to: "2026   92 sessions, 97 h".

        The year alone while it is not read to its begin; empty where there is no such place.
        """
        if place >= len(self.shown):
            return ""
        year = self.shown[place].day.year
        if not self._at_end and (self._oldest is None or self._oldest.year >= year):
            return f"{year}"
        of = [each for each in self.shown if each.day.year == year and each.is_trained]
        hours = sum(each.minutes for each in of) / 60
        shown = f"{hours:.0f} h" if hours >= 1 else ""
        return f"{year}   {', '.join(filter(None, (plural(len(of), 'session'), shown)))}"

    def year(self, place: int) -> YearOfSquares | None:
        """Return the year of a place in the list, as far as it was read."""
        if place >= len(self.shown):
            return None
        day = self.shown[place].day
        return year_of_squares(day.year, self._days, day)


def _row(session: PastSession) -> Row:
    more = "" if session.effort is None else f"effort {session.effort}"
    return Row(*row_words(session), more=more)
