"""Rows of a list that may have thousands, each worked out when it comes into sight."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, overload

from runlift_tui.widgets.lists.listing import Row

Item = TypeVar("Item")


class RowsInSight(Sequence[Row], Generic[Item]):
    """The rows of some items."""

    def __init__(self, items: Sequence[Item], row: Callable[[Item], Row]) -> None:
        """Show items.

        Args:
            items: In the order of the rows.
            row: Returns the row of one.
        """
        self._items = items
        self._row = row

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...

    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        """Return a row, or a stretch of them."""
        if isinstance(place, slice):
            return [self._row(each) for each in self._items[place]]
        return self._row(self._items[place])
