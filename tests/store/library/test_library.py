import os
from pathlib import Path

import pytest

from runlift_tui.store.disk.errors import Newer
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.library.library import TABLES, Library
from tests.store.examples import plain


@pytest.fixture
def library(folder: DataFolder) -> Library:
    return Library(folder.library)


def test_nothing_is_there_at_first_and_looking_makes_nothing(library: Library) -> None:
    assert library.snapshot() == {}
    assert library.get("settings", "athlete") is None
    assert not os.path.exists(library.path)


@pytest.mark.parametrize("table", TABLES)
def test_what_is_put_is_got_by_its_key(library: Library, table: str) -> None:
    assert library.put(table, "one", {"name": "é"})
    assert library.get(table, "one") == {"id": "one", "name": "é"}
    assert plain(library.path, table) == [{"id": "one", "name": "é"}]
    assert not library.put(table, "one", {"name": "é"})


def test_tables_are_told_apart(library: Library) -> None:
    library.put("exercises", "x", {"n": 1})
    library.put("routines", "x", {"n": 2})
    library.put("exercises", "y", {"n": 3})
    assert library.snapshot() == {
        "exercises": {"x": {"id": "x", "n": 1}, "y": {"id": "y", "n": 3}},
        "routines": {"x": {"id": "x", "n": 2}},
    }


def test_delete(library: Library) -> None:
    library.put("exercises", "x", {})
    assert library.delete("exercises", "x")
    assert not library.delete("exercises", "x")
    assert library.get("exercises", "x") is None


def test_an_unknown_table_is_a_slip_of_the_programmer(library: Library) -> None:
    with pytest.raises(ValueError, match="no table 'excercises'"):
        library.put("excercises", "x", {})


def test_the_document_handed_over_is_not_changed(library: Library) -> None:
    document = {"name": "mine"}
    library.put("routines", "x", document)
    assert document == {"name": "mine"}


def test_a_damaged_library_shows_the_generation_before_it(library: Library) -> None:
    library.put("settings", "a", {"n": 1})
    library.put("settings", "a", {"n": 2})
    Path(library.path).write_bytes(b"{")
    assert library.get("settings", "a") == {"id": "a", "n": 1}
    assert library.damaged is not None
    library.put("settings", "b", {"n": 3})
    assert "kept as library.json.damaged-1" in library.damaged.what
    assert plain(library.path, "settings") == [{"id": "a", "n": 1}, {"id": "b", "n": 3}]


def test_a_newer_library_is_refused(library: Library) -> None:
    Path(library.path).write_bytes(b'{"meta": {"1": {"schema": 2}}}')
    with pytest.raises(Newer):
        library.get("settings", "a")
    with pytest.raises(Newer):
        library.put("settings", "a", {})


def test_many_changes_are_written_at_once(library: Library) -> None:
    library.put("exercises", "a", {"n": 1})
    library.put("exercises", "b", {"n": 2})
    library.put_all(
        [
            ("exercises", "a", {"n": 3}),
            ("exercises", "b", None),
            ("routines", "c", {"n": 4}),
            ("exercises", "missing", None),
        ]
    )
    assert library.snapshot() == {
        "exercises": {"a": {"id": "a", "n": 3}},
        "routines": {"c": {"id": "c", "n": 4}},
    }
    before = Path(library.path + ".bak").read_bytes()
    assert b'"n": 2' in before, "the generation before is that before all of them"


def test_many_changes_are_made_together_or_not_at_all(library: Library) -> None:
    library.put("exercises", "a", {"n": 1})
    before = Path(library.path).read_bytes()
    with pytest.raises(ValueError, match="no table"):
        library.put_all([("exercises", "a", None), ("typo", "b", {})])
    with pytest.raises(ValueError, match="not JSON compliant"):
        library.put_all([("exercises", "a", None), ("exercises", "b", {"n": float("nan")})])
    assert Path(library.path).read_bytes() == before
