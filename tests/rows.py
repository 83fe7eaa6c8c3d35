"""Rows of which one test says the same thing: all of them are tried in that one test.

A test of its own for a row costs four milliseconds around what it tries, the sending of its result
from process to process above all; the rows of pure functions take a fraction of one.
"""

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import pytest

_Test = Callable[..., None]


def for_each(names: str | tuple[str, ...], values: Iterable[Any]) -> Callable[[_Test], _Test]:
    """Let a test be called with each of several rows, all of them even where some fail.

    It stands where `pytest.mark.parametrize` would, above a test that changes nothing and asks for
    nothing made anew for each row. What fails tells its row.

    Args:
        names: The argument that takes a row, or those that take its parts.
        values: The rows, at least one.
    """
    every = list(values)
    assert every, names

    def over(test: _Test) -> _Test:
        @wraps(test)
        def tried(**given: Any) -> None:
            failed: list[BaseException] = []
            for row in every:
                own = {names: row} if isinstance(names, str) else dict(zip(names, row, strict=True))
                try:
                    test(**own, **given)
                except (Exception, pytest.fail.Exception) as error:
                    error.add_note(f"with {own}")
                    failed.append(error)
            if len(failed) == 1:
                raise failed[0]
            if failed:
                raise BaseExceptionGroup(f"{len(failed)} of {len(every)} rows", failed)

        kept = inspect.signature(test).parameters.values()
        own = {names} if isinstance(names, str) else set(names)
        left = [each for each in kept if each.name not in own]
        tried.__signature__ = inspect.Signature(left)  # type: ignore[attr-defined]
        return tried

    return over
