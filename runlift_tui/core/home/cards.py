"""What a large window has room for at home: minutes a week as bars, the 5K as points."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from runlift_tui.core.words.days import MONTHS
from runlift_tui.core.words.units import time_text

if TYPE_CHECKING:
    from runlift_tui.core.progress.weeks import Week
    from runlift_tui.core.runs.five_k import FiveK

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_LABEL = 4
"""Columns of the figures beside the bars, and of their gap."""
_STEP = 3
"""Columns of a week: its bar, and the gap behind it."""
_TIME = 7
_DAYS = 14
"""Columns that the first and the last month take."""
_LEAST = 4
"""Rows below which a drawing tells nothing."""


def bars(weeks: Sequence["Week"], width: int, height: int) -> list[str]:
    """Return the minutes of the last weeks as bars from zero, the newest at the right.

    Args:
        weeks: Oldest first.
        width: Columns that there are.
        height: Rows that there are, those of the months included.
    """
    if width < _LABEL + 1 + _STEP:
        return []
    shown = weeks[-((width - _LABEL - 1) // _STEP) :]
    most = max((week.minutes for week in shown), default=0)
    rows = height - 1
    if not most or rows < _LEAST:
        return []
    top = -(-most // 10) * 10
    lines = []
    for row in range(rows):
        filled = (_EIGHTHS[_eighths(week.minutes, top, rows, row)] for week in shown)
        label = f"{top}" if row == 0 else "0" if row == rows - 1 else ""
        lines.append(f"{label:>{_LABEL}} " + "".join(f"{bar}{bar} " for bar in filled))
    return [line.rstrip() for line in (*lines, _months([week.monday for week in shown], width))]


def _eighths(minutes: int, top: int, rows: int, row: int) -> int:
    """Return how many eighths of a cell are filled, in a row from the top."""
    whole = round(8 * rows * minutes / top)
    return max(0, min(8, whole - 8 * (rows - 1 - row)))


def _months(mondays: Sequence[date], width: int) -> str:
    """Return the names of the months under the first week of each that has room for it."""
    line, month = " " * (_LABEL + 1), 0
    for number, monday in enumerate(mondays):
        at = _LABEL + 1 + _STEP * number
        if monday.month != month and len(line) <= at <= width - _STEP:
            line = f"{line:<{at}}{MONTHS[monday.month - 1]} "
        month = monday.month
    return line


def points(fives: Sequence["FiveK"], width: int, height: int) -> list[str]:
    """Return 5Ks over time, the faster the lower; ◆ is one from another distance.

    Args:
        fives: Oldest first.
        width: Columns that there are.
        height: Rows that there are, that of the days included.
    """
    rows, columns = height - 1, width - _TIME - 1
    if len(fives) < 2 or rows < _LEAST or columns < _DAYS:
        return []
    first, last = fives[0].day, fives[-1].day
    slow = max(each.seconds for each in fives)
    fast = min(each.seconds for each in fives)
    days, span = max(1, (last - first).days), max(1.0, slow - fast)
    drawn = [[" "] * columns for _ in range(rows)]
    for each in fives:
        x = (each.day - first).days * (columns - 1) // days
        y = round((slow - each.seconds) / span * (rows - 1))
        drawn[y][x] = "◆" if each.is_estimate else "●"
    labels = {0: time_text(round(slow)), rows - 1: time_text(round(fast))}
    lines = [f"{labels.get(y, ''):>{_TIME}} {''.join(row)}" for y, row in enumerate(drawn)]
    began, ends = (f"{MONTHS[day.month - 1]} {day.year % 100:02}" for day in (first, last))
    lines.append(f"{'':{_TIME}} {began}{ends:>{columns - len(began)}}")
    return [line.rstrip() for line in lines]
