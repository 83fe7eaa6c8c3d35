"""A session of the past as the gates look at it."""

from runlift_tui.core.athlete.facts import Outing
from runlift_tui.core.history.past import PastSession
from runlift_tui.core.sets.bests import load_of
from runlift_tui.core.sets.e1rm import weaker
from runlift_tui.core.sets.values import Why


def outing(session: PastSession) -> Outing:
    """Return what the gates look at in a session."""
    heavy = [each for each in session.sure if each.slot == "B1"]
    heavy = [each for each in heavy if each.exercise == heavy[-1].exercise]
    fast = [each.exercise for each in session.done if each.half_of is not None]
    counted = tuple((reps, each.rir) for each in heavy if (reps := weaker(each)) is not None)
    return Outing(
        when=session.at,
        trained=session.is_trained,
        warm_up=session.is_warm_up,
        utc_offset_min=session.utc_offset_min,
        heavy=heavy[-1].exercise if heavy else None,
        heavy_kg=min((load_of(each) for each in heavy), default=None),
        heavy_reps=min((reps for reps, _ in counted), default=None),
        heavy_rir=min((each.rir for each in heavy if each.rir is not None), default=None),
        heavy_sets=counted,
        effort=session.effort,
        pain=session.worst_pain,
        morning=session.morning,
        sign=sign(session),
        emergency=session.emergency,
        partial=is_partial(session),
        rounds=main_rounds(session),
        poor_form=any(each.skipped == Why.FORM for each in session.sets),
        level=session.level,
        fast=fast[-1] if fast else None,
        landings=session.landings,
    )


def sign(session: PastSession) -> bool | None:
    """Return whether its stop sign stands: True until somebody has looked; None for none."""
    return not session.looked if session.stop_sign else None


def is_partial(session: PastSession) -> bool:
    """Whether less than half of its planned sets were done; of an unknown plan none can be."""
    return 2 * len(session.done) < sum(each.rounds or 0 for each in session.planned)


def main_rounds(session: PastSession) -> int:
    """Return the rounds that its main part was planned with; 0 where nobody knows."""
    main = (each for each in session.planned if not each.slot.startswith("A"))
    return max((each.rounds or 0 for each in main), default=0)
