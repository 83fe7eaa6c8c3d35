"""How a query means a thing: whatever its form, its order and its hyphens."""

from runlift_tui.core.home.matching import BEGINS, CALLED, HAS_WORDS, MEANT, NOT, stem, way
from tests.rows import for_each

OTHERS = ("delete a session", "how long", "run days", "stop sign", "more rest between sets")


def how(query: str) -> int:
    return way("Keys of: Routines", OTHERS, query).how


@for_each(
    "query",
    [
        *("delete a session", "delete session", "Session delete", "deleting sessions"),
        *("deleted session", "how do I delete this session?", "stopsign", "stop-signs"),
        *("rundays", "Run-Day", "keys of routines", "routine's keys", "how long"),
    ],
)
def test_a_phrase_is_called_in_any_form(query: str) -> None:
    assert how(query) == CALLED, query


def test_the_same_words_come_before_another_form_of_them() -> None:
    assert way("", ("delete session",), "delete session") < way(
        "", ("x", "deleted session"), "delete session"
    )


def test_surer_ways_come_first() -> None:
    assert how("keys of") == BEGINS
    assert how("rout") == HAS_WORDS
    assert how("rest between") == MEANT
    assert how("long") == MEANT, "a phrase of little words but one is not asked for by that one"
    assert how("export") == NOT
    near, far = way("", ("rest",), "res"), way("", ("rest between sets",), "res")
    assert near < far < way("", ("rest", "between"), "res betw")


@for_each(
    ("forms", "left"),
    [
        (("delete", "deletes", "deleted", "deleting"), "delet"),
        (("swap", "swapped", "swapping", "swaps"), "swap"),
        (("run", "runs", "running"), "run"),
        (("press", "pressed"), "press"),
    ],
)
def test_forms_of_a_word_are_one(forms: tuple[str, ...], left: str) -> None:
    assert {stem(each) for each in forms} == {left}


def test_what_only_ends_like_a_form_stays() -> None:
    for word in ("string", "bring", "status", "us", "red", "settings"):
        assert stem(word) in (word, word.removesuffix("s")), word
    assert stem("settings") != stem("sets")
