"""Every code of a help is explained by name, once, with all that the helps say of it."""

from runlift_tui.core.home.by_name import words_of
from runlift_tui.core.home.terms import terms
from runlift_tui.core.keys.actions import SCREENS
from runlift_tui.core.keys.in_force import named


def test_every_code_of_a_help_is_told_with_its_meaning() -> None:
    said = {line for term in terms() for _, line in term.lines}
    codes = [(code, named(meaning)) for each in SCREENS for code, meaning in each.codes]
    assert codes
    for code, meaning in codes:
        assert meaning in said, code


def test_a_term_stands_once_and_says_something() -> None:
    found = list(terms())
    assert len({term.title for term in found}) == len({term.id for term in found}) == len(found)
    for term in found:
        assert any(line for _, line in term.lines), term.title
        assert "{" not in "".join(line for _, line in term.lines), term.title


def test_what_has_several_meanings_has_all_of_them() -> None:
    (b1,) = [term for term in terms() if term.title.startswith("B1")]
    assert {where for where, _ in b1.lines} >= {"the session", "plan", "home, half of B1"}
    told = {term.id: " ".join(line for _, line in term.lines) for term in terms()}
    assert "RIR: 2 more is an RPE of 8" in told["code=could do"]
    assert "rir" in words_of("code=could do")
    assert "emergency help" in told["stop-sign"]
    assert "nothing jumps" in told["pain"]
