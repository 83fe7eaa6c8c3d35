"""A session that is going on: time walks through it, keys are given to it, records come out."""

from typing import NamedTuple

from msgspec import Struct, structs

from runlift_tui.core.session.advance import Cue, advance, worth_logging
from runlift_tui.core.session.commands import Command, HoldEnded, Started
from runlift_tui.core.session.fold import apply, begin
from runlift_tui.core.session.state import Session
from runlift_tui.core.session.timeline import Stamp, Timeline


class Given(NamedTuple):
    """A command for the journal, with its stamp."""

    stamp: Stamp
    command: Command


class Live(Struct, frozen=True):
    """A session and the clocks under it."""

    session: Session
    timeline: Timeline

    def at(self, stamp: Stamp) -> int:
        """Return the moment of a stamp on the session's line, never before it was walked to."""
        return max(self.timeline.at_stamp(stamp), self.session.at)

    def walked(self, stamp: Stamp) -> tuple["Live", list[Cue], list[Given]]:
        """Walk time on to a stamp.

        Returns:
            The session there, every boundary on the way, and the holds that were watched to
            their end: those are for the journal, stamped with when they were due.
        """
        live, at = self, self.at(stamp)
        cues: list[Cue] = []
        given: list[Given] = []
        while True:
            session, passed = advance(live.session, at)
            cues += passed
            over = next((cue for cue in passed if worth_logging(cue, at)), None)
            if over is None:
                return structs.replace(live, session=session), cues, given
            due = live.timeline.stamp_of(over.due, stamp)
            given.append(Given(due, HoldEnded()))
            session = apply(session, over.due, HoldEnded())
            live = Live(session, live.timeline.moved_to(due))

    def told(self, stamp: Stamp, command: Command) -> tuple["Live", Given]:
        """Give a command to a session that was walked to the same stamp.

        Raises:
            Refused: it cannot be done now.
        """
        at = self.at(stamp)
        session = apply(self.session, at, command)
        stamp = self.timeline.stamp_of(at, stamp)
        return Live(session, self.timeline.moved_to(stamp)), Given(stamp, command)


def started(command: Started, stamp: Stamp) -> tuple[Live, Given]:
    """Begin a session at a stamp."""
    timeline = Timeline.start(stamp)
    return Live(begin(command, timeline.at), timeline), Given(stamp, command)
