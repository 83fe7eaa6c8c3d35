"""Where everything stands on the terminal, until a new layout is painted over it."""

from textual._compositor import Compositor, ReflowResult
from textual.geometry import Size
from textual.widget import Widget


class Steady(Compositor):
    """Takes no layout for painted which was not.

    A part that has no place just now and asks to be painted made Textual's own forget that. The
    next look at any part's size, as in painting, then took the places of a layout that was still
    to come; when it came it found nothing moved, and what had stood elsewhere was not cleared.
    """

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        """Lay everything out, and hold on to where it stands."""
        found = super().reflow(parent, size)
        self._full_map_invalidated = False
        return found

    def update_widgets(self, widgets: set[Widget]) -> None:
        """Paint some parts anew; those that have no place are painted once they get one."""
        super().update_widgets(widgets & self.visible_widgets.keys())
