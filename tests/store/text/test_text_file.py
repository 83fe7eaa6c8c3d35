"""A file that somebody hands over: read, or refused in one line that says why."""

import io
import os
import sys
from pathlib import Path

import pytest

from runlift_tui.core.words.faults import Fault
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.text.text_file import MOST_BYTES, Malformed, read_text_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mine.toml"


def refusal(path: Path | str) -> str:
    with pytest.raises(StoreError) as caught:
        read_text_file(str(path))
    assert "\n" not in caught.value.what
    return caught.value.what.replace(f"{path}", "FILE")


@pytest.mark.parametrize(
    "data", [b"a = 1\nb = [2]\n", b"\xef\xbb\xbfa = 1\nb = [2]", b"a = 1\r\nb = [2]\r\n"]
)
def test_any_mark_and_line_end_will_do(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    read = read_text_file(str(file))
    assert read.table == {"a": 1, "b": [2]}
    assert read.told([Fault(("b", 0), "late"), Fault(("a",), "early"), Fault((), "all")]) == [
        f"{file}:1: a: early",
        f"{file}:1: all",
        f"{file}:2: b[0]: late",
    ]


def test_standard_input_is_a_file_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a = 1")))
    read = read_text_file("-")
    assert read.told([Fault(("a",), "no")]) == ["stdin:1: a: no"]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "FILE is empty."),
        (b"\xef\xbb\xbf \r\n", "FILE is empty."),
        (b"\x7fELF\x02\xff\xfe\x00", "FILE is not text in UTF-8."),
        (b"\xff\xfea", "FILE is not text in UTF-8."),
        (b"a = \x00", "FILE is not text."),
        (b"#" * (MOST_BYTES + 1), "FILE is over 4 MB, which is no list of ours."),
        (b"a = " + b"[" * 100_000, "FILE is nested too deeply."),
        (b"a = " + b"9" * 5_000, "FILE holds a number that is too long."),
    ],
    ids=["empty", "blank", "binary", "half of utf-16", "nul", "long", "deep", "number"],
)
def test_what_is_no_text_of_ours_is_refused(file: Path, data: bytes, what: str) -> None:
    file.write_bytes(data)
    assert refusal(file) == what


def test_what_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "FILE is a folder, not a file."
    missing = refusal(tmp_path / "missing")
    assert missing == f"FILE cannot be read: {os.strerror(2)}."
    assert refusal("nul\0").startswith("nul\N{REPLACEMENT CHARACTER} cannot be read: ")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a = 1\nb = \n", "FILE:2:5: "),
        ("a = 1\na = 2\n", "FILE:2:6: "),
        ("a = [\n1,\n", "FILE:2:3: "),
        ('a = "\x1b[2J"', "FILE:1:6: "),
        ("a = 'x", "FILE:1:7: "),
    ],
)
def test_what_is_no_toml_is_refused_by_line_and_column(file: Path, text: str, what: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Malformed) as caught:
        read_text_file(str(file))
    assert caught.value.what.replace(str(file), "FILE").startswith(what)
    assert caught.value.what.isprintable()
