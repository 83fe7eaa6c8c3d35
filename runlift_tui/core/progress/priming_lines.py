"""What the rests before fast sets came to, as a section of the page that looks back."""

from collections.abc import Sequence

from runlift_tui.core.history.past import PastSession
from runlift_tui.core.lists.sections import Line, Section, bar, plural
from runlift_tui.core.lists.tables import Column
from runlift_tui.core.progress.priming import ENOUGH, Bin, finding

_COLUMNS = (
    Column("rest", width=7),
    Column("sessions", number=True),
    Column("snap", number=True, width=4),
    Column("", width=23),
)
_BAR, _BEST_SNAP = 25, 5
_NOTES = (
    "The rest that was really taken before the fast set, against your own rating of how fast it "
    f"felt, 1 to 5: the middle of each session's. Two rests are compared after {ENOUGH} sessions "
    "each, and a difference within your own variation is none: our own rule.",
    "A thorough warm-up explains part of any effect (Xu et al. 2025, Sports Med).",
)


def priming_section(sessions: Sequence[PastSession]) -> Section:
    """Return the bins of rests, for sessions given oldest first."""
    found = finding(sessions)
    return Section(
        name="priming",
        says=found.sentence,
        columns=_COLUMNS,
        lines=tuple(_line(each, found.best) for each in found.bins),
        notes=_NOTES,
    )


def _line(each: Bin, best: str) -> Line:
    missing = ENOUGH - len(each.snaps)
    said = f"{plural(missing, 'rated session')} missing" if missing > 0 else ""
    if each.name == best:
        said = "felt fastest"
    median = each.median
    cells = (
        f"{each.name} min",
        f"{len(each.snaps)}",
        "–" if median is None else f"{median:g}",
        said,
    )
    return Line(cells, bar(median or 0.0, _BEST_SNAP, _BAR))
