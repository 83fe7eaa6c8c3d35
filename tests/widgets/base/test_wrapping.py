"""Text in lines: none is cut without a mark."""

from runlift_tui.core.face.shapes import FieldFace, PanelFace
from runlift_tui.widgets.base.wrapping import ended, sentence, wrapped
from runlift_tui.widgets.session.values import Values
from runlift_tui.widgets.session.words import Beside, Words


def test_more_lines_than_there_is_room_for_end_with_a_mark() -> None:
    lines = wrapped("one two three four five six", 9)
    assert ended(lines, 9, len(lines)) == lines
    assert ended(lines, 9, 2) == ["one two", "three…"]
    assert ended(["nine cell"], 9, 0)[-1].endswith("…")


def test_notes_joined_into_one_read_as_sentences() -> None:
    assert sentence("first time: begin light") == "First time: begin light."
    assert sentence("Ramp: they count.") == "Ramp: they count."
    values = Values()
    values.fields = (FieldFace("left", "8"),)
    values.panel = PanelFace(lines=("first time: begin with 2 x 8-10 kg", "noted: left knee"))
    apart = ["".join(piece.text for piece in row) for row in values.lines(40, 4)]
    assert apart[1:] == ["first time: begin with 2 x 8-10 kg", "noted: left knee"]
    joined = ["".join(piece.text for piece in row) for row in values.lines(24, 3)]
    assert joined[1].startswith("First time: begin with")
    assert ". Noted:" in joined[2]
    assert joined[2].endswith("…")


def test_words_beside_a_number_that_have_no_room_are_said_to_be_there() -> None:
    beside = Beside()
    beside.show(Words((), ("each leg",), ("a note that is too long for it",)), in_letters=False)
    rows = ["".join(piece.text for piece in row) for row in beside.lines(10, 3)]
    assert rows[0] == "each leg"
    assert rows[-1].endswith("…")
