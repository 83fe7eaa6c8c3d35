"""Tables for print: a figure is whole or not there."""

from runlift_tui.core.lists.tables import Column, hanging, laid_out, shortened
from tests.rows import for_each

HEADS = (
    Column("day"),
    Column("far", number=True, spare=1),
    Column("kind", least=6, spare=2),
    Column("note", least=10, spare=3),
)
ROWS = [
    ("Sun 15 Nov 2026", "22.10 km", "easy, fast 12:34", "windy, 12 dogs and 3456789 gulls"),
    ("Mon 16 Nov 2026", "8.00 km", "easy", ""),
]
WHOLE = {word for row in ROWS for cell in row for word in cell.split()}


@for_each("width", range(1, 100))
def test_no_figure_is_ever_cut(width: int) -> None:
    lines = laid_out(HEADS, ROWS, width)
    assert len(lines) == 3
    words = {word for line in lines[1:] for word in line.split() if any(map(str.isdigit, word))}
    assert words <= WHOLE
    assert all(len(line) <= max(width, len("Sun 15 Nov 2026")) for line in lines)


def test_what_matters_least_goes_first_and_whole() -> None:
    heads = {width: laid_out(HEADS, ROWS, width)[0].split() for width in (47, 40, 30, 20)}
    assert heads == {
        47: ["day", "far", "kind", "note"],
        40: ["day", "far", "kind"],
        30: ["day", "far"],
        20: ["day"],
    }


def test_an_empty_column_goes_before_any_other() -> None:
    heads = (Column("a", spare=1), Column("b", spare=9))
    assert laid_out(heads, [("", "x")], 1) == ["b", "x"]


def test_without_an_end_it_is_as_wide_as_it_is() -> None:
    head, first, second = laid_out(HEADS, ROWS, None)
    assert first.endswith("windy, 12 dogs and 3456789 gulls")
    assert second == "Mon 16 Nov 2026   8.00 km  easy"
    assert head == "day                   far  kind              note"


def test_columns_of_another_measure_are_aligned() -> None:
    def wide(text: str) -> int:
        return sum(2 if char > "\u2fff" else 1 for char in text)

    _, first, second = laid_out((Column("a"), Column("b")), [("日本", "x"), ("a", "y")], None, wide)
    assert (first, second) == ("日本  x", "a     y")


@for_each(
    ("text", "width", "short"),
    [
        ("windy", 5, "windy"),
        ("windy and wet", 11, "windy and…"),
        ("windyandwet", 6, "windy…"),
        ("at 12:34", 6, "at…"),
        ("12:34", 4, "…"),
        ("8/8 at 2 x 24 kg", 9, "8/8 at…"),
        ("8/8, 8/8, 8/8", 9, "8/8 …"),
        ("10/10 12/12 8", 12, "10/10 …"),
        ("a b", 0, ""),
    ],
)
def test_words_end_where_a_word_does(text: str, width: int, short: str) -> None:
    assert shortened(text, width) == short
    assert len(short) <= width


def test_a_text_goes_on_under_its_own_beginning_or_under_its_label() -> None:
    lines = [("ours", "one two three four five six seven"), ("", "eight")]
    assert list(hanging(lines, None)) == ["ours  one two three four five six seven", "      eight"]
    assert list(hanging(lines, 34)) == [
        "ours  one two three four five six",
        "      seven",
        "      eight",
    ]
    assert list(hanging(lines, 20)) == ["ours", "one two three four", "five six seven", "eight"]
