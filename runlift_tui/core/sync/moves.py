"""A session that one machine moved over New Year: two years may have a part of it."""

from collections.abc import Mapping
from functools import reduce

from runlift_tui.core.sync.held import Held, joined
from runlift_tui.core.sync.registers import WHOLE, Register
from runlift_tui.core.sync.stamps import BORN, stamp

_DAY = "started"
_NONE = Register(BORN, None)
_NOBODY = "00000000"
"""The device of a stamp to which every machine comes by itself."""


def is_of_more_years(found: Held) -> bool:
    """Whether another year may have a part of it: it went there, or its day was changed."""
    day = found.registers.get(_DAY, _NONE)
    return found.table == "sessions" and bool(found.moved or day.stamp)


def carried(found: Held) -> Held:
    """Return what goes to another year: not that it went, but that it was deleted since."""
    deleted = found.deleted if found.deleted > found.moved else BORN
    return found._replace(deleted=deleted, moved=BORN)


def left(found: Held, at: str) -> Held:
    """Return what stays in a year from which it goes, by a stamp that no value of it beats."""
    return found._replace(deleted=max(at, found.deleted), moved=at)


def together(years: Mapping[int, Held]) -> dict[int, Held]:
    """Return what each year has of a session once it stands in that of its newest day alone.

    Every machine comes to the same: nothing here depends on who asks, or when.

    Args:
        years: What each of them has; the one of its newest day may be missing.

    Returns:
        That of its newest day first; nothing where it was not moved, or no stamp says which day
        that is.
    """
    if not any(each.moved for each in years.values()):
        return {}
    whole = reduce(joined, (carried(each) for _, each in sorted(years.items())))
    day = whole.registers.get(_DAY, _NONE)
    if not day.stamp or not isinstance(day.value, str) or not day.value[:4].isdecimal():
        return {}
    home = int(day.value[:4])
    there = years.get(home, whole)
    new = whole._replace(
        deleted=max(whole.deleted, there.deleted), moved=there.moved, when=day.value[:10]
    )
    if whole.lives and not new.lives:
        # It was moved away from here and back: what it left behind must not hide it.
        back = Register(stamp(0, _NOBODY, [new.deleted]), True)
        new = new._replace(registers={**new.registers, WHOLE: back})
    others = {
        year: left(each, each.newest) if each.lives else each
        for year, each in years.items()
        if year != home
    }
    return {home: new, **others}
