"""A folder that another program had is taken over once it is free, with all that it did there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.session.commands import Finish
from runlift_tui.core.setup.choices import Choices
from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import Unwritable
from runlift_tui.store.freed import freed
from runlift_tui.store.importing import half
from runlift_tui.store.store import Store
from tests.screens.gym import begin, folded
from tests.store.session.test_training import TEN, written


@pytest.fixture
def store(tmp_path: Path, clock: ManualClock) -> Iterator[Store]:
    found = Store(tmp_path, clock)
    found.open()
    yield found
    found.close()


@pytest.fixture
def looking(store: Store, tmp_path: Path, clock: ManualClock) -> Store:
    """A second program on the folder of the first, which has read what there is."""
    found = Store(tmp_path, clock)
    found.open()
    assert found.only_looking
    assert found.is_taken
    found.desk.athlete()
    found.acts.deleted()
    return found


def test_while_another_one_has_it_nothing_changes(store: Store, looking: Store) -> None:
    why = looking.only_looking
    assert freed(looking) == ""
    assert looking.only_looking == why


def test_once_it_is_free_it_is_taken_over_and_read_anew(store: Store, looking: Store) -> None:
    store.library.put("athlete", "me", {"unit": "lb", "asked": True})
    store.acts.did("runs", ("runs", "r1"), {"id": "r1"}, None, "Deleted a run")
    written(store)
    store.close()
    assert freed(looking) == "The other RunLift has ended: this one takes over."
    assert looking.only_looking == ""
    assert looking.folder.lock.is_held
    assert looking.desk.athlete().unit == "lb"
    assert [act.told for act in looking.acts.deleted()] == ["Deleted a run"]
    looking.close()


def test_what_the_other_one_left_unfolded_and_half_is_put_right(
    store: Store, looking: Store, tmp_path: Path
) -> None:
    training = store.sessions.begin(begin(store, Choices()))
    training.tell(TEN)
    training.tell(Finish())
    written(store)
    files.replace_whole(store.folder.half, b"imp-1: cut short", keep_previous=False)
    store.folder.lock.release()  # as a kill does
    assert freed(looking).startswith("The other RunLift has ended")
    written(looking)
    assert len(folded(tmp_path)) == 1
    assert not half.cut_short(looking.folder)
    looking.close()


def test_a_folder_that_could_not_be_written_to_is_tried_again_too(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Store(tmp_path, clock)

    def full() -> None:
        raise Unwritable(str(tmp_path), OSError(28, "No space left on device"))

    with monkeypatch.context() as once:
        once.setattr(found.folder, "create", full)
        found.open()
    assert found.only_looking
    assert not found.is_taken
    assert freed(found) == "The data folder can be written to again."
    assert not found.only_looking
    found.close()
