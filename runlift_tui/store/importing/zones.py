"""The zone that times without one are read in: the one that was named, else the machine's."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import tzinfo

_LOCAL, _WRITTEN = "/etc/localtime", "/etc/timezone"


class Zone(NamedTuple):
    """A zone and what it is called."""

    name: str
    zone: tzinfo


def named(name: str) -> Zone | None:
    """Return the zone of an IANA name, or None where there is none."""
    from zoneinfo import ZoneInfo

    try:
        return Zone(name, ZoneInfo(name))
    except (KeyError, ValueError, OSError):
        return None


def machines() -> Zone:
    """Return the machine's own zone; where it has no name, what its clock is ahead of UTC now."""
    from datetime import UTC, datetime

    for name in _machine_names():
        found = named(name)
        if found is not None:
            return found
    offset = datetime.now().astimezone().tzinfo
    return Zone(f"{offset}", offset) if offset is not None else Zone("UTC", UTC)


def _machine_names() -> list[str]:
    found = [os.environ.get("TZ", "").removeprefix(":")]
    if not found[0]:
        try:
            with open(_WRITTEN, encoding="ascii") as file:
                found.append(file.read(100).strip())
        except (OSError, ValueError):
            pass
        path = os.path.realpath(_LOCAL)
        found.append(path.partition("zoneinfo/")[2])
    return [name for name in found if name]
