"""Which records are of one outing: two devices, two formats, or a run that was noted by hand."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

LONGEST_S = 86_400
_NEAR = 0.03
"""How far apart two figures of one outing may be, as a share of the larger one."""


class RunSpan(NamedTuple):
    """Where a run lies in time."""

    day: date
    begun: float | None
    """Seconds since the epoch; None where only the day is known."""
    metres: float | None
    seconds: float | None
    mark: str = ""
    """Its format and wall time; empty where it has none."""
    id: str = ""

    @property
    def ended(self) -> float:
        """When it ended, as far as its own time says."""
        return (self.begun or 0) + (self.seconds or 0)

    @property
    def size(self) -> tuple[float, float]:
        """By which the longer one of two is told, in time and then in distance."""
        return self.seconds or 0, self.metres or 0


def is_same(one: RunSpan, other: RunSpan) -> bool:
    """Whether two records are of one outing."""
    if one.mark and one.mark == other.mark:
        return one.begun is not None or _alike(one, other)
    if one.begun is None or other.begun is None:
        return one.day == other.day and _alike(one, other)
    if one.begun == other.begun:
        return True
    common = min(one.ended, other.ended) - max(one.begun, other.begun)
    shorter = min(one.seconds or 0, other.seconds or 0)
    if shorter == 0:
        # Of one without a time only its start can lie within the other.
        return common >= 0
    return common > shorter / 2


def _alike(one: RunSpan, other: RunSpan) -> bool:
    """Whether distance or time of two differ by less than three in a hundred."""
    pairs = ((one.metres, other.metres), (one.seconds, other.seconds))
    return any(a and b and abs(a - b) < _NEAR * max(a, b) for a, b in pairs)


class Outings:
    """Records of runs, to look up which of them is the same outing as another."""

    def __init__(self, spans: Iterable[RunSpan] = ()) -> None:
        self._starts: list[tuple[float, int]] = []
        self._days: dict[date, list[int]] = defaultdict(list)
        self._marks: dict[str, list[int]] = defaultdict(list)
        self._spans: list[RunSpan] = []
        for each in spans:
            self.add(each)

    def add(self, span: RunSpan) -> None:
        """Take a record in."""
        at = len(self._spans)
        self._spans.append(span)
        self._days[span.day].append(at)
        if span.mark:
            self._marks[span.mark].append(at)
        if span.begun is not None:
            insort(self._starts, (span.begun, at))

    def same(self, span: RunSpan) -> RunSpan | None:
        """Return a record of the same outing, or None."""
        return next((each for each in self._near(span) if is_same(span, each)), None)

    def place(self, span: RunSpan) -> int | None:
        """Return the place of such a record among those that were taken in."""
        found = self.same(span)
        return None if found is None else self._spans.index(found)

    def _near(self, span: RunSpan) -> Iterable[RunSpan]:
        for at in self._marks.get(span.mark, ()) if span.mark else ():
            yield self._spans[at]
        for at in self._days.get(span.day, ()):
            yield self._spans[at]
        if span.begun is None:
            return
        low = bisect_left(self._starts, (span.begun - LONGEST_S, -1))
        for begun, at in self._starts[low:]:
            if begun > span.ended:
                return
            yield self._spans[at]


def one_of_each(spans: Sequence[RunSpan]) -> tuple[dict[int, bool], dict[int, int]]:
    """Return which records of one file stay, and which overlap a longer one.

    Returns:
        Those that stay, by place, in order, with whether the file has the very same already;
        and of each that does not, the place of the one that stays.
    """
    outings, places = Outings(), list[int]()
    kept: dict[int, bool] = {}
    left_out: dict[int, int] = {}
    longest_first = sorted(range(len(spans)), key=lambda at: (spans[at].size, -at), reverse=True)
    for at in longest_first:
        span = spans[at]
        found = outings.place(span) if span.begun is not None else None
        if found is None:
            outings.add(span)
            places.append(at)
            kept[at] = False
        elif (other := spans[places[found]])[1:4] == span[1:4]:
            kept[at] = True
        else:
            left_out[at] = places[found]
            assert other.size >= span.size
    return dict(sorted(kept.items())), dict(sorted(left_out.items()))
