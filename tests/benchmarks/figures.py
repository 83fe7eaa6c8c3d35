"""A figure and its limit, and the table of them."""

import math
import statistics
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple


class Rule(StrEnum):
    """How a figure is held against its limit."""

    TIMES = "times"
    """At most so many times the limit."""
    PLUS = "plus"
    """At most so much more than the limit."""
    MOST = "most"
    """At most so much, whatever else was measured."""
    TOLD = "told"
    """Told for what it is worth; nothing is asked of it."""


class Figure(NamedTuple):
    """One line of the table."""

    what: str
    ours: float
    """NaN where it could not be measured."""
    limit: float
    """The same thing done by the least program that does it; NaN where there is none."""
    unit: str
    allowed: float = math.nan
    rule: Rule = Rule.TIMES

    @property
    def ratio(self) -> float:
        """How many times the limit it is; NaN where there is no limit, or where that is 0."""
        return self.ours / self.limit if self.limit else math.nan

    @property
    def verdict(self) -> str:
        """`ok`, `OVER`, `?` for what could not be measured, nothing where nothing is asked."""
        if self.rule is Rule.TOLD:
            return ""
        held = {
            Rule.TIMES: self.ratio,
            Rule.PLUS: self.ours - self.limit,
            Rule.MOST: self.ours,
        }[self.rule]
        if math.isnan(held):
            return "?"
        return "ok" if held <= self.allowed else "OVER"


HEAD = ("what", "ours", "limit", "unit", "ratio", "allowed", "")


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as one aligned table."""
    rows = [HEAD, *(_cells(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = []
    for row in rows:
        cells = [
            cell.ljust(width) if column in (0, 3, 6) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def as_json(figures: Sequence[Figure]) -> list[dict[str, Any]]:
    """Return the figures as plain values; what is not a number is None."""
    return [
        {name: _plain(value) for name, value in figure._asdict().items()}
        | {"ratio": _plain(figure.ratio), "verdict": figure.verdict}
        for figure in figures
    ]


def _cells(figure: Figure) -> tuple[str, ...]:
    allowed = {
        Rule.TIMES: f"{figure.allowed:g} x",
        Rule.PLUS: f"+{figure.allowed:g} {figure.unit}",
        Rule.MOST: f"{figure.allowed:g} {figure.unit}",
        Rule.TOLD: "",
    }[figure.rule]
    if math.isnan(figure.allowed):
        allowed = ""
    ratio = "" if math.isnan(figure.ratio) else f"{figure.ratio:.2f}"
    return (
        figure.what,
        _shown(figure.ours),
        _shown(figure.limit),
        figure.unit,
        ratio,
        allowed,
        figure.verdict,
    )


def _shown(number: float) -> str:
    if math.isnan(number):
        return "-"
    return f"{number:.0f}" if number >= 1000 or number == 0 else f"{number:.3g}"


def _plain(value: object) -> object:
    return None if isinstance(value, float) and not math.isfinite(value) else value


def interleaved(
    measures: Mapping[str, Callable[[], float]], rounds: int, warm_up: int = 1
) -> dict[str, list[float]]:
    """Return what each measure gave, round by round.

    All of them take their turn in every round, so that a machine that gets slower slows them all;
    who is first changes from round to round.

    Args:
        measures: Name -> what gives one number.
        rounds: How many count.
        warm_up: How many rounds go before, for caches, and do not count.
    """
    found: dict[str, list[float]] = {name: [] for name in measures}
    names = list(measures)
    for number in range(-warm_up, rounds):
        first = number % len(names)
        for name in names[first:] + names[:first]:
            value = measures[name]()
            if number >= 0:
                found[name].append(value)
    return found


def median(numbers: Sequence[float]) -> float:
    """Return the middle one, or NaN of nothing."""
    return statistics.median(numbers) if numbers else math.nan


def percentile(numbers: Sequence[float], share: int) -> float:
    """Return the number that `share` in a hundred do not exceed, or NaN of nothing."""
    if not numbers:
        return math.nan
    ordered = sorted(numbers)
    return ordered[max(0, math.ceil(len(ordered) * share / 100) - 1)]
