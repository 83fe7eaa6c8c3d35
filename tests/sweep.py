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
from typing import TypeVar

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
    rest = pytest.mark.sweep
    return [pytest.param(value, marks=[] if value in stay else [rest]) for value in every]


def examples(few: int, whole: int) -> settings:
    """Return how many examples of a law are tried, where the usual number is not the one to try.

    Args:
        few: By `make test`.
        whole: By `make test-all`.
    """
    is_whole = settings.get_current_profile_name() == "whole"
    return settings(max_examples=whole if is_whole else few)
