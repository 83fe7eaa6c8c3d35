"""Hands keys on one at a time: each goes to whatever stands once those before it did their work."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

_LOOK_S, _LOOKS = 0.02, 100
"""How often, and how long, it is looked for parts that went before they did their work."""
_IDLE_S = 0.02
"""After which a key is followed that no other one waits for: what goes behind it costs it time."""
_MOST_SCREENS = 4
"""Screens that one key may lead through before the next key is handed on."""

Input = events.Key | events.Paste


class InOrder:
    """The keys that wait for the one before.

    A key goes from the app to its screen, or to the line of it that has the focus, and does its
    work there. Handed on at once, those behind one that opens a line would go partly to the screen
    below, partly to the new screen and partly to its line, and be typed in any order.
    """

    def __init__(
        self,
        app: App[Any],
        hand_on: Callable[[Input, int], Awaitable[None]],
        apart: Callable[[Input], Iterable[Input]] = lambda event: (event,),
    ) -> None:
        """Have no key wait.

        Args:
            app: Whose keys they are.
            hand_on: Hands a key to where the app stands then; it is told when the key came, in
                milliseconds.
            apart: Returns the keys that what came stands for where the app stands then.
        """
        self._app = app
        self._hand_on = hand_on
        self._apart = apart
        self._waiting: deque[tuple[Input, int] | Callable[[], object]] = deque()
        self._turn = 0
        self._to_follow: Iterator[list[MessagePump]] | None = None
        """The way of the key that was handed on last, until something goes behind it."""
        self._line: Widget | None = None
        """In which the letter is typed that was handed on last; None where that was no letter."""
        self.is_busy = False
        """Whether a key has not done its work yet."""

    async def take(self, event: Input, at: int) -> None:
        """Hand a key or a paste on, now or when those before it have done their work.

        Args:
            event: What came.
            at: When, in milliseconds.
        """
        self._waiting.append((event, at))
        await self._hand_all_on()

    def behind(self, then: Callable[[], object]) -> None:
        """Have something done behind the keys that came so far."""
        if self.is_busy:
            self._waiting.append(then)
            self._set_out(self._turn)
        else:
            then()

    async def _next(self) -> None:
        self.is_busy, self._line = False, None
        await self._hand_all_on()

    async def _hand_all_on(self) -> None:
        """Hand on what need not wait: the next key, and letters of one line behind each other."""
        while self._waiting and self._app.screen_stack:  # none stands while it ends
            next_ = self._waiting[0]
            line = None if callable(next_) else self._line_of(next_[0])
            if self.is_busy and (line is None or line is not self._line):
                self._set_out(self._turn)
                return
            self._waiting.popleft()
            if callable(next_):
                next_()
                continue
            event, at = next_
            first, *others = self._apart(event)
            self._waiting.extendleft((each, at) for each in reversed(others))
            self.is_busy, self._line = True, line
            self._turn += 1
            way = self._way()
            await self._hand_on(first, at)
            self._to_follow = chain([next(way)], way)
            asyncio.get_running_loop().call_later(_IDLE_S, self._set_out, self._turn)

    def _line_of(self, event: Input) -> Widget | None:
        """Return the line that a letter is typed in now; None for any other key."""
        line = self._app.screen.focused
        if line is None or not isinstance(event, events.Key) or not event.is_printable:
            return None
        return line if line.check_consume_key(event.key, event.character) else None

    def _way(self) -> Iterator[list[MessagePump]]:
        """Yield what has to come to rest, a row of parts at a time.

        A letter is typed where it goes. Of another key there is more to come: what its line says
        of it goes the same way once more, and it may have led to a screen, which has to stand.
        """
        screen, focused = self._app.screen, self._app.screen.focused
        parts: list[MessagePump] = [screen] if focused is None else list(_up_to(focused, screen))
        parts.append(self._app)
        is_typed = self._line is not None
        yield parts
        if is_typed:
            return
        yield parts
        for _ in range(_MOST_SCREENS):
            if self._app.screen is screen:
                return
            screen = self._app.screen
            yield [screen, self._app]

    def _set_out(self, turn: int) -> None:
        """Go behind the key that was handed on last, if it is still that one, and nothing does."""
        if turn == self._turn and self._to_follow is not None:
            way, self._to_follow = self._to_follow, None
            self._follow(turn, way)

    def _follow(self, turn: int, way: Iterator[list[MessagePump]]) -> None:
        """Go behind a key, and hand the next one on at the end of its way."""
        if turn != self._turn or not self._app.screen_stack:  # none stands while it ends
            return
        parts = next(way, None)
        if parts is None:
            self._app.call_next(self._next)
            return
        looks = iter(range(_LOOKS))
        loop, still = asyncio.get_running_loop(), [True]

        def hop(left: list[MessagePump]) -> None:
            if not still or turn != self._turn:
                return
            for place, part in enumerate(left):
                if part.is_running and part.call_later(hop, left[place + 1 :]):
                    return
            still.clear()
            self._follow(turn, way)

        def look() -> None:
            """A part that goes may never say that it has."""
            if not still or turn != self._turn:
                return
            gone = not all(part.is_attached for part in parts)
            if gone or next(looks, None) is None:
                still.clear()
                self._follow(turn, way)
            else:
                loop.call_later(_LOOK_S, look)

        loop.call_later(_LOOK_S, look)
        hop(parts)


def _up_to(line: Widget, screen: Screen[Any]) -> Iterator[MessagePump]:
    for part in line.ancestors_with_self:
        yield part
        if part is screen:
            return
