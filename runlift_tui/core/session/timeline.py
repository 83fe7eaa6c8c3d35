"""One line of time for a session, laid over clocks that jump, sleep and restart.

A stamp is what the machine's clocks said at one moment. The timeline turns a row of stamps into
integer milliseconds that never run backwards: within one boot the boot clock decides (it counts
through a closed lid), across boots the wall clock does, clamped to no earlier than the stamp
before.
"""

from msgspec import Struct

from runlift_tui.core.words.possible import BootMs, Text, UtcMs


class Stamp(Struct, frozen=True):
    """What the clocks said at one moment."""

    utc_ms: UtcMs
    """Wall clock, milliseconds since the epoch, UTC."""
    boot: Text
    """Which boot of which machine `boot_ms` counts from."""
    boot_ms: BootMs
    """Milliseconds of that boot's clock, sleep included."""

    def earlier(self, ms: int) -> "Stamp":
        """Return the stamp of the same clocks `ms` milliseconds before."""
        return Stamp(self.utc_ms - ms, self.boot, self.boot_ms - ms)


class Timeline(Struct, frozen=True):
    """The last stamp that counted, and where it lies on the session's own line of time."""

    stamp: Stamp
    at: int
    """Milliseconds since the epoch, by the wall clock of the session's first stamp."""

    @classmethod
    def start(cls, stamp: Stamp) -> "Timeline":
        """Begin a line of time at `stamp`."""
        return cls(stamp, stamp.utc_ms)

    def at_stamp(self, stamp: Stamp) -> int:
        """Return the time of `stamp` on this line, never before the last stamp that counted."""
        if stamp.boot == self.stamp.boot:
            passed = stamp.boot_ms - self.stamp.boot_ms
        else:
            passed = stamp.utc_ms - self.stamp.utc_ms
        return self.at + max(0, passed)

    def moved_to(self, stamp: Stamp) -> "Timeline":
        """Return the timeline on which `stamp` is the last one that counted."""
        return Timeline(stamp, self.at_stamp(stamp))

    def stamp_of(self, at: int, now: Stamp) -> Stamp:
        """Return the stamp that lies at `at` on this line, by the clocks that say `now`."""
        return now.earlier(self.at_stamp(now) - at)
