"""Where the parts of the session screen stand in a window of any size. No widgets here.

What goes first where it is short: empty rows, what was before, the cue, the bar, the figure, the
letters beside the number, those of the heading. Number or clock, values and keys go never.
"""

from functools import lru_cache

from msgspec import Struct, structs
from textual.geometry import Region

from runlift_tui.core.face.shapes import Scene
from runlift_tui.widgets.large.glyphs import gap_for, text_width
from runlift_tui.widgets.large.lettering import lettered_width, rows_for

NOWHERE = Region()
SMALL_FIGURE, LARGE_FIGURE = (28, 16), (44, 24)
"""Columns and rows of a figure."""
MOST_ROWS = 30
"""Higher than this a number is no easier to read."""
LEAST_ROWS = 3
_LETTERS = 3
_CHIP = 22
"""Columns of a chip in a window that holds the least only."""
_LONGEST_SIDE = "RIGHT"
_SIDE_SHARE = 0.56
"""How much of the rows of a lead-in is the side's."""
_BESIDE = 40
"""Columns that words in letters take beside a number at least: `RIGHT FIRST`."""
_BESIDE_IN_CELLS = 20
_BESIDE_HOW = 1
"""A column more between words and words than between words and a figure."""
_WIDE, _BROAD = 100, 140
"""Columns from which there are two columns of words, and three."""
_TALL, _HIGH, _SHORT = 32, 40, 22
"""Rows from which there is air, more air, and room for more than the least."""
_FIGURES_FROM, _LARGE_FROM = 80, 136
"""Columns from which there is a small figure, and between the margins a large one."""
_LEAST_BEFORE, _NOTE_AIR = 28, 8
"""Columns of what was before at the least, and those that wrapping may waste in a note's row."""
_BEFORE = 63
"""Column from which what was before stands, or later where the number reaches further."""


class Needs(Struct, frozen=True):
    """What the places depend on beside the window's size."""

    scene: Scene = Scene.WORK
    big: str = ""
    """The number, as wide as it may become."""
    word: str = ""
    """A side that is drawn as large as it fits; in a hold what stands under it: `ON TOP`."""
    lead: str = ""
    """What stands in letters in front of a number."""
    alarm: bool = False
    """Whether something is not saved."""
    noted: bool = False
    """Whether there are notes without values, or on the set that was done."""
    notes: int = 0
    """Columns that notes under the values would take in one row."""
    before: int = 0
    """Columns of the longest line of what was before."""
    cue: int = 0
    """Columns of the cue, or of what stands in its place: others give way before it is cut."""
    figure: int = 0
    """Rows of the small figure; 0 where none is drawn."""
    bare: bool = False
    """Whether no load stands in letters under a number: the words beside it may go on there."""


class PartPlaces(Struct, frozen=True, kw_only=True):
    """A region for every part; one without cells for a part that has no place."""

    strip: Region
    heading: Region = NOWHERE
    chips: Region = NOWHERE
    word: Region = NOWHERE
    lead: Region = NOWHERE
    number: Region = NOWHERE
    beside: Region = NOWHERE
    under: Region = NOWHERE
    question: Region = NOWHERE
    figure: Region = NOWHERE
    how: Region = NOWHERE
    bar: Region = NOWHERE
    cue: Region = NOWHERE
    clock: Region = NOWHERE
    next: Region = NOWHERE
    coming: Region = NOWHERE
    values: Region = NOWHERE
    before: Region = NOWHERE
    keys: Region


class _Frame(Struct, frozen=True):
    """The window, and the parts that every scene has."""

    width: int
    height: int
    pad: int
    strip: Region
    heading: Region
    chips: int
    """The row of the chips; of a rest, which has none, the first one under the heading."""
    top: int
    """The first row under them."""

    @property
    def full(self) -> int:
        """Columns between the margins."""
        return self.width - 2 * self.pad

    @property
    def low(self) -> bool:
        """Whether there is room for the least only."""
        return is_low(self.height)

    @property
    def tall(self) -> bool:
        """Whether there is air."""
        return self.height >= _TALL

    @property
    def high(self) -> bool:
        """Whether there is more of it."""
        return self.height >= _HIGH

    def up(self, low: int, short: int, tall: int, high: int) -> int:
        """Return the row that is so many above the end of a window of its height."""
        by = low if self.low else high if self.high else tall if self.tall else short
        return self.height - by

    def row(self, y: int, rows: int = 1, *, width: int | None = None) -> Region:
        """Return a region from the left margin on, over the whole width or some of it."""
        return Region(self.pad, y, self.full if width is None else width, max(0, rows))

    def keys(self) -> Region:
        """Return the last line."""
        return self.row(self.up(1, 1, 2, 3))


@lru_cache(maxsize=32)
def places(needs: Needs, width: int, height: int) -> PartPlaces:
    """Return where everything stands in a window of so many cells, at least 60 by 16."""
    frame = _frame(needs, width, height)
    match needs.scene:
        case Scene.REST:
            return _rest(needs, frame)
        case Scene.LEAD_IN if not frame.low:
            return _lead_in(needs, frame)
        case Scene.LEAD_IN | Scene.HOLD:
            return _hold(needs, frame)
    return _work(needs, frame)


def is_low(height: int) -> bool:
    """Whether a window of so many rows holds the least only."""
    return height < _SHORT


def heading_rows(width: int, height: int) -> int:
    """Return the rows of the heading's letters in a window of so many cells."""
    return 5 if width >= _BROAD and height >= _HIGH else _LETTERS


def _frame(needs: Needs, width: int, height: int) -> _Frame:
    pad = 1 if width < _WIDE else 3 if width < _BROAD else 6
    low, tall, resting = is_low(height), height >= _TALL, needs.scene is Scene.REST
    alarm = 0 if not needs.alarm else 1 if low else 3
    # Where there is no air, what is out of the ordinary stands in the strip's place.
    strip = Region(pad, int(tall), width - 2 * pad, 1 + max(1, alarm) if tall else max(1, alarm))
    letters = 0 if low and resting else heading_rows(width, height)
    heading = Region(pad, strip.bottom, strip.width, letters)
    chips = heading.bottom + int(tall and not resting)
    return _Frame(width, height, pad, strip, heading, chips, chips + int(not resting))


class _Column(Struct, frozen=True):
    """The right column: a figure or words, and what it leaves to the others."""

    left: int
    """Columns between the left margin and it."""
    figure: Region = NOWHERE
    how: Region = NOWHERE


def _column(needs: Needs, frame: _Frame, top: int, end: int, words: int) -> _Column:
    """Return the right column from a row to another one (exclusive), its words from a third."""
    if frame.width < _FIGURES_FROM:
        return _Column(frame.full)
    large = frame.full >= _LARGE_FROM and end - top >= LARGE_FIGURE[1]
    wide, most = LARGE_FIGURE if large else SMALL_FIGURE
    x = frame.width - frame.pad - wide
    left = x - frame.pad - 1
    rows = most if large else needs.figure
    if needs.figure and end - top >= rows:
        return _Column(left, figure=Region(x, end - rows, wide, rows))
    return _Column(left - _BESIDE_HOW, how=Region(x, words, wide, max(0, end - words)))


def _work(needs: Needs, frame: _Frame) -> PartPlaces:
    cue, end = frame.up(4, 4, 10, 9), frame.up(4, 4, 11, 10)
    above = 3 if frame.high else 2 if frame.tall else 1
    below = 2 if frame.high else int(not frame.low)
    first = frame.top + above
    column = _column(needs, frame, frame.chips + 2 * frame.tall, end, first)
    under = frame.up(3, 3, 8, 7)
    rows = frame.keys().y - 1 - under if frame.tall else 1 + needs.noted
    values = frame.row(under, rows)
    clock = 13 if frame.width >= _WIDE else 5
    if needs.cue > frame.full - clock - 1:
        clock = 0
    found = PartPlaces(
        strip=frame.strip,
        heading=frame.heading,
        chips=_chips(frame, column),
        figure=column.figure,
        how=column.how,
        cue=frame.row(cue, width=frame.full - clock - bool(clock)),
        clock=Region(frame.pad + frame.full - clock, cue, clock, 1),
        values=values,
        keys=frame.keys(),
    )
    beside = _rows_of(needs.big, end - below - first, column.left - _BESIDE)
    room = end - first - 1 - 2 * _LETTERS
    under = _rows_of(needs.big, room, column.left - _BESIDE_IN_CELLS)
    if frame.low or beside >= under:
        found = _abreast(found, needs, frame, column, first, beside)
    else:
        found = _over(found, needs, frame, column, first, under)
    if frame.tall and frame.width >= _WIDE and not needs.noted:
        x = max(found.beside.x, _BEFORE)
        if needs.notes > (x - frame.pad - 3 - _NOTE_AIR) * (values.height - 1):
            # What was before goes to the right as far as it can, before a note is cut.
            x = max(x, frame.width - frame.pad - max(_LEAST_BEFORE, needs.before))
        before = Region(x, values.y, frame.width - frame.pad - x, values.height)
        found = structs.replace(
            found, before=before, values=frame.row(values.y, values.height, width=x - frame.pad - 3)
        )
    return found


def _chips(frame: _Frame, column: _Column) -> Region:
    beside = column.figure.height and column.figure.y <= frame.chips
    return frame.row(frame.chips, width=column.left if beside else frame.full)


def _abreast(
    found: PartPlaces, needs: Needs, frame: _Frame, column: _Column, y: int, rows: int
) -> PartPlaces:
    """Return the places with the words beside the number."""
    wide = text_width(needs.big, rows)
    x = frame.pad + wide + max(3, 2 * rows // 5)
    beside = Region(x, y, max(0, frame.pad + column.left - x), rows)
    return structs.replace(found, number=frame.row(y, rows, width=wide), beside=beside)


def _over(
    found: PartPlaces, needs: Needs, frame: _Frame, column: _Column, y: int, rows: int
) -> PartPlaces:
    """Return the places with what is said in letters under the number."""
    wide = text_width(needs.big, rows)
    x = frame.pad + wide + gap_for(rows)
    free = needs.bare * _LETTERS
    under = y + rows + 1 + free
    return structs.replace(
        found,
        number=frame.row(y, rows, width=wide),
        beside=Region(x, y, max(0, frame.pad + column.left - x), rows + 1 + free),
        under=frame.row(under, 2 * _LETTERS - free, width=column.left),
    )


def _rest(needs: Needs, frame: _Frame) -> PartPlaces:
    if frame.low:
        return _low_rest(needs, frame)
    first = frame.top + 1 + frame.tall
    end, ground = frame.up(0, 11, 15, 17), frame.up(0, 7, 15, 16)
    over = frame.heading.y + 2 if frame.tall else frame.strip.bottom
    bar, next_ = frame.up(0, 10, 14, 15), frame.up(0, 8, 11, 12)
    column = _column(needs, frame, over, ground, first)
    if needs.cue > column.left and not frame.tall:
        column = _column(needs, frame, over, bar + 1, first)
    rows = _rows_of(needs.big, end - first, column.left)
    beside = frame.full if frame.tall else column.left
    return PartPlaces(
        strip=frame.strip,
        heading=frame.row(frame.heading.y, frame.heading.height, width=column.left),
        number=frame.row(first, rows, width=column.left),
        figure=column.figure,
        how=column.how,
        bar=frame.row(bar, width=beside),
        cue=frame.row(bar + 1, width=beside if needs.cue <= beside else frame.full),
        next=frame.row(next_, width=beside),
        coming=frame.row(next_ + 1, _LETTERS + 1),
        values=frame.row(frame.up(0, 3, 5, 6), 1 + needs.noted),
        keys=frame.keys(),
    )


def _low_rest(needs: Needs, frame: _Frame) -> PartPlaces:
    """Return a rest in a window that holds the least only."""
    first, end = frame.strip.bottom + 1, frame.height - 8
    chip = frame.row(frame.strip.bottom, width=_CHIP)
    return PartPlaces(
        strip=frame.strip,
        chips=chip,
        cue=Region(chip.right, chip.y, frame.full - _CHIP, 1),
        number=frame.row(first, _rows_of(needs.big, end - first, frame.full)),
        bar=frame.row(end),
        coming=frame.row(end + 1, _LETTERS + 1),
        values=frame.row(frame.height - 3, 1 + needs.noted),
        keys=frame.keys(),
    )


def _lead_in(needs: Needs, frame: _Frame) -> PartPlaces:
    bar, cue = frame.up(0, 4, 7, 7), frame.up(0, 3, 5, 5)
    if needs.cue > frame.full and not frame.tall:
        bar, cue = bar - 1, cue - 1
    end, first = frame.up(0, 4, 8, 8), frame.top + 1
    ground = end - (2 if frame.high else 1 if frame.tall else 0)
    column = _column(needs, frame, frame.chips + 2 * frame.tall, ground, first)
    rows = end - frame.top - (2 if frame.tall else 3)
    side = _rows_of(_LONGEST_SIDE, round(_SIDE_SHARE * rows), column.left) if needs.word else 0
    below = first + side + 1 if side else first
    letters = rows_for(needs.lead, column.left, heading_rows(frame.width, frame.height))
    lead = frame.row(below, letters, width=lettered_width(needs.lead, letters or _LETTERS))
    x = lead.right + (2 if lead.width else 0)
    left = frame.pad + column.left - x
    number = _rows_of(needs.big, rows - side if side else rows, left)
    return PartPlaces(
        strip=frame.strip,
        heading=frame.heading,
        chips=_chips(frame, column),
        word=frame.row(first, side, width=column.left),
        # On one line with the number, as words and figures stand on one anywhere.
        lead=lead.translate((0, max(0, number - lead.height))),
        number=Region(x, below, left, number),
        figure=column.figure,
        how=column.how,
        bar=frame.row(bar, width=column.left),
        cue=frame.row(cue, 2),
        keys=frame.keys(),
    )


def _hold(needs: Needs, frame: _Frame) -> PartPlaces:
    first, end = frame.top + 1, frame.up(3, 8, 9, 10)
    ground = frame.up(3, 4, 9, 10)
    column = _column(needs, frame, frame.chips + 2 * frame.tall, ground, first)
    words = _BESIDE_IN_CELLS + 10 * frame.tall
    words = max(words, lettered_width(needs.word, _LETTERS) + 3)
    rows = _rows_of(needs.big, end - first, column.left - words)
    wide = text_width(needs.big, rows)
    x = frame.pad + wide + max(3, gap_for(rows))
    air = 3 if frame.tall else 1
    below = max(rows, end - first) if needs.word else rows
    return PartPlaces(
        strip=frame.strip,
        heading=frame.heading,
        chips=_chips(frame, column),
        number=frame.row(first, rows, width=wide),
        beside=Region(x, first + air, max(0, frame.pad + column.left - x), max(0, below - air)),
        figure=column.figure,
        how=column.how,
        bar=NOWHERE if frame.low else frame.row(frame.up(0, 5, 8, 9), width=column.left),
        cue=frame.row(frame.up(3, 3, 6, 7), 2 if needs.cue > frame.full else 1),
        keys=frame.keys(),
    )


def _rows_of(text: str, most: int, width: int) -> int:
    """Return the rows of the largest glyphs in which a text fits; 1 where it stands in cells."""
    for rows in range(min(MOST_ROWS, most), LEAST_ROWS - 1, -1):
        if text_width(text, rows) <= width:
            return rows
    return 1
