"""What a press means: on any keyboard, in any alphabet, under Caps Lock."""

from collections.abc import Sequence

import pytest

from runlift_tui.core.keys.key_names import as_printed, key_name, printed
from runlift_tui.core.keys.keyboard import Keyboard, Meant, Press, meant
from runlift_tui.core.keys.layouts import AS_TYPED, DIGIT_ROWS, on_latin
from tests.rows import for_each

SESSION = frozenset((*"0123456789uUpsxwrnfqolh", "minus", "plus", "full_stop", "space", "pagedown"))
"""What a session does something with."""


ROOM = 76
"""Columns of a line of a session in a window of 80."""


def plain_named(key: str) -> Press:
    """Return a key as such a terminal sends it, by its name or by what it types."""
    return Press(key, printed(key)) if len(key) > 1 else plain(key)


def plain(character: str) -> Press:
    """Return a key as a terminal sends it that tells no more than what it types."""
    name = key_name(character) or character
    return Press(*as_printed(name, character))


def typed(
    presses: Sequence[Press] | str, row: str = "", own: dict[str, str] | None = None
) -> tuple[list[str], list[str]]:
    """Return what presses mean one after another, and what is said of them."""
    keyboard, keys, said = Keyboard(row), [], []
    for each in presses:
        found = meant(
            keyboard,
            plain(each) if isinstance(each, str) else each,
            own or {},
            SESSION.__contains__,
        )
        keyboard = found.keyboard
        keys.append(found.key)
        said += [found.said] if found.said else []
    return keys, said


def test_a_usual_key_is_what_it_is_and_nothing_is_said() -> None:
    usual = "u12-+U.p5"
    names = ["u", "1", "2", "minus", "plus", "U", "full_stop", "p", "5"]
    assert typed(usual) == (names, [])
    told = [Press(name, each, caps=False) for name, each in zip(names, usual, strict=True)]
    assert typed(told) == (names, [])


@for_each("row", DIGIT_ROWS)
def test_a_row_of_digits_that_was_named_types_digits(row: str) -> None:
    keys, said = typed(DIGIT_ROWS[row].types, row)
    assert keys == list("1234567890")[: len(keys)]
    assert not said


def test_the_sign_of_such_a_row_is_on_another_key() -> None:
    assert typed("-)6", "azerty") == (["6", "minus", "6"], [])
    assert typed("+=", "czech") == (["1", "plus"], [])
    assert typed("+=-%", "bepo") == (["7", "plus", "8", "minus"], [])
    pad = Press("minus", "-", caps=False)
    assert typed([pad], "azerty") == (["minus"], []), "the number pad's, where that is told"


def test_a_terminal_that_tells_where_a_key_is_settles_the_row() -> None:
    six, bracket = Press("minus", "-", "6", caps=False), Press("right_parenthesis", ")", "-")
    keys, said = typed([six, bracket, six, Press("é", "é", "2", caps=False)])
    assert keys == ["6", "minus", "6", "2"]
    assert len(said) == 1
    assert ") is - now" in said[0]


def test_where_it_does_not_tell_the_athlete_is_told_why_and_no_second_is_lost() -> None:
    keys, said = typed("é-è-")
    assert keys == ["é", "", "è", "minus"]
    assert said[0].startswith("é types no digit;")
    assert 'digit_row = "azerty"' in said[0]
    assert "- may be meant as 6" in said[1]
    assert said[2].startswith("è types no digit;"), "each time it is why nothing was typed"
    assert len(said) == 3


def test_what_is_said_of_a_keyboard_has_room_in_one_line_of_a_session() -> None:
    rows = [(each.types[1], *each.moved) for each in DIGIT_ROWS.values()]
    found = [said for row in rows for said in typed([plain_named(key) for key in row])[1]]
    for row in DIGIT_ROWS.values():
        told = Press(
            *as_printed(key_name(row.types[0]) or row.types[0], row.types[0]), "1", caps=False
        )
        found += typed([told])[1]
    for presses in ("PNUX", "з", "ก"):
        found += typed(presses)[1]
    found += typed([Press("kp_begin", caps=False, pad=True)])[1]
    assert len(found) > 15
    assert [each for each in found if len(each) > ROOM] == []


def test_of_a_sign_on_several_such_keyboards_every_digit_is_told() -> None:
    keys, said = typed('"-')
    assert keys == ["quotation_mark", ""]
    assert "- may be meant as 6 or 8:" in said[1]
    keys, said = typed("«+-")
    assert keys == ["«", "", ""]
    assert [each[:20] for each in said[1:]] == ["+ may be meant as 7:", "- may be meant as 8:"]


def test_under_caps_lock_a_letter_of_such_a_row_is_its_digit_too() -> None:
    assert typed("ÉÀ", "azerty") == (["2", "0"], [])
    assert typed([Press("É", "É", "2", caps=True)])[0] == ["2"]


def test_a_sign_that_is_nobodys_digit_is_left_alone() -> None:
    assert typed("(é-", AS_TYPED) == (["left_parenthesis", "é", "minus"], [])


def test_caps_lock_is_seen_and_said_once() -> None:
    keys, said = typed("PNUUX")
    assert keys == ["p", "n", "u", "u", "x"]
    assert len(said) == 1
    assert said[0].startswith("Caps Lock seems to be on: N is taken as n")


def test_one_capital_alone_is_no_caps_lock_however_often_it_comes() -> None:
    assert typed("PPPU") == (["p", "p", "p", "U"], [])
    assert typed("PnNU") == (["p", "n", "n", "U"], []), "a small letter between says that it is off"
    assert typed("PZYU") == (["p", "Z", "Y", "U"], []), "what does nothing says nothing of it"


def test_a_capital_of_its_own_is_one_until_caps_lock_is_seen_and_after_a_small_letter() -> None:
    assert typed("UPNUpU")[0] == ["U", "p", "n", "u", "p", "U"]


def test_a_terminal_that_tells_of_caps_lock_needs_no_words() -> None:
    on = [Press("U", "U", caps=True), Press("u", "u", caps=True, shift=True)]
    assert typed(on) == (["u", "U"], [])


@for_each(
    ("letter", "latin"),
    [
        ("г", "u"),
        ("Г", "U"),
        ("ы", "s"),
        ("і", "s"),
        ("θ", "u"),
        ("ו", "u"),
        ("ع", "u"),
    ],
)
def test_a_letter_of_another_alphabet_is_the_latin_one_on_its_key(letter: str, latin: str) -> None:
    assert on_latin(letter) == latin
    keys, said = typed(letter)
    assert keys == [latin]
    assert said == [f"{letter} is taken as {latin}, which stands on the same key."]


def test_a_point_may_stand_under_a_letter_too() -> None:
    assert typed("ю")[0] == ["full_stop"]


def test_where_the_terminal_tells_the_key_nothing_is_said() -> None:
    told = [Press("ќ", "ќ", "u", caps=False), Press("Ќ", "Ќ", "u", shift=True, caps=False)]
    assert typed(told) == (["u", "U"], [])


def test_a_letter_of_no_known_keyboard_says_what_helps() -> None:
    keys, said = typed("กข")
    assert keys == ["ก", "ข"]
    assert len(said) == 1
    assert "ก is no key here" in said[0]


def test_what_an_athlete_bound_comes_first() -> None:
    found = meant(Keyboard(), plain("г"), {}, frozenset("г1").__contains__)
    assert found == Meant("г", Keyboard())
    assert typed([Press("f6"), Press("6", "6")], own={"f6": "6", "6": ""}) == (["6", ""], [])


@for_each(
    ("character", "key"),
    [
        ("５", "5"),
        ("\u3000", "space"),
        ("\u00a0", "space"),
        ("٥", "5"),
        ("۷", "7"),
        ("५", "5"),
        ("ｕ", "u"),
        ("²", "²"),
        ("½", "½"),
    ],
)
def test_digits_of_other_scripts_are_digits_and_raised_ones_none(character: str, key: str) -> None:
    assert typed(character) == ([key], [])


@for_each("key", ["space", "enter", "backspace", "escape"])
def test_a_key_that_is_the_same_under_shift_is_that_key(key: str) -> None:
    assert as_printed(f"shift+{key}", None) == (key, None)


@pytest.mark.parametrize("key", ["kp_begin", "pagedown", "home"])
def test_a_pad_without_numlock_says_so_and_does_nothing(key: str) -> None:
    pad = Press(key, caps=False, pad=True)
    keys, said = typed([pad, pad, Press("up", caps=False, pad=True)])
    assert keys == ["", "", "up"]
    assert said == ["NumLock is off: with it on, the number pad types digits."]
