"""Any text can be printed without effect on what is around it."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.words.text import capital, findable, one, safe_text, sentence
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


@for_each(
    ("path", "shown"),
    [
        ("/s/2026 (1).json", "/s/2026 (1).json"),
        ("/s/e\u0301t\u00e9.json", "/s/\u00e9t\u00e9.json"),
        ("/s/\x1b[2J.json", r"$'/s/\x1b[2J.json'"),
        ("/s/it's\n.json", r"$'/s/it\'s\x0a.json'"),
        ("/s/\udcff.json", r"$'/s/\xff.json'"),
        ("/s/\ud800\u202e", r"$'/s/\xed\xa0\x80\xe2\x80\xae'"),
    ],
)
def test_a_file_can_be_found_by_what_is_said(path: str, shown: str) -> None:
    assert findable(path) == shown


@for_each(
    ("text", "said"),
    [
        ("first time: begin light", "First time: begin light."),
        ("Ramp: they count.", "Ramp: they count."),
        ("F6 turns it on", "F6 turns it on."),
        ("which one: B1 or B2?", "Which one: B1 or B2?"),
        ("", ""),
    ],
)
def test_a_sentence_has_a_capital_and_one_end_and_keeps_its_names(text: str, said: str) -> None:
    assert sentence(text) == said
    assert capital(said) == said


@for_each(("what", "told"), [("exercise", "an exercise"), ("beginner", "a beginner")])
def test_one_of_something_has_its_article(what: str, told: str) -> None:
    assert one(what) == told
