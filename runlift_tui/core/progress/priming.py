"""Does more rest before the fast set help this athlete? Snap against the rest really taken.

Our own rule: bins of a minute are compared after three sessions each, and a difference below the
athlete's own variation is none.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from runlift_tui.core.history.past import PastSession
from runlift_tui.core.lists.tables import Column
from runlift_tui.core.progress.own_variation import LAST, variation
from runlift_tui.core.progress.sections import Section, SectionLine, bar
from runlift_tui.core.words.text import plural

ENOUGH = LAST
"""Sessions that a bin needs before it is compared."""
_EDGES_S = (120, 180, 240, 300)


class Bin(NamedTuple):
    """Rests of about the same length."""

    name: str
    """In minutes: "2-3", "5+"."""
    snaps: tuple[float, ...]
    """The median snap of each session, oldest first."""

    @property
    def ready(self) -> bool:
        """Whether there are sessions enough to compare it."""
        return len(self.snaps) >= ENOUGH

    @property
    def median(self) -> float | None:
        """The median of its sessions' snaps, 1 to 5; None without one."""
        return middle(self.snaps) if self.snaps else None


class PrimingFinding(NamedTuple):
    """What the rests came to."""

    bins: tuple[Bin, ...]
    best: str
    """Name of the bin that felt faster than another; empty where nothing can be told apart."""
    sentence: str


def finding(sessions: Iterable[PastSession]) -> PrimingFinding:
    """Return what the rests before fast sets came to, for sessions given oldest first."""
    bins = _bins(sessions)
    ready = [each for each in bins if each.ready]
    if len(ready) < 2:
        return PrimingFinding(bins, "", f"too few yet: two rests need {ENOUGH} rated sessions each")
    fast = max(ready, key=lambda each: each.median or 0.0)
    slow = min(ready, key=lambda each: each.median or 0.0)
    high, low = fast.median or 0.0, slow.median or 0.0
    own = max(variation(each.snaps) or 0.0 for each in (fast, slow))
    if low <= 0 or 100 * (high - low) / low <= own:
        return PrimingFinding(bins, "", "no clear difference")
    said = f"{fast.name} min felt faster than {slow.name} min: snap {high:g} against {low:g}"
    return PrimingFinding(bins, fast.name, said)


def middle(values: Sequence[float]) -> float:
    """Return the median of some values; `statistics` would pull in chance."""
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) / 2


def bin_of(rest_s: int) -> str:
    """Return the name of the bin that a rest falls into; empty for one under two minutes."""
    found = sum(rest_s >= edge for edge in _EDGES_S)
    return ("", *_names())[found]


def _names() -> tuple[str, ...]:
    minutes = [edge // 60 for edge in _EDGES_S]
    return (*(f"{low}-{low + 1}" for low in minutes[:-1]), f"{minutes[-1]}+")


def _bins(sessions: Iterable[PastSession]) -> tuple[Bin, ...]:
    held: dict[str, list[float]] = {name: [] for name in _names()}
    for session in sessions:
        felt: dict[str, list[int]] = {}
        for rest_s, snap in _pairs(session):
            felt.setdefault(bin_of(rest_s), []).append(snap)
        for name, snaps in felt.items():
            if name:
                held[name].append(middle(snaps))
    return tuple(Bin(name, tuple(snaps)) for name, snaps in held.items())


def _pairs(session: PastSession) -> list[tuple[int, int]]:
    """Return the rest in seconds before each rated fast set, with its snap."""
    rests = {
        (done.slot, done.round): done.rest_taken_s
        for done in session.done
        if done.rest_kind == "priming" and done.rest_taken_s is not None
    }
    return [
        (rest, done.snap)
        for done in session.done
        if done.half_of is not None and done.snap is not None and 1 <= done.snap <= 5
        if (rest := rests.get((done.half_of, done.round))) is not None
    ]


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
    "A thorough warm-up explains part of any effect (Xu et al. 2025 Sports Med 55:977-1008).",
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


def _line(each: Bin, best: str) -> SectionLine:
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
    return SectionLine(cells, bar(median or 0.0, _BEST_SNAP, _BAR))
