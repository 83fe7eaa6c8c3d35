"""Contrast as WCAG 2.2 defines it, and what makes a colour readable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.looks.contrast import BLACK, WHITE, Colour, contrast, readable

COLOURS = st.builds(Colour, *(st.integers(0, 255) for _ in range(3)))


def test_the_measure_itself() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(Colour.of("#777777"), WHITE) == pytest.approx(4.48, abs=0.01)
    assert str(Colour.of("#0a1B2c")) == "#0A1B2C"


@given(COLOURS, COLOURS)
def test_every_colour_can_be_made_readable_as_a_text(colour: Colour, ground: Colour) -> None:
    found = readable(colour, (ground,), 4.5)
    assert contrast(found, ground) >= 4.5


@given(COLOURS, COLOURS)
def test_what_can_be_read_stays_as_it_is(colour: Colour, ground: Colour) -> None:
    least = contrast(colour, ground)
    assert readable(colour, (ground,), least) == colour


def test_where_no_colour_will_do_the_strongest_is_taken() -> None:
    assert readable(Colour.of("#446688"), (Colour.of("#777777"),), 7) == BLACK


@given(COLOURS, COLOURS)
def test_greys_keep_the_contrast(colour: Colour, ground: Colour) -> None:
    as_grey = contrast(colour.grey(), ground.grey())
    assert as_grey == pytest.approx(contrast(colour, ground), rel=0.06)
    assert len(set(colour.grey())) == 1
