"""The digits: every size, one width, no holes."""

from runlift_tui.widgets.large.glyphs import can_draw, glyph, text_width, width_of
from tests.rows import for_each

DIGITS = "0123456789"
CHARACTERS = DIGITS + ":.+-– EFGHILRT"
ROWS = range(3, 31)


@for_each("rows", ROWS)
def test_every_glyph_fills_its_box(rows: int) -> None:
    for char in CHARACTERS:
        drawn = glyph(char, rows)
        assert len(drawn) == rows
        assert {len(line) for line in drawn} == {width_of(char, rows)}


@for_each("rows", ROWS)
def test_all_digits_are_as_wide_and_no_two_alike(rows: int) -> None:
    assert len({width_of(char, rows) for char in DIGITS}) == 1
    assert len({glyph(char, rows) for char in DIGITS}) == len(DIGITS)


@for_each("rows", ROWS)
def test_digits_reach_from_top_to_bottom(rows: int) -> None:
    for char in DIGITS:
        drawn = glyph(char, rows)
        assert drawn[0].strip()
        assert drawn[-1].strip()


@for_each("rows", ROWS)
def test_round_digits_are_as_left_as_right(rows: int) -> None:
    mirrored = str.maketrans("▘▝▖▗▌▐▞▚▛▜▙▟", "▝▘▗▖▐▌▚▞▜▛▟▙")
    for char in "08":
        for line in glyph(char, rows):
            assert line == line[::-1].translate(mirrored)


@for_each("rows", ROWS)
def test_stems_keep_one_weight(rows: int) -> None:
    middle = glyph("0", rows)[rows // 2]
    left, right = middle.split(maxsplit=1)
    assert left == right
    assert set(left) == {"█"}


@for_each("rows", range(5, 31))
def test_a_clock_that_stands_still_never_looks_like_one_that_runs(rows: int) -> None:
    for char in DIGITS + "LEFTRIGH":
        assert glyph(char, rows, hollow=True) != glyph(char, rows)


def test_a_text_is_as_wide_as_its_glyphs_and_gaps() -> None:
    assert text_width("", 7) == 0
    assert text_width("8", 7) == width_of("8", 7)
    assert text_width("88", 7) - 2 * text_width("8", 7) == text_width("888", 7) - text_width(
        "88", 7
    ) - text_width("8", 7)


def test_what_cannot_be_drawn_is_known() -> None:
    assert can_draw("+0:12 RIGHT")
    assert not can_draw("3 × 8")
