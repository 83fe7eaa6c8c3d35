"""Other machines met while the program is open: behind the first paint, and never in a session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from runlift_tui.screens.parts.page import Page

if TYPE_CHECKING:
    from textual.screen import Screen

    from runlift_tui.store.store import Store
    from runlift_tui.store.sync.exchange import Met

EVERY_S = 20.0


class _Heard(NamedTuple):
    """What a meeting came to."""

    outcome: Met
    told: str
    """What home says of it, and of what came in before; empty for nothing."""
    until: int


class Meeting:
    """Meets other machines on the writer's thread, and shows what came in where it can be shown."""

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

    def look(self) -> None:
        """Meet other machines, if there are any and no session is open."""
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
        if not screen.came_in(self._told):
            return
        self._pending = False
        if self._told and screen.TELLS_OF_OTHERS:
            from runlift_tui.store import meeting

            until, self._told = self._until, ""
            self._store.submit(lambda: meeting.was_told(self._store.past, until))
