"""What is left of the session screen in a window too small for it: plain lines with the clock."""

from textual.geometry import Size
from textual.reactive import var

from runlift_tui.core.face.shapes import Scene, SessionFace
from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, Tone, cut, joined, width_of


class PlainLines(Part):
    """The weightiest lines first: the clock or the target, then what it is for, then the key."""

    DEFAULT_CSS = "PlainLines { height: auto; width: 1fr; }"

    face: var[SessionFace] = var(SessionFace(), init=False)

    alone: var[bool] = var(True, init=False)
    """Whether no large figure stands over the lines."""

    def watch_face(self) -> None:
        """Show the new lines."""
        self.redraw()

    def watch_alone(self) -> None:
        """Show the clock, or leave it to the figure."""
        self.redraw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows that there are for it, three at most."""
        return min(3, container.height)

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the lines; one that is alone holds whatever else fits."""
        face = self.face
        rows = [first_line(face, width, alone=self.alone), second_line(face), third_line(face)]
        alarm = _alarm(face)
        if alarm and alarm[0] not in rows[0]:
            rows.insert(1, alarm)
        if height == 1:
            rows = [joined(rows[:2], 3)] if width_of(rows[0]) + 8 < width else rows[:1]
        return [cut(row, width) for row in rows]


def _alarm(face: SessionFace) -> Pieces:
    """Return the shortest word of an alarm; nothing where there is none."""
    words = (face.banner.text, *face.banner.shorter)[-1]
    return (Piece(f" {safe_text(words)} ", "alarm"),) if face.alarms else ()


def first_line(face: SessionFace, width: int, *, alone: bool = True) -> Pieces:
    """Return the state and the clock, or the target with its unit; an alarm stands before both."""
    alarm = _alarm(face)
    word = (Piece(f" {safe_text(face.word)} ", "chip"),)
    clock = " ".join(part for part in (face.big_word, face.big.strip()) if part)
    tone: Tone = "lit" if face.pulse else "mark"
    figure = (Piece(safe_text(clock if alone else ""), tone),)
    counted = face.each or " ".join(face.units[:1])
    beside = "   ".join(filter(None, (face.side, face.each)))
    said = "" if face.scene is Scene.REST else counted if alone else beside
    units = (Piece(safe_text(said)),)
    for parts in ((alarm, word, figure, units), (alarm, word, figure), (word, figure)):
        if width_of(joined(parts, 1)) <= width:
            return joined(parts, 1)
    return figure if width_of(figure) <= width else (Piece(safe_text(face.big.strip()), tone),)


def second_line(face: SessionFace) -> Pieces:
    """Return what is said or stands in the cue's place, else what is done or comes next."""
    said = ("" if face.alarms else face.banner.text) or face.flash
    if said:
        return (Piece(safe_text(said), "mark"),)
    name = (Piece(safe_text(face.label), "strong"),)
    if face.scene is Scene.REST:
        return joined((_text("NEXT"), name, *map(_text, face.units[:1]), _text(face.side)), 1)
    if face.label:
        return joined(((Piece(safe_text(face.label), "strong"),), _text(face.title.upper())), 1)
    return ()


def third_line(face: SessionFace) -> Pieces:
    """Return the values as far as they fit, else the first key."""
    values = [_text(f"{field.name} {field.shown}") for field in face.fields]
    keys = [_text(f"{key.key} {key.word}") for key in face.keys[:1]]
    return joined((*keys, *values), 2)


def _text(text: str) -> Pieces:
    return (Piece(safe_text(text)),)
