"""Which look a terminal gets, and that the ASCII one is as wide as the full one."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App

from runlift_tui.core.exercises.figure import ARROWS, SOLID
from runlift_tui.looks import glyphs
from runlift_tui.looks.glyphs import in_ascii
from tests.rows import for_each

BRAILLE = "".join(map(chr, range(0x2800, 0x2900)))
LINES = "".join(map(chr, range(0x2500, 0x2580)))
BLOCKS = "".join(map(chr, range(0x2580, 0x25A0)))


@for_each("text", [BRAILLE, LINES, BLOCKS, SOLID, ARROWS, "■▣□×▲·–…‹›▸●○◆★"])
def test_every_glyph_of_ours_has_a_twin_as_wide(text: str) -> None:
    found = in_ascii(text)
    assert found.isascii()
    assert len(found) == cell_len(text)
    assert "?" not in found


@given(st.text(max_size=40))
def test_whatever_is_shown_keeps_its_width(text: str) -> None:
    assert cell_len(in_ascii(text, has=lambda _: True)) == cell_len(text) or not text.isprintable()
    for char in in_ascii(text, has=lambda _: True):
        assert char.isascii() or char.isalpha()
    assert in_ascii(text).isascii()


@for_each(
    ("name", "encoding", "shown"),
    [
        ("Kniebeuge über 5 kg", "iso-8859-1", "Kniebeuge über 5 kg"),
        ("Kniebeuge über 5 kg", "ascii", "Kniebeuge uber 5 kg"),
        ("Приседание", "utf-8", "Приседание"),
        ("Приседание", "iso-8859-1", "?" * 10),
        ("深蹲", "ascii", "????"),
        ("Śpiew", "iso-8859-1", "Spiew"),
        ("a 🏋️ b", "utf-8", "a ?? b"),
    ],
)
def test_letters_of_names_stay_where_the_terminal_has_them(
    name: str, encoding: str, shown: str
) -> None:
    assert in_ascii(name, glyphs.having(encoding)) == shown
    assert cell_len(shown) == cell_len(name)


def test_what_steers_a_terminal_is_not_touched() -> None:
    assert in_ascii("\x1b[1;31m█▌\x1b[0m\x1b[3;4H·") == "\x1b[1;31m#|\x1b[0m\x1b[3;4H."


def test_signs_that_tell_states_apart_still_do() -> None:
    for signs in ("■▣□×▲", "●○", "█┄", "█─", "▮▯", "■▣▪·"):
        assert len(set(in_ascii(signs))) == len(signs), signs


def test_a_setting_stands_above_what_the_terminal_is_known_for() -> None:
    app = App[None]()
    glyphs.know_terminal(app, has_blocks=False)
    for wanted, expected in (("auto", True), ("full", False), ("ascii", True)):
        glyphs.take_up(app, wanted)  # type: ignore[arg-type]
        assert glyphs.is_ascii(app) is expected
    glyphs.know_terminal(app, has_blocks=True)
    glyphs.take_up(app, "auto")
    assert not glyphs.is_ascii(app)


def test_no_letter_of_the_alphabet_that_we_use_is_a_twin() -> None:
    assert all(not unicodedata.category(glyph).startswith("L") for glyph in glyphs._TWINS)
