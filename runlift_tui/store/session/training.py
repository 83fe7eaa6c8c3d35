"""A session that is being trained: its clocks, and its way to the disk.

Everything that is decided happens at once and in memory; everything that is written happens on
the writer's thread, in order. The screen shows `shown`, which never runs ahead of the disk.
"""

from collections.abc import Callable

from runlift_tui.clock import Clock
from runlift_tui.core.history.document import is_worth_keeping
from runlift_tui.core.session.advance import Cue, advance
from runlift_tui.core.session.commands import Command, Resumed, Started
from runlift_tui.core.session.live import Given, Live, started
from runlift_tui.core.session.state import Session
from runlift_tui.core.words.faults import Refused
from runlift_tui.store.journal.records import record_of
from runlift_tui.store.journal.segment import SESSION, Segment
from runlift_tui.store.session.on_disk import OnDisk


class Training:
    """One session under way, from its first key until its summary is left."""

    def __init__(self, live: Live, on_disk: OnDisk, clock: Clock) -> None:
        self._live = live
        self._clock = clock
        self._left = False
        self.on_disk = on_disk
        """Its journal, and what the disk said."""
        self.shown = live.session
        """The session as it stands on disk, or in memory where the disk refuses."""

    @property
    def session(self) -> Session:
        """The session with everything that was said, saved or not."""
        return self._live.session

    @property
    def is_worth_keeping(self) -> bool:
        """Whether any set was done."""
        return is_worth_keeping(self._live.session)

    def now(self) -> int:
        """Return this moment on the session's line of time, milliseconds."""
        return self._live.at(self._clock.stamp())

    def wall_ms(self) -> int:
        """Return what to add to the session's line of time for the athlete's wall clock."""
        stamp = self._clock.stamp()
        offset = self._clock.utc_offset_min(stamp.utc_ms) * 60_000
        return stamp.utc_ms - self._live.at(stamp) + offset

    def tick(self) -> list[Cue]:
        """Walk time on to this moment; log the holds that were watched to their end."""
        self.settle()
        if self._left:
            return []
        live, cues, given = self._live.walked(self._clock.stamp())
        self._live = live
        for each in given:
            self._write(each)
        if self.on_disk.is_settled:
            self.shown = live.session
        else:
            self.shown, _ = advance(self.shown, live.session.at)
        return cues

    def tell(self, command: Command) -> None:
        """Give the session a command, and see that it is written.

        Raises:
            Refused: it cannot be done now, or the session was left; nothing is written.
        """
        if self._left:
            raise Refused("the session was left")
        self.tick()
        self._live, given = self._live.told(self._clock.stamp(), command)
        self._write(given)

    def _write(self, given: Given) -> None:
        self.on_disk.write(given, self._live.session)

    def retry(self) -> None:
        """Try once more to save what the disk refused."""
        if not self._left:
            self.on_disk.retry(self._live.session)

    def settle(self) -> None:
        """Take in what the writer has said since."""
        spoken_of = self.on_disk.settle()
        if spoken_of is not None:
            self.shown = self._live.session if self.on_disk.is_settled else spoken_of

    def keep(self) -> None:
        """Put the finished session into the history, or take one out that is finished no more."""
        if not self._left:
            self.on_disk.into_history(self._live.session)

    def leave(self, done: Callable[[str], object] | None = None) -> None:
        """Close the session for now; where it is finished, its journal goes for good.

        The journal of a session that could not be put into the history stays. A session that was
        left takes no more commands, and is not left again.

        Args:
            done: As for `OnDisk.close`.
        """
        if not self._left:
            self._left = True
            self.on_disk.close(self._live.session, self._clock.stamp(), done)


def begun(
    command: Started, folder: str, clock: Clock, on_disk: Callable[[Segment], OnDisk]
) -> Training:
    """Begin a session, its first line on disk before this returns (or known to be refused).

    Args:
        command: The start, with its snapshot.
        folder: The journal's.
        clock: The machine's.
        on_disk: Takes the journal over.
    """
    live, given = started(command, clock.stamp())
    segment = Segment.create(folder, command.id, SESSION, first=[record_of(*given)])
    return Training(live, on_disk(segment), clock)


def resumed(live: Live, on_disk: OnDisk, clock: Clock, held: tuple[str, ...] = ()) -> Training:
    """Go on with a session that was read back from its journal.

    Args:
        live: The session.
        on_disk: Its journal, open.
        clock: The machine's.
        held: What holds jumps back by now, in words.
    """
    live, _, given = live.walked(clock.stamp())
    training = Training(live, on_disk, clock)
    for each in given:
        training._write(each)
    # What held them back from the start took them out then.
    training.tell(Resumed(() if live.session.start.held else held))
    return training
