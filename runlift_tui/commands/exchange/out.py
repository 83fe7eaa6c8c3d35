"""`runlift export --format hevy-csv | strong-csv | fit`: in shapes that other programs read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from runlift_tui.commands import printing
from runlift_tui.commands.printing import FAILED, MISUSED, OK, STANDARD, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from runlift_tui.commands.asked import Asked
    from runlift_tui.core.history.past import PastSession
    from runlift_tui.store.history.past import Past

LAST = "last"


class NotMeant(Exception):
    """An option that cannot be meant; its text says why."""


class ExportSpan:
    """Which sessions, or runs, are asked for."""

    def __init__(self, words: Any, today: date) -> None:
        """Take the options of a command line.

        Args:
            words: They.
            today: The athlete's own day.

        Raises:
            NotMeant: one of them is no day.
        """
        self.session: str | None = words.session
        self.since = _day(words.since, "--since", today)
        self.until = _day(words.until, "--until", today)

    @property
    def is_all(self) -> bool:
        """Whether everything is asked for."""
        return self.session is None and self.since is None and self.until is None

    def has(self, day: date) -> bool:
        """Whether a day is in it."""
        begins = self.since is None or day >= self.since
        return begins and (self.until is None or day <= self.until)

    def sessions(self, past: Past) -> list[PastSession]:
        """Return the sessions that are asked for, newest first.

        Raises:
            NotMeant: one was named that is not there.
        """
        found = [each for each in past.sessions() if self.has(each.day)]
        if self.session is None:
            return found
        if self.session == LAST:
            found = found[:1]
        else:
            found = [each for each in found if each.id == self.session]
        if not found:
            raise NotMeant(f"there is no session {self.session} to export")
        return found


def _day(text: str | None, option: str, today: date) -> date | None:
    if text is None:
        return None
    from runlift_tui.core.words.faults import Refused
    from runlift_tui.core.words.typed_days import Toward, typed_day

    try:
        return typed_day(text, today, Toward.PAST)
    except Refused as refused:
        if option == "--until" and " is still to come" in f" {refused}":
            return typed_day(text, today, Toward.EITHER)
        raise NotMeant(f"{option}: {refused}") from None


def tables(asked: Asked, past: Past, span: ExportSpan) -> Iterator[str]:
    """Return a table in the shape of Hevy's or of Strong's."""
    from runlift_tui.exchange.out.tables import hevy_lines, strong_lines

    each = asked.words.dumbbells != "total"
    sessions = span.sessions(past)
    if asked.words.format == "hevy-csv":
        return hevy_lines(sessions, each=each)
    return strong_lines(reversed(sessions), each=each)


def fit_files(asked: Asked, past: Past, span: ExportSpan) -> int:
    """Write one activity a session; return the exit status.

    Raises:
        StoreError: a file cannot be written.
        NotMeant: there is nowhere to put them.
    """
    from runlift_tui.exchange.out.fit import NoTimes, fit_of
    from runlift_tui.store.disk import handed_out

    out = asked.words.out
    sessions = span.sessions(past)
    into_folder = out is not None and out != STANDARD and os.path.isdir(out)
    if not into_folder and (span.session is None or out is None):
        missing = out is not None and not os.path.exists(out)
        which = "-o FOLDER, one that is there already" if missing else "-o FOLDER"
        raise NotMeant(f"--format fit takes {which}, or -o FILE for one --session")
    if out != STANDARD and handed_out.lies_in_folder(out, asked.folder):
        raise NotMeant("an export does not belong into the data folder itself")
    written, left_out = 0, []
    for session in sessions:
        try:
            data = fit_of(session, each=asked.words.dumbbells != "total")
        except NoTimes:
            left_out.append(f"{session.day} {session.routine_name}".strip())
            continue
        written += 1
        if out == STANDARD:
            printing.write((data,))
        else:
            path = os.path.join(out, _name(session)) if into_folder else out
            handed_out.hand_over(os.path.abspath(path), data)
    for each in left_out:
        say(f"{each} was left out: its sets have no times.", FAILED)
    if out != STANDARD:
        from runlift_tui.core.words.text import plural

        printing.done(f"{plural(written, 'activity').replace('activitys', 'activities')} written.")
    return OK if written or not sessions else FAILED


def _name(session: PastSession) -> str:
    return f"{session.local:%Y-%m-%d-%H%M}-{session.id[-8:]}.fit"


def told(problem: NotMeant) -> int:
    """Say why an option cannot be meant; return the exit status."""
    return say(f"{problem}.", MISUSED)
