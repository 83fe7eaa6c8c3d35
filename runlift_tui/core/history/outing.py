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
    reps = [count for each in heavy if (count := weaker(each)) is not None]
    return Outing(
        when=session.at,
        trained=session.is_trained,
        warm_up=session.is_warm_up,
        utc_offset_min=session.utc_offset_min,
        heavy=heavy[-1].exercise if heavy else None,
        heavy_kg=min((load_of(each) for each in heavy), default=None),
        heavy_reps=min(reps, default=None),
        heavy_rir=min((each.rir for each in heavy if each.rir is not None), default=None),
        pain=session.worst_pain,
        morning=session.morning,
        sign=session.sign,
        partial=session.is_partial,
        rounds=session.main_rounds,
        poor_form=any(each.skipped == Why.FORM for each in session.sets),
        level=session.level,
        fast=fast[-1] if fast else None,
        landings=session.landings,
    )
