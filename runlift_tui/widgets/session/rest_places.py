"""Where the parts of a rest stand: the clock, and what comes next. No widgets here.

What comes next stands in one row of letters with its count, its load and the side that starts,
else above them: beside the right column, or under it where it is as wide as the window, or, before
a figure is given up, in two rows of letters.
"""

from textual.geometry import Region

from runlift_tui.widgets.large.glyphs import text_width
from runlift_tui.widgets.session.frame import (
    FIGURES_FROM,
    LETTERS,
    NOWHERE,
    Frame,
    Needs,
    PartPlaces,
    RightColumn,
    column_of,
    rows_of,
)

GAP = 3
"""Columns between what comes next and what belongs to it, at least."""
_CHIP = 22
"""Columns of a chip in a window that holds the least only."""
_BAR = 2
"""Rows of a bar beside the clock, with what is said of it."""
_WRAPPED = 16
"""Columns that wrapping may waste of a cue beside the clock."""


def resting(needs: Needs, frame: Frame) -> PartPlaces:
    """Return where everything stands in a rest."""
    if frame.low:
        return _low_rest(needs, frame)
    if not needs.name or is_one_line(needs, frame.full):
        return _rest(needs, frame, _columns(needs, frame, 0))
    column = _columns(needs, frame, LETTERS)
    if needs.name <= column.left:
        return _rest(needs, frame, column, needs.name)
    under = _columns(needs, frame, LETTERS, is_over=True)
    is_drawn = not needs.figure or bool(under.figure.area)
    if needs.name <= frame.full and is_drawn:
        return _rest(needs, frame, under, frame.full)
    broken = _broken_rest(needs, frame)
    if broken is not None:
        return broken
    if needs.name <= frame.full:
        return _rest(needs, frame, under, frame.full)
    return _rest(needs, frame, _columns(needs, frame, 0))


def is_one_line(needs: Needs, width: int) -> bool:
    """Whether what comes next and what belongs to it fit into one row of letters."""
    beside = GAP + needs.beside if needs.beside else 0
    return bool(needs.name) and needs.name + beside <= width


def _first(frame: Frame, letters: int) -> int:
    """Return the first row of the clock; letters above it end with half a row of air."""
    return frame.top + (1 + frame.tall if frame.tall or not letters else 0)


def _coming(frame: Frame) -> int:
    return frame.up(0, 7, 10, 11)


def _columns(needs: Needs, frame: Frame, letters: int, *, is_over: bool = False) -> RightColumn:
    """Return the right column of a rest, whose clock gives up so many rows to letters.

    Args:
        needs: Of the parts.
        frame: The window.
        letters: Rows of them above those of the count.
        is_over: Whether it ends above them.
    """
    first = _first(frame, letters)
    over = frame.heading.y + 2 if frame.tall else frame.strip.bottom
    ground = frame.up(0, 7, 15, 16)
    if is_over:
        ground = min(ground, _coming(frame) - letters)
    column = column_of(needs, frame, over, ground, first)
    if needs.cue > column.left and not (frame.tall or needs.cut):
        return column_of(needs, frame, over, frame.up(0, 9, 13, 14) - letters, first)
    return column


def _rest(needs: Needs, frame: Frame, column: RightColumn, called: int = 0) -> PartPlaces:
    """Return a rest with what comes next in a row of its own, so wide; 0 for none."""
    letters = LETTERS if called else 0
    first, coming = _first(frame, letters), _coming(frame)
    end, bar = frame.up(0, 11, 15, 17) - letters, frame.up(0, 10, 14, 15) - letters
    next_ = coming - letters - 1
    ends = max(column.figure.bottom, column.how.bottom)
    beside = {y: column.left if y < ends else frame.full for y in (bar, bar + 1, next_)}
    if not frame.tall:
        beside = dict.fromkeys(beside, column.left)
    wide = beside[bar + 1]
    rows = 1
    if needs.cue > wide:
        if frame.tall:
            rows = 2
        elif not needs.cut:
            wide = frame.full
    return PartPlaces(
        strip=frame.strip,
        heading=frame.row(frame.heading.y, frame.heading.height, width=column.left),
        number=frame.row(first, rows_of(needs.big, end - first, column.left), width=column.left),
        figure=column.figure,
        how=column.how,
        bar=frame.row(bar, width=beside[bar]),
        cue=frame.row(bar + 1, rows, width=wide),
        next=frame.row(next_, width=beside[next_]),
        called=frame.row(coming - letters, letters, width=called) if called else NOWHERE,
        coming=frame.row(coming, LETTERS + 1),
        values=frame.row(frame.up(0, 3, 5, 6), 1 + needs.noted),
        keys=frame.keys(),
    )


def _broken_rest(needs: Needs, frame: Frame) -> PartPlaces | None:
    """Return a rest with what comes next in two rows of letters, beside the right column.

    The cue and the bar stand beside the clock then. None where the cue has no room there, or the
    figure has none.
    """
    coming = _coming(frame)
    next_ = coming - 2 * LETTERS - 1
    over = frame.heading.y + 2 if frame.tall else frame.strip.bottom
    column = column_of(needs, frame, over, frame.up(0, 7, 15, 16), frame.top)
    rows = rows_of(needs.big, next_ - 1 - frame.top, column.left)
    taken = text_width(needs.big, rows) + GAP
    x, wide = frame.pad + taken, max(0, column.left - taken)
    cue = Region(x, frame.top, wide, max(0, rows - _BAR))
    is_drawn = not needs.figure or column.figure.area or frame.width < FIGURES_FROM
    if not is_drawn or not 0 < needs.broken <= column.left or rows <= _BAR:
        return None
    if needs.cue > max(0, cue.area - _WRAPPED) and not needs.cut:
        return None
    return PartPlaces(
        strip=frame.strip,
        heading=frame.row(frame.heading.y, frame.heading.height, width=column.left),
        number=frame.row(frame.top, rows, width=taken - GAP),
        figure=column.figure,
        how=column.how,
        bar=Region(x, cue.bottom, wide, _BAR),
        cue=cue,
        next=frame.row(next_, width=column.left),
        called=frame.row(next_ + 1, 2 * LETTERS, width=column.left),
        coming=frame.row(coming, LETTERS + 1),
        values=frame.row(frame.up(0, 3, 5, 6), 1 + needs.noted),
        keys=frame.keys(),
    )


def _low_rest(needs: Needs, frame: Frame) -> PartPlaces:
    """Return a rest in a window that holds the least only."""
    first, end = frame.strip.bottom + 1, frame.height - 8
    chip = frame.row(frame.strip.bottom, width=_CHIP)
    return PartPlaces(
        strip=frame.strip,
        chips=chip,
        cue=Region(chip.right, chip.y, frame.full - _CHIP, 1),
        number=frame.row(first, rows_of(needs.big, end - first, frame.full)),
        bar=frame.row(end),
        coming=frame.row(end + 1, LETTERS + 1),
        values=frame.row(frame.height - 3, 1 + needs.noted),
        keys=frame.keys(),
    )
