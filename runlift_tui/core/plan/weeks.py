"""The nine weeks of a plan, unfolded from its answers: rounds, B1, B2's rung and the ledger.

The table is our own; two or three sessions a week (Blagrove 2018 Sports Med 48:1117–1149) over
eight to twelve weeks (Balsalobre-Fernández 2016 J Strength Cond Res 30:2361–2368) is what studies
used. The taper's volume follows Bosquet 2007 Med Sci Sports Exerc 39:1358.
"""

from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from msgspec import structs

from runlift_tui.core.plan.ledger import (
    Books,
    cap,
    is_fair,
    is_moderate,
    kept,
    kept_to_run,
    session_minutes,
)
from runlift_tui.core.plan.plan import (
    Answers,
    Plan,
    WeekChange,
)
from runlift_tui.core.plan.rules import calendar, good_days, has_room_about_race, room
from runlift_tui.core.plan.steps import STEPS, TableRow, eased, for_level, steps
from runlift_tui.core.routines.levels import ALL_SLOTS, Level
from runlift_tui.core.runs.raced import EASY_AFTER_SHORT
from runlift_tui.core.sets.week import WeekKind

BEGINNER_ROUNDS, BEGINNER_SESSIONS, MOST_SESSIONS = 3, 2, 3
RACE_NEAR = timedelta(days=28)
TAPER_VOLUME, BEFORE_RACE_VOLUME, RACE_VOLUME = 0.50, 0.58, 0.45
"""All minutes of a taper week, as a share of the fullest week's."""
DELOAD_VOLUME = 0.85
"""Running in a deload, as a share of the week before: 10 to 20 % less, our own rule."""
BACK_VOLUME = 0.50
"""Running in the week after an illness, as a share of the usual: our own rule."""


class PlanWeek(NamedTuple):
    """One week as it is planned."""

    number: int
    """From 1."""
    monday: date
    kind: WeekKind
    step: int
    """Which row of the table it takes, from 1."""
    sessions: int
    rounds: int
    reps: tuple[int, int]
    """B1, each leg."""
    rir: tuple[int, int]
    rung: int
    """Steps of B2 above the level's own."""
    percent: int
    """Of the usual minutes, the most that strength work takes the place of."""
    minutes: int
    """One session."""
    books: Books
    fitted: bool = False
    """Whether sessions or rounds were taken away so that the ledger is kept."""
    few_easy: bool = False
    """Whether they were because there are too few easy minutes to swap."""
    has_trial: bool = False
    """Whether a session gave way to a 5K: no other day of the week was good for it."""
    crowded: bool = False
    """Whether it has fewer than are wished, as the others would be too near a run or each other."""
    off: int = 0
    """How many of its days are off."""
    ill: bool = False
    """Whether some of those by illness."""
    way_back: bool = False
    """Whether it leads back to training after an illness."""
    left: float = 1.0
    """What the days off leave of the usual running, 0 to 1."""
    eased: float = 1.0
    """What a race just behind leaves of it."""
    light_since: date | None = None
    """The Monday since when weeks are light; None where this one is not."""
    by_hand: bool = False
    """Whether the athlete changed any of its numbers."""
    by_table: int = 0
    """Minutes of a session by the table, where `minutes` are the athlete's own; else 0."""
    routine: str = ""
    """Name of a routine of the athlete's own that is done in it; empty for the plan's sessions."""
    own_heavy: bool = False
    """Whether B1, its reserve and the jumps go by that routine, and not by the week."""
    own_rounds: bool = False
    """Whether its rounds do."""

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(days=6)

    @property
    def is_light(self) -> bool:
        """Whether nothing new or harder belongs in it: about a race, and in a week that keeps."""
        return self.kind not in (WeekKind.BUILD, WeekKind.DELOAD)

    @property
    def all_rounds(self) -> int:
        """Rounds of all its sessions."""
        return self.sessions * self.rounds

    @property
    def is_heavy(self) -> bool:
        """Whether B1 is near the athlete's limit: less than 3 reps left."""
        return self.rir[0] < 3


def plan_weeks(plan: Plan, missed: Collection[int] = ()) -> tuple[PlanWeek, ...]:
    """Return the weeks of a plan.

    Args:
        plan: The answers, and what was changed by hand.
        missed: Numbers of past weeks without a session: their step is taken in the next one.
    """
    return _weeks(plan, tuple(missed))


@lru_cache(maxsize=32)
def _weeks(plan: Plan, missed: tuple[int, ...]) -> tuple[PlanWeek, ...]:
    found: list[PlanWeek] = []  # kept, as a page asks for the same ones at every key
    for number, (step, kind) in enumerate(steps(plan, missed), 1):
        found.append(_week(plan, missed, number, step, kind, found))
    return tuple(found)


def _week(
    plan: Plan,
    missed: tuple[int, ...],
    number: int,
    step: int,
    kind: WeekKind,
    before: list[PlanWeek],
) -> PlanWeek:
    """Return a week; days off never add a session or a minute of strength to it.

    Nor has a session of it more rounds for it: what lies behind asked for no more. One of them may
    take a 5K away that a session had given way to: that stays away all the same.
    Where a row of the table is taken later, in a week that was to be lighter, it has its own.
    """
    without = _weeks(structs.replace(plan, off=()), missed)[number - 1] if plan.off else None
    if without is None or not (plan.days_off(number) or without.kind is kind):
        return _of_row(plan, number, step, kind, before)
    found = _of_row(plan, number, step, kind, before, without.sessions)
    if found.books.strength <= without.books.strength and found.rounds <= without.rounds:
        return found
    sessions, rounds = min(found.sessions, without.sessions), min(found.rounds, without.rounds)
    answers, change = plan.answers_in(number), plan.change(number)
    return _with(found, answers, change, sessions, rounds, before)


def _of_row(
    plan: Plan,
    number: int,
    step: int,
    kind: WeekKind,
    before: list[PlanWeek],
    most: int = MOST_SESSIONS,
) -> PlanWeek:
    """Return a week as its row, its days and its ledger have it, with `most` sessions."""
    answers, change = plan.answers_in(number), plan.change(number)
    off = plan.days_off(number)
    row = STEPS[step - 1]
    reps, rir = for_level(answers.level, row.reps, row.rir)
    percent = change.percent if change.percent is not None else _cap(answers, number, step)
    wanted = _sessions(answers, kind, before)
    monday, runs = answers.monday(number), calendar(answers, off, plan.weak_days(), plan.raced)
    sessions = wanted
    if off or not before:
        sessions = good_days(runs, monday, wanted)
    elif kind in (WeekKind.BUILD, WeekKind.DELOAD):
        sessions = room(runs, monday, wanted)
    near = kind is WeekKind.RACE
    is_long = answers.easy_after_race > EASY_AFTER_SHORT
    weak = plan.weak_days() if near and is_long else frozenset[date]()
    if (kind is WeekKind.EASY and plan.is_ill(number)) or (
        (near or kind is WeekKind.EASY) and not has_room_about_race(runs, monday, weak, before=near)
    ):
        sessions = 0
    less = sessions < wanted and not off and kind in (WeekKind.BUILD, WeekKind.DELOAD)
    is_back = kind is WeekKind.EASY and plan.is_way_back(number)
    week = PlanWeek(
        number=number,
        monday=monday,
        kind=kind,
        step=step,
        sessions=sessions if less else min(sessions, most),
        rounds=_rounds(answers.level, row, kind, before),
        reps=change.reps or reps,
        rir=change.rir or rir,
        rung=_rung(row, kind, before, back=is_back) if change.rung is None else change.rung,
        percent=percent,
        minutes=0,
        books=Books(0, 0, 0),
        has_trial=less and not before,
        crowded=less and bool(before),
        off=len(off),
        ill=bool(plan.days_off(number, ill=True)),
        way_back=is_back,
        left=answers.left_of(off),
        eased=eased(plan, number),
        by_hand=change != WeekChange(week=number),
    )
    if week.is_light:
        before_it = before[-1].light_since if before else None
        week = week._replace(light_since=before_it or week.monday)
    found = _in_ledger(week, answers, change, before)
    if not less:
        return found
    wished = week._replace(sessions=wanted, has_trial=False, crowded=False)
    more = _in_ledger(wished, answers, change, before)
    return found if found.sessions < more.sessions else more


def _in_ledger(
    week: PlanWeek, answers: Answers, change: WeekChange, before: list[PlanWeek]
) -> PlanWeek:
    """Return the week with what its ledger leaves of its sessions and rounds."""
    free = _fitted(week, answers, change, before)
    if week.percent <= answers.easy_percent:
        return free
    week = week._replace(percent=answers.easy_percent)
    return _of_easy_days(_fitted(week, answers, change, before), free, answers, change, before)


def _of_easy_days(
    week: PlanWeek, free: PlanWeek, answers: Answers, change: WeekChange, before: list[PlanWeek]
) -> PlanWeek:
    """Return a week that swaps easy minutes only, and say where it has less for that.

    Where nothing fits any more one short session comes on top: our own rule, and it is told.

    Args:
        week: Fitted, with no more swapped than the easy minutes.
        free: The same with the cap of its step.
        answers: Of the plan.
        change: By hand.
        before: The weeks before it.
    """
    if free.all_rounds <= week.all_rounds:
        return week
    if not week.sessions:
        short = _with(week, answers, change, 1, min(2, free.rounds), before)
        week = short if is_moderate(short.books) else week
    return week._replace(fitted=True, few_easy=True)


def _cap(answers: Answers, number: int, step: int) -> int:
    until = (answers.race - answers.monday(number)) if answers.race is not None else None
    near = until is not None and timedelta(0) <= until < RACE_NEAR
    return cap(answers.level, step, miles=answers.miles, usual=answers.usual_min, race_near=near)


def _sessions(answers: Answers, kind: WeekKind, before: list[PlanWeek]) -> int:
    most = BEGINNER_SESSIONS if answers.level is Level.BEGINNER else MOST_SESSIONS
    if kind is WeekKind.DELOAD:
        most = min(most, next((each.sessions for each in reversed(before) if each.sessions), most))
    return min(answers.sessions, most if kind in (WeekKind.BUILD, WeekKind.DELOAD) else 1)


def _rung(row: TableRow, kind: WeekKind, before: list[PlanWeek], *, back: bool) -> int:
    """Return the steps of B2 above the level's own; none is new about a race.

    A week that leads back after an illness has one step less than before it.
    """
    grows = kind in (WeekKind.BUILD, WeekKind.DELOAD) or not before
    rung = row.rung if grows else min(row.rung, before[-1].rung)
    return max(0, rung - 1) if back else rung


def _rounds(level: Level, row: TableRow, kind: WeekKind, before: list[PlanWeek]) -> int:
    """Return the rounds of a row for a level; a taper has half of the most so far.

    So has a week that keeps, but two at least.
    """
    low, high = row.rounds
    if kind is WeekKind.EASY:
        return low
    most = max((week.rounds for week in _as_planned(before)), default=low)
    if kind is WeekKind.KEEP:
        return max(2, most // 2)
    if kind in (WeekKind.TAPER, WeekKind.RACE):
        return max(1, most // 2)
    if level is Level.BEGINNER:
        return min(low, BEGINNER_ROUNDS)
    return high if level is Level.ADVANCED else low


def _fitted(
    week: PlanWeek, answers: Answers, change: WeekChange, before: list[PlanWeek]
) -> PlanWeek:
    """Return the week with as many rounds and sessions as the ledger lets it have.

    One round is the last resort; before that the most rounds in the week win, and of those the
    most sessions. What was set by hand takes the place of what was fitted, and nothing else moves.
    """
    tried = [
        _with(week, answers, change, sessions, rounds, before)
        for sessions in range(week.sessions, 0, -1)
        for rounds in range(week.rounds, 0, -1)
    ]
    tried.sort(key=lambda e: (e.rounds < 2, -e.all_rounds, -e.sessions))
    if week.kind is WeekKind.DELOAD and before:
        tried = [each for each in tried if each.all_rounds < before[-1].all_rounds] or tried
    none = _with(week, answers, change, 0, week.rounds, before)
    found = next((each for each in tried if _is_within(each.books, answers)), none)
    if change.sessions is not None or change.rounds is not None:
        sessions = found.sessions if change.sessions is None else change.sessions
        rounds = found.rounds if change.rounds is None else change.rounds
        return _with(week, answers, change, sessions, rounds, before)
    less = found.sessions < week.sessions or found.rounds < week.rounds
    return found._replace(fitted=less)


def _is_within(books: Books, answers: Answers) -> bool:
    return is_fair(books, answers.miles) and is_moderate(books)


def has_room(answers: Answers, week: PlanWeek, strength: int) -> bool:
    """Whether so many minutes of strength fit into a building week."""
    return _is_within(kept(answers.usual_min, strength, answers.miles, week.percent), answers)


def _with(
    week: PlanWeek,
    answers: Answers,
    change: WeekChange,
    sessions: int,
    rounds: int,
    before: list[PlanWeek],
) -> PlanWeek:
    stage = min(ALL_SLOTS, answers.stage + week.number - 1)
    minutes = session_minutes(answers.level, rounds, stage)
    books = books_of(week, answers, change, sessions * minutes, before)
    return week._replace(sessions=sessions, rounds=rounds, minutes=minutes, books=books)


def books_of(
    week: PlanWeek, answers: Answers, change: WeekChange, strength: int, before: list[PlanWeek]
) -> Books:
    """Return the ledger of a week with so many minutes of strength.

    A deload has less running than the week before, and a taper its share of the fullest week.
    """
    miles, percent = answers.miles, week.percent
    if change.run_min is not None:
        return kept(change.run_min, strength, miles, percent)
    usual = round(week.left * answers.usual_min)
    if week.kind in (WeekKind.BUILD, WeekKind.KEEP) or not before:
        return kept(usual, strength, miles, percent)
    if week.kind is WeekKind.DELOAD:
        whole = [each for each in before if each.left == 1.0] or before
        run = round(DELOAD_VOLUME * week.left * whole[-1].books.run)
        return kept_to_run(run, strength, miles, percent)
    if week.kind is WeekKind.EASY:
        run = round((BACK_VOLUME if week.way_back else week.eased) * usual)
        return kept_to_run(run, strength, miles, percent)
    most = fullest(before) or answers.usual_min
    run = max(0, round(week.left * _volume(week, answers) * most) - strength)
    return kept_to_run(run, strength, miles, percent)


def _volume(week: PlanWeek, answers: Answers) -> float:
    if week.kind is WeekKind.RACE:
        return RACE_VOLUME
    raced = bool(answers.race_week) and answers.race_week == week.number + 1
    return BEFORE_RACE_VOLUME if raced else TAPER_VOLUME


def fullest(weeks: Collection[PlanWeek]) -> int:
    """Return all minutes of the fullest week, no taper among them.

    One that was changed by hand is none: what was done more in it makes no taper longer.
    """
    full = [week for week in weeks if week.kind in (WeekKind.BUILD, WeekKind.DELOAD)]
    build = [week for week in _as_planned(full) if week.kind is WeekKind.BUILD] or full
    return max((week.books.total for week in build), default=0)


def _as_planned(weeks: Collection[PlanWeek]) -> Collection[PlanWeek]:
    """Return the weeks that nobody changed by hand; all where each was."""
    return [week for week in weeks if not week.by_hand] or weeks
