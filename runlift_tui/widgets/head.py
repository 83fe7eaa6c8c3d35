"""The top of the session screen: where I am, what is out of the ordinary, what I am doing."""

from typing import NamedTuple

from textual.reactive import var

from runlift_tui.core.face import BannerFace, Mark
from runlift_tui.core.text import safe_text
from runlift_tui.widgets.part import Part
from runlift_tui.widgets.pieces import Piece, Pieces, Tone, joined, placed, width_of
from runlift_tui.widgets.squares import squares


class Course(NamedTuple):
    """Where in the session I am."""

    place: str = ""
    squares: tuple[tuple[Mark, ...], ...] = ()
    progress: str = ""
    until: str = ""


class Title(NamedTuple):
    """What I am doing."""

    word: str = ""
    """The state in a word or two."""
    label: str = ""
    """The slot; without one, the word stands in the middle alone."""
    name: str = ""
    side: str = ""


class Head(Part):
    """Three rows, and air between the second and the third where it is given more."""

    DEFAULT_CSS = "Head { height: 3; width: 1fr; }"

    course: var[Course] = var(Course(), init=False)
    banner: var[BannerFace] = var(BannerFace(), init=False)
    title: var[Title] = var(Title(), init=False)

    def watch_course(self) -> None:
        """Show the new place."""
        self.redraw()

    def watch_banner(self) -> None:
        """Show the new banner."""
        self.redraw()

    def watch_title(self) -> None:
        """Show the new title."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return course, banner and title."""
        top = [course_row(self.course, width), banner_row(self.banner, width)]
        return [*top, *[()] * (height - 3), title_row(self.title, width)]


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


def title_row(title: Title, width: int) -> Pieces:
    """Return the exercise with its word, slot and side, or the word alone in the middle."""
    word, name = safe_text(title.word), safe_text(title.name).upper()
    if not title.label:
        return placed((), (Piece(f" {word or name} ", "chip"),), (), width)
    chip = (Piece(f" {word} ", "chip"), Piece("  ")) if word else ()
    label = (Piece(safe_text(title.label), "mark"), Piece("  "))
    return placed((*chip, *label, Piece(name, "strong")), (), _side(title.side), width)


def _side(side: str) -> Pieces:
    """Return the side with its last word standing out: start LEFT."""
    rest, _, last = safe_text(side).rpartition(" ")
    return (Piece(f"{rest} " if rest else "", "quiet"), Piece(last, "mark")) if last else ()
