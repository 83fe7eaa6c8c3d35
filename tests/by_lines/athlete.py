"""An athlete who trains by lines, on a clock of the test's own."""

from collections.abc import Callable
from pathlib import Path

from runlift_tui.by_lines.session import train
from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.commands import Started
from runlift_tui.core.session.state import Session
from runlift_tui.core.setup.choices import Choices
from runlift_tui.store.session.sessions import Unfinished
from runlift_tui.store.store import Store
from tests.screens.gym import begin


class Athlete:
    """Types lines, and lets time pass between them; a `LineInput`."""

    def __init__(self, clock: ManualClock, *does: str | float, by_hand: bool = False) -> None:
        """Know what to do.

        Args:
            clock: The session's.
            does: Lines, and seconds between them; the input ends behind the last.
            by_hand: Whether the lines come from a terminal.
        """
        self.by_hand = by_hand
        self.said: list[str] = []
        self._clock = clock
        self._does = list(does)

    def line(self, seconds: float | None) -> str | None:
        """Return the next line, or let time pass; see `LineInput.line`."""
        if not self._does:
            raise EOFError
        now = self._does[0]
        if isinstance(now, str):
            return str(self._does.pop(0))
        passes = now if seconds is None else min(now, seconds)
        self._clock.advance(max(1, round(passes * 1000)))
        self._does[0] = now - passes
        if now - passes <= 0.001:
            self._does.pop(0)
        return None

    def heard(self, part: str) -> str:
        """Return the last line that holds some words."""
        found = [line for line in self.said if part in line]
        assert found, f"{part!r} was not said:\n{self.text}"
        return found[-1]

    @property
    def text(self) -> str:
        """All that was said."""
        return "\n".join(self.said)


class Willing(Athlete):
    """Does what every line asks for, until the session is closed."""

    def line(self, seconds: float | None) -> str | None:
        """Press Enter where that is asked for, else wait."""
        if "Enter" in self.said[-1] and "to get ready" not in self.said[-1]:
            self._clock.advance(20_000)
            return ""
        if "Enter starts" in self.said[-1]:
            return ""
        assert seconds is not None, self.said[-1]
        self._clock.advance(max(1, round(seconds * 1000)))
        return None


def trained(
    folder: Path,
    clock: ManualClock,
    athlete: Athlete,
    begins: Started | Unfinished | None = None,
    level: Level = Level.ADVANCED,
    with_store: Callable[[Store], object] = lambda _: None,
) -> Session | None:
    """Train as an athlete does; return what is unfinished then."""
    store = Store(folder, clock)
    store.open()
    with_store(store)
    try:
        start = begins or begin(store, Choices(level=level))
        train(store, start, athlete, athlete.said.append)
    finally:
        store.close()
    left = Store(folder, clock).sessions.unfinished()
    return None if left is None else left.live.session
