"""Races as rows: what was run, what it comes to as a 5K, and what became of the first one."""

from runlift_tui.core.days import day_text
from runlift_tui.core.distance import distance_text, time_text
from runlift_tui.core.five_k import FiveK, change, change_words
from runlift_tui.core.units import Distance

HEADING = f"{'day':<15}  {'race':>9}  {'time':>9}  {'5K':>11}  since the first"


def five_k_words(found: FiveK, first: FiveK, unit: Distance) -> tuple[str, str]:
    """Return a race in columns, and what is to be known of its time."""
    since = "" if found == first else change_words(change(first, found))
    text = (
        f"{day_text(found.day):<15}  {distance_text(found.metres, unit):>9}  "
        f"{time_text(found.raced_s):>9}  {found.words:>11}  {since}"
    )
    return text.rstrip(), "an estimate" if found.is_estimate else ""
