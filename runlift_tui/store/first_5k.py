"""The first 5K of a plan after what was run changed: a fresh one that was noted is the first."""

from runlift_tui.store.store import Store


def settle_first_5k(store: Store) -> None:
    """Have the plan under way or to come ask for a first 5K, or for none, by the runs of now.

    Args:
        store: Open for writing; the runs are on disk.
    """
    plans = store.desk.plans()
    if not plans:
        return  # and nothing of plans needs to be imported
    from runlift_tui.core.plan.done import with_first_5k
    from runlift_tui.core.plan.plan import AROUND, PlanEdit, current

    today = store.today()
    plan = current(plans, today)
    if plan is None or today > plan.answers.monday(2):
        return
    after = with_first_5k(plan, store.runs.trials(plan.answers.start - AROUND), today)
    if after != plan:
        told = "The plan's first 5K is as the runs are"
        store.desk.edit_plan(PlanEdit(id=plan.id, before=plan, after=after, told=told))
