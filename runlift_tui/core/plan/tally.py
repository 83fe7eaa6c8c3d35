"""How many of a plan's sessions were trained: one count, wherever it stands."""

from typing import NamedTuple

from runlift_tui.core.plan.plan import Plan
from runlift_tui.core.plan.standing import Flow
from runlift_tui.core.plan.weeks import PlanWeek


class Tally(NamedTuple):
    """Sessions of a week, or of a whole plan."""

    done: int
    """Trained, of those that were planned; never more than `planned`."""
    planned: int
    more: int
    """Trained beside them; one week's do not stand for another's."""

    @property
    def words(self) -> str:
        """The count in words: "9 of 17 sessions", "2 of 2 sessions and 1 more"."""
        more = f" and {self.more} more" if self.more else ""
        return f"{self.done} of {self.planned} sessions{more}"

    @property
    def brief(self) -> str:
        """All that was trained over what was planned, for a table: "1/2", "3/2"."""
        return f"{self.done + self.more}/{self.planned}"


def week_tally(flow: Flow, week: PlanWeek) -> Tally:
    """Return how many of a week's sessions were trained."""
    trained = len(flow.done_in(week.number))
    done = min(trained, week.sessions)
    return Tally(done, week.sessions, trained - done)


def tally(plan: Plan, flow: Flow) -> Tally:
    """Return how many of a plan's sessions were trained: of all its weeks up to its last day."""
    found = [week_tally(flow, week) for week in flow.weeks if week.monday <= plan.last_day]
    return Tally(*(sum(numbers) for numbers in zip(*found, strict=True)))
