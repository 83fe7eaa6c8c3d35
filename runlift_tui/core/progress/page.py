"""Does it work? Everything that the past answers, a section each."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from runlift_tui.core.history.past import PastSession
from runlift_tui.core.plan.plan import Plan
from runlift_tui.core.progress.five_k import five_k_section
from runlift_tui.core.progress.heavy import heavy_section
from runlift_tui.core.progress.plans import OwnOf, as_planned, plan_section
from runlift_tui.core.progress.priming import priming_section
from runlift_tui.core.progress.records import record_section
from runlift_tui.core.progress.sections import Section
from runlift_tui.core.progress.weeks import week_section
from runlift_tui.core.runs.run import Run, Trial
from runlift_tui.core.words.units import Distance, Unit


def progress(
    sessions: Sequence[PastSession],
    names: Mapping[str, str],
    unit: Unit,
    today: date,
    *,
    plans: Sequence[Plan] = (),
    runs: Sequence[Run] = (),
    trials: Sequence[Trial] = (),
    distance: Distance = Distance.KM,
    single_leg: Collection[str] = (),
    own: OwnOf = as_planned,
) -> tuple[Section, ...]:
    """Return the sections of the page, in their order.

    Args:
        sessions: All of them, oldest first.
        names: What exercises are called today, by id.
        unit: The athlete's, of loads.
        today: On their calendar.
        plans: All of them, the oldest start first.
        runs: All of them, trials among them.
        trials: The races and time trials.
        distance: The athlete's unit of distances.
        single_leg: Ids of the exercises in which one leg carries the work.
        own: Returns what a session of a plan's weeks is to the athlete.
    """
    return (
        week_section(sessions, today, single_leg),
        heavy_section(sessions, names, unit, plans),
        record_section(sessions, names, unit, today),
        priming_section(sessions),
        plan_section(plans, sessions, runs, trials, today, own),
        five_k_section(trials, distance),
    )
