"""Changes of the plan that is looked at, with the way back."""

from functools import partial

from runlift_tui.core.plan.faults import over_words
from runlift_tui.core.plan.moving.move import move_edit
from runlift_tui.core.plan.plan import Answers, Plan, PlanEdit, WeekChange, begun, changed, ended
from runlift_tui.core.plan.week_edit import told
from runlift_tui.screens.parts.changes import Changed, Changes
from runlift_tui.screens.plan.plans_today import PlansToday
from runlift_tui.store.disk.ids import new_id
from runlift_tui.store.undoing import plan_edit_back


class PlanChanges(Changes[PlanEdit]):
    """Begins plans, changes their weeks, and ends them."""

    def __init__(self, plans: PlansToday) -> None:
        store = plans.today.store
        super().__init__(store, "plan", self._edit, partial(plan_edit_back, store))
        self._plans = plans

    def _edit(self, edit: PlanEdit) -> None:
        """Keep an edit, and look at the plan that it is about; where that is gone, at the last."""
        self._store.desk.edit_plan(edit)
        plans = self._plans.plans
        if edit.after is not None:
            self._plans.id = edit.id
        elif self._plans.id == edit.id:
            self._plans.id = plans[-1].id if plans else ""

    def begin(self, answers: Answers) -> Changed:
        """Begin a plan."""
        id_ = new_id(self._plans.today.now())
        return self.make(lambda: begun(self._plans.made(id_, answers)))

    def change(self, plan: Plan, change: WeekChange, key: str) -> Changed:
        """Change one number of one week."""
        week = self._plans.flow(plan).weeks[change.week - 1]
        edit = changed(plan, change, told(week, change, key))
        after = self._plans.flow_of(edit.after or plan)
        over = over_words(edit.after or plan, after.weeks, change.week)
        return self.make(lambda: edit, f" {over}{self.undoes}" if over else None)

    def reset(self, plan: Plan, week: int) -> Changed:
        """Take everything back that was changed by hand in a week."""
        return self.make(lambda: changed(plan, WeekChange(week=week), f"Week {week} as planned"))

    def move(self, before: Plan, after: Plan) -> Changed:
        """Move a plan: other days, another race or begin, time off."""
        return self.make(lambda: move_edit(before, after))

    def end(self, plan: Plan) -> Changed:
        """End a plan today; one that has not begun yet is taken out."""
        return self.make(lambda: ended(plan, self._plans.day))
