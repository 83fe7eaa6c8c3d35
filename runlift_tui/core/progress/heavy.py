"""The heavy set over time, the one before a fast one: its load, as a section of the page."""

from collections.abc import Mapping, Sequence
from typing import overload

from runlift_tui.core.history.past import PastSession
from runlift_tui.core.plan.plan import Plan
from runlift_tui.core.progress.chart_window import whole
from runlift_tui.core.progress.curve_chart import (
    curve_chart,
    highs,
    on_paper,
    plan_bands,
)
from runlift_tui.core.progress.curves import (
    Curve,
    axis,
    name_of,
    outing_cells,
    outing_columns,
    points,
    unit_of,
)
from runlift_tui.core.progress.exercise import ExerciseOuting, outing_line, outings_of
from runlift_tui.core.progress.sections import HEAVY, Drawn, Section, SectionLine
from runlift_tui.core.progress.stronger import load_in_brief
from runlift_tui.core.words.days import day_and_year
from runlift_tui.core.words.text import plural
from runlift_tui.core.words.units import Unit

_LATE = 5
"""Of how many sessions with jumps the heavy set is looked for, counted from the last."""
_SHOWN = (Curve.LOAD, Curve.COUNT)
_NOTES = (
    "The exercise that stood before the jumps most often of late, in every session that had it; "
    "its load is that of the heaviest set of a day. Another exercise before the jumps is another "
    "curve: loads of two exercises say nothing of each other.",
)


class _Lines(Sequence[SectionLine]):
    """The sessions, the newest first, each put into words when it is asked for."""

    def __init__(self, outings: Sequence[ExerciseOuting], exercise: str, unit: Unit) -> None:
        self._outings = outings
        self._exercise = exercise
        self._unit = unit

    def __len__(self) -> int:
        return len(self._outings)

    @overload
    def __getitem__(self, place: int) -> SectionLine: ...

    @overload
    def __getitem__(self, place: slice) -> list[SectionLine]: ...

    def __getitem__(self, place: int | slice) -> SectionLine | list[SectionLine]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        if not 0 <= place < len(self):
            raise IndexError(place)
        cells = outing_cells(self._outings[len(self) - 1 - place], _SHOWN, self._unit)
        return SectionLine(cells, leads_to=self._exercise)


def heavy_exercise(sessions: Sequence[PastSession]) -> str:
    """Return the id of the exercise that is the heavy set now; empty where none was.

    It is the one that stood before a jump most often of late, so that a day with a swap is no new
    beginning; of those that stood there as often, the one of the last session.

    Args:
        sessions: Oldest first.
    """
    late: list[str] = []
    for session in reversed(sessions):
        halved = {done.half_of for done in session.sure if done.half_of is not None}
        for done in session.sure:
            if done.slot in halved or done.rest_kind == "priming":
                late.append(done.exercise)
                break
        if len(late) == _LATE:
            break
    return max(late, key=late.count, default="")


def heavy_section(
    sessions: Sequence[PastSession],
    names: Mapping[str, str],
    unit: Unit,
    plans: Sequence[Plan] = (),
) -> Section:
    """Return the sessions of the heavy set, newest first.

    Args:
        sessions: Oldest first.
        names: What exercises are called today, by id.
        unit: The athlete's.
        plans: All there were.
    """
    exercise = heavy_exercise(sessions)
    outings = outings_of(sessions, exercise) if exercise else ()
    if not outings:
        none = "No heavy set before a jump yet."
        return Section(HEAVY, "none before a jump yet", (), (), _NOTES, empty=none)
    name = names.get(exercise) or outings[-1].sets[-1].name or exercise
    return Section(
        name=HEAVY,
        says=_says(outings, name, unit),
        columns=outing_columns(_SHOWN, outings),
        lines=_Lines(outings, exercise, unit),
        notes=_NOTES,
        drawn=_drawn(outings, name, unit, plans),
        leads_to=exercise,
    )


def _says(outings: Sequence[ExerciseOuting], name: str, unit: Unit) -> str:
    """Return how the load went since the first time, and in the last weeks."""
    loaded = [each for each in outings if each.heaviest is not None]
    if not loaded:
        return f"no load yet, {plural(len(outings), 'session')}: {name}"
    if len(loaded) == 1:
        return f"{_on(loaded[0], unit)}: {name}"
    return f"{load_in_brief(loaded, unit)}: {name}"


def _on(outing: ExerciseOuting, unit: Unit) -> str:
    return f"{outing_line(outing, unit).load} ({day_and_year(outing.day)})"


def _drawn(
    outings: Sequence[ExerciseOuting], name: str, unit: Unit, plans: Sequence[Plan]
) -> tuple[Drawn, ...]:
    found = []
    for curve in (Curve.LOAD, Curve.E1RM, Curve.COUNT):
        along = points(outings, curve, unit)
        if not along:
            continue
        window = whole([each.day for each in along])
        drawn = on_paper(along, highs(along, curve))
        of = unit_of(curve, outings, unit)
        chart = curve_chart(along, drawn, window, plan_bands(plans), unit=of)
        places = [each.place for each in along]

        def read(place: int, places: Sequence[int] = places) -> str:
            line = outing_line(outings[places[place]], unit)
            return f"{day_and_year(line.day)}: {line.done}"

        what = f"{unit}" if curve is Curve.LOAD else axis(curve, outings, unit)
        title = f"{what}: {name}"
        found.append(Drawn(name_of(curve, outings), title, chart, read))
    return tuple(found)
