"""What a code of the screen means, said once: where a new athlete meets it in the first session.

What A and B are stands on home, under the list that has them first.
"""

from runlift_tui.core.keys.in_force import named
from runlift_tui.core.session.rests import has_window
from runlift_tui.core.session.state import Rest, Session, Step, step_at, steps
from runlift_tui.core.session.targets import pending

RAMP = "Ramp: lighter sets on the way up."
COULD_DO = "Could do: how many more you could have done; optional."
SNAP = "Snap: how fast it felt, 1 to 5; {session.next-value} leads to it."
WINDOW = "window: jumps may be a little better"
"""It stands beside its minutes after the heavy set, in the smallest window too."""


def explained(session: Session, step: Step) -> tuple[str, ...]:
    """Return the codes that stand at a step for the first time, a sentence each."""
    return tuple(map(named, _explained(session, step)))


def _explained(session: Session, step: Step) -> tuple[str, ...]:
    if session.is_entered or step.key.round > 1:
        return ()
    if not session.start.first:
        return (SNAP,) if _is_first_snap(session, step) else ()
    if step.ramp is not None:
        return (RAMP,) if step.key.ramp == 1 else ()
    order = [each for each in steps(session) if each.ramp is None]
    asks = next((each for each in order if each.slot.rir is not None), None)
    fast = next((each for each in order if each.fast), None)
    found = (
        (COULD_DO, asks),
        (SNAP, fast),
    )
    return tuple(text for text, where in found if where is not None and where.key == step.key)


def _is_first_snap(session: Session, step: Step) -> bool:
    """Whether a fast set is the first one of somebody who has never jumped before."""
    if not session.start.first_jumps or not step.fast:
        return False
    fast = next((each for each in steps(session) if each.fast), step)
    known = any(time.exercise == step.exercise.id for time in session.start.last if time.was_done)
    return fast.key == step.key and not known


def explained_in_rest(session: Session, rest: Rest) -> str:
    """Return what the window is, in the first rest that has one; empty in any other."""
    coming = pending(session)
    new = session.start.first or session.start.first_jumps
    if not new or session.is_entered or coming is None or coming.key.round > 1:
        return ""
    return WINDOW if has_window(step_at(session, rest.after), coming) else ""
