"""Which of the programs for one purpose is used: the first one that works."""

import os
import shutil
from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

_FAILURES = 2
"""In a row, and a program is passed over from then on."""

ProgramT = TypeVar("ProgramT")


class Programs(Generic[ProgramT]):
    """Programs for one purpose, the best one first."""

    def __init__(self, programs: Sequence[ProgramT]) -> None:
        self._left = list(programs)
        self._failures: dict[int, int] = {}

    def first(self) -> ProgramT | None:
        """Return the best one that is left, or None for none."""
        return self._left[0] if self._left else None

    def after(self, program: ProgramT) -> ProgramT | None:
        """Return the best one behind another that is left, or None for none."""
        later = self._left[self._left.index(program) + 1 :] if program in self._left else self._left
        return later[0] if later else None

    def worked(self, program: ProgramT) -> None:
        """Forget what failed before."""
        self._failures.pop(id(program), None)

    def failed(self, program: ProgramT) -> ProgramT | None:
        """Count a failure; return what to try in its place, or None for nothing."""
        following = self.after(program)
        count = self._failures[id(program)] = self._failures.get(id(program), 0) + 1
        if count >= _FAILURES and program in self._left:
            self._left.remove(program)
        return following


def path_of(name: str) -> str:
    """Return where a program is installed; empty where it is not."""
    return shutil.which(name) or ""


def is_far_away(environ: Mapping[str, str]) -> bool:
    """Whether the athlete sits at another machine, whose loudspeaker this one cannot reach.

    The terminal's bell reaches them. Sound that is led there is named by `PULSE_SERVER`.
    """
    return bool(environ.get("SSH_CONNECTION")) and not environ.get("PULSE_SERVER")


def here() -> bool:
    """Whether what is played here is heard by the athlete."""
    return not is_far_away(os.environ)
