import os
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB

from runlift_tui.store.tables.file import TableFile
from tests.store.examples import plain, write_plain


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "2026.json")


def test_put_replaces_by_id_and_drops_what_the_new_one_lacks(path: str) -> None:
    file = TableFile(path)
    assert file.put("sessions", {"id": "a", "pain": 6})
    assert file.put("sessions", {"id": "b"})
    assert file.put("sessions", {"id": "a", "notes": ""})
    assert plain(path) == [{"id": "a", "notes": ""}, {"id": "b"}]


def test_putting_the_same_again_writes_nothing(path: str) -> None:
    TableFile(path).put("sessions", {"id": "a", "load_kg": 24.0})
    before = os.stat(path)
    assert not TableFile(path).put("sessions", {"id": "a", "load_kg": 24.0})
    assert os.stat(path) == before


def test_a_number_that_is_none_leaves_the_file_as_it_was(path: str) -> None:
    TableFile(path).put("sessions", {"id": "a"})
    before = Path(path).read_bytes()
    with pytest.raises(ValueError, match=r"not JSON compliant|Out of range"):
        TableFile(path).put("sessions", {"id": "b", "load_kg": float("nan")})
    assert Path(path).read_bytes() == before


def test_doubles_by_hand_become_one_again(path: str) -> None:
    write_plain(path, [{"id": "a", "n": 1}, {"id": "b"}, {"id": "a", "n": 2}])
    assert TableFile(path).put("sessions", {"id": "a", "n": 1})
    assert plain(path) == [{"id": "a", "n": 1}, {"id": "b"}]


def test_what_another_program_did_is_kept(path: str) -> None:
    file = TableFile(path)
    file.put("sessions", {"id": "a"})
    with TinyDB(path) as opened:
        opened.table("sessions").insert({"id": "theirs"})
        opened.table("mine").insert({"x": 1})
    file.put("sessions", {"id": "b"})
    assert [document["id"] for document in plain(path)] == ["a", "theirs", "b"]
    assert plain(path, "mine") == [{"x": 1}]


def test_delete_says_whether_it_was_there(path: str) -> None:
    file = TableFile(path)
    file.put("sessions", {"id": "a"})
    assert file.delete("sessions", "a")
    assert not file.delete("sessions", "a")
    assert plain(path) == []


def test_a_damaged_file_is_put_right_before_it_is_written(path: str) -> None:
    TableFile(path).put("sessions", {"id": "a"})
    TableFile(path).put("sessions", {"id": "b"})
    Path(path).write_bytes(b"\0" * 10)
    file = TableFile(path)
    file.put("sessions", {"id": "c"})
    assert [document["id"] for document in plain(path)] == ["a", "c"]
    assert file.damaged is not None
    assert file.damaged.recovered
    assert Path(path + ".damaged-1").read_bytes() == b"\0" * 10


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
def test_stock_tinydb_opens_it_in_any_locale(path: str, locale: str) -> None:
    TableFile(path).put("sessions", {"id": "a", "notes": "Öl, 鼎, 🏃"})
    code = (
        "import sys, tinydb\n"
        "db = tinydb.TinyDB(sys.argv[1])\n"
        "print(ascii(db.table('sessions').all()[0]['notes']))"
    )
    # Without the interpreter's own leap to UTF-8, which older and stricter systems do not have.
    flags = ["-X", "utf8=0"]
    done = subprocess.run(
        [sys.executable, *flags, "-c", code, path],
        capture_output=True,
        text=True,
        env={**os.environ, "LC_ALL": locale, "PYTHONCOERCECLOCALE": "0"},
    )
    assert done.stdout.strip() == ascii("Öl, 鼎, 🏃"), done.stderr
