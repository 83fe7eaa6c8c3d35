"""Does more rest before the fast set help this athlete? Snap against the rest really taken.

Our own rule: rests a minute longer or shorter are compared after six sessions each, and told apart
only by a whole step of the rating that chance alone would seldom make. `make simulate` prints how
often that speaks without an effect.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from runlift_tui.core.history.past import PastSession
from runlift_tui.core.lists.charts import Spread, SpreadChart
from runlift_tui.core.lists.tables import Column
from runlift_tui.core.progress import permutation
from runlift_tui.core.progress.sections import Drawn, Section, SectionLine, bar
from runlift_tui.core.words.text import plural

ENOUGH = 6
"""Sessions that a bin needs before it is compared."""
_LEAST_APART = 1.0
"""Steps of the rating, 1 to 5."""
_SELDOM = 0.0075
"""How often chance may part rests as far, all comparisons of a look together.

Far below 1 in 20, as an athlete looks again after every session: so that of 100 who do, over years
and without an effect, at most five are ever told of one.
"""
_EDGES_S = (120, 180, 240, 300)


class Bin(NamedTuple):
    """Rests of about the same length."""

    name: str
    """In minutes: "2-3", "5+"."""
    snaps: tuple[float, ...]
    """The median snap of each session, oldest first."""

    @property
    def missing(self) -> int:
        """How many sessions more it needs before it is compared."""
        return max(0, ENOUGH - len(self.snaps))

    @property
    def recent(self) -> tuple[float, ...]:
        """The sessions that are compared."""
        return self.snaps[-permutation.MOST :]

    @property
    def median(self) -> float | None:
        """The median of those sessions' snaps, 1 to 5; None without one."""
        return middle(self.recent) if self.snaps else None


class PrimingFinding(NamedTuple):
    """What the rests came to."""

    bins: tuple[Bin, ...]
    best: str
    """Name of the bin that felt faster than the next one; empty where none can be told apart."""
    sentence: str


def finding(sessions: Iterable[PastSession]) -> PrimingFinding:
    """Return what the rests before fast sets came to, for sessions given oldest first."""
    bins = _bins(sessions)
    ready = [each for each in bins if not each.missing]
    if len(ready) < 2:
        return PrimingFinding(bins, "", _too_few(bins))
    found = told_apart(ready)
    if found is None:
        counts = ", ".join(f"{len(each.recent)} at {each.name} min" for each in ready)
        return PrimingFinding(bins, "", f"no clear difference in {counts}")
    fast, slow = found
    snaps = f"{fast.median:g} of {_BEST_SNAP} against {slow.median:g}"
    said = f"{fast.name} min felt faster than {slow.name}, {snaps}; days differ too"
    return PrimingFinding(bins, fast.name, said)


def _too_few(bins: Sequence[Bin]) -> str:
    """Return how many sessions the two rests that need the fewest still need."""
    nearest = sorted(bins, key=lambda each: each.missing)[:2]
    begun = [each for each in bins if each in nearest and each.snaps]
    if not begun:
        return f"too few yet: two rests need {ENOUGH} rated sessions each"
    parts = [f"{each.missing} more at {each.name} min" for each in begun if each.missing]
    if len(begun) == 1:
        parts.append(f"{ENOUGH} at another rest")
    return f"too few yet: {' and '.join(parts)}"


def told_apart(ready: Sequence[Bin]) -> tuple[Bin, Bin] | None:
    """Return the neighbours that differ most, the faster one first; None where chance may do it.

    Args:
        ready: Bins with sessions enough, the shortest rest first.
    """
    pairs = list(pairwise(ready))
    found = [pair for pair in pairs if _is_real(*pair, seldom=_SELDOM / len(pairs))]
    if not found:
        return None
    one, other = max(found, key=lambda pair: _apart(*pair))
    return (one, other) if (one.median or 0) > (other.median or 0) else (other, one)


def _is_real(one: Bin, other: Bin, *, seldom: float) -> bool:
    if _apart(one, other) < _LEAST_APART:
        return False
    halves = ([round(2 * snap) for snap in each.recent] for each in (one, other))
    return permutation.p_value(*halves) < seldom


def _apart(one: Bin, other: Bin) -> float:
    return abs((one.median or 0.0) - (other.median or 0.0))


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

_RULE = "A difference counts from one whole point on: our own rule."
_NOTES = (
    "The rest that was really taken before the fast set, against your own rating of how fast it "
    "felt, 1 to 5: the middle of each session's, which counts in every rest that it had. Rests "
    "next to each other are compared after "
    f"{ENOUGH} sessions each, by the last {permutation.MOST}; a difference counts from a whole "
    "point on, where chance alone would seldom make it: our own rule.",
    "You chose these rests, so the days differ too, and an effect is hard to tell from that of "
    "a thorough warm-up (Xu et al. 2025 Sports Med 55:977-1008).",
)


def priming_section(sessions: Sequence[PastSession]) -> Section:
    """Return the bins of rests, for sessions given oldest first."""
    found = finding(sessions)
    return Section(
        name="rests",
        says=found.sentence,
        columns=_COLUMNS,
        lines=tuple(_line(each, found.best) for each in found.bins),
        notes=_NOTES,
        drawn=_drawn(found),
    )


def _drawn(found: PrimingFinding) -> tuple[Drawn, ...]:
    """Return how the snaps of each rest spread; nothing where none was rated."""
    if not any(each.snaps for each in found.bins):
        return ()
    chart = SpreadChart(tuple(_spread(each, found.best) for each in found.bins), 1, _BEST_SNAP)
    title = "snap, how fast it felt (1-5), by rest: ━ middle half, ● middle session"
    return (Drawn("snap", title, chart, lambda _: _RULE),)


def _spread(each: Bin, best: str) -> Spread:
    older = len(each.recent) < len(each.snaps)
    count = (
        f"last {len(each.recent)} of {len(each.snaps)}"
        if older
        else plural(len(each.recent), "session")
    )
    enough = f"{len(each.snaps)} of {ENOUGH} sessions" if each.missing else count
    if each.median is None:
        return Spread(f"{each.name} min", note=enough)
    ordered = sorted(each.recent)
    half = (len(ordered) + 1) // 2
    return Spread(
        f"{each.name} min",
        middle(ordered[:half]),
        each.median,
        middle(ordered[-half:]),
        f"{each.median:g}   {enough}",
        each.name == best,
    )


def _line(each: Bin, best: str) -> SectionLine:
    said = f"{plural(each.missing, 'rated session')} missing" if each.missing else ""
    if each.name == best:
        said = "felt faster"
    median = each.median
    cells = (
        f"{each.name} min",
        f"{len(each.snaps)}",
        "–" if median is None else f"{median:g}",
        said,
    )
    return SectionLine(cells, bar(median or 0.0, _BEST_SNAP, _BAR))
