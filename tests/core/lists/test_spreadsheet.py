"""Tables as spreadsheets take them."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.lists.spreadsheet import DECIMALS, SEPARATORS, Shape, for_excel, text_of
from runlift_tui.core.lists.tables import cell
from tests.rows import for_each

SHAPES = [
    Shape(sign, point, marked)
    for sign in SEPARATORS.values()
    for point in DECIMALS.values()
    for marked in (False, True)
]


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=9), min_size=2))
def test_what_was_written_is_read_back(values: list[float | str]) -> None:
    for shape in SHAPES:

        def rows(decimal: str) -> list[list[str]]:
            return [[cell(each, decimal) for each in values]]

        text = "".join(text_of(["a"] * len(values), [rows], shape))
        assert text.startswith("\ufeff") is shape.marked
        read = list(csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=shape.separator))
        assert read[1] == rows(shape.decimal)[0]
        for said, found in zip(values, read[1], strict=True):
            if isinstance(said, float):
                assert float(found.replace(shape.decimal, ".")) == said


@for_each("begun", [*"=+-@", "\t=", " +", "＝"])
def test_a_text_is_no_formula_and_a_number_below_zero_stays_one(begun: str) -> None:
    assert cell(f"{begun}1").startswith("'")
    assert cell(-330) == "-330"
    assert cell(-2.5, ",") == "-2,5"
    assert cell(True) == "True"


def test_excel_parts_cells_by_what_is_no_decimal() -> None:
    assert for_excel(",") == (";", ",", True)
    assert for_excel(".") == (",", ".", True)
