from pathlib import Path

import pytest
from msgspec import structs

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.exercises.shelf import kept
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.session.swaps import keep_swap
from runlift_tui.store.library.library import ATHLETE, Library, document_of
from runlift_tui.store.library.rows import write_edits
from runlift_tui.store.library.settings import KEY
from runlift_tui.store.store import Store


def opened(folder: Path, clock: ManualClock) -> Store:
    store = Store(folder, clock)
    store.open()
    return store


@pytest.fixture
def folder(tmp_path: Path, clock: ManualClock) -> Path:
    """A folder with many exercises of its own, one of them in a slot, and an adapted one."""
    store = opened(tmp_path, clock)
    shelf: Shelf = store.desk.shelf()
    pogo = shelf.shipped["pogo"]
    own = [structs.replace(pogo, id=f"own-{n}", name=f"Own {n}") for n in range(20)]
    adapted = structs.replace(shelf.shipped["step-up"], name="My step-up")
    edits = [kept(shelf, each) for each in (*own, adapted)]
    edits.append(keep_swap(shelf, "runner-lower-body", "A1", "own-7"))
    write_edits(store.library, edits)
    store.library.put(ATHLETE, KEY, document_of(Athlete(level=Level.ADVANCED, asked=True)))
    store.close()
    return tmp_path


def test_it_has_what_a_session_can_start_with_and_nothing_else(
    folder: Path, clock: ManualClock
) -> None:
    for _ in range(2):
        store = opened(folder, clock)
        needed = store.desk.starting_shelf()
        assert store.desk.athlete().level is Level.ADVANCED
        store.close()
        assert needed.mine.keys() == {"own-7", "step-up"}
        assert needed.routines == store.desk.shelf().routines
        assert needed.exercises()["step-up"].name == "My step-up"


def test_the_second_time_the_library_is_not_read(
    folder: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(folder, clock).desk.starting_shelf()

    def refused(_: Library) -> None:
        raise AssertionError("the library was read")

    monkeypatch.setattr(Library, "snapshot", refused)
    store = Store(folder, clock)
    store.desk.starting_shelf()
    assert store.desk.athlete().level is Level.ADVANCED


def test_a_change_of_the_library_is_seen(folder: Path, clock: ManualClock) -> None:
    store = opened(folder, clock)
    store.desk.starting_shelf()
    store.library.put(ATHLETE, KEY, document_of(Athlete(level=Level.BEGINNER, asked=True)))
    store.library.delete("exercises", "step-up")
    again = Store(folder, clock)
    assert again.desk.starting_shelf().mine.keys() == {"own-7"}
    assert again.desk.athlete().level is Level.BEGINNER


@pytest.mark.parametrize("damage", [b"", b"00000000 {}\n", b"\0" * 40, b"{}"])
def test_whatever_lies_there_instead_is_made_anew(
    damage: bytes, folder: Path, clock: ManualClock
) -> None:
    opened(folder, clock).desk.starting_shelf()
    (folder / "derived" / "needed.jsonl").write_bytes(damage)
    assert Store(folder, clock).desk.starting_shelf().mine.keys() == {"own-7", "step-up"}
