"""Typing values: what a key means right behind the typing."""

from collections.abc import Callable
from typing import Any, cast

from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.sets.typing import OpenSet
from runlift_tui.core.sets.values import Field, Values
from runlift_tui.core.sets.weights import Gear
from runlift_tui.screens.parts.values import ValueTyping

KEY = StepKey("main", 1, "B1")


def test_a_key_right_behind_what_was_taken_over_by_itself_is_still_meant_for_it() -> None:
    waiting: list[Callable[[], object]] = []
    given: list[Values] = []

    class Timer:
        def stop(self) -> None:
            waiting.clear()

    def later(_: float, do: Callable[[], object]) -> Any:
        waiting.append(do)
        return Timer()

    typing = ValueTyping(
        Gear(),
        lambda: OpenSet(KEY, {Field.LOAD_KG: 24.0}, 2),
        give=lambda _, values: given.append(values),
        say=lambda _: None,
        paint=lambda: None,
        later=cast(Any, later),
    )
    assert typing.type("9")
    assert typing.is_typed
    waiting.pop()()
    assert given == [{Field.LOAD_KG: 18.0}]
    assert not typing.is_open
    assert typing.is_typed, "enter on its way confirms nothing"
    waiting.pop()()
    assert not typing.is_typed
