"""What the tests of the screens share."""

from typing import Any

import pytest
from textual._compositor import Compositor
from textual.geometry import Region


@pytest.fixture(autouse=True)
def no_animations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a developer's own settings of Textual out."""
    for name in ("TEXTUAL", "TEXTUAL_THEME", "TEXTUAL_DRIVER"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def drawn_for_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every widget drawn, and leave out to fit them together for a terminal that is not there.

    What a test looks at is fitted together when it looks (`Gym.text`).
    """
    update = Compositor.render_update

    def drawn(self: Compositor, full: bool = False, *what: Any, **more: Any) -> Any:
        if full or not self._dirty_regions:
            return update(self, full, *what, **more)
        crop = Region.from_union(list(self._dirty_regions)).intersection(self.size.region)
        self._dirty_regions.clear()
        update(self, False, *what, **more)  # which knows the screens underneath from now on
        for _ in self._get_renders(crop):
            pass
        return None

    monkeypatch.setattr(Compositor, "render_update", drawn)
