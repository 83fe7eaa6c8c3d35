"""Races as rows: what was run, what it comes to as a 5K, and what became of the first one."""

from runlift_tui.core.runs.five_k import FiveK, change, change_words
from runlift_tui.core.words.days import day_text
from runlift_tui.core.words.distance import distance_text, time_text
from runlift_tui.core.words.units import Distance

HEADING = f"{'day':<15}  {'5K':>11}  since the first"


def five_k_words(found: FiveK, first: FiveK, unit: Distance) -> tuple[str, str]:
    """Return a race in columns, and what was run: "10.00 km in 41:12"."""
    since = "" if found == first else change_words(change(first, found))
    text = f"{day_text(found.day):<15}  {found.words:>11}  {since}"
    raced = f"{distance_text(found.metres, unit)} in {time_text(found.raced_s)}"
    return text.rstrip(), raced if found.is_estimate else ""
