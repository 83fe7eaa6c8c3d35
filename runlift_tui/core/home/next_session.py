"""When to train next, what until then, and what speaks against training already.

By the plan's days, else by 48 hours.
"""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runlift_tui.core.athlete.pain import Running
from runlift_tui.core.runs.raced import Raced, easy_day
from runlift_tui.core.setup.coming import ComingSession, Which
from runlift_tui.core.setup.landings import APART
from runlift_tui.core.words.days import day_words
from runlift_tui.core.words.text import sentence

if TYPE_CHECKING:
    from runlift_tui.core.plan.today import PlanDay
    from runlift_tui.core.plan.weeks import PlanWeek

EARLY = "early"
"""What the line about training already is called, wherever it stands."""
UNTIL = "runs"
"""What the line about the days until then is called: they are days of running."""
_MOST_DAYS = 4
_FARTHEST_DAYS = 8 * 7
"""So far ahead a run is looked for."""
Lines = Iterator[tuple[str, str]]


def next_lines(
    coming: ComingSession, plan: "PlanDay | None" = None, early: str = "", *, is_shown: bool
) -> Lines:
    """Yield when to train next and what until then; nothing where today is as good as any day.

    Args:
        coming: The session that comes.
        plan: As it stands; None without one.
        early: What `early_words` says.
        is_shown: Whether home shows that session anyway.
    """
    which = coming.which
    if which.day is None:
        return
    if not is_shown:
        yield coming.line
    if early:
        yield EARLY, early
    if which.is_first_day and not which.after_plan:
        yield UNTIL, "easy ones or rest"
    elif plan is not None:
        yield from _until(plan, which.day)


def begins_now(now: Which, comes: Which, stop: str = "") -> str:
    """Return which session begins now: "today, week 5"; with the one that comes, if it is another.

    Args:
        now: The session that begins now.
        comes: The one that comes, as home shows it.
        stop: What home shows in its place while a stop sign stands; empty where none does.
    """
    return now.words if comes.day is None or stop else f"{now.words}   home shows: {comes.words}"


def early_words(
    today: date,
    last: date | None,
    plan: "PlanDay | None" = None,
    races: Collection[Raced] = (),
) -> str:
    """Return what speaks against training already today; empty where it is time.

    Home, the page before the start and the plain lines say it, in these words.

    Args:
        today: The athlete's own day.
        last: On which they trained last; None where they never did.
        plan: As it stands; None without one. Before it begins it has no say.
        races: Of late, logged or planned.
    """
    if last is not None and last <= today < last + APART:
        when = "today" if last == today else "yesterday"
        return f"trained {when}; 48 hours between sessions (our own rule)"
    if plan is None or plan.week is None:
        easy = easy_day(today, races)
        return f"{easy}: no jumps, nothing heavy (our own rule)" if easy else ""
    if plan.off:
        return f"{plan.off}, no training"
    coming = plan.next
    if coming is not None and coming.day <= today:
        return ""
    if coming is None:
        said = "the plan has no session left"
    elif coming.week > plan.week.number:
        said = f"the next session is on {day_words(coming.day)}; one today is one more"
    else:
        said = f"session {coming.number} is planned for {day_words(coming.day)}"
    return "; ".join((said, *_against(plan, plan.week)))


def early_sentence(early: str) -> str:
    """Return what `early_words` says as a sentence by itself."""
    return sentence(f"{EARLY}: {early}")


def _against(plan: "PlanDay", week: "PlanWeek") -> Iterator[str]:
    """Yield what of runs and races speaks against a session of this week today."""
    from runlift_tui.core.plan.rules import PlacedSession, Rule, broken

    if plan.running is not Running.ALL:
        return  # of runs nothing is said while pain or a stop sign hold them back
    today = PlacedSession(week.number, 1, plan.today, week.is_heavy)
    runs = plan.flow.runs
    tested = runs.is_trial(plan.today), runs.is_trial(plan.today + timedelta(days=1))
    words = {
        Rule.QUALITY: "tomorrow is a hard run",
        Rule.LONG: "tomorrow is the long run",
        Rule.RACE: f"tomorrow is {'a 5K' if tested[1] else 'the race'}",
        Rule.RACE_DAY: f"today is {'a 5K' if tested[0] else 'the race'}",
        Rule.TAPER: "it is too near before the race",
        Rule.AFTER_RACE: "it is too soon after the race",
        Rule.AFTER_TRIAL: "a 5K was planned for yesterday",
        Rule.AFTER_ILL: "it is too soon after the illness",
    }
    for rule in broken(today, (), runs):
        yield words[rule]


def _until(plan: "PlanDay", day: date) -> Lines:
    between = (day - plan.today).days - 1
    days = [plan.today + timedelta(days=n) for n in range(1, between + 1)]
    if not days:
        return
    told: list[str] = []
    if len(days) > 1 and not any(run_on(plan, each) for each in days[:2]):
        again = _runs_again(plan)
        days = [] if again is None else [each for each in days if each > again]
        told = [_no_run_until(plan, again)]
    told += [f"{each:%a} {run_on(plan, each) or 'no run'}" for each in days]
    yield UNTIL, f"{', '.join(told[:_MOST_DAYS])}{', …' if len(told) > _MOST_DAYS else ''}"


def _runs_again(plan: "PlanDay") -> date | None:
    """Return the next day behind today with a run; None where none comes in sight."""
    ahead = (plan.today + timedelta(days=n) for n in range(1, _FARTHEST_DAYS))
    return next((day for day in ahead if run_on(plan, day)), None)


def _no_run_until(plan: "PlanDay", day: date | None) -> str:
    """Return until when there is no run: "no run until Mon 7 Dec, then an easy run"."""
    return "no run" if day is None else f"no run until {day_words(day)}, then {run_on(plan, day)}"


def run_on(plan: "PlanDay", day: date) -> str:
    """Return what a plan's own answers have on a day: "the long run"; empty for no run.

    While pain or a stop sign hold running back it is no more than they leave.
    """
    runs, held = plan.flow.runs, plan.running
    if held is Running.NONE or not (runs.is_race(day) or runs.is_run(day)):
        return ""
    if held is Running.EASY:
        return "easy running or rest"
    if runs.is_race(day):
        return "the race" if day == runs.race else "a 5K"
    if runs.is_long(day):
        return "the long run"
    return "a hard run" if runs.is_hard(day) else "an easy run"
