"""The athlete's plans as they stand today, and the one that is looked at."""

from datetime import date

from runlift_tui.core.athlete.pain import Running, running
from runlift_tui.core.athlete.path import path_stage
from runlift_tui.core.history.past import PastSession
from runlift_tui.core.plan.changes_told import race_to_come
from runlift_tui.core.plan.done import (
    Outcome,
    TrainedSession,
    books_done,
    on_days,
    outcome,
    trained,
)
from runlift_tui.core.plan.ledger import Books
from runlift_tui.core.plan.plan import (
    AROUND,
    Answers,
    Plan,
    current,
)
from runlift_tui.core.plan.standing import BEFORE, Flow, flow
from runlift_tui.core.plan.weeks import PlanWeek
from runlift_tui.core.words.days import day_of
from runlift_tui.screens.home.today import Today
from runlift_tui.store.disk.errors import StoreError


class PlansToday:
    """The plans, and one of them as it stands today."""

    def __init__(self, today: Today) -> None:
        self.today = today
        self.day: date = day_of(today.now(), self._offset())
        self.id = ""
        """Of the plan that is looked at; empty where there is none."""
        self.read_anew()

    def read_anew(self) -> None:
        """Read what was trained anew; the plan that is looked at stays, if it is there still."""
        self._read: dict[str, tuple[TrainedSession, ...]] = {}
        self._flow: tuple[Plan, Flow] | None = None
        plans = self.plans
        if plans and self.plan is None:
            self.id = (current(plans, self.day) or plans[-1]).id

    def _offset(self) -> int:
        return self.today.clock.utc_offset_min(self.today.now())

    def _trained(self, plan: Plan) -> tuple[TrainedSession, ...]:
        """Return the sessions that a plan looks at, read once."""
        key = f"{plan.id} {plan.answers.start}"
        if key not in self._read:
            first = plan.answers.start - BEFORE
            found: list[PastSession] = []
            try:
                for session in self.today.store.past.sessions():
                    if session.day < first:
                        break
                    found.append(session.bare)
            except StoreError as error:
                self.today.store.past.report(error.what)
            self._read[key] = trained(reversed(found))
        return self._read[key]

    @property
    def plans(self) -> tuple[Plan, ...]:
        """All that there are, the oldest start first."""
        return self.today.store.desk.plans()

    @property
    def plan(self) -> Plan | None:
        """The one that is looked at."""
        return next((plan for plan in self.plans if plan.id == self.id), None)

    @property
    def is_open(self) -> bool:
        """Whether a plan is under way or still to begin."""
        return current(self.plans, self.day) is not None

    def flow(self, plan: Plan) -> Flow:
        """Return a plan as it stands today."""
        if self._flow is None or self._flow[0] != plan:
            self._flow = plan, self.flow_of(plan)
        return self._flow[1]

    def flow_of(self, plan: Plan) -> Flow:
        """Return a plan that is not kept, as it would stand today."""
        done, today = on_days(self._trained(plan)), self.today
        return flow(plan, done, self.day, today.own(plan), today.races())

    def trained_today(self, plan: Plan) -> bool:
        """Return whether a session of the plan was done today."""
        return any(each.day == self.day for each in self.flow(plan).done)

    def done(self, plan: Plan, week: PlanWeek) -> Books | None:
        """Return a week's ledger as it was done; None for a week that is still to come."""
        if week.monday > self.day:
            return None
        return books_done(week, plan, self._trained(plan), self.today.store.runs.all(week.monday))

    def outcome(self, plan: Plan) -> Outcome:
        """Return what was planned, what was done, and what the 5K did."""
        store, since = self.today.store, plan.answers.start - AROUND
        runs, trials = store.runs.all(since), store.runs.trials(since)
        return outcome(plan, self.flow(plan).weeks, self._trained(plan), runs, trials, self.day)

    def made(self, id_: str, answers: Answers) -> Plan:
        """Return the plan that answers come to."""
        return Plan(id=id_, answers=answers, utc_offset_min=self._offset())

    @property
    def stopped(self) -> str:
        """What a stop sign holds back, in a sentence; empty where none stands."""
        return self.today.stopped

    @property
    def running(self) -> Running:
        """What of a plan's running may be named."""
        return running(self.today.facts.outings)

    @property
    def stage(self) -> int:
        """How far along the beginner's path a plan would begin."""
        return path_stage(self.today.facts, self.today.now())

    def drafted(self, answers: Answers) -> tuple[Plan, Flow]:
        """Return a plan that is not kept yet, as it would stand today."""
        plan = self.made("draft", answers)
        return plan, self.flow_of(plan)

    def where(self, plan: Plan) -> str:
        """Return where in a plan the athlete is, and which of several it is, in words."""
        number, plans = plan.answers.week_of(self.day), self.plans
        if plan.is_over(self.day):
            where = "over"
        else:
            where = f"week {number} of {plan.answers.weeks}" if number >= 1 else "still to begin"
        place = f"   plan {plans.index(plan) + 1} of {len(plans)}" if len(plans) > 1 else ""
        answers = plan.answers
        is_over = answers.race is None or plan.is_over(self.day)
        raced = "" if is_over else f"   {race_to_come(answers)}"
        return f"{where}{raced}{place}"

    def look_at(self, by: int) -> None:
        """Look at another plan: an earlier one, or a later one."""
        ids = [plan.id for plan in self.plans]
        if self.id in ids:
            self.id = ids[max(0, min(len(ids) - 1, ids.index(self.id) + by))]


def away(plan: Plan, offset_min: int) -> str:
    """Return that the athlete's clock is in another time zone than the plan's; empty if not.

    An hour is the summer's, and says nothing.
    """
    ahead = offset_min - plan.utc_offset_min
    if abs(ahead) <= 60:
        return ""
    hours = f"{abs(ahead) / 60:g} h {'ahead of' if ahead > 0 else 'behind'}"
    return f"Your clock is {hours} where this plan was made. Its days are calendar days and stay."
