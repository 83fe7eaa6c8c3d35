"""A command run as on the command line, and what came of it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pytest

from runlift_tui.cli import main


class Ran(NamedTuple):
    """What a command said, and its exit status."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]
"""Runs a command of these words, with the text `stdin` on standard input, on the data folder `data`
or on the one of the test."""


def ran(words: Sequence[str], capture: pytest.CaptureFixture[str]) -> Ran:
    """Run a command, also where its words end it."""
    try:
        status = main(words)
    except SystemExit as end:
        status = int(str(end.code or 0))
    return Ran(status, *capture.readouterr())
