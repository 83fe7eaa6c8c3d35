"""Others met while the program is open: machines, and a program that had the folder.

It is done behind the first paint, and never in a session.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from runlift_tui.screens.parts.changing_page import ChangingPage
from runlift_tui.screens.parts.page import Page

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.timer import Timer

    from runlift_tui.store.store import Store
    from runlift_tui.store.sync.exchange import Met

EVERY_S = 20.0
_FREE_EVERY_S = 3.0
"""How often a folder that another program has is tried, which costs two looks at files."""


class _Heard(NamedTuple):
    """What a meeting came to."""

    outcome: Met
    told: str
    """What home says of it, and of what came in before; empty for nothing."""
    until: int


class Meeting:
    """Meets other machines on the writer's thread, and shows what came in where it can be shown.

    Where the folder can only be looked at, it is taken over as soon as it is free.
    """

    def __init__(
        self,
        store: Store,
        *,
        screens: Callable[[], Sequence[Screen[Any]]],
        is_training: Callable[[], bool],
        later: Callable[[Callable[[], object]], Any],
    ) -> None:
        """Meet nobody yet.

        Args:
            store: The data folder.
            screens: Returns those that are open, the one on top last; none while one comes in the
                place of another.
            is_training: Whether a session is open.
            later: Has something done on the screens' thread; called from any other.
        """
        self._store = store
        self._screens = screens
        self._is_training = is_training
        self._later = later
        self._is_under_way = False
        self._pending = False
        self._told, self._until = "", 0
        self._freed = ""
        """That the folder was taken over, in a sentence, until it was shown."""
        self._waiting: Timer | None = None

    def begin(self, every: Callable[[float, Callable[[], object]], Timer]) -> None:
        """Look now, and every now and then.

        Args:
            every: Has something done every so many seconds, until its timer is stopped.
        """
        if self._store.only_looking:
            self._waiting = every(_FREE_EVERY_S, self._take_over)
        self.look()
        every(EVERY_S, self.look)

    def _take_over(self) -> None:
        """Take the folder over if it is free by now, and show what is so since."""
        if self._store.only_looking:
            from runlift_tui.store.freed import freed

            self._freed = freed(self._store)
            self._pending = self._pending or bool(self._freed)
        self._show()
        if self._waiting is not None and not self._store.only_looking and not self._freed:
            self._waiting.stop()

    def look(self) -> None:
        """Meet other machines, if there are any and no session is open."""
        if self._store.only_looking:
            self._take_over()
        self._show()
        if self._is_under_way or self._store.only_looking or self._is_training():
            return
        self._is_under_way = True
        with suppress(RuntimeError):  # the program ends
            self._store.writer.submit(self._meet, self._met)

    def _meet(self) -> _Heard | None:
        """Exchange, on the writer's thread; return None where there is nothing to."""
        from runlift_tui.store.sync.at_hand import is_wanted

        if self._is_training():
            return None
        if not is_wanted(self._store.folder):
            self._store.past.device.ensure()
            return None
        from runlift_tui.store import meeting

        past, now = self._store.past, self._store.clock.stamp().utc_ms
        self._store.amending().put_down()  # a page may be changing the past right now
        outcome = meeting.meet(past, now, lambda: not self._is_training())
        return _Heard(outcome, *meeting.to_tell(past, now, outcome.arrivals))

    def _met(self, result: object) -> None:
        self._later(lambda: self._heard(result))

    def _heard(self, result: object) -> None:
        """Take over what came in, on the screens' thread."""
        self._is_under_way = False
        if not isinstance(result, _Heard):
            return
        from runlift_tui.store import meeting

        meeting.take_over(self._store, result.outcome)
        self._pending = self._pending or bool(result.outcome.arrivals)
        if result.told:
            self._pending, self._told, self._until = True, result.told, result.until
        self._show()

    def _show(self) -> None:
        """Have the screen show what came in, if it can now."""
        screens = self._screens()
        screen = screens[-1] if screens else None
        if not self._pending or self._is_training() or not isinstance(screen, Page):
            return
        for each in screens[:-1]:
            if isinstance(each, Page):
                each.read_anew()
        if not screen.came_in("  ".join(filter(None, (self._freed, self._told)))):
            return
        if self._freed and isinstance(screen, ChangingPage):
            screen.tell(self._freed)  # what stood there is true no more
        self._pending, self._freed = False, ""
        if self._told and screen.TELLS_OF_OTHERS:
            from runlift_tui.store import meeting

            until, self._told = self._until, ""
            self._store.submit(lambda: meeting.was_told(self._store.past, until))
