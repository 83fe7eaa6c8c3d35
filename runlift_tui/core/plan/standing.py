"""A plan as it stands today: what was done, what is still to come, what moved, what is broken."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs

from runlift_tui.core.plan.placement import HARD_EFFORT, placed
from runlift_tui.core.plan.plan import Plan
from runlift_tui.core.plan.rules import (
    Calendar,
    PlacedSession,
    Rule,
    broken,
    calendar_of,
    with_races,
)
from runlift_tui.core.plan.weeks import PlanWeek, books_of, plan_weeks
from runlift_tui.core.runs.raced import Raced
from runlift_tui.core.sets.progression import AWAY_DAYS
from runlift_tui.core.sets.week import WeekKind

if TYPE_CHECKING:
    from runlift_tui.core.plan.own import Own

BEFORE = timedelta(days=7)
"""What was trained in so many days before a plan can move its first session."""


class TrainedOn(NamedTuple):
    """A session that was trained."""

    day: date
    effort: int | None = None
    """0 to 10, as typed."""


class Break(NamedTuple):
    """A rule that cannot be held."""

    session: PlacedSession
    rule: Rule


class MovedSession(NamedTuple):
    """A session that is not where it was planned; `after` is None where it falls out."""

    week: int
    number: int
    before: date
    after: date | None


class Comeback(NamedTuple):
    """The first session after a break, still to come."""

    session: PlacedSession
    days: int
    """Since the one before it."""
    is_hard: bool
    """Whether a hard run is on its day."""


class Flow(NamedTuple):
    """A plan at one day."""

    weeks: tuple[PlanWeek, ...]
    sessions: tuple[PlacedSession, ...]
    """Still to come, oldest first."""
    done: tuple[TrainedOn, ...]
    """Within the plan, oldest first."""
    runs: Calendar
    """The runs of it, with the easy days after races that it has not."""
    moves: tuple[MovedSession, ...] = ()
    breaks: tuple[Break, ...] = ()
    missed: tuple[int, ...] = ()
    """Past weeks without a session; the next one takes their step."""
    crowded: tuple[TrainedOn, ...] = ()
    """Hard sessions of late with a hard run less than 48 hours after."""
    comeback: Comeback | None = None
    """None where no break lies before the session that comes."""
    never_due: tuple[PlacedSession, ...] = ()
    """Of the week in which the plan was ended, those planned for that day and later."""
    kept: tuple[tuple[int, int], ...] = ()
    """Weeks with days off, and how many of their sessions were due, and trained, before these."""

    def done_in(self, week: int) -> tuple[TrainedOn, ...]:
        """Return what was trained in a week."""
        found = self.weeks[week - 1]
        return tuple(done for done in self.done if found.monday <= done.day <= found.sunday)

    def due_in(self, week: int) -> tuple[PlacedSession, ...]:
        """Return what is still to come in a week."""
        return tuple(session for session in self.sessions if session.week == week)


def flow(
    plan: Plan,
    done: Iterable[TrainedOn],
    today: date,
    own: "Own | None" = None,
    races: Collection[Raced] = (),
) -> Flow:
    """Return a plan as it stands.

    Args:
        plan: The answers, and what was changed by hand.
        done: Sessions that were trained, whenever.
        today: The athlete's own day; of a plan that is over, the day after its last one counts.
        own: What a session of a week is to them; None for what the plan reckons with.
        races: Of late, which it may not have: see `known_races`.
    """
    answers, today = plan.answers, min(today, plan.last_day + timedelta(days=1))
    seen = _by_day(done)
    within = tuple(each for each in seen if answers.start <= each.day <= plan.last_day)
    missed = _missed(plan, within, today)
    weeks, as_made = plan_weeks(plan, missed), calendar_of(plan)
    runs = with_races(as_made, races)
    if own is not None:
        from runlift_tui.core.plan.own import own_weeks

        weeks = own_weeks(plan, weeks, own, today)
    first = _as_planned(plan, weeks, as_made)
    before = [each.day for each in seen]
    sessions: list[PlacedSession] = []
    moves: list[MovedSession] = []
    as_before = False
    for week in weeks:
        if week.sunday < today or plan.ended is not None:
            continue
        wanted = [each.day for each in first if each.week == week.number]
        if as_before:
            # The week before it is as it was planned, so this one is too.
            sessions += [_session(plan, week, n, day) for n, day in enumerate(wanted, 1)]
            continue
        had = sum(week.monday <= day <= week.sunday for day in before)
        days = _days(plan, week, runs, [*before, *(s.day for s in sessions)], wanted, had, today)
        found = [_session(plan, week, had + n, day) for n, day in enumerate(days, 1)]
        moves += _moves(week, wanted, had, days)
        settled = not before or before[-1] < week.monday
        as_before = list(days) == wanted and week.monday > today and settled
        sessions += found
    breaks = _breaks(sessions, before, runs)
    crowded = tuple(each for each in within if _is_crowded(each, runs, today))
    late = [day for day in before if day >= answers.start - BEFORE]
    comeback = _comeback(sessions, late, runs)
    kept = tuple(_kept(plan, missed, within))
    due = {each.week for each in sessions}
    return Flow(
        _as_asked(plan, missed, weeks, {n: c for n, c in kept if c and n not in due}, own, today),
        tuple(sessions),
        within,
        runs,
        tuple(moves),
        breaks,
        missed,
        crowded,
        comeback,
        _never_due(plan, first),
        kept,
    )


def _as_asked(
    plan: Plan,
    missed: tuple[int, ...],
    weeks: tuple[PlanWeek, ...],
    kept: Mapping[int, int],
    own: "Own | None",
    today: date,
) -> tuple[PlanWeek, ...]:
    """Return weeks of which what was trained before days off stands as it was asked for then.

    Args:
        plan: Whose.
        missed: Past weeks without a session.
        weeks: With the days off.
        kept: How many sessions were trained as planned before them, by the week's number.
        own: What a session of a week is to the athlete.
        today: Weeks that ended before it have none of that.
    """
    if not kept:
        return weeks
    whole = plan_weeks(structs.replace(plan, off=()), missed)
    found: list[PlanWeek] = []
    for week, was in zip(weeks, whole, strict=True):
        if week.number in kept:
            numbers = was.minutes, was.rounds
            if own is not None and week.sunday >= today:
                numbers = own(was)[:2]
            sessions = max(week.sessions, kept[week.number])
            answers, change = plan.answers_in(week.number), plan.change(week.number)
            books = books_of(week, answers, change, sessions * numbers[0], found)
            week = week._replace(
                sessions=sessions,
                minutes=numbers[0],
                rounds=numbers[1],
                reps=was.reps,
                rir=was.rir,
                rung=was.rung,
                books=books,
            )
        found.append(week)
    return tuple(found)


def _kept(
    plan: Plan, missed: tuple[int, ...], done: Sequence[TrainedOn]
) -> Iterator[tuple[int, int]]:
    """Yield the weeks with days off, and what of them was trained as it was due before these."""
    if not plan.off:
        return
    whole = structs.replace(plan, off=())
    weeks = plan_weeks(whole, missed)
    planned = _as_planned(whole, weeks, calendar_of(whole))
    for week in weeks:
        off = min(plan.days_off(week.number), default=None)
        if off is not None:
            due = sum(each.week == week.number and each.day < off for each in planned)
            trained = sum(week.monday <= each.day < off for each in done)
            yield week.number, min(due, trained)


def _never_due(plan: Plan, first: Sequence[PlacedSession]) -> tuple[PlacedSession, ...]:
    """Return the sessions of a plan's last week that its early end came before."""
    if plan.ended is None:
        return ()
    week = plan.answers.week_of(plan.ended)
    return tuple(each for each in first if each.week == week and each.day >= plan.ended)


def _comeback(
    sessions: Sequence[PlacedSession], before: Sequence[date], runs: Calendar
) -> Comeback | None:
    """Return the session that comes where a break lies before it: days off, or two weeks."""
    if not sessions or not before:
        return None
    coming, last = sessions[0], before[-1]
    days = (coming.day - last).days
    off = any(last < day < coming.day for day in runs.off)
    return Comeback(coming, days, runs.is_hard(coming.day)) if off or days > AWAY_DAYS else None


def _by_day(done: Iterable[TrainedOn]) -> list[TrainedOn]:
    """Return what was trained day by day: two sessions of one day are one, the harder of them."""
    found: dict[date, TrainedOn] = {}
    for each in done:
        other = found.get(each.day)
        if other is None or (each.effort or 0) > (other.effort or 0):
            found[each.day] = each
    return [found[day] for day in sorted(found)]


def _missed(plan: Plan, done: Collection[TrainedOn], today: date) -> tuple[int, ...]:
    """Return the past weeks in which sessions were planned and none was trained."""
    found: list[int] = []
    weeks = plan_weeks(plan)
    for number in range(1, plan.answers.weeks + 1):
        week = weeks[number - 1]
        if week.sunday >= today:
            break
        trained = any(week.monday <= each.day <= week.sunday for each in done)
        if week.kind in (WeekKind.BUILD, WeekKind.DELOAD) and week.sessions and not trained:
            found.append(number)
            weeks = plan_weeks(plan, found)
    return tuple(found)


@lru_cache(maxsize=8)
def _as_planned(
    plan: Plan, weeks: tuple[PlanWeek, ...], runs: Calendar
) -> tuple[PlacedSession, ...]:
    """Return the sessions as if nothing had come between."""
    found: list[PlacedSession] = []
    for week in weeks:
        before = [each.day for each in found]
        days = placed(week, runs, before, by_hand=plan.change(week.number).days or ())
        found += [_session(plan, week, number, day) for number, day in enumerate(days, 1)]
    return tuple(found)


def _session(plan: Plan, week: PlanWeek, number: int, day: date) -> PlacedSession:
    by_hand = day.weekday() in (plan.change(week.number).days or ())
    return PlacedSession(week.number, number, day, week.is_heavy, by_hand)


def _days(
    plan: Plan,
    week: PlanWeek,
    runs: Calendar,
    before: Sequence[date],
    wanted: Sequence[date],
    had: int,
    today: date,
) -> tuple[date, ...]:
    """Return the days of what is left of a week; one that fits nowhere any more falls out.

    A session may move to a day that breaks a rule only where its own day broke it as well.
    """
    by_hand = plan.change(week.number).days or ()
    borne = {rule for day in wanted for rule in _rules(week, day, wanted, (), runs)}
    for left in range(max(0, week.sessions - had), 0, -1):
        days = placed(
            week,
            runs,
            before,
            count=left,
            earliest=today,
            wanted=wanted[had:] or wanted,
            by_hand=by_hand,
        )
        fresh = [day for day in days if day.weekday() not in by_hand]
        spoilt = any(set(_rules(week, d, days, before, runs)) - borne for d in fresh)
        if week.monday >= today or (len(days) == left and not spoilt):
            return days
    return ()


def _rules(
    week: PlanWeek, day: date, days: Sequence[date], before: Sequence[date], runs: Calendar
) -> tuple[Rule, ...]:
    around = [each for each in (*before, *days) if each != day]
    return broken(PlacedSession(week.number, 1, day, week.is_heavy), around, runs)


def _moves(
    week: PlanWeek, wanted: Sequence[date], had: int, days: Sequence[date]
) -> Iterator[MovedSession]:
    """Yield which of the sessions still to come have another day than they were planned for."""
    left = wanted[had:]
    for place, before in enumerate(left):
        after = days[place] if place < len(days) else None
        if after != before:
            yield MovedSession(week.number, had + place + 1, before, after)


def _breaks(
    sessions: Sequence[PlacedSession], before: Sequence[date], runs: Calendar
) -> tuple[Break, ...]:
    found = []
    for session in sessions:
        around = [*before, *(each.day for each in sessions if each is not session)]
        found += [Break(session, rule) for rule in broken(session, around, runs)]
    return tuple(found)


def _is_crowded(done: TrainedOn, runs: Calendar, today: date) -> bool:
    """Whether a hard run is still to come within 48 hours of a hard session."""
    if done.effort is None or done.effort < HARD_EFFORT:
        return False
    after = [done.day + timedelta(days=each) for each in (1, 2)]
    return any(runs.is_hard(day) or runs.is_race(day) for day in after if day >= today)


class Tally(NamedTuple):
    """Sessions of a week, or of a whole plan."""

    done: int
    """Trained, of those that were planned; never more than `planned`."""
    planned: int
    more: int
    """Trained beside them; one week's do not stand for another's."""

    @property
    def words(self) -> str:
        """The count in words: "9 of 17 sessions"; with what was trained beside the plan."""
        if not self.more:
            return f"{self.done} of {self.planned} sessions"
        return f"{self.done} of {self.planned} planned sessions done, {self.more} beside the plan"

    @property
    def brief(self) -> str:
        """All that was trained over what was planned, for a table: "1/2"; "+1" beside none."""
        if not self.planned and self.more:
            return f"+{self.more}"
        return f"{self.done + self.more}/{self.planned}"


def week_tally(flow: Flow, week: PlanWeek) -> Tally:
    """Return how many of a week's sessions were trained.

    What was still to come when the plan was ended counts only where it was trained already. What
    was trained as planned before days off stays counted, also where these take it out of the week.
    """
    trained = len(flow.done_in(week.number))
    planned = max(week.sessions, dict(flow.kept).get(week.number, 0))
    done = min(trained, planned)
    never_due = sum(each.week == week.number for each in flow.never_due)
    return Tally(done, max(done, planned - never_due), trained - done)


def tally(plan: Plan, flow: Flow) -> Tally:
    """Return how many of a plan's sessions were trained: of all its weeks up to its last day."""
    found = [week_tally(flow, week) for week in flow.weeks if week.monday <= plan.last_day]
    return Tally(*(sum(numbers) for numbers in zip(*found, strict=True)))
