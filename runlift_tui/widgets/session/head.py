"""The top of the session screen: where I am, and what is out of the ordinary."""

from msgspec import Struct
from rich.cells import cell_len, set_cell_size
from textual.reactive import var

from runlift_tui.core.face.shapes import BannerFace, Mark
from runlift_tui.core.words.text import NOT_SAVED, safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, Tone, joined, placed, width_of
from runlift_tui.widgets.base.wrapping import wrapped
from runlift_tui.widgets.large.lettering import can_letter, letter_lines
from runlift_tui.widgets.session.squares import squares


class Course(Struct, frozen=True):
    """Where in the session I am."""

    place: str = ""
    squares: tuple[tuple[Mark, ...], ...] = ()
    progress: str = ""
    until: str = ""
    brief: str = ""
    """Progress and what is left in fewer words."""


_BAND = 3
"""Rows of an alarm in letters."""
_LEAST_BESIDE = 30
"""Columns that the words beside an alarm's letters take at least."""


class Head(Part):
    """The course, and a banner under it; in one row the banner stands in front of the course."""

    DEFAULT_CSS = ""

    course: var[Course] = var(Course(), init=False)
    banner: var[BannerFace] = var(BannerFace(), init=False)

    def watch_course(self) -> None:
        """Show the new place."""
        self.redraw()

    def watch_banner(self) -> None:
        """Show the new banner."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return course and banner, or one of them."""
        course = course_row(self.course, width)
        both = height in (2, 1 + _BAND)
        rows = height - both
        if not self.banner.text:
            return [course]
        high = self.banner.kind == "alarm" and rows >= _BAND
        banner = band(self.banner, width) if high else [banner_row(self.banner, width)]
        if both:
            return [course, *banner]
        return banner if high else [banner_row(self.banner, width, self.course)]


def course_row(course: Course, width: int) -> Pieces:
    """Return the fullest arrangement that fits: first the hour goes, then the squares."""
    left = (Piece(safe_text(course.place), "strong"),)
    progress = (Piece(safe_text(course.progress), "quiet"),)
    until = (Piece(safe_text(course.until), "quiet"),)
    brief = (Piece(safe_text(course.brief), "quiet"),)
    ample = squares(course.squares, 10_000)
    tight = squares(course.squares, max(0, width_of(ample) - 1))
    to_go = (Piece(brief[0].text.rpartition("   ")[2], "quiet"),)
    for middle, right in (
        (ample, joined((progress, until), 3)),
        (ample, brief),
        (tight, brief),
        (tight, to_go),
        ((), brief),
    ):
        if width_of(left) + width_of(middle) + width_of(right) + 6 <= width:
            return placed(left, middle, right, width)
    return placed(left, (), (), width)


def banner_row(banner: BannerFace, width: int, course: Course | None = None) -> Pieces:
    """Return the banner from the left: an alarm on its own ground, a notice quietly.

    Args:
        banner: It.
        width: Cells.
        course: What of it fits stands behind a notice: it has no other row.
    """
    text = safe_text(banner.text)
    if banner.kind == "alarm":
        return (Piece(set_cell_size(f" {fitting(banner, width - 1)}", width), "alarm"),)
    said = (Piece(text, "mark"),)
    if course is None:
        return placed(said, (), (), width)
    whole, to_go = safe_text(course.brief), safe_text(course.brief.rpartition("   ")[2])
    for right in (f"{safe_text(course.place)}   {whole}", whole, to_go):
        if width_of(said) + cell_len(right) + 2 <= width:
            return placed(said, (), (Piece(right, "quiet"),), width)
    return placed(said, (), (), width)


def fitting(banner: BannerFace, width: int) -> str:
    """Return the longest words of an alarm that fit whole; its shortest where none do.

    Why something is not saved is cut, behind its first words.
    """
    said = [safe_text(each) for each in (banner.text, *banner.shorter)]
    whole = next((each for each in said if cell_len(each) <= width), said[-1])
    return said[0] if NOT_SAVED in said[0] else whole


def band(banner: BannerFace, width: int) -> list[Pieces]:
    """Return an alarm over the whole width: its first words in large letters, all of it beside."""
    text = safe_text(banner.text)
    letters = _large(text.partition(":")[0])
    beside = wrapped(text, max(1, width - width_of(letters[0]) - 7))
    if len(beside) > _BAND or width < width_of(letters[0]) + _LEAST_BESIDE:
        letters = [()] * _BAND
        beside = wrapped(text, max(1, width - 7))[:_BAND]
    above = (_BAND - len(beside)) // 2
    texts = [*[""] * above, *beside, *[""] * _BAND]
    found: list[Pieces] = []
    for row, said in zip(letters, texts, strict=False):
        line = f" {''.join(piece.text for piece in row)}   {said}"
        found.append((Piece(set_cell_size(line, width), "alarm"),))
    return found


def _large(text: str) -> list[Pieces]:
    """Return words in large letters, or nothing in as many rows if there are no such letters."""
    tone: Tone = "alarm"
    return letter_lines(text, _BAND, tone) if can_letter(text) else [()] * _BAND
