"""The weights to put on: what each set with a load has, what makes it up, and where that is set."""

from runlift_tui.core.keys.in_force import named
from runlift_tui.core.lists.lines import SPACE, SheetLine
from runlift_tui.core.session.state import Session, Step
from runlift_tui.core.session.suggested import begins, begins_ramp
from runlift_tui.core.session.targets import open_steps
from runlift_tui.core.session.told import load_now, weight, weight_made_of
from runlift_tui.core.sets.plates import bar_told
from runlift_tui.core.sets.told import name_of
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.sets.weights_text import weights_told
from runlift_tui.core.words.units import WITHOUT_WEIGHT, Unit

_TITLE = "Weights to put on"
_NONE_LEFT = "No set with a load is left in this session."
_UNKNOWN = "no load known yet: type it into the set"
_WHERE = "Home, {home.settings}, has lines for both: weights, and bar, plates."


def weights_to_put_on(session: Session, unit: Unit) -> tuple[SheetLine, ...]:
    """Return what is to be lifted in the sets to come, a line a load of a slot, as it stands now.

    Every set of a ramp has its own.

    Then what this gym is taken to have, and where that is set.
    """
    rows: dict[tuple[str, str], str] = {}
    for step in open_steps(session):
        if step.exercise.takes_load:
            label = step.key.slot if step.ramp is None else name_of(step.key)
            rows.setdefault((label, _of(session, step, unit)), step.exercise.name)
    lines, named_last = [SheetLine("", _TITLE, "strong"), SPACE], ""
    for (label, load), name in rows.items():
        if name != named_last:
            lines.append(SheetLine("", name, "quiet"))
            named_last = name
        lines.append(SheetLine(label, load))
    if not rows:
        lines.append(SheetLine("", _NONE_LEFT))
    gear = session.start.gear or Gear()
    return (
        *lines,
        SPACE,
        SheetLine("weights", weights_told(gear.weights, unit)),
        SheetLine("bar", bar_told(gear.bar, unit)),
        SheetLine("", named(_WHERE), "quiet"),
    )


def _of(session: Session, step: Step, unit: Unit) -> str:
    """Return the load of a set and what makes it up: "40 kg: 20 bar + 2 x 10"."""
    kg = load_now(session, step)
    shown = weight(session, step, unit)
    if not kg:
        light = step.ramp is not None and not step.ramp.share
        return shown or _to_begin(session, step) or (WITHOUT_WEIGHT if light else _UNKNOWN)
    return ": ".join(filter(None, (shown, weight_made_of(session, step, kg))))


def _to_begin(session: Session, step: Step) -> str:
    """Return what a load that nobody knows yet begins with, of a ramp its share of that."""
    if step.ramp is None:
        return begins(session, step)
    return begins_ramp(session, step).rpartition(": ")[2]
