"""What the screen is opened for: a session, an unfinished one, a card, or what comes after it."""

import errno
import os
from pathlib import Path

import pytest

from runlift_tui.app import Opening, RunLift
from runlift_tui.cli import _full_screen, _opening, main, parser
from runlift_tui.clock import ManualClock
from runlift_tui.commands.printing import FAILED, MISUSED
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.commands import LogSet
from runlift_tui.core.sets.values import Field
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.words.faults import Refused
from runlift_tui.store.disk import files
from runlift_tui.store.store import Store
from tests.screens.gym import begin


@pytest.fixture
def store(tmp_path: Path, clock: ManualClock) -> Store:
    made = Store(tmp_path, clock)
    made.open()
    return made


def opened(store: Store, *argv: str) -> Opening:
    return _opening(store, parser().parse_args(argv))


def left_unfinished(store: Store) -> None:
    training = store.sessions.begin(begin(store, Choices(level=Level.ADVANCED)))
    training.tell(LogSet({Field.LEFT: 10, Field.RIGHT: 10}))
    training.leave()
    store.close()


def test_a_start_is_a_session(store: Store) -> None:
    found = opened(store, "start", "--level", "advanced", "--main-rounds", "2")
    assert found.start is not None
    assert found.start.trained_at is None
    assert found.start.routine.blocks[1].rounds == 2
    assert opened(store) == Opening()


def test_a_card_is_one_that_was_trained_an_hour_or_so_ago(store: Store, clock: ManualClock) -> None:
    found = opened(store, "card", "--enter", "--level", "advanced")
    assert found.start is not None
    assert found.start.trained_at is not None
    assert 0 <= clock.stamp().utc_ms - found.start.trained_at < 2 * 3_600_000
    assert not any(slot.ramp for _, slot in found.start.routine.slots())


@pytest.mark.parametrize("command", [("start",), ("card", "--enter")])
def test_beside_an_unfinished_session_what_was_asked_for_is_kept(
    store: Store, command: tuple[str, ...]
) -> None:
    left_unfinished(store)
    found = opened(store, *command, "minimal-25", "--minutes", "20")
    assert found.start is None
    assert found.asked is not None
    assert (found.asked.routine, found.asked.minutes) == ("minimal-25", 20)


def test_nothing_to_resume(store: Store) -> None:
    with pytest.raises(Refused, match="no unfinished session"):
        opened(store, "resume")
    left_unfinished(store)
    assert opened(store, "resume") == Opening(resume=True)


def test_a_card_is_entered_in_a_terminal_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["card", "--enter", "--data-dir", str(tmp_path)]) == MISUSED
    assert "terminal" in capsys.readouterr().err


def test_what_is_lost_in_the_end_is_told_and_fails(
    store: Store,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store.close()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def run(app: RunLift) -> None:
        training = app._store.sessions.begin(begin(app._store, Choices(level=Level.ADVANCED)))
        monkeypatch.setattr(files, "write_all", full)
        training.tell(LogSet({Field.LEFT: 10, Field.RIGHT: 10}))
        training.leave()

    monkeypatch.setattr(RunLift, "run", run)
    assert _full_screen(str(tmp_path), parser().parse_args([])) == FAILED
    (told,) = capsys.readouterr().err.splitlines()
    assert told.startswith("runlift: The newest entries of the session were not saved.")
