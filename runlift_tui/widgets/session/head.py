"""The top of the session screen: where I am, what is out of the ordinary, what I am doing."""

from msgspec import Struct
from rich.cells import set_cell_size
from textual.geometry import Size
from textual.reactive import var

from runlift_tui.core.face.shapes import BannerFace, Mark
from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, Tone, joined, placed, width_of
from runlift_tui.widgets.base.wrapping import wrapped
from runlift_tui.widgets.large.figure import words_lines
from runlift_tui.widgets.large.glyphs import can_draw
from runlift_tui.widgets.session.squares import squares


class Course(Struct, frozen=True):
    """Where in the session I am."""

    place: str = ""
    squares: tuple[tuple[Mark, ...], ...] = ()
    progress: str = ""
    until: str = ""


class Title(Struct, frozen=True):
    """What I am doing."""

    word: str = ""
    """The state in a word or two, in capitals."""
    label: str = ""
    """The slot; without one, the word stands in the middle alone."""
    name: str = ""
    side: str = ""


_HIGH = ((48, 5), (22, 3))
"""From how many rows of the window on a word is drawn in large letters, and how high they are."""
_ROOMY = 32
"""Rows of the window from which the figure has air above it."""
_SPACED = 48
"""Rows of the window from which there is air above the title."""
_WORD_GAP = 3
_LEAST_NAME = 18
"""Columns that slot, name and side take at least beside a large word."""
_LEAST_BESIDE = 30
"""Columns that the words beside an alarm's large letters take at least."""
_BAND = 5
"""Rows of an alarm in a window that has large letters: theirs, and its ground around them."""


class Head(Part):
    """The course, a banner or air, and the title, whose words grow with the window."""

    DEFAULT_CSS = "Head { height: auto; width: 1fr; }"

    course: var[Course] = var(Course(), init=False)
    banner: var[BannerFace] = var(BannerFace(), init=False)
    title: var[Title] = var(Title(), init=False)

    def watch_course(self) -> None:
        """Show the new place."""
        self.redraw()

    def watch_banner(self, before: BannerFace, after: BannerFace) -> None:
        """Show the new banner; an alarm takes more rows than anything else."""
        if before.kind != after.kind and "alarm" in (before.kind, after.kind):
            self.refresh(layout=True)
        self.redraw()

    def watch_title(self) -> None:
        """Show the new title."""
        self.redraw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows that it takes in a window of this size."""
        rows = letters_for(viewport.height)
        band = _BAND if self.banner.kind == "alarm" and rows > 1 else 1
        return 1 + band + rows + (viewport.height >= _SPACED)

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return course, banner and title."""
        high = self.banner.kind == "alarm" and height > 1 + _BAND
        banner = band(self.banner, width) if high else [banner_row(self.banner, width)]
        left = height - 1 - len(banner)
        rows = 5 if left > 5 else 3 if left >= 3 else 1
        title = title_rows(self.title, width, rows)
        course = course_row(self.course, width)
        if rows > 1 and self.app.size.height < _ROOMY and not self.banner.text:
            # The one empty row stands where two things of one colour would touch.
            return [course, *title, ()]
        return [course, *banner, *[()] * (left - rows), *title]


def letters_for(height: int) -> int:
    """Return how high a word of the title is drawn in a window of so many rows."""
    return next((rows for least, rows in _HIGH if height >= least), 1)


def course_row(course: Course, width: int) -> Pieces:
    """Return the fullest arrangement that fits: first the hour goes, then the squares."""
    left = (Piece(safe_text(course.place), "strong"),)
    progress = (Piece(safe_text(course.progress), "quiet"),)
    until = (Piece(safe_text(course.until), "quiet"),)
    ample = squares(course.squares, 10_000)
    tight = squares(course.squares, max(0, width_of(ample) - 1))
    for middle, right in (
        (ample, joined((progress, until), 3)),
        (ample, progress),
        (tight, progress),
        (tight, ()),
        ((), progress),
    ):
        if width_of(left) + width_of(middle) + width_of(right) + 6 <= width:
            return placed(left, middle, right, width)
    return placed(left, (), (), width)


def banner_row(banner: BannerFace, width: int) -> Pieces:
    """Return the banner in the middle: an alarm on its own ground, a notice quietly."""
    text = safe_text(banner.text)
    if not text:
        return ()
    tone: Tone = "alarm" if banner.kind == "alarm" else "quiet"
    return placed((), (Piece(f" {text} ", tone),), (), width)


def band(banner: BannerFace, width: int) -> list[Pieces]:
    """Return an alarm over the whole width: its first words in large letters, all of it beside."""
    text = safe_text(banner.text)
    letters = _large(text.partition(":")[0], _BAND - 2)
    beside = wrapped(text, max(1, width - width_of(letters[0]) - 7))
    if len(beside) > _BAND - 2 or width < width_of(letters[0]) + _LEAST_BESIDE:
        letters = [()] * (_BAND - 2)
        beside = wrapped(text, max(1, width - 7))[: _BAND - 2]
    above = (_BAND - 2 - len(beside)) // 2
    texts = ["", *[""] * above, *beside, *[""] * _BAND]
    found: list[Pieces] = []
    for row, said in zip(((), *letters, ()), texts, strict=False):
        line = f"  {''.join(piece.text for piece in row)}   {said}"
        found.append((Piece(set_cell_size(line, width), "alarm"),))
    return found


def _large(text: str, rows: int) -> list[Pieces]:
    """Return words in large letters, or nothing in as many rows if there are no such letters."""
    return words_lines(text, rows) if can_draw(text) else [()] * rows


def title_rows(title: Title, width: int, rows: int) -> list[Pieces]:
    """Return the title in the largest letters that fit into `rows` rows, in their middle."""
    for high in range(rows, 2, -2):
        found = _lettered(title, width, high) or _only_its_word(title, width, high)
        if found:
            above = (rows - high) // 2
            return [*[()] * above, *found, *[()] * (rows - high - above)]
    above = rows // 2
    return [*[()] * above, title_row(title, width), *[()] * (rows - 1 - above)]


def title_row(title: Title, width: int) -> Pieces:
    """Return the exercise with its word, slot and side, or the word alone in the middle."""
    word, name = safe_text(title.word), safe_text(title.name).upper()
    if not title.label:
        return placed((), (Piece(f" {word or name} ", "chip"),), (), width)
    chip = (Piece(f" {word} ", "chip"), Piece("  ")) if word else ()
    label = (Piece(safe_text(title.label), "mark"), Piece("  "))
    return placed((*chip, *label, Piece(name, "strong")), (), _side(title.side), width)


def _only_its_word(title: Title, width: int, high: int) -> list[Pieces]:
    """Return the title with its word alone in large letters; nothing if there is no room for it.

    Slot, name and side stand beside it in one row, or in all of them where the name is long.
    """
    word = safe_text(title.word)
    if not word or not can_draw(word):
        return []
    words = words_lines(word, high)
    room = width - width_of(words[0]) - _WORD_GAP
    label, name = safe_text(title.label), safe_text(title.name).upper()
    side = _side(title.side)
    marked = (Piece(label, "mark"), Piece("  "))
    if width_of(marked) + len(name) + 2 + width_of(side) <= room:
        beside = [placed((*marked, Piece(name, "strong")), (), side, room)]
    elif room < _LEAST_NAME:
        return []
    else:
        names = wrapped(name, room)[: high - 1]
        beside = [placed(marked, (), side, room), *((Piece(row, "strong"),) for row in names)]
    above = (high - len(beside)) // 2
    rows = [*[()] * above, *beside, *[()] * high]
    gap = Piece(" " * _WORD_GAP)
    return [(*large, gap, *small) for large, small in zip(words, rows, strict=False)]


def _lettered(title: Title, width: int, high: int) -> list[Pieces]:
    """Return the title with its word, slot and side in large letters; nothing if they do not fit.

    The name stands beside them in letters of the terminal's own, in the middle of their height.
    """
    word, label = safe_text(title.word), safe_text(title.label)
    before, _, side = safe_text(title.side).rpartition(" ")
    if not word or not can_draw(word + label + side):
        return []
    words, slots, sides = (words_lines(text, high) for text in (word, label, side))
    name = safe_text(title.name).upper()
    gap = Piece(" " * (2 + high))
    found = []
    for y in range(high):
        here = y == high // 2
        if not label:
            left: Pieces = ()
            middle = words[y]
        else:
            left = (*words[y], gap, *slots[y], gap, Piece(name if here else "", "strong"))
            middle = ()
        right = (Piece(f"{before}  " if here and before else "", "quiet"), *sides[y])
        if width_of(left) + width_of(middle) + width_of(right) + 2 > width:
            return []
        found.append(placed(left, middle, right if side else (), width))
    return found


def _side(side: str) -> Pieces:
    """Return the side with its last word standing out: start LEFT."""
    rest, _, last = safe_text(side).rpartition(" ")
    return (Piece(f"{rest} " if rest else "", "quiet"), Piece(last, "mark")) if last else ()
