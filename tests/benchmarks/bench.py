"""What every benchmark is handed: folders to work in, programs to start, how long to measure."""

import os
import shutil
import sys
import sysconfig
from functools import cached_property

from runlift_tui.clock import SystemClock
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.digest import Digest
from runlift_tui.store.history.past import Past
from tests.benchmarks import made
from tests.benchmarks.terminal import environment


class Bench:
    """A place to measure in; whoever made the folder removes it."""

    def __init__(self, path: str, *, rounds: int, rest_s: float) -> None:
        self.path = path
        """An empty folder, on the file system that the figures are about."""
        self.rounds = rounds
        """How often each thing is measured where once takes about a second."""
        self.rest_s = rest_s
        """How long a program is watched at rest, seconds."""
        self._folders = 0

    @cached_property
    def env(self) -> dict[str, str]:
        """The environment of every program under measurement."""
        home = os.path.join(self.path, "home")
        os.mkdir(home)
        return environment(home)

    @cached_property
    def runlift(self) -> list[str]:
        """The installed command, or the module where it is not installed beside this Python."""
        command = os.path.join(sysconfig.get_path("scripts"), "runlift")
        return [command] if os.access(command, os.X_OK) else self.module

    @property
    def module(self) -> list[str]:
        """The command as a module."""
        return [sys.executable, "-m", "runlift_tui"]

    def minimal(self, name: str) -> list[str]:
        """Return the command of one of the least programs."""
        return [sys.executable, "-m", "tests.benchmarks.minimal", name]

    def folder(self, sessions: int = 0) -> str:
        """Return a data folder with a history of so many sessions."""
        kept = os.path.join(self.path, f"made-{sessions}")
        if not os.path.exists(kept):
            made.fill(DataFolder(kept), sessions, SystemClock().stamp().utc_ms)
        self._folders += 1
        return shutil.copytree(kept, os.path.join(self.path, f"data-{self._folders}"))

    def opened(self, sessions: int) -> str:
        """Return such a folder as home leaves it, which has added up the history."""
        folder = self.folder(sessions)
        past = Past(folder)
        Digest(past.folder.derived, past.history).load()
        return folder
