"""Whole keyboards as terminals send them: digits, point, comma, enter and letters of each kind."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from textual.widgets import Input

from runlift_tui.clock import ManualClock
from runlift_tui.core.face.shapes import ScreenState
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.state import Rest
from runlift_tui.core.setup.choices import Choices
from tests.screens.gym import SEASONED, Gym, gym
from tests.screens.test_keyboards import own, said, send
from tests.sweep import sweep

pytestmark = pytest.mark.posix

SHORT = Choices(level=Level.ADVANCED, warm_up_rounds=1, main_rounds=2)
DIGITS, LETTERS = "0123456789", "unpq"
CAPS = 65
"""What kitty tells beside a key under Caps Lock."""
Sent = Mapping[str, str]
"""What is sent for each key: a digit, a point, a comma, enter, a letter."""


def row(digits: str, points: str = ".,", enter: str = "\r", letters: str = LETTERS) -> Sent:
    """Return a keyboard of which each key sends one character."""
    signs = dict(zip("".join((DIGITS, ".,")), digits + points, strict=True))
    return MappingProxyType({**signs, "enter": enter, **dict(zip(LETTERS, letters, strict=True))})


def told(code: int, text: str, base: int = 0, held: int = 1) -> str:
    """Return a key as kitty tells it, with what stands there on an American keyboard."""
    alternatives = f"::{base}" if base else ""
    return f"\x1b[{code}{alternatives};{held};{ord(text)}u"


def kitty(letters: str = LETTERS, *, held: int = 1, digits: str = DIGITS) -> Sent:
    """Return a keyboard as kitty tells it: letters of any alphabet, a row of digits of its own."""
    found = {each: told(ord(each), each, held=held) for each in ".,"}
    found["enter"] = f"\x1b[13;{held}u"
    for key, typed in zip(DIGITS + LETTERS, digits + letters, strict=True):
        base = 0 if typed == key else ord(key)
        found[key] = told(ord(typed), typed.upper() if held == CAPS else typed, base, held)
    return MappingProxyType(found)


PAD: Sent = MappingProxyType(
    {
        **kitty(),
        **{digit: told(57399 + int(digit), digit, held=129) for digit in DIGITS},
        ".": told(57409, ".", held=129),
        ",": told(57416, ",", held=129),
        "enter": "\x1b[57414;129u",
    }
)
FAMILIES: Mapping[str, Sent] = {
    "plain": row(DIGITS),
    "plain, in kitty": kitty(),
    "a pad in kitty": PAD,
    "a pad in application mode": MappingProxyType(
        {
            **{digit: f"\x1bO{chr(ord('p') + int(digit))}" for digit in DIGITS},
            ".": "\x1bOn",
            ",": "\x1bOl",
            "enter": "\x1bOM",
            **{letter: letter for letter in LETTERS},
        }
    ),
    "full width": row("０１２３４５６７８９", "．，", letters="ｕｎｐｑ"),
    "full width, capitals": row("０１２３４５６７８９", "．，", letters="ＵＮＰＱ"),
    "Arabic": row("٠١٢٣٤٥٦٧٨٩", "٫،", letters="عىحض"),
    "Persian": row("۰۱۲۳۴۵۶۷۸۹", "٫٬", letters="عىحض"),
    "Devanagari": row("०१२३४५६७८९"),
    "AZERTY without Shift, named": row("à&é\"'(-è_ç"),
    "AZERTY without Shift, in kitty": kitty(digits="à&é\"'(-è_ç"),
    "Caps Lock": row(DIGITS, letters="UNPQ"),
    "Caps Lock, in kitty": kitty(held=CAPS),
    "Russian": row(DIGITS, letters="гтзй"),
    "Russian under Caps Lock": row(DIGITS, letters="ГТЗЙ"),
    "Russian, in kitty": kitty("гтзй"),
    "Russian under Caps Lock, in kitty": kitty("гтзй", held=CAPS),
    "Greek": row(DIGITS, letters="θνπq"),
    "Greek, in kitty": kitty("θνπq"),
    "Hebrew": row(DIGITS, letters="ומפq"),
    "Hebrew, in kitty": kitty("ומפq"),
}
"""The key of q types a sign in Greek and in Hebrew; as on Dvorak, where another sign stands there,
it is what it types."""
STAY = ("a pad in application mode", "AZERTY without Shift, in kitty", "Caps Lock", "Russian")


def is_note(g: Gym) -> bool:
    """Whether a line is open to write a note in."""
    return bool(g.screen.query(Input))


@pytest.mark.parametrize("family", sweep(FAMILIES, stay=STAY))
async def test_every_key_does_what_is_printed_on_it(
    family: str, tmp_path: Path, clock: ManualClock
) -> None:
    keys = FAMILIES[family]
    text = '[settings]\ndigit_row = "azerty"\n' if family.endswith("named") else ""
    store = own(tmp_path, clock, text)
    async with gym(tmp_path, clock, athlete=SEASONED, store=store, choices=SHORT) as g:
        await g.skip_to("B1")
        await g.space()
        assert g.is_in(Rest)
        await g.wait(2)
        for digit in DIGITS:
            await send(g, keys["1"], keys[digit], keys["enter"])
            assert g.done("B1").left == 10 + int(digit), digit
        await g.press("y")  # so many reps are asked about
        await g.press("tab", "tab")
        for point, each_kg in ((".", "7.5"), (",", "8,5")):
            await send(g, *(keys[key] for key in each_kg), keys["enter"])
            assert g.values()["load"] == f"2 x {each_kg.replace(',', '.')} kg", point
        await g.wait(2)
        await send(g, keys["p"])
        assert g.shows(ScreenState.PAUSED)
        await g.wait(1)
        await send(g, keys["p"])
        assert not g.shows(ScreenState.PAUSED)
        await g.wait(1)
        await send(g, keys["n"])
        assert is_note(g)
        await g.press("escape")
        await g.wait(1)
        before = len(g.session.log)
        await send(g, keys["u"])
        assert len(g.session.log) == before - 1
        await g.wait(1)
        await send(g, keys["q"])
        assert g.is_home


async def test_a_sign_of_every_number_pad_says_nothing_of_a_row_of_digits(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, choices=SHORT) as g:
        await g.skip_to("B1")
        await g.space()
        phase = g.phase
        await send(g, "/", "*")
        assert not said(g)
        await send(g, "-")
        assert g.phase != phase


@pytest.mark.parametrize("sign", [";", "/", "'"])
async def test_a_sign_on_the_key_of_q_leaves_nothing_and_says_so(
    sign: str, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, choices=SHORT) as g:
        await g.wait(1)
        await send(g, told(ord(sign), sign, ord("q")))
        assert not g.is_home
        assert f"{sign} does nothing here." in g.text()
