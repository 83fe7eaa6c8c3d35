"""Axes whose ticks are our own: textual-plot asks a formatter for them."""

from collections.abc import Callable, Sequence

from textual_plot.axis_formatter import AxisFormatter

from runlift_tui.core.progress.chart_window import Tick

_Ticks = Callable[[float, float, int], tuple[Tick, ...]]


class Axis(AxisFormatter):
    """An axis with the ticks that a function says."""

    def __init__(self, ticks: _Ticks) -> None:
        self._ticks = ticks
        self.most = 8
        """How many there is room for."""

    def get_ticks(self, min_: float, max_: float, max_ticks: int = 8) -> list[float]:
        """Return where the ticks stand."""
        return [at for at, _ in self._ticks(min_, max_, self.most)]

    def get_labels_for_ticks(self, ticks: Sequence[float]) -> list[str]:
        """Return nothing: what a tick says depends on its neighbours."""
        return ["" for _ in ticks]

    def get_ticks_and_labels(
        self, min_: float, max_: float, max_ticks: int = 8
    ) -> tuple[list[float], list[str]]:
        """Return where the ticks stand, and what they say."""
        found = self._ticks(min_, max_, self.most)
        return [at for at, _ in found], [label for _, label in found]
