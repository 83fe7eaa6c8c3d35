"""What is drawn where no terminal is there to show it: as little as shows that it can be drawn.

The first picture of each kind of screen in a window of some size is drawn at once, before its
parts have come to rest, and the first at which a test ends. What comes after it is drawn when a
test looks at it; by `make test-all` every time.
"""

from typing import Any
from weakref import WeakKeyDictionary

from textual._compositor import Compositor
from textual.geometry import Region, Size

from tests.sweep import is_whole

as_textual_has_it = Compositor.render_update
_owed: WeakKeyDictionary[Compositor, set[Region]] = WeakKeyDictionary()
"""What changed since it was drawn last."""
_begun: set[tuple[type[Any], Size]] = set()
"""Of which kinds of screen, in which windows, the first picture was drawn."""
_ended: set[tuple[type[Any], Size]] = set()
"""Of which, in which windows, a last picture was drawn."""


def update(self: Compositor, full: bool = False, *what: Any, **more: Any) -> Any:
    """Take the place of `Compositor.render_update`, and fit nothing together for nobody."""
    if full or not self._dirty_regions:
        return as_textual_has_it(self, full, *what, **more)
    is_first = _is_new(self, _begun)
    _owed.setdefault(self, set()).update(self._dirty_regions)
    self._dirty_regions.clear()
    as_textual_has_it(self, False, *what, **more)  # which knows the screens underneath from now on
    if is_first or is_whole():
        draw(self)
    return None


def draw_last(compositor: Compositor) -> None:
    """Draw what a test ends at, where none has ended at such a screen yet."""
    if _is_new(compositor, _ended) or is_whole():
        draw(compositor)


def _is_new(compositor: Compositor, known: set[tuple[type[Any], Size]]) -> bool:
    """Whether such a screen in such a window is not among those that are known, as it is now."""
    kind = type(compositor.root), compositor.size
    is_new = kind not in known
    known.add(kind)
    return is_new


def draw(compositor: Compositor) -> None:
    """Draw whatever of a screen has changed."""
    changed = _owed.get(compositor)
    if changed:
        crop = Region.from_union(list(changed)).intersection(compositor.size.region)
        changed.clear()
        for _ in compositor._get_renders(crop):
            pass
