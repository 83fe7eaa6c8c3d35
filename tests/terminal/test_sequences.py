"""What a terminal says of itself is no key, however it comes; what a keyboard sends is, whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

from runlift_tui.terminal.sequences import Pasted, Sequences

ANSWERS = (
    "\x1b]11;rgb:1a1a/1b1b/9999\x1b\\",
    "\x1b]4;1;rgb:00/00/00\x07",
    "\x1b]52;c;" + "QUJD" * 3000 + "\x07",
    "\x1b]l a title\x1b\\",
    "\x1bP>|kitty(0.40)\x1b\\",
    "\x1bP1+r544e=787465726d\x1b\\",
    "\x1b_Gi=31;OK\x1b\\",
    "\x1b^private\x1b\\",
    "\x1bXfrom a printer\x1b\\",
    "\x9d11;rgb:1/2/3\x9c",
    "\x90>|8 bits\x9c",
    "\x1b[" + "9" * 5000 + "A",
    "\x1b[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16c",
)
CUT = (
    "\x1b[12;",
    "\x1b[?2026;",
    "\x1b[<0;9",
    "\x1b[M!",
    "\x1b]11;rgb:ff",
    "\x1bP1+r",
    "\x1bO5",
    "\x1b[[",
)
_QUIET = 10.0
"""Seconds after which nothing belongs to what was before."""


def read(*texts: str) -> str:
    """Return what is read of texts that come at once, and of the silence behind them."""
    found = Sequences(0.1)
    ready = [part for text in texts for part in found.take(text, 0.0)]
    return "".join([*ready, found.late(_QUIET)])


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda text: ascii(text[:12]))
def test_an_answer_is_no_key_also_in_pieces(answer: str) -> None:
    assert read(f"a{answer}b") == "ab"
    if answer.startswith("\x1b"):
        assert read("a", *answer, "b") == "ab"


@pytest.mark.parametrize("text", CUT, ids=ascii)
def test_what_is_cut_short_is_no_key_and_the_next_one_counts(text: str) -> None:
    found = Sequences(0.1)
    assert [found.take(each, 0.0) for each in text] == [[]] * len(text)
    assert found.late(_QUIET) == ""
    assert found.take("u", _QUIET) == ["u"]


def test_every_key_comes_through_also_in_pieces() -> None:
    for text in {*ANSI_SEQUENCES_KEYS} - {"\x1b\x1b"}:
        assert (read(text), read(*text)) == (text, text)


@pytest.mark.parametrize("letter", "[]PX^_Oaq")
def test_an_escape_and_a_letter_stay_together_where_nothing_follows(letter: str) -> None:
    assert read(f"\x1b{letter}") == f"\x1b{letter}"


def test_an_escape_by_itself_is_the_key_as_soon_as_textual_says() -> None:
    found = Sequences(0.1)
    assert found.take("\x1b", 5.0) == []
    assert found.late(5.05) == ""
    assert found.late(5.11) == "\x1b"


PASTED = "8k\x1b]0;x\x1b[2Jg"


def test_a_paste_is_read_whole_whatever_is_in_it() -> None:
    text = f"a\x1b[200~{PASTED}\x1b[201~u"
    for pieces in ((text,), text):
        found = Sequences(0.1)
        parts = [part for piece in pieces for part in found.take(piece, 0.0)]
        assert parts == ["a", PASTED, "u"]
        assert [isinstance(part, Pasted) for part in parts] == [False, True, False]


def test_a_paste_without_an_end_has_one_when_nothing_follows() -> None:
    found = Sequences(0.1)
    assert found.take("\x1b[200~8k\x1b[20", 0.0) == []
    assert found.late(1.0) == ""
    late = found.late(_QUIET)
    assert isinstance(late, Pasted)
    assert late == "8k\x1b[20"
    assert found.take("u", _QUIET) == ["u"]


def test_a_block_without_a_mark_is_a_paste_until_nothing_follows() -> None:
    found, line = Sequences(0.1), "quit? 8 reps\n" * 20
    assert found.take(line, 0.0) == []
    assert found.take("q", 0.2) == []
    assert found.late(0.3) == ""
    late = found.late(0.6)
    assert isinstance(late, Pasted)
    assert late == f"{line}q"
    assert found.take("u", 0.7) == ["u"]


def test_a_block_ends_where_a_key_an_answer_or_a_marked_paste_comes() -> None:
    line = "quit? 8 reps\n" * 20
    for behind in ("\x1b[A", "\x1bOP"):
        assert Sequences(0.1).take(f"{line}{behind}u", 0.0) == [line, behind, "u"]
    assert Sequences(0.1).take(f"{line}\x1b[200~8k\x1b[201~", 0.0) == [line, "8k"]
    assert Sequences(0.1).take("\x1b[A" * 500, 0.0) == ["\x1b[A"] * 500


def test_bytes_that_are_no_letters_are_a_block_too() -> None:
    text = bytes(range(0x80, 0x100)).decode("latin-1") * 8
    found = Sequences(0.1)
    assert found.take(text, 0.0) == []
    assert isinstance(found.late(_QUIET), Pasted)


def test_keys_that_wait_are_keys() -> None:
    assert Sequences(0.1).take("8 u" * 40, 0.0) == ["8 u" * 40]
    assert Sequences(0.1).take("u" * 4096, 0.0) == ["u" * 4096]


def test_a_paste_that_never_ends_is_held_up_to_a_size() -> None:
    found = Sequences(0.1)
    found.take("\x1b[200~", 0.0)
    for _ in range(300):
        found.take("x" * 4096, 0.0)
    assert len(found.late(_QUIET)) == 1 << 20


def test_an_answer_that_never_ends_swallows_keys_for_no_longer_than_that() -> None:
    found = Sequences(0.1)
    found.take("\x1b]52;c;QUJD", 0.0)
    for tenth in range(1, 60):
        if found.take("u", tenth / 10):
            break
        found.late(tenth / 10)
    assert tenth < 40


PIECES = st.sampled_from(
    (*ANSWERS, *CUT, "\x1b", "\x1b[200~", "\x1b[201~", "8", "é", "\x9b", "\x07")
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=12))
def test_whatever_came_the_next_key_counts(pieces: list[str]) -> None:
    found, now_s = Sequences(0.1), 0.0
    for piece in pieces:
        found.take(piece, now_s)
        now_s += 0.05
    found.late(now_s + _QUIET)
    assert found.take("u", now_s + _QUIET)[-1:] == ["u"]
