"""What the shell is told once the screen is gone."""

import errno
import os
from pathlib import Path

import pytest

from runlift_tui.app import RunLift
from runlift_tui.cli import main
from runlift_tui.commands import printing
from runlift_tui.commands.printing import FAILED
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.commands import LogSet
from runlift_tui.core.sets.values import Field
from runlift_tui.core.setup.choices import Choices
from runlift_tui.store.disk import files
from tests.screens.gym import begin


def test_what_is_lost_in_the_end_is_told_and_fails(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def run(app: RunLift) -> None:
        training = app._store.sessions.begin(begin(app._store, Choices(level=Level.ADVANCED)))
        monkeypatch.setattr(files, "write_all", full)
        training.tell(LogSet({Field.LEFT: 10, Field.RIGHT: 10}))
        training.leave()
        app.leaving.is_over = True

    monkeypatch.setattr(printing, "no_screen", str)
    monkeypatch.setattr(RunLift, "run", run)
    assert main(["--data-dir", str(tmp_path)]) == FAILED
    (told,) = capsys.readouterr().err.splitlines()
    assert told.startswith("runlift: The newest entries of the session were not saved.")
