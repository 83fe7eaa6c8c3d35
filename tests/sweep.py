"""Tests that look at the same thing in many sizes, after many keys or in many places.

`make test` keeps a share of each, `make test-all` has the whole. The share: every place and every
dialog is opened, in the least window that it promises to fit; of windows that differ only in
their size two stay, the least and one that is usual, or the least alone where the same walk is
long; of pictures that differ in their window or their colours, one or two; of what comes after
one turn of the loop more or less, every turn up to the first that finds a screen standing; of
what is drawn by chance one seed; of sessions walked to their end, the last level; of laws, fewer
examples (`examples`). So a share is left out only where another one of its kind stays.
"""

from collections.abc import Collection, Iterable
from typing import Any, TypeVar

import pytest
from _pytest.mark.structures import ParameterSet
from hypothesis import settings

T = TypeVar("T")


def sweep(values: Iterable[T], stay: Collection[T]) -> list[ParameterSet]:
    """Return the values of one parameter, with those that `make test` leaves out marked.

    Args:
        values: All of them.
        stay: Those that every run tries.
    """
    every = list(values)
    assert all(value in every for value in stay), stay
    return [pytest.param(value, marks=_left_out(value not in stay)) for value in every]


def sweep_rows(rows: Iterable[tuple[Any, ...]], stay: Collection[Any]) -> list[ParameterSet]:
    """Return the rows of several parameters, with those that `make test` leaves out marked.

    Args:
        rows: All of them.
        stay: The first values of those that every run tries.
    """
    every = list(rows)
    assert all(any(first == row[0] for row in every) for first in stay), stay
    return [pytest.param(*row, marks=_left_out(row[0] not in stay)) for row in every]


def _left_out(out: bool) -> list[pytest.MarkDecorator]:
    return [pytest.mark.sweep] if out else []


def is_whole() -> bool:
    """Whether this is `make test-all`."""
    return settings.get_current_profile_name() == "whole"


def examples(few: int, whole: int) -> settings:
    """Return how many examples of a law are tried, where the usual number is not the one to try.

    Args:
        few: By `make test`.
        whole: By `make test-all`.
    """
    return settings(max_examples=whole if is_whole() else few)
