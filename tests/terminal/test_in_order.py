import asyncio
from typing import Any

from textual import events

from runlift_tui.terminal.in_order import InOrder, Input


class Part:
    """A screen, or an app, of which is kept what goes behind its key."""

    def __init__(self) -> None:
        self.behind: list[Any] = []
        self.is_running = self.is_attached = True
        self.focused = None

    def call_later(self, *call: Any) -> bool:
        self.behind.append(call)
        return True


class App(Part):
    def __init__(self) -> None:
        super().__init__()
        self.stack = [Part()]

    @property
    def screen(self) -> Part:
        return self.stack[-1]  # as Textual's, it raises where none stands

    @property
    def screen_stack(self) -> list[Part]:
        return self.stack


async def taken(event: Input, at: int) -> None:
    """Take a key, and do nothing with it."""


def key(character: str) -> events.Key:
    return events.Key(character, character)


async def test_nothing_goes_behind_a_key_until_something_waits_for_it() -> None:
    app = App()
    keys = InOrder(app, taken)  # type: ignore[arg-type]
    await keys.take(key("a"), 0)
    assert keys.is_busy
    assert app.screen.behind == []
    await keys.take(key("b"), 1)
    assert len(app.screen.behind) == 1


async def test_a_key_that_none_waits_for_is_followed_all_the_same() -> None:
    app = App()
    keys = InOrder(app, taken)  # type: ignore[arg-type]
    await keys.take(key("a"), 0)
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()
    app.screen.call_later = lambda *_: loop.call_soon(asked.set) is not None  # type: ignore[method-assign]
    await asyncio.wait_for(asked.wait(), 10)


async def test_a_program_that_has_ended_looks_after_no_key() -> None:
    app = App()
    keys, told = InOrder(app, taken), list[str]()  # type: ignore[arg-type]
    await keys.take(key("a"), 0)
    screen = app.stack.pop()
    keys.behind(lambda: told.append("behind"))
    assert (screen.behind, told) == ([], [])
