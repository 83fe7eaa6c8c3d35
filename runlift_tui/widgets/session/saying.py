"""Which texts of a face stand in which part of the session screen. No widgets here."""

from runlift_tui.core.exercises.call import capitals
from runlift_tui.core.face.shapes import LineFace, PanelFace, Scene, SessionFace
from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.pieces import Piece, Pieces, cut, joined, width_of
from runlift_tui.widgets.large.lettering import can_letter, lettered_width
from runlift_tui.widgets.session.frame import is_low
from runlift_tui.widgets.session.words import Letter, Words

_NARROW = 100
_THEN = "then"
_LETTER_ROWS = 3
_APART = 3
"""Columns between a call and a side beside it, at least."""


def is_narrow(columns: int) -> bool:
    """Whether a window has one column of words only."""
    return columns < _NARROW


def widest(face: SessionFace) -> str:
    """Return a number as wide as the face's may become; a target has room for two digits."""
    digits = "".join("0" if each.isdigit() else each for each in face.big)
    return digits if face.scene is Scene.REST else digits.ljust(2)


def words(face: SessionFace, *, in_letters: bool) -> Words:
    """Return what stands beside the number."""
    match face.scene:
        case Scene.HOLD:
            # "12 LEFT" alone would be what is left of the time.
            said = _said(Letter(face.stands, "figure"), Letter(face.side, "figure"))
            return Words(said, cells=face.units, large=True)
        case Scene.LEAD_IN:
            return Words(_said(Letter(face.big_word, "figure"), Letter(face.lead, "figure")))
    stands, each = Letter(face.stands, "figure"), Letter(face.each.upper())
    if in_letters:
        # In a pause its word takes the place of what the target is for.
        units = (face.each, *face.units) if face.stands and face.each else face.units
        first, ramp = stands if face.stands else each, Letter(face.ramp, "figure")
        load, side = Letter(face.load), Letter(face.side, "figure")
        roomy = _said(first, ramp, load, Letter(face.plates), side) if face.plates else ()
        return Words(_said(first, ramp, load, side), roomy, units)
    notes = face.own.lines if face.fields else ()
    done = (line.brief for line in face.before if line.label != _THEN)
    told = tuple(filter(None, (face.each, *face.units)))
    return Words(_said(stands), cells=told, after=(*notes, *done))


def where(face: SessionFace) -> str:
    """Return what stands in letters under the side in a hold: "ON TOP"; empty anywhere else."""
    return face.side.partition(" ")[2] if face.scene is Scene.HOLD else ""


def _said(*letters: Letter) -> tuple[Letter, ...]:
    return tuple(each for each in letters if each.text)


def chips(face: SessionFace, width: int = 0) -> Pieces:
    """Return the state as a chip, the slot, and the full name.

    Args:
        face: What stands there.
        width: Columns in which the side has to stand too, because a question is where it was; 0
            where it is said elsewhere.
    """
    rests = face.scene is Scene.REST
    chip = (Piece(f" {safe_text(face.word)} ", "chip"),) if face.word else ()
    label = (Piece(safe_text(face.label), "mark"),) if face.label and not rests else ()
    if width and not rests:
        # The chip ends with a cell of its own ground.
        named = _named(face, (label,), width - width_of(chip) - 1)
        return joined((chip, named), 1)
    name = (Piece(safe_text(face.title), "strong"),) if not rests else ()
    return joined((chip, joined((label, name), 2)), 1)


def _named(face: SessionFace, front: tuple[Pieces, ...], width: int) -> Pieces:
    """Return an exercise and its side in a row: its full name, else the call, cut before a side."""
    side = (Piece(safe_text(face.side), "mark"),) if face.side else ()
    for text in (face.title, face.call.capitalize()):
        found = joined((*front, (Piece(safe_text(text), "strong"),), side), 2)
        if width_of(found) <= width:
            return found
    fixed = width_of(joined((*front, side), 2)) + 2
    return joined((*front, cut((Piece(safe_text(face.title), "strong"),), width - fixed), side), 2)


def next_named(face: SessionFace, width: int) -> Pieces:
    """Return what comes next over a question: "NEXT  B2", its name, the side that starts."""
    return _named(face, (next_slot(face),), width)


def side_beside(face: SessionFace, width: int) -> str:
    """Return a side as it has room in letters beside a call, whole or in a word; else the whole."""
    if not can_letter(face.call):
        return face.side
    free = width - lettered_width(face.call, _LETTER_ROWS) - _APART
    fits = (each for each in (face.side, face.side.partition(" ")[0]) if each and can_letter(each))
    return next((each for each in fits if lettered_width(each, _LETTER_ROWS) <= free), face.side)


def worked(face: SessionFace, *, narrow: bool) -> str:
    """Return how long the set has taken."""
    return face.bar.label.partition(" ")[0] if narrow else face.bar.label


def beside_cue(face: SessionFace) -> Pieces:
    """Return what stands at the end of a lead-in's cue: the target, or the other side's."""
    lead_in = face.scene is Scene.LEAD_IN
    return (Piece(safe_text(face.units[0]), "quiet"),) if lead_in and face.units else ()


def more(face: SessionFace) -> Pieces:
    """Return which key shows all of a cue, where it is shortened."""
    cut_short = face.more if not face.flash else ""
    return (Piece(safe_text(cut_short), "quiet"),) if cut_short else ()


def next_slot(face: SessionFace) -> Pieces:
    """Return "NEXT  B2"."""
    return (Piece("NEXT  ", "quiet"), Piece(safe_text(face.label), "mark"))


def next_title(face: SessionFace, called: str) -> Pieces:
    """Return what comes next: its slot, and its full name where the letters have another."""
    longer = capitals(face.title) != called
    name = (Piece(safe_text(face.title), "strong"),) if longer else ()
    return joined((next_slot(face), name), 2)


def last(face: SessionFace, *, narrow: bool) -> Pieces:
    """Return what was done last time of what comes next."""
    line = next((each for each in face.before if each.label != _THEN), None)
    if line is None:
        return ()
    return (Piece(safe_text(line.brief if narrow else f"{line.label} {line.text}"), "quiet"),)


def proud(face: SessionFace) -> Pieces:
    """Return what is to be said of the set that is done: that it was a best one, or skipped."""
    if face.scene is not Scene.REST or not face.own.heading or not face.own.lines:
        return ()
    return (Piece(safe_text(face.own.lines[0]), "good" if face.own.is_marked else "quiet"),)


def values_panel(face: SessionFace, *, narrow: bool) -> PanelFace:
    """Return the heading of the values, and the notes that stand under them."""
    own = face.own
    if own.heading:
        # In a narrow window what is to be said of the set has a row of its own, under its values.
        said = own.lines[:1] if narrow else ()
        return PanelFace(own.heading, own.label, own.name, said, is_marked=own.is_marked)
    # In a narrow window notes stand beside the number, as long as it is there.
    return PanelFace() if narrow and face.fields else own


def is_noted(face: SessionFace, columns: int, rows: int) -> bool:
    """Whether something needs a row of its own at the values."""
    if face.scene is Scene.REST and face.own.heading:
        return bool(face.own.lines) and is_narrow(columns)
    alone = not face.fields and not face.own.heading
    return (bool(face.own.lines) and alone) or is_crowded(face, columns, rows)


def is_crowded(face: SessionFace, columns: int, rows: int) -> bool:
    """Whether words of a set may have no room beside its number."""
    work = face.scene is Scene.WORK and bool(face.fields)
    return work and is_low(rows) and is_narrow(columns)


def without_room(face: SessionFace, rows: int) -> str:
    """Return what has no room beside the number of a set, where that is so many rows high."""
    if face.scene is not Scene.WORK or not face.fields:
        return ""
    said = words(face, in_letters=True)
    kept = min(len(said.letters), rows // _LETTER_ROWS)
    dropped = [each.text.lower() for each in said.letters[: len(said.letters) - kept]]
    return "   ".join([*dropped, *said.cells][rows - kept * _LETTER_ROWS :])


def beside_values(face: SessionFace, *, narrow: bool) -> Pieces:
    """Return what stands at the end of the values: a best set, or what comes then.

    Its last piece may be left out: "then B2", of "then B2, half of these".
    """
    if face.scene is Scene.REST:
        return () if narrow else proud(face)
    then: LineFace | None = next((each for each in face.before if each.label == _THEN), None)
    if not narrow or then is None:
        return ()
    first, comma, more = safe_text(then.brief).partition(", ")
    whole = (Piece(first, "quiet"), Piece(f"{comma}{more}", "quiet"))
    return whole if comma else whole[:1]
