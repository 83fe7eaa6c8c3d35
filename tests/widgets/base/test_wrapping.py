"""Text in lines: none is cut without a mark."""

from runlift_tui.core.face.shapes import FieldFace, LineFace, PanelFace
from runlift_tui.widgets.base.pieces import Pieces
from runlift_tui.widgets.base.wrapping import ended, wrapped
from runlift_tui.widgets.large.lettering import letter_lines
from runlift_tui.widgets.session.lines import Before, ComingNext
from runlift_tui.widgets.session.values import Values
from runlift_tui.widgets.session.words import Beside, Letter, Under, Words, lettered, with_more


def test_more_lines_than_there_is_room_for_end_with_a_mark() -> None:
    lines = wrapped("one two three four five six", 9)
    assert ended(lines, 9, len(lines)) == lines
    assert ended(lines, 9, 2) == ["one two", "three…"]
    assert ended(["nine cell"], 9, 0)[-1].endswith("…")


def test_notes_joined_into_one_read_as_sentences() -> None:
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
    beside.show(
        Words(cells=("each leg",), after=("a note that is too long for it",)), in_letters=False
    )
    rows = ["".join(piece.text for piece in row) for row in beside.lines(10, 3)]
    assert rows[0] == "each leg"
    assert rows[-1].endswith("…")


def test_a_load_is_not_broken_between_two_lines() -> None:
    assert wrapped("6 each leg at 2 x 18 kg, could do 2 more", 16) == [
        "6 each leg at",
        "2 x 18 kg, could",
        "do 2 more",
    ]
    assert wrapped("from 2 x 8-10 kg", 14) == ["from", "2 x 8-10 kg"]
    # Where nothing else fits, it is.
    assert wrapped("2 x 18 kg", 6) == ["2 x 18", "kg"]


def _said(rows: list[Pieces]) -> list[str]:
    return ["".join(piece.text for piece in row).rstrip() for row in rows]


def test_a_ramp_is_told_in_letters_in_front_of_its_load() -> None:
    under = Under()
    word, load = (_said(letter_lines(text, 3)) for text in ("RAMP", "2x12 KG"))
    bare = _said(letter_lines("2x22.5", 3))
    under.show("2x12 KG", "", "RAMP")
    for row, left, right in zip(_said(under.lines(49, 6)), word, load, strict=False):
        assert row.startswith(left)
        assert row.endswith(right)
    under.show("2x22.5 KG", "", "RAMP")
    assert _said(under.lines(49, 6))[0].endswith(bare[0])
    under.show("", "", "RAMP")
    assert _said(under.lines(49, 6))[:3] == word
    under.show("2x12 KG", "")
    assert _said(under.lines(49, 6))[:3] == load


def test_the_side_that_comes_next_stands_in_letters_where_a_word_of_it_has_room() -> None:
    coming = ComingNext()
    coming.show("STEP-UP", "2x20 KG", ("8 each leg",), "LEFT FIRST")
    whole, word = (_said(letter_lines(text, 3))[0] for text in ("LEFT FIRST", "LEFT"))
    wide = _said(coming.lines(120, 4))
    assert wide[0].endswith(whole)
    assert "LEFT FIRST" not in wide[3]
    less = _said(coming.lines(86, 4))
    assert less[0].endswith(word)
    assert not less[0].endswith(whole)
    assert "LEFT FIRST" in less[3]
    coming.show("STEP-UP", "2x12 KG", ("5 each leg",), "", "RAMP")
    assert _said(letter_lines("RAMP", 3))[0] in _said(coming.lines(114, 4))[0]


def test_what_was_before_says_its_rounds_and_then_its_last_part_no_more_before_it_is_cut() -> None:
    said = "10/10 at 2 x 24.5 kg, could do 2 more"
    before = Before()
    before.show((LineFace("last time, round 1", said), LineFace("then", "rest 4:00, B2")))
    assert _said(before.lines(60, 2))[0] == f"last time, round 1  {said}"
    assert _said(before.lines(50, 2)) == [f"last time  {said}", "then       rest 4:00, B2"]
    assert _said(before.lines(40, 2))[0] == "last time  10/10 at 2 x 24.5 kg"
    named = LineFace("then", "rest 4:00, B2", whole="rest 4:00, B2 Jumping lunge")
    before.show((LineFace("last time", "10/10"), named))
    assert _said(before.lines(40, 2))[1] == "then       rest 4:00, B2 Jumping lunge"
    assert _said(before.lines(30, 2))[1] == "then       rest 4:00, B2", "never at the cost of more"


LETTERS = (Letter("EACH LEG"), Letter("55 KG"), Letter("LEFT FIRST", "figure"))
PLATES = (*LETTERS[:2], Letter("2x(15+2.5)"), LETTERS[2])


def test_plates_stand_in_letters_where_they_take_the_place_of_nothing() -> None:
    words = Words(LETTERS, PLATES, ("20 bar + 2 x (15 + 2.5)", "could do 2 more"))
    plates = _said(letter_lines("2x(15+2.5)", 3))
    for width, height in ((40, 18), (40, 20)):
        rows = _said(lettered(with_more(words, width, height), width, height, 3))
        assert all(row in rows for row in plates)
        assert rows[-2:] == ["20 bar + 2 x (15 + 2.5)", "could do 2 more"]
    for width, height in ((40, 17), (34, 20), (40, 14)):
        assert with_more(words, width, height) == words


def test_what_makes_a_load_up_stands_out_as_what_is_asked_for_does() -> None:
    coming = ComingNext()
    units = ("6 each leg", "55 kg, could do 2 more", "20 bar + 2 x (15 + 2.5)")
    coming.show("SQUAT", "", units, "", made=units[2])
    *_, facts = coming.lines(100, 4)
    assert {piece.text for piece in facts if piece.tone == "strong"} == {units[0], units[2]}
