"""Whether an exercise gets stronger: its load since the first time and of late, and its estimate.

The load is what was chosen, a fact. That the athlete is stronger is said of the estimated 1RM
alone, and only beyond what their own sessions vary by (`own_variation`).
"""

from collections.abc import Sequence
from datetime import timedelta

from runlift_tui.core.progress.exercise import ExerciseOuting
from runlift_tui.core.progress.own_variation import ENOUGH, change
from runlift_tui.core.sets.bests import load_of
from runlift_tui.core.words.days import day_and_year
from runlift_tui.core.words.text import plural
from runlift_tui.core.words.units import Unit, load

WEEKS_OF_LATE = 4
"""Up to the last session."""


def load_since(outings: Sequence[ExerciseOuting], unit: Unit) -> str:
    """Return the first load, the last and by how much it is more; empty without two sessions.

    Args:
        outings: Oldest first.
        unit: Of loads.
    """
    loaded = [each for each in outings if _kg(each)]
    if len(loaded) < 2:
        return ""
    return _from_to(loaded[0], loaded[-1], unit)


def load_in_brief(outings: Sequence[ExerciseOuting], unit: Unit) -> str:
    """Return the same, and by how much it moved of late; else the heaviest where that is more."""
    found, since = _late(outings), load_since(outings, unit)
    if found and _moved(*found):
        return f"{since}; {_moved(*found)} in {WEEKS_OF_LATE} weeks"
    loaded = [each for each in outings if _kg(each)]
    most = max(loaded, key=_kg, default=None)
    is_above = most is not None and _kg(most) > _kg(loaded[-1])
    return f"{since}, heaviest {_load(most, unit)}" if since and most and is_above else since


def load_words(outings: Sequence[ExerciseOuting], unit: Unit) -> str:
    """Return how the load went, since the first time and in the weeks to the last session."""
    since, found = load_since(outings, unit), _late(outings)
    if not since or not found or not _moved(*found):
        return since
    before = found[0]
    return f"{since}; {_moved(*found)} since {day_and_year(before.day)} ({_load(before, unit)})"


def strength_words(outings: Sequence[ExerciseOuting]) -> str:
    """Return whether the estimated 1RM went up or down, in a sentence; empty where none has one."""
    rated = [(each.day, of) for each in outings if (of := each.estimate) is not None]
    if not rated:
        return ""
    missing = 2 * ENOUGH - len(rated)
    if missing > 0:
        return f"{plural(missing, 'more session')} with an estimated 1RM before it can be said"
    first, last = rated[0][0], rated[-1][0]
    between = f"{day_and_year(first)} to {day_and_year(last)}"
    found = change([(each.low + each.high) / 2 for _, each in rated])
    if found is None:
        return f"no clear change of the estimated 1RM, {between}"
    way = "up" if found.percent > 0 else "down"
    return (
        f"estimated 1RM {way} {abs(found.percent):.0f} %, {between}: first {ENOUGH} against last "
        f"{ENOUGH}; yours vary by {found.typical_error:.0f} %"
    )


def _late(outings: Sequence[ExerciseOuting]) -> tuple[ExerciseOuting, ExerciseOuting] | None:
    """Return the first and the last session with a load of the weeks to the last one.

    None where those are all that the exercise has.
    """
    loaded = [each for each in outings if _kg(each)]
    if not loaded:
        return None
    since = loaded[-1].day - timedelta(weeks=WEEKS_OF_LATE)
    late = [each for each in loaded if each.day >= since]
    return None if len(late) == len(loaded) else (late[0], late[-1])


def _kg(outing: ExerciseOuting) -> float:
    return load_of(outing.heaviest) if outing.heaviest is not None else 0.0


def _moved(before: ExerciseOuting, after: ExerciseOuting) -> str:
    percent = round(100 * (_kg(after) / _kg(before) - 1))
    return "" if not percent else f"{'up' if percent > 0 else 'down'} {abs(percent)} %"


def _from_to(before: ExerciseOuting, after: ExerciseOuting, unit: Unit) -> str:
    was, now = _load(before, unit), _load(after, unit)
    moved = _moved(before, after)
    return f"{was} → {now} since {day_and_year(before.day)}{f', {moved}' if moved else ''}"


def _load(outing: ExerciseOuting, unit: Unit) -> str:
    done = outing.heaviest
    return load(done.load_kg, done.implements, unit) if done is not None else ""
