"""The chosen row of a plan's table: one of its weeks, or what all of them came to."""

from collections.abc import Callable
from dataclasses import dataclass

from runlift_tui.core.face.outline import planned_lines
from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.core.lists.tables import laid_out
from runlift_tui.core.plan.outcome import outcome_lines
from runlift_tui.core.plan.plan import Plan
from runlift_tui.core.plan.standing import Flow
from runlift_tui.core.plan.table import table, week_row
from runlift_tui.core.plan.week_edit import WeekField, fields, why_fixed
from runlift_tui.core.plan.week_words import week_lines
from runlift_tui.core.plan.weeks import PlanWeek
from runlift_tui.core.session.fold import begin
from runlift_tui.core.setup.coming import ComingSession
from runlift_tui.core.words.units import Unit
from runlift_tui.screens.plan.plans_today import PlansToday
from runlift_tui.widgets.lists.listing import Row


@dataclass(frozen=True)
class WeekInSight:
    """One row of the table, as the plan stands today."""

    plans: PlansToday
    plan: Plan
    flow: Flow
    row: int
    """Its place in the table, from 0."""

    @property
    def is_sum(self) -> bool:
        """Whether it is the row under the weeks: what a plan that is over came to."""
        return self.row >= self.plan.answers.weeks

    @property
    def week(self) -> PlanWeek | None:
        """The week; None for the row under them."""
        return None if self.is_sum else self.flow.weeks[self.row]

    @property
    def past(self) -> str:
        """Why its numbers stay as they are; empty where they can be changed."""
        return "" if self.week is None else why_fixed(self.week, self.plans.day)

    @property
    def fields(self) -> tuple[WeekField, ...]:
        """The numbers of the week that can be changed; none where there is no week."""
        week = self.week
        if week is None:
            return ()
        days = {done.day.weekday() for done in self.flow.done_in(week.number)}
        days |= {session.day.weekday() for session in self.flow.due_in(week.number)}
        return fields(self.plan, week, tuple(sorted(days)))

    def field_rows(self, chosen: int) -> tuple[Row, ...]:
        """Return the numbers as rows; the chosen one says what it may be."""
        found = self.fields
        width = max((len(field.name) for field in found), default=0)
        return tuple(
            Row(
                f"{field.name:>{width}}  {field.shown}{'  by hand' if field.by_hand else ''}",
                field.hint if number == chosen else "",
            )
            for number, field in enumerate(found)
        )

    @property
    def _comes(self) -> bool:
        """Whether the session that comes is in the week."""
        return self.week is not None and self.plans.today.which_comes().week == self.week.number

    def fullest(self, fits: Callable[[tuple[SheetLine, ...]], bool]) -> tuple[SheetLine, ...]:
        """Return as much as there is to say of the row as there is room for.

        Args:
            fits: Whether there is room for all of a sheet; asked only while none had it.
        """
        if fits(whole := self.sheet(whole=True)):
            return whole
        if self._comes and fits(slots := self.sheet(slots=True)):
            return slots
        return self.sheet()

    def sheet(self, *, whole: bool = False, slots: bool = False) -> tuple[SheetLine, ...]:
        """Return what there is to say of the row.

        Args:
            whole: Whether the studies and what is our own are told at length.
            slots: Whether each exercise of the session that comes is told too.
        """
        week = self.week
        if week is None:
            return outcome_lines(self.plan, self.flow, self.plans.outcome(self.plan))
        done = self.plans.done(self.plan, week)
        today = self.plans.today
        comes = self._comes
        coming = today.coming_line() if comes else ("", "")
        return week_lines(
            self.plan,
            self.flow,
            week,
            done,
            self.plans.day,
            whole=whole,
            coming=coming,
            slots=_slots(today.coming(), today.athlete.unit)
            if comes and (whole or slots) and coming[1]
            else (),
            running=self.plans.running,
        )


def _slots(coming: ComingSession, unit: Unit) -> tuple[tuple[str, str], ...]:
    """Return what is done in the session that comes, a line a slot."""
    return planned_lines(begin(coming.start, 0), unit)


def week_rows(plans: PlansToday, plan: Plan, width: int | None) -> tuple[str, tuple[Row, ...]]:
    """Return the head of a plan's table, and its rows; under a plan that is over, one for all.

    Args:
        plans: What there is.
        plan: Whose weeks.
        width: The cells of a row; where they are too few, whole columns go. None for enough.
    """
    flow = plans.flow(plan)
    rows = [week_row(week, flow, plan, plans.day, plans.running) for week in flow.weeks]
    head, *lines = laid_out(*table(rows, "b2"), width)
    found = [Row(line, mark=row.mark) for line, row in zip(lines, rows, strict=True)]
    if plan.is_over(plans.day):
        found.append(Row("all of it"))
    return head, tuple(found)
