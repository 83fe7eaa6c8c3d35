"""Numbers and durations as other programs write them."""

import pytest

from runlift_tui.exchange.numbers import clean, decimal_sign, number, seconds_of, sure_reps_left
from tests.rows import for_each


@for_each(
    ("text", "seconds"),
    [
        *(("5m", 300), ("38min", 2280), ("2h", 7200), ("2h 18m", 8280), ("1h 2min", 3720)),
        *(("1h 2m 3s", 3723), ("264h 1m", 950_460), ("3600", 3600), ("90.0", 90), ("45 sec", 45)),
        *(("1hr 5mins", 3900), ("2 hours", 7200), ("1.5h", 5400), ("1 minute 10 seconds", 70)),
        *(("26:42", 1602), ("1:06:06", 3966), ("00:04:33,1", 273.1), ("00:04:33.15", 273.15)),
        *(("0:00", 0), ("104:10", 6250), ("5x", None), ("m", None), ("1:2:3:4", None), ("-", None)),
        *(("5 monkeys", None), ("3 stones", None)),
    ],
)
def test_a_duration(text: str, seconds: float | None) -> None:
    assert seconds_of(text) == (None if seconds is None else pytest.approx(seconds)), text


@for_each(
    ("text", "decimal", "found"),
    [
        *(("10", ".", 10), ("10.0", ".", 10), ("1,079", ".", 1079), ("60,0", ",", 60)),
        *(("2.932", ",", 2932), ("2.932", ".", 2.932), ("1.234,5", ",", 1234.5)),
        *(("1,234.5", ".", 1234.5), ("-12", ".", -12), ("1e9", ".", None), ("NaN", ".", None)),
        *(("", ".", None), ("8 5", ".", 85), ("12kg", ".", None), ("12,5", ".", 12.5)),
        *(("1'079", ".", 1079), ("9" * 400, ".", None), ("1.2.3", ".", None)),
    ],
)
def test_a_number(text: str, decimal: str, found: float | None) -> None:
    assert number(text, decimal) == found, text


@for_each(
    ("cells", "sign"),
    [
        *((("5,00", "2,932"), ","), (("5.00", "1,079"), "."), (("1,079",), "."), (("2.932",), ".")),
        *((("0,500",), ","), (("1.234,5",), ","), (("10", "", "--"), ".")),
    ],
)
def test_a_column_says_which_sign_is_decimal(cells: tuple[str, ...], sign: str) -> None:
    assert decimal_sign(cells) == sign


def test_a_cell_has_no_space_around_it_and_no_spreadsheets_apostrophe() -> None:
    assert [clean(text) for text in (" 5", "'-12", "\u202f7\u00a0", "'tis")] == [
        *("5", "-12", "7", "'tis"),
    ]


@for_each(
    ("rpe", "left"),
    [
        *((10, 0), (9.5, 0), (9, 1), (8.5, 1), (8, 2), (7.5, 2), (7, 3)),
        *((6.5, None), (6, None), (11, None), (0, None), (-1, None), (None, None)),
    ],
)
def test_the_reps_that_an_effort_is_sure_of(rpe: float | None, left: int | None) -> None:
    assert sure_reps_left(rpe) == left
