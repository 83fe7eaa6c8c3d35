import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.store.disk.errors import Newer
from runlift_tui.store.tables import text as tablefile
from runlift_tui.store.tables.text import Damage, decode, encode, migrate
from tests.rows import for_each

GOOD = {"sessions": {"1": {"id": "a", "notes": "é\nNUL \0 🏃"}, "2": {"id": "b"}}}

BROKEN = [
    b"",
    b"\0" * 64,
    b"null",
    b"[]",
    b"3",
    b'"text"',
    b"{",
    b'{"sessions": {"1": {"id": "a"}}} {}',
    b'{"sessions": []}',
    b'{"sessions": {"1": []}}',
    b'{"sessions": {"1": "text"}}',
    b'{"sessions": {"one": {}}}',
    b'{"sessions": {"01": {}}}',
    b'{"sessions": {"-1": {}}}',
    b'{"sessions": {"": {}}}',
    b'{"sessions": {"1": {"n": ' + b"9" * 5000 + b"}}}",
    b'{"a": ' + b"[" * 100_000,
    b'{"sessions": {"1": {"notes": "\xff"}}}',
    b'{"meta": {"1": {"schema": "1"}}}',
    b'{"meta": {"1": {"schema": true}}}',
    b'{"meta": {"1": {"schema": -1}}}',
    b'{"meta": {"1": {}}}',
]


def test_what_is_written_is_ascii_and_comes_back() -> None:
    data = encode(GOOD)
    assert data.isascii()
    tables, schema = decode("2026.json", data)
    assert schema == 1
    assert tables["sessions"] == GOOD["sessions"]
    assert tables["meta"] == {"1": {"schema": 1, "app": "runlift"}}


def test_the_bytes_are_those_of_one_plain_dump() -> None:
    data = encode(GOOD)
    tables = json.loads(data)
    assert data.replace(b",\n", b", ").rstrip(b"\n").decode() == json.dumps(tables)


def test_written_twice_is_the_same() -> None:
    data = encode(GOOD)
    assert encode(decode("2026.json", data)[0]) == data


@for_each("data", BROKEN)
def test_what_makes_no_sense_is_never_an_empty_history(data: bytes) -> None:
    with pytest.raises(Damage):
        decode("2026.json", data)


@for_each("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999"])
def test_a_number_that_is_none_is_read_as_text_and_can_be_written(number: str) -> None:
    data = f'{{"sessions": {{"1": {{"load_kg": {number}}}, "2": {{"id": "b"}}}}}}'
    tables, _ = decode("2026.json", data.encode())
    assert tables["sessions"] == {"1": {"load_kg": number}, "2": {"id": "b"}}
    assert decode("2026.json", encode(tables))[0]["sessions"] == tables["sessions"]


@for_each("cut", range(1, 60, 7))
def test_a_torn_file_is_known_as_one(cut: int) -> None:
    with pytest.raises(Damage):
        decode("2026.json", encode(GOOD)[: -cut - 1])


@pytest.mark.parametrize("data", [b'\xef\xbb\xbf{"t": {}}', '{"t": {"1": {"n": "é"}}}'.encode()])
def test_an_editor_may_have_written_utf8(data: bytes) -> None:
    assert "t" in decode("2026.json", data)[0]


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    # Half of a surrogate pair among them, as a file by another program may have it.
    | st.text(st.characters(categories=None), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(st.dictionaries(st.text(), VALUES, max_size=4), st.booleans())
def test_a_document_is_read_as_python_itself_reads_it(
    document: dict[str, Any], ascii_only: bool
) -> None:
    text = json.dumps({"t": {"1": document}}, ensure_ascii=ascii_only)
    with suppress(UnicodeEncodeError):
        (found,) = decode("2026.json", text.encode())[0]["t"].values()
        assert repr(found) == repr(json.loads(text)["t"]["1"])


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_number_is_not_written(number: float) -> None:
    with pytest.raises(ValueError, match=r"not JSON compliant|Out of range"):
        encode({"sessions": {"1": {"load_kg": number}}})


def test_newer_is_refused_with_both_numbers() -> None:
    with pytest.raises(Newer, match=r"2026\.json has schema 9, .* up to 1") as newer:
        decode("/data/2026.json", b'{"meta": {"1": {"schema": 9}}}')
    assert (newer.value.found, newer.value.known) == (9, 1)


def test_older_ones_go_through_every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    def rename_kilos(tables: tablefile.Tables) -> tablefile.Tables:
        for document in tables["sessions"].values():
            document["load_kg"] = document.pop("kg")
        return tables

    monkeypatch.setattr(tablefile, "SCHEMA", 2)
    monkeypatch.setitem(tablefile.MIGRATIONS, 1, rename_kilos)
    tables, schema = decode("2026.json", b'{"sessions": {"1": {"kg": 12}}}')
    assert schema == 0
    assert migrate(tables, schema)["sessions"] == {"1": {"load_kg": 12}}
