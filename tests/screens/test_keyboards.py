"""Keys as terminals send them, from keyboards of all kinds, to what stands on the screen."""

from pathlib import Path

import pytest
from textual.widgets import Input

from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.state import Rest
from runlift_tui.core.setup.choices import Choices
from runlift_tui.store.store import Store
from tests.screens.gym import SEASONED, Gym, gym
from tests.sent import heard

pytestmark = pytest.mark.posix

KITTY_12 = "\x1b[57400;129;49u\x1b[57401;129;50u"
SHORT = Choices(level=Level.ADVANCED, warm_up_rounds=1, main_rounds=2)
FAMILIES = {
    "a row of digits": "12",
    "a pad in kitty": KITTY_12,
    "a pad in kitty, text not told": "\x1b[57400u\x1b[57401u",
    "a pad in application mode": "\x1bOq\x1bOr",
    "full-width": "\uff11\uff12",
    "Arabic": "\u0661\u0662",
    "Persian": "\u06f1\u06f2",
    "Devanagari": "\u0967\u0968",
    "AZERTY with Shift, in kitty": "\x1b[38:49:49;2;49u\x1b[233:50:50;2;50u",
    "AZERTY without, in kitty": "\x1b[38::49;1;38u\x1b[233::50;1;233u",
    "Czech without, in kitty": "\x1b[43::49;1;43u\x1b[283::50;1;283u",
    "BÉPO without, in kitty": "\x1b[34::49;1;34u\x1b[171::50;1;171u",
    "BÉPO without, in a kitty that tells no text": "\x1b[34::49;u\x1b[171::50;u",
    "with repeats and keys let go": "\x1b[49;1;49u\x1b[49;1:3u\x1b[50;1:2;50u\x1b[50;1:3u",
    "under Caps Lock and NumLock": "\x1b[49;193;49u\x1b[50;193;50u",
}
"""One and two, from each."""


async def send(g: Gym, *texts: str) -> None:
    """Send what a terminal sends."""
    for each in heard(*texts):
        each.set_sender(g.app)
        driver = g.app._driver
        assert driver is not None
        driver.send_message(each)
        await g.settled()


def said(g: Gym) -> str:
    """Return what is said of the keyboard in a corner, all of it that stands."""
    return " ".join(each.message for each in g.app._notifications)


async def rest(g: Gym) -> None:
    """Do the first set, and rest."""
    await g.press("space", "space")
    await g.space()
    assert g.is_in(Rest)


def own(folder: Path, clock: ManualClock, text: str) -> Store:
    """Return an open store beside settings written by hand."""
    (folder / "config.toml").write_text(text, encoding="utf-8")
    store = Store(folder, clock, folder / "config.toml")
    store.open()
    return store


async def test_every_family_types_what_is_logged(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await rest(g)
        for name, keys in FAMILIES.items():
            await send(g, "9", "\r")
            assert g.done("A1").left == 9
            await send(g, keys, "\x1b[57414;129u" if "kitty" in name else "\r")
            assert g.done("A1").left == 12, name


async def test_letters_of_other_alphabets_and_under_caps_lock(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await rest(g)
        for pause in ("p", "P", "з", "\x1b[112;65;80u", "\x1b[1079::112;1;1079u"):
            await g.wait(1)
            await send(g, pause)
            assert g.session.paused, repr(pause)
            if pause == "з":
                assert "з is taken as p, which stands on the same key." in g.text()
            await g.wait(1)
            await send(g, pause)
        await g.wait(1)
        await send(g, "з")
        assert "з is taken as p" not in g.text(), "it is told once"
        await g.wait(1)
        await send(g, "з")
        await g.wait(1)
        await send(g, "\x1b[117;65;85u")
        assert g.session.done, "a pause was taken back, and no set was put back"


async def test_a_row_that_types_signs_is_told_and_takes_nothing_off_the_rest(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await rest(g)
        phase = g.phase
        await send(g, "é")
        assert 'digit_row = "azerty"' in g.text()
        await send(g, "-")
        assert g.phase == phase
        assert "- may be meant as 6" in g.text(), "in the place of what was said before"
        assert "digit_row" not in g.text()
        await send(g, "-")
        assert g.phase != phase


async def test_what_is_said_of_the_keyboard_covers_nothing_and_goes_with_the_next_right_key(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=(80, 24)) as g:
        await rest(g)
        below = g.text().splitlines()[1:]
        wrong = 'é types no digit; Shift does, or digit_row = "azerty" in config.toml.'
        for right in ("down", "p", "9"):
            await send(g, "é")
            assert g.text().splitlines()[0].strip() == wrong
            assert g.text().splitlines()[1:] == below, "the figure, what comes next and its target"
            await g.press("f5")
            assert g.text().splitlines()[0].strip() == wrong, "and no other word lies over it"
            await g.press(right)
            assert "types no digit" not in g.text()
            await g.wait(1)
            await g.press("p" if right == "p" else "up")
            await g.wait(1)
            below = g.text().splitlines()[1:]


async def test_at_the_summary_too_it_stands_where_sentences_stand(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await rest(g)
        await g.press("f", "enter")
        await send(g, "é")
        assert "é types no digit" in g.text()
        assert not said(g)
        await send(g, "7")
        assert "types no digit" not in g.text()


async def test_a_sign_in_the_middle_of_a_number_waits(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await rest(g)
        phase = g.phase
        await send(g, "1", "-")
        assert g.phase == phase
        assert "Nothing was done by -: a number stands open." in g.text()
        await send(g, "2", "\r")
        assert g.done("A1").left == 12
        await send(g, "-")
        assert g.phase != phase


async def test_a_row_that_the_settings_name(tmp_path: Path, clock: ManualClock) -> None:
    store = own(tmp_path, clock, '[settings]\ndigit_row = "azerty"\n')
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await rest(g)
        phase = g.phase
        await send(g, "&-", "\r")
        assert g.done("A1").left == 16
        assert g.phase == phase
        assert "+ )" in g.text()
        await send(g, ")")
        assert g.phase != phase
        assert not said(g)


async def test_digits_that_have_other_keys(tmp_path: Path, clock: ManualClock) -> None:
    store = own(tmp_path, clock, '[keys]\n"digits.1" = ["1", "f6"]\n"digits.2" = "f7"\n')
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await rest(g)
        await send(g, "\x1b[17~", "\x1b[18~", "2", "\r")
        assert g.done("A1").left == 12


async def test_a_key_that_means_nothing_is_named_and_one_held_beside_shift_is_itself(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "space")
        for key, name in {"\x1b[15~": "F5", "\x1b[117;3u": "alt+u", "\x15": "ctrl+u"}.items():
            await send(g, key)
            assert f"{name} does nothing here." in g.text()
        await send(g, "\x1b[57430u", "\x1b[57441;2u", "u\u0301")
        assert " does nothing here." not in g.text().replace("ctrl+u does", "")
        await g.wait(1)
        await send(g, "\x1b[32;1:3u")
        assert not g.session.done, "a key that is let go"
        await send(g, "\x1b[32;2;32u")
        assert g.session.done, "Shift and the space bar"


async def test_a_line_of_text_keeps_what_is_typed(tmp_path: Path, clock: ManualClock) -> None:
    store = own(tmp_path, clock, '[settings]\ndigit_row = "azerty"\n')
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await rest(g)
        await send(g, "n")
        text = "Щé-\u0665 PÀ"
        await send(g, text)
        assert g.screen.query_one(Input).value == text
        assert not said(g)


async def test_a_capital_that_can_do_nothing_now_is_no_sign_of_caps_lock(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await rest(g)
        await send(g, "q", "d", "u", "U", "U")
        assert "UNFINISHED" not in g.text()
        assert "Caps Lock seems" not in g.text()
        await send(g, "h", "J", "J", "K", "J")
        assert not said(g), "keys of another screen, however often"
        await send(g, "Q", "Q", "H", "H")
        assert "Caps Lock seems to be on: H" in said(g)
        await send(g, "down")
        assert not said(g), "a right key came"


BEHIND_ESCAPE = {"\x1bp": "p", "\x1b8\r": "8", "\x1b-": "minus", "\x1b+": "plus", "\x1bu": "u"}


@pytest.mark.parametrize("sent", BEHIND_ESCAPE, ids=ascii)
async def test_a_key_right_behind_an_escape_does_what_it_does(
    sent: str, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED) as g:
        await g.space()
        await g.wait(2)
        await g.press("escape")
        before = g.session
        await send(g, sent)
        at_once = g.session
        assert at_once != before, g.text()
        assert len(at_once.log) + (sent == "\x1bu") * 2 == len(before.log) + 1


@pytest.mark.parametrize("sent", ["\x1b5", "\x1b ", "\x1b\r", "\x1bz"], ids=ascii)
async def test_an_escape_leaves_also_with_a_key_right_behind_it(
    sent: str, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e", "enter")
        there = g.screen
        await send(g, sent)
        assert there not in g.app.screen_stack


async def test_alt_in_a_line_throws_nothing_away_and_goes_by_words(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await rest(g)
        await send(g, "n", "heel pad hole 3")
        line = g.screen.query_one(Input)
        await send(g, "\x1bb\x1bb")
        assert (line.value, line.cursor_position) == ("heel pad hole 3", 9)
        await send(g, "\x1bf")
        assert line.cursor_position == 14
        await send(g, "\x1b\x7f")
        assert line.value == "heel pad 3"
        await send(g, "\x1b\x1b[D")
        assert line.cursor_position == 8
        await send(g, "\x1b5")
        assert line.value == "heel pad5 3"
        await send(g, "\x1b\r")
        assert g.done("A1").note == "heel pad5 3"
        await send(g, "n", "\x1b[98;3u", "\x1b[127;3u")  # as kitty tells it
        line = g.screen.query_one(Input)
        assert (line.value, line.cursor_position) == ("heel 3 ", 5)
        await send(g, "no", "\x1b[27;1;27~")
        assert not g.screen.query(Input), "an escape by itself leaves it"


async def test_by_words_also_where_nothing_was_typed_yet(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await rest(g)
        await send(g, "n", "heel pad", "\r", "n", "\x1bb")
        line = g.screen.query_one(Input)
        assert (line.value, line.cursor_position) == ("heel pad ", 5)
        await send(g, "\x1bp")
        assert not g.screen.query(Input), "and where nothing is lost an escape leaves it"
        assert g.session.paused


async def test_an_escape_leaves_an_empty_line_and_the_key_behind_it_counts(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await rest(g)
        await send(g, "n", "\x1bp")
        assert not g.screen.query(Input)
        assert g.session.paused


async def test_alt_and_a_key_is_what_an_athlete_made_of_it(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = own(tmp_path, clock, '[keys]\n"session.pause" = ["p", "alt+5", "alt+k"]\n')
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await rest(g)
        for sent in ("\x1b5", "\x1bk", "\x1b[107;3u"):
            await g.wait(1)
            await send(g, sent)
            assert g.session.paused, ascii(sent)
            await g.wait(1)
            await send(g, "p")
