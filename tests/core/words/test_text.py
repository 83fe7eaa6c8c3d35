"""Any text can be printed without effect on what is around it."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.words.text import safe_text
from tests.rows import for_each


@for_each(
    ("text", "shown"),
    [
        ("Dead bug", "Dead bug"),
        ("[red]Squat[/red]", "[red]Squat[/red]"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("\x1b[2Jgone", "\N{REPLACEMENT CHARACTER}[2Jgone"),
        ("bell\x07 c1\x9b", "bell\N{REPLACEMENT CHARACTER} c1\N{REPLACEMENT CHARACTER}"),
        ("left \u202eright\u202c", "left right"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("lone \ud800", "lone \N{REPLACEMENT CHARACTER}"),
        ("no\u00a0break", "no break"),
        ("e\u0301tire", "\u00e9tire"),
        ("می\u200cروم", "می\u200cروم"),
    ],
)
def test_shown(text: str, shown: str) -> None:
    assert safe_text(text) == shown


@given(st.text(st.characters(exclude_categories=[])))
def test_nothing_that_acts_is_left(text: str) -> None:
    shown = safe_text(text)
    assert not {unicodedata.category(char) for char in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(shown) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
    )
    assert safe_text(shown) == shown
