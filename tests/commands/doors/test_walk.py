"""Every command over a folder in which everything lies that cannot be: each does its work."""

import json
from pathlib import Path

import pytest

from runlift_tui.store.disk.folder import DataFolder
from tests import impossible
from tests.commands.running import Run

COMMANDS: list[tuple[str, ...]] = [
    ("history",),
    ("history", "--text"),
    ("history", "--json"),
    ("runs",),
    ("runs", "--json"),
    ("progress",),
    ("exercises",),
    ("exercises", "export"),
    ("exercise", "rfe-split-squat"),
    ("exercise", "odd"),
    ("routines",),
    ("card",),
    ("card", "--level", "beginner"),
    ("plan",),
    ("plan", "export", "--ics"),
    ("export",),
    ("export", "--format", "csv"),
    ("export", "--format", "runs-csv"),
    ("keys",),
    ("run", "today 8k 42:10 easy"),
]
_OWN_BYTES = {("history", "--json"), ("runs", "--json"), ("export",)}
"""What a program reads, in ASCII with everything escaped."""
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\r\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    return impossible.haunted(tmp_path_factory.mktemp("haunted") / "data")


@pytest.fixture
def data(folder: DataFolder) -> Path:
    return Path(folder.path)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_works_beside_it_and_says_so_once(run: Run, words: tuple[str, ...]) -> None:
    # Also where the digest is kept already.
    for _ in range(2):
        ran = run(*words)
        assert ran.status == 0, ran.err[-2000:]
        lines = ran.err.splitlines()
        assert len(lines) == len(set(lines))
        assert all(len(line) < 600 for line in lines)
        for text in (ran.out, ran.err):
            odd = [each for each in text if not (each.isprintable() or each in _JOINERS)]
            assert odd == []
        if words in _OWN_BYTES:
            assert ran.out.isascii()
        if words != ("export",):
            assert len(ran.out) < 200_000


def test_what_can_be_is_there(run: Run) -> None:
    sessions = json.loads(run("history", "--json").out)
    assert {each["id"] for each in sessions} == {"good", "../../../etc/passwd"}
    assert {each["id"] for each in json.loads(run("runs", "--json").out)} >= {"good", "fast"}
    assert run("plan").out.startswith("Nine weeks, Mon 30 Nov")
    assert "did not count" not in run("plan").err
    told = run("doctor", "--quiet").out + run("doctor", "--quiet").err
    assert "made no sense" in told


def test_an_export_with_such_things_has_them_all_and_says_what_an_import_does(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "all.json"
    ran = run("export", "-o", str(file))
    assert (ran.status, ran.out) == (0, "")
    assert "in the export cannot be, and an import refuses it until they are put right" in ran.err
    assert "9999" in json.loads(file.read_text("ascii"))["history"]
    other = tmp_path / "other"
    assert run("import", str(file), data=str(other)).status == 1
    assert not other.exists()
