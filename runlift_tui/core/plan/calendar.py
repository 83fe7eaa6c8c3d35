"""A calendar file, as RFC 5545 has it: whole days, so that no time zone moves them.

Six properties need no library; one would bring its own time zones and 70 ms along. The tests read
the file back with one.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from runlift_tui.core.athlete.pain import Running
from runlift_tui.core.plan.changes_told import race_words
from runlift_tui.core.plan.placement import RUN_FIRST
from runlift_tui.core.plan.plan import Plan
from runlift_tui.core.plan.rules import calendar_of
from runlift_tui.core.plan.standing import Flow
from runlift_tui.core.plan.week_words import easy_words, session_shape
from runlift_tui.core.plan.weeks import PlanWeek
from runlift_tui.core.words.text import capital, safe_text, sentence

_MOST_OCTETS = 75


class Event(NamedTuple):
    """Something on a day."""

    uid: str
    """The same one each time, so that a calendar program moves what it has already."""
    day: date
    summary: str
    description: str = ""
    is_raced: bool = False
    """Whether it is a race or a 5K against the clock."""


def calendar_text(events: Iterable[Event], made_ms: int, version: str) -> str:
    """Return the text of a calendar file; it is to be written in UTF-8 as it stands.

    Args:
        events: In any order.
        made_ms: When the file is made, milliseconds since the epoch.
        version: Of the program.
    """
    stamp = datetime.fromtimestamp(made_ms / 1000, UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//RunLift//RunLift {version}//EN",
        "CALSCALE:GREGORIAN",
    ]
    for event in sorted(events, key=lambda each: (each.day, each.uid)):
        lines += _event(event, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{row}\r\n" for line in lines for row in _folded(line))


def _event(event: Event, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(event.uid)}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{_escaped(event.description)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    rows = (safe_text(row) for row in text.split("\n"))
    marked = (row.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for row in rows)
    return "\\n".join(marked)


def _folded(line: str) -> Iterator[str]:
    """Yield a line in rows of at most 75 octets, those after the first begun with a space."""
    row, room = "", _MOST_OCTETS
    for character in line:
        octets = len(character.encode("utf-8", "replace"))
        if octets > room:
            yield row
            row, room = " ", _MOST_OCTETS - 1
        row += character
        room -= octets
    yield row


def held(found: Iterable[Event], why: str, running: Running, today: date) -> Iterator[Event]:
    """Yield events with what holds those to come back in front; as they are where nothing does.

    Under a stop sign it is all of them, after much pain what is raced.

    Args:
        found: Of a plan.
        why: What a stop sign holds back, in a sentence; empty where none stands.
        running: What of the running may be named now.
        today: The athlete's own day.
    """
    for event in found:
        is_held = running is Running.NONE or (running is Running.EASY and event.is_raced)
        if not is_held or event.day < today:
            yield event
        else:
            # Of no run is said when it is to be.
            left = event.description.removesuffix(f"\n{RUN_FIRST}") if why else event.description
            yield event._replace(
                summary=f"{capital(running.not_yet)}: {event.summary}",
                description="\n".join(filter(None, (why, left))),
            )


def events(plan: Plan, flow: Flow) -> Iterator[Event]:
    """Yield the events of a plan as it stands; a session keeps its id when it moves."""
    for week in flow.weeks:
        done = flow.done_in(week.number)
        for number, each in enumerate(done, 1):
            yield _session(plan, week, number, each.day, "trained")
        for session in flow.due_in(week.number):
            yield _session(plan, week, session.number, session.day, "")
    for number, day in enumerate(sorted(calendar_of(plan).races), 1):
        if day not in flow.runs.races:
            continue  # an easy day after a race that was logged
        raced = day == plan.answers.race
        what = capital(race_words(plan.answers)) if raced else "5K time trial"
        after = sentence(easy_words(plan.answers)) if raced else ""
        yield Event(f"{plan.id}-trial-{number}@runlift", day, what, after, is_raced=True)


def _session(plan: Plan, week: PlanWeek, number: int, day: date, word: str) -> Event:
    done = f", {word}" if word else ""
    order = f"\n{RUN_FIRST}" if day.weekday() in plan.answers.run_days else ""
    return Event(
        f"{plan.id}-week-{week.number}-session-{number}@runlift",
        day,
        f"Strength: week {week.number} of {plan.answers.weeks}, session {number}{done}",
        f"{sentence(session_shape(week))}{order}",
    )
