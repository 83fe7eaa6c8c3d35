"""The window of the session screen, and what its parts need of it. No widgets here."""

from msgspec import Struct
from textual.geometry import Region

from runlift_tui.core.face.shapes import Scene
from runlift_tui.widgets.large.glyphs import text_width

NOWHERE = Region()
SMALL_FIGURE, LARGE_FIGURE = (28, 16), (44, 24)
"""Columns and rows of a figure."""
MOST_ROWS = 30
"""Higher than this a number is no easier to read."""
LEAST_ROWS = 3
LETTERS = 3
"""Rows of the smaller letters."""
BESIDE_HOW = 1
"""A column more between words and words than between words and a figure."""
WIDE, _BROAD = 100, 140
"""Columns from which there are two columns of words, and three."""
_TALL, _HIGH, _SHORT = 32, 40, 22
"""Rows from which there is air, more air, and room for more than the least."""
FIGURES_FROM, LARGE_FROM = 80, 136
"""Columns from which there is a small figure, and between the margins a large one."""


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
    cut: bool = False
    """Whether the cue is shortened before a figure gives way to it."""
    figure: int = 0
    """Rows of the small figure; 0 where none is drawn."""
    bare: bool = False
    """Whether no load stands in letters under a number: the words beside it may go on there."""
    name: int = 0
    """In a rest, columns of the next exercise's call in letters; 0 where it has none."""
    broken: int = 0
    """Columns that it takes in two rows of letters; 0 where it is one word."""
    beside: int = 0
    """Columns in letters of what belongs to it: its count, its load, the side that starts."""
    count: str = ""
    """In a lead-in, how long the hold will be, in letters: `20 S`."""
    stands: int = 0
    """Columns of the word that says in letters that a hold stands still."""


class PartPlaces(Struct, frozen=True, kw_only=True):
    """A region for every part; one without cells for a part that has no place."""

    strip: Region
    heading: Region = NOWHERE
    chips: Region = NOWHERE
    word: Region = NOWHERE
    target: Region = NOWHERE
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
    called: Region = NOWHERE
    """What comes next, where its count, load and side have a row of letters of their own."""
    coming: Region = NOWHERE
    values: Region = NOWHERE
    before: Region = NOWHERE
    keys: Region


class Frame(Struct, frozen=True):
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


def is_low(height: int) -> bool:
    """Whether a window of so many rows holds the least only."""
    return height < _SHORT


def heading_rows(width: int, height: int) -> int:
    """Return the rows of the heading's letters in a window of so many cells."""
    return 5 if width >= _BROAD and height >= _HIGH else LETTERS


def frame_of(needs: Needs, width: int, height: int) -> Frame:
    """Return the frame of a window of so many cells."""
    pad = 1 if width < WIDE else 3 if width < _BROAD else 6
    low, tall, resting = is_low(height), height >= _TALL, needs.scene is Scene.REST
    alarm = 0 if not needs.alarm else 1 if low else 3
    # Where there is no air, what is out of the ordinary stands in the strip's place.
    strip = Region(pad, int(tall), width - 2 * pad, 1 + max(1, alarm) if tall else max(1, alarm))
    letters = 0 if low and resting else heading_rows(width, height)
    heading = Region(pad, strip.bottom, strip.width, letters)
    chips = heading.bottom + int(tall and not resting)
    return Frame(width, height, pad, strip, heading, chips, chips + int(not resting))


class RightColumn(Struct, frozen=True):
    """The right column: a figure or words, and what it leaves to the others."""

    left: int
    """Columns between the left margin and it."""
    figure: Region = NOWHERE
    how: Region = NOWHERE


def column_of(needs: Needs, frame: Frame, top: int, end: int, words: int) -> RightColumn:
    """Return the right column from a row to another one (exclusive), its words from a third."""
    if frame.width < FIGURES_FROM:
        return RightColumn(frame.full)
    large = frame.full >= LARGE_FROM and end - top >= LARGE_FIGURE[1]
    wide, most = LARGE_FIGURE if large else SMALL_FIGURE
    x = frame.width - frame.pad - wide
    left = x - frame.pad - 1
    rows = most if large else needs.figure
    if needs.figure and end - top >= rows:
        return RightColumn(left, figure=Region(x, end - rows, wide, rows))
    return RightColumn(left - BESIDE_HOW, how=Region(x, words, wide, max(0, end - words)))


def rows_of(text: str, most: int, width: int) -> int:
    """Return the rows of the largest glyphs in which a text fits; 1 where it stands in cells."""
    for rows in range(min(MOST_ROWS, most), LEAST_ROWS - 1, -1):
        if text_width(text, rows) <= width:
            return rows
    return 1
