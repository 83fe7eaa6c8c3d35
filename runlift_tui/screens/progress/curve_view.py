"""What is looked at of one exercise: a session, a curve, and a stretch of it."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from textual.content import Content

from runlift_tui.core.history.told import day_shown
from runlift_tui.core.lists.charts import ChartPoint, TimeChart
from runlift_tui.core.plan.plan import Plan
from runlift_tui.core.progress.chart_window import Window, moved, whole, with_day, zoomed
from runlift_tui.core.progress.curve_chart import curve_chart, highs, on_paper, plan_bands
from runlift_tui.core.progress.curves import (
    Curve,
    Point,
    axis,
    curves,
    name_of,
    points,
    reading,
    unit_of,
)
from runlift_tui.core.progress.exercise import ExerciseOuting
from runlift_tui.core.sets.told import sets_shown
from runlift_tui.core.words.text import safe_text
from runlift_tui.core.words.units import Unit

_CLOSER = 0.6


class CurveView:
    """The newest session is chosen at first, and the first curve is seen as a whole."""

    def __init__(
        self,
        outings: tuple[ExerciseOuting, ...] = (),
        unit: Unit = Unit.KG,
        plans: Sequence[Plan] = (),
        before: "CurveView | None" = None,
    ) -> None:
        """Look at an exercise.

        Args:
            outings: The sessions that had it, the oldest first.
            unit: Of load.
            plans: All there were.
            before: What was looked at until now: its curve and its session stay chosen.
        """
        self.outings = outings
        self.curves = curves(outings)
        self.chosen = len(outings) - 1
        """Which of the sessions."""
        self.points: tuple[Point, ...] = ()
        """Of the curve that is shown."""
        self.window = Window(0.0, 1.0)
        self.widest = self.window
        """All of it."""
        self._unit = unit
        self._curve = Curve.COUNT
        self._names = {curve: name_of(curve, outings) for curve in self.curves}
        self._places: list[int] = []
        self._plans = plans
        self._bands = plan_bands(plans)
        self._best: frozenset[int] = frozenset()
        self._drawn: tuple[ChartPoint, ...] = ()
        self._title = ""
        if self.curves:
            was = before._curve if before is not None and before.outings else self.curves[0]
            self._take(was if was in self.curves else self.curves[0])
        if before is not None and before.outings and outings:
            session = before.outings[before.chosen].session
            places = (n for n, each in enumerate(outings) if each.session == session)
            self.choose(next(places, self.chosen))

    @property
    def _day(self) -> date:
        return self.outings[self.chosen].day

    def _take(self, curve: Curve) -> None:
        """Take up a curve; what is looked at stays, as far as the curve goes."""
        all_seen = self.window == self.widest
        self._curve = curve
        self.points = points(self.outings, curve, self._unit)
        self._places = [each.place for each in self.points]
        self._best = highs(self.points, curve)
        self._drawn = on_paper(self.points, self._best)
        self._title = axis(curve, self.outings, self._unit)
        self.widest = whole([each.day for each in self.points])
        self.window = self.widest if all_seen else zoomed(self.window, 1, self._day, self.widest)

    @property
    def cursor(self) -> int | None:
        """Which point of the curve is that of the chosen session, or the nearest to it."""
        at = bisect_left(self._places, self.chosen)
        near = range(max(0, at - 1), min(at + 1, len(self._places)))
        return min(near, key=lambda n: abs(self._places[n] - self.chosen), default=None)

    def chart(self) -> TimeChart:
        """Return what is looked at, the chosen session marked."""
        unit = unit_of(self._curve, self.outings, self._unit)
        return curve_chart(self.points, self._drawn, self.window, self._bands, self.cursor, unit)

    # Looking

    def choose(self, place: int) -> None:
        """Choose a session, or the one at the end that lies that way, and bring it into sight."""
        self.chosen = max(0, min(place, len(self.outings) - 1))
        self.window = with_day(self.window, self._day, self.widest)

    def choose_point(self, place: int) -> None:
        """Choose the session of a point of the curve, or of the last one that way."""
        self.choose(self.points[max(0, min(place, len(self.points) - 1))].place)

    def turn(self, by: int) -> None:
        """Take up another curve; who stood at the newest of one stands at that of the other."""
        was_newest = self.cursor == len(self.points) - 1
        self._take(self.curves[(self.curves.index(self._curve) + by) % len(self.curves)])
        if was_newest:
            self.choose_point(len(self.points) - 1)

    def zoom(self, by: int, around: date | None = None) -> None:
        """Look closer at a day below zero, or from further away; else at the chosen session's."""
        self.window = zoomed(self.window, _CLOSER**-by, around or self._day, self.widest)

    def along(self, by: int) -> None:
        """Look earlier or later by quarters of what is seen; the session stays chosen."""
        self.window = moved(self.window, by / 4, self.widest)

    def fit(self) -> None:
        """Look at all of it."""
        self.window = self.widest

    # In words

    def tabs(self) -> Content:
        """Return the names of the curves, the one that is shown among them, and what it counts."""
        parts: list[tuple[str, str]] = []
        for curve in self.curves:
            name = f" {self._names[curve]} "
            parts += [(name, "reverse bold" if curve is self._curve else "$quiet"), (" ", "")]
        return Content.assemble(*parts, (f"  {self._title}", "$quiet"))

    def told(self, *, as_chart: bool) -> Content:
        """Return the chosen session in words: its sets, and what every curve has of it."""
        outing = self.outings[self.chosen]
        place = f"{self.chosen + 1} of {len(self.outings)}"
        if as_chart:
            place = "   ".join(filter(None, (place + self._without(), self._standing())))
        done = safe_text(sets_shown(outing.sets, self._unit))
        first = Content.assemble(
            (day_shown(outing.day), "bold"), (f"   {place}   ", "$quiet"), done
        )
        parts: list[tuple[str, str]] = []
        if outing.pain is not None:
            parts += [("pain ", "$quiet"), (f"{outing.pain}   ", "")]
        for name, value in reading(outing, self.curves, self._unit):
            parts += [(f"{name} ", "$quiet"), (f"{value}   ", "")]
        noted = [Content(f"noted: {safe_text(outing.notes)}")] if outing.notes else []
        return Content("\n").join((first, Content.assemble(*parts), *noted))

    def _standing(self) -> str:
        """Return what the chart marks at the chosen session, in words."""
        marks = ["best so far"] if self.cursor in self._best else []
        marks += [
            f"week {plan.answers.week_of(self._day)} of a plan"
            for plan in self._plans
            if plan.answers.start <= self._day <= plan.last_day
        ]
        return ", ".join(marks)

    def _without(self) -> str:
        """Return why the newest session that the curve has is not the newest there is."""
        after = len(self.outings) - 1 - self._places[-1]
        if not after or self.chosen != self._places[-1]:
            return ""
        newer = "the one after it has" if after == 1 else f"the {after} after it have"
        whys = {each.why_none for each in self.outings[-after:]}
        (why, *others) = whys if self._curve is Curve.E1RM else {""}
        because = f" ({why})" if why and not others else ""
        return f": {newer} no {self._names[self._curve]}{because}"
