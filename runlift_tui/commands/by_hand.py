"""What is wrong with the settings that are written by hand, of whatever kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runlift_tui.core.settings.hand_written import Config


def faults_of(config: str, by_hand: Config, faults: Iterable[str]) -> tuple[str, ...]:
    """Return all that does not count of the file, a theme that there is none of with it.

    Args:
        config: The path of the file.
        by_hand: What was read of it.
        faults: What was wrong with that.
    """
    theme = by_hand.settings.get("theme", "")
    if not theme:
        return tuple(faults)
    from runlift_tui.looks import themes

    why_not = themes.why_not(theme)
    return (*faults, *((f"{config}: {why_not}",) if why_not else ()))
