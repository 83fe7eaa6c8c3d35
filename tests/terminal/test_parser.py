"""What a terminal's text comes to, whole or cut in two: keys, and what is none."""

import time

import pytest
from textual import events
from textual.message import Message

from runlift_tui.terminal.parser import Behind, SensibleParser
from tests.sent import heard

pytestmark = pytest.mark.posix

BEHIND = {
    **{f"{digit}": f"{digit}" for digit in range(10)},
    **{letter: letter for letter in "bdfghnpquxzBUé"},
    "-": "minus",
    "+": "plus",
    "=": "equals_sign",
    ".": "full_stop",
    ",": "comma",
    " ": "space",
    "\r": "enter",
    "\x7f": "backspace",
    "/": "slash",
    "?": "question_mark",
    "\x03": "ctrl+c",
    "\x1a": "ctrl+z",
}
"""Keys by what they send."""
MAY_GO_ON = {"[": "left_square_bracket", "]": "right_square_bracket", "O": "O", "P": "P"}
"""Keys that could be the beginning of something else behind an escape."""
NO_ESCAPE = (
    *("\x1b[A", "\x1bOA", "\x1b[1;3D", "\x1b[5~", "\x1b[15~", "\x1b[Z", "\x1b\t", "\x1bOq"),
    *("\x1bOM", "\x1b[117;3u", "\x1b[57400;129;49u", "\x1b[27;5;117~", "\x1b[I", "\x1b[O"),
    *("\x1b[<0;3;4M", "\x1b[200~u 5\x1b[201~", "\x1b[?2026;2$y", "\x1b[48;24;80;1;1t"),
)
ANSWERS = (
    *("\x1b[?1;2c", "\x1b[>0;276;0c", "\x1b[0n", "\x1b[?0u", "\x1b[8;24;80t", "\x1b[?1004;2$y"),
    *("\x1b[0~", "\x1b[49~", "\x1b[99~", "\x1b[117~", "\x1b[117;5~", "\x1b[M !!"),
)
"""What a terminal says of itself, and numbers that no key has."""
FUNCTION_KEYS = {"\x1b[25~": "f13", "\x1b[32~": "f18", "\x1b[33~": "f19", "\x1b[34~": "f20"}
"""As xterm sends F13 and on, and many terminals Shift and F1 and on."""


def told(messages: list[Message]) -> list[str]:
    """Return what came, so that it can be compared."""
    return [repr(each) for each in messages]


def keys_of(*texts: str) -> list[str]:
    """Return the keys of texts, those behind an escape and it apart, when nothing more comes."""
    parser = SensibleParser()
    found = [each for text in texts for each in parser.feed(text)]
    parser._sequences._last_s = time.monotonic() - 10
    found += parser.tick()
    keys: list[str] = []
    for each in found:
        assert isinstance(each, events.Key)
        is_two = isinstance(each, Behind)
        keys += ["escape", *(key.key for key in each.keys)] if is_two else [each.key]  # type: ignore[attr-defined]
    return keys


@pytest.mark.parametrize(("typed", "key"), [*BEHIND.items(), *MAY_GO_ON.items()], ids=ascii)
def test_an_escape_and_a_key_right_behind_it_stay_two_keys(typed: str, key: str) -> None:
    assert keys_of(f"\x1b{typed}") == ["escape", key]
    assert keys_of("\x1b", typed) == ["escape", key]
    if typed in BEHIND:
        assert keys_of(f"\x1b{typed}8u") == ["escape", key, "8", "u"]
    assert keys_of(f"\x1b\x1b{typed}") == ["escape", "escape", key]


def test_what_is_typed_behind_an_escape_is_what_it_types_alone() -> None:
    for typed in BEHIND:
        (found,), (alone,) = heard(f"\x1b{typed}"), heard(typed)
        assert isinstance(found, Behind)
        assert told([*found.keys]) == told([alone])


def test_arrows_as_putty_sends_them_with_alt_are_no_bare_escape() -> None:
    (found,) = heard("\x1b\x1b[D")
    assert isinstance(found, Behind)
    assert (found.key, [each.key for each in found.keys]) == ("alt+left", ["left"])


@pytest.mark.parametrize("sequence", NO_ESCAPE, ids=ascii)
def test_what_begins_with_an_escape_is_one_thing_wherever_it_is_cut(sequence: str) -> None:
    whole = heard(sequence)
    assert len(whole) == 1
    assert not isinstance(whole[0], Behind)
    assert getattr(whole[0], "key", "") != "escape"
    for place in range(1, len(sequence)):
        assert told(heard(sequence[:place], sequence[place:])) == told(whole)


def test_alt_as_kitty_tells_it_is_alt() -> None:
    for sequence in ("\x1b[117;3u", "\x1b[27;3;117~"):
        (found,) = heard(sequence)
        assert isinstance(found, events.Key)
        assert found.key == "alt+u"
        assert not isinstance(found, Behind)


@pytest.mark.parametrize("answer", ANSWERS, ids=ascii)
def test_an_answer_and_a_number_without_a_key_type_nothing(answer: str) -> None:
    for texts in ((f"{answer}u",), (answer, "u"), (*answer, "u")):
        assert keys_of(*texts) == ["u"]


@pytest.mark.parametrize("sequence", FUNCTION_KEYS)
def test_a_far_function_key_is_no_sign(sequence: str) -> None:
    assert keys_of(sequence) == [FUNCTION_KEYS[sequence]]
