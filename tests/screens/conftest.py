"""What the tests of the screens share."""

import os

import pytest
from textual._compositor import Compositor

from tests.screens import drawing


@pytest.fixture(autouse=True)
def no_animations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a developer's own settings of Textual out."""
    for name in ("TEXTUAL", "TEXTUAL_THEME", "TEXTUAL_DRIVER"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def no_power_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait for the disk itself; that it is waited for is seen in `tests/store`."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture(autouse=True)
def drawn_for_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every widget drawn, and leave out to fit them together for a terminal that is not there.

    What a test looks at is drawn and fitted together when it looks (`Gym.text`).
    """
    monkeypatch.setattr(Compositor, "render_update", drawing.update)
