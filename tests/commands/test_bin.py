"""`runlift bin`: what was deleted, and back with it."""

from pathlib import Path

import pytest

from runlift_tui.clock import SystemClock
from runlift_tui.core.exercises import shelf as exercises
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.history.amendment import Amendment
from runlift_tui.store.library.library import document_of
from runlift_tui.store.store import Store
from tests.commands.running import ran
from tests.store.examples import session


@pytest.fixture
def deleted(tmp_path: Path) -> Path:
    """A folder in which a session and then an exercise were deleted."""
    store = Store(tmp_path, SystemClock())
    store.open()
    one = session("one")
    store.history.fold(one)
    store.amending().keep(Amendment(one, None), lambda _: None)
    store.amending().fold(lambda _: None)
    store.acts.did("history", ("sessions", "one"), one, None, "Deleted a session")
    own = exercises.kept(store.desk.shelf(), Exercise(id="own", name="Own"))
    store.desk.edit(own)
    gone = exercises.deleted(store.desk.shelf(), "own")
    store.desk.edit(gone)
    assert gone.before is not None
    store.acts.did("exercises", ("exercises", "own"), document_of(gone.before), None, gone.told)
    store.close()
    return tmp_path


def test_nothing_was_deleted(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = ran(["--data-dir", str(tmp_path), "bin"], capfd)
    assert told.status == 0
    assert told.out.startswith("The bin is empty.")


def test_it_is_listed_and_comes_back_in_any_order(
    deleted: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    told = ran(["--data-dir", str(deleted), "bin", "list"], capfd)
    head, first, second = told.out.splitlines()
    assert "kept at least until" in head
    assert first.startswith("1  ")
    assert "Deleted Own" in first
    assert "Deleted a session" in second
    told = ran(["--data-dir", str(deleted), "bin", "restore", "2"], capfd)
    assert (told.status, told.out) == (0, "Brought back. It was: Deleted a session.\n")
    told = ran(["--data-dir", str(deleted), "bin", "restore", "1"], capfd)
    assert told.out == "Brought back. It was: Deleted Own.\n"
    again = Store(deleted, SystemClock())
    assert list(again.past.documents()) == [session("one")]
    assert again.desk.shelf().is_own("own")
    assert ran(["--data-dir", str(deleted), "bin"], capfd).out.startswith("The bin is empty.")


def test_what_cannot_come_back_is_told(deleted: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = ran(["--data-dir", str(deleted), "bin", "restore", "3"], capfd)
    assert (told.status, told.out) == (2, "")
    assert "there is no number 3 in the bin" in told.err
    store = Store(deleted, SystemClock())
    store.open()
    store.desk.edit(exercises.kept(store.desk.shelf(), Exercise(id="own", name="Another")))
    store.writer.submit(lambda: None)
    told = ran(["--data-dir", str(deleted), "bin", "restore", "1"], capfd)
    assert told.status == 1
    assert "Nothing was brought back." in told.err, "another program has the folder"
    store.close()
    told = ran(["--data-dir", str(deleted), "bin", "restore", "1"], capfd)
    assert told.status == 1
    assert "Not brought back: Deleted Own. there is one again by now" in told.err
    assert Store(deleted, SystemClock()).desk.shelf().mine["own"].exercise == Exercise(
        id="own", name="Another"
    )
