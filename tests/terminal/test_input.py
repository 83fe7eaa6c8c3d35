"""Whatever a terminal says of itself, it ends nothing."""

from contextlib import suppress
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from runlift_tui.core.keys.keyboard import Press
from runlift_tui.terminal.input import _forgiving, listen
from runlift_tui.terminal.parser import Sent
from tests.rows import for_each
from tests.sent import heard

pytestmark = pytest.mark.posix


@for_each("size", ["24;80;0;0", "0;0;0;0", "0;80;480;0", "24;0;0;640"])
def test_a_window_of_no_pixels_has_a_mouse_that_is_nowhere(size: str) -> None:
    found = heard(f"\x1b[48;{size}t", "\x1b[<0;5;5M", "\x1b[<35;1;1m")
    assert [type(each) for each in found] == [events.Resize]


def test_a_window_with_pixels_has_one_that_is_somewhere() -> None:
    _, found = heard("\x1b[48;24;80;480;640t", "\x1b[<0;9;21M")
    assert isinstance(found, events.MouseDown)
    assert (found.x, found.y) == (1, 1)


def test_an_enter_typed_before_the_program_had_the_terminal_is_an_enter() -> None:
    class Driver:
        _loop = SimpleNamespace(is_closed=lambda: False)
        got: ClassVar[list[events.Key]] = []

        def process_message(self, message: events.Key) -> None:
            self.got.append(message)

    app: Any = SimpleNamespace(driver_class=Driver)
    listen(app)
    for key, character in (("ctrl+j", "\n"), ("j", "j")):
        app.driver_class().process_message(events.Key(key, character))
    assert [each.key for each in Driver.got] == ["enter", "j"]


PIECES = (b"\xe9", "é".encode(), "€".encode(), b"\xe2\x82", b"a", b"\x80", b"\xff", b"\xc3")


@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=4), max_size=8))
def test_bytes_come_to_the_same_letters_in_any_pieces(pieces: list[bytes]) -> None:
    heard()
    decoder, data = _forgiving("utf-8")(), b"".join(pieces)
    found = "".join(decoder.decode(each) for each in pieces) + decoder.decode(b"", True)
    assert found == _forgiving("utf-8")().decode(data, True)
    with suppress(UnicodeDecodeError):
        assert found == data.decode("utf-8")


def test_to_listen_twice_is_to_listen_once() -> None:
    heard()
    from textual.drivers import linux_driver

    first = vars(linux_driver)["XTermParser"]
    heard()
    assert vars(linux_driver)["XTermParser"] is first


@for_each("marked", [True, False])
def test_a_megabyte_is_one_thing_that_was_pasted(marked: bool) -> None:
    text = "squat, 8 reps\n" * 75_000
    sent = f"\x1b[200~{text}\x1b[201~" if marked else f"{text}\x1b[A"
    pieces = [sent[at : at + 4095] for at in range(0, len(sent), 4095)]
    found = [each for each in heard(*pieces) if isinstance(each, events.Paste)]
    assert [each.text for each in found] == [text[: 1 << 20]]


def pressed(text: str) -> Press:
    """Return the one key that a terminal's text is."""
    (found,) = heard(text)
    assert isinstance(found, events.Key)
    return found.press if isinstance(found, Sent) else Press(found.key, found.character)


@for_each(
    ("text", "press"),
    [
        ("\x1b[57400u", Press("1", "1", caps=False)),
        ("\x1b[57400;129;49u", Press("1", "1", caps=False)),
        ("\x1b[57409;129;46u", Press("decimal", ".", caps=False)),
        ("\x1b[57409;129;44u", Press("decimal", ",", caps=False)),
        ("\x1b[57412;129;45u", Press("subtract", "-", caps=False)),
        ("\x1b[57414;129u", Press("enter", None, caps=False)),
        ("\x1b[57416;129;44u", Press("separator", ",", caps=False)),
        ("\x1b[57419u", Press("up", None, caps=False, pad=True)),
        ("\x1b[57422u", Press("pagedown", None, caps=False, pad=True)),
        ("\x1b[57427~", Press("kp_begin")),
        ("\x1bOq", Press("1", "1")),
        ("\x1bOy", Press("9", "9")),
        ("\x1bOn", Press("full_stop", ".")),
        ("\x1bOl", Press("comma", ",")),
        ("\x1bOm", Press("minus", "-")),
        ("\x1bOk", Press("plus", "+")),
        ("\x1bOX", Press("equals_sign", "=")),
        ("\x1bOM", Press("enter")),
        ("\x1bOE", Press("kp_begin")),
        ("\x1b[E", Press("kp_begin")),
    ],
)
def test_a_number_pads_keys(text: str, press: Press) -> None:
    found = pressed(text)
    assert (found.key, found.caps, found.pad) == (press.key, press.caps, press.pad)
    assert found.character in (press.character, None)


@for_each(
    ("text", "press"),
    [
        ("\x1b[117;1;117u", Press("u", "u", caps=False)),
        ("\x1b[117:85;2;85u", Press("U", "U", shift=True, caps=False)),
        ("\x1b[117;65;85u", Press("U", "U", caps=True)),
        ("\x1b[117:85;66;117u", Press("u", "u", shift=True, caps=True)),
        ("\x1b[1075::117;1;1075u", Press("г", "г", "u", caps=False)),
        ("\x1b[1075:1043:117;2;1043u", Press("Г", "Г", "u", shift=True, caps=False)),
        ("\x1b[1089::99;5u", Press("ctrl+c", None, "c", caps=False)),
        ("\x1b[45::54;1;45u", Press("minus", "-", "6", caps=False)),
        ("\x1b[45:54:54;2;54u", Press("6", "6", "6", shift=True, caps=False)),
        ("\x1b[117;1:1;117u", Press("u", "u", caps=False)),
        ("\x1b[117;1:2;117u", Press("u", "u", caps=False)),
        ("\x1b[117;129;117u", Press("u", "u", caps=False)),
        ("\x1b[117u", Press("u", "u", caps=False)),
        (
            "\x1b[187::51;u",
            Press("right_pointing_double_angle_quotation_mark", "»", "3", caps=False),
        ),
        ("\x1b[45::54;u", Press("minus", "-", "6", caps=False)),
        ("\x1b[117:85;2u", Press("U", "U", shift=True, caps=False)),
        ("\x1b[117:85;66u", Press("u", "u", shift=True, caps=True)),
        ("\x1b[50:64;2u", Press("at", "@", shift=True, caps=False)),
        ("\x1b[27;2;85~", Press("U", "U", shift=True, caps=False)),
        ("\x1b[27;5;108~", Press("ctrl+l", caps=False)),
        ("\x1b[27;6;85~", Press("ctrl+shift+u", shift=True, caps=False)),
        ("\x1b[27;2;13~", Press("shift+enter", shift=True, caps=False)),
        ("\x1b[27;2;32~", Press("shift+space", " ", shift=True, caps=False)),
        ("\x1b[13;193u", Press("enter", caps=True)),
    ],
)
def test_all_that_is_told_of_a_key(text: str, press: Press) -> None:
    assert pressed(text) == press


@for_each("text", ["\x1b[32;1:3u", "\x1b[117;1:3u", "\x1b[57414;129:3u", "\x1b[1;1:3A"])
def test_a_key_that_is_let_go_is_none(text: str) -> None:
    assert [each.key for each in heard(text, "u") if isinstance(each, events.Key)][-1] == "u"
    assert "space" not in {getattr(each, "key", "") for each in heard(text)}


@pytest.mark.parametrize("text", ["\x1b[9999999u", "\x1b[1:2;3A", "\x1b[97;1;9999999u"])
def test_a_key_that_cannot_be_is_none_and_the_next_one_counts(text: str) -> None:
    *_, found = heard(text, "\x1b[117;1;117u")
    assert isinstance(found, events.Key)
    assert found.key == "u"
