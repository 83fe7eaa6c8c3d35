"""What the tests of the screens share."""

import pytest


@pytest.fixture(autouse=True)
def no_animations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a developer's own settings of Textual out."""
    for name in ("TEXTUAL", "TEXTUAL_THEME", "TEXTUAL_DRIVER"):
        monkeypatch.delenv(name, raising=False)
