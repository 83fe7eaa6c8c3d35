"""Which word was mistyped, and which one is simply another."""

from runlift_tui.core.runs.line_grammar import KNOWN
from runlift_tui.core.words.spelling import slip, slips_between
from tests.rows import for_each


@for_each(
    ("word", "meant"),
    [
        ("tmpo", "tempo"),
        ("esy", "easy"),
        ("lng", "long"),
        ("satruday", "saturday"),
        ("yesterdy", "yesterday"),
        ("intervalls", "intervals"),
        ("raec", "race"),
    ],
)
def test_a_slip_of_the_fingers(word: str, meant: str) -> None:
    assert slip(word, KNOWN) == meant


@for_each("word", ["treadmill", "feeling", "heute", "hr", "pain", "fast", "++", ""])
def test_another_word(word: str) -> None:
    assert slip(word, KNOWN) == ""


def test_slips_are_counted() -> None:
    pairs = {("a", "a"): 0, ("ab", "ba"): 1, ("ab", "b"): 1, ("a", "ab"): 1, ("ab", "cd"): 2}
    assert {pair: slips_between(*pair) for pair in pairs} == pairs
