"""One week of a plan changed by hand: every number as one types it, and a step less or more."""

import re
from datetime import date
from typing import NamedTuple

from msgspec import structs

from runlift_tui.core.keys.in_force import named
from runlift_tui.core.plan.plan import Plan, WeekChange
from runlift_tui.core.plan.todays_session import is_lighter
from runlift_tui.core.plan.weeks import PlanWeek
from runlift_tui.core.words.days import weekdays_words
from runlift_tui.core.words.decimals import with_digits
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.possible import WEEK_LIMITS
from runlift_tui.core.words.text import plural
from runlift_tui.core.words.typed_days import NONE, weekdays_of
from runlift_tui.core.words.typed_figures import NoLength, typed_seconds
from runlift_tui.core.words.units import span

NAMES = {
    "sessions": "sessions",
    "rounds": "rounds",
    "reps": "B1 reps",
    "rir": "could do",
    "rung": "B2 harder",
    "percent": "run time off",
    "run_min": "usual run",
    "days": "days",
}
"""The numbers of a week, by their keys, as a screen calls them."""
_LIGHTER_RUN = "lighter run"
"""What the running of a week is called where it is less than usual before any is replaced."""
OF_THE_PLAN = ("reps", "rir", "rung")
"""Those that a routine whose B1 is the athlete's own goes by in no week."""
_HINTS = {
    "sessions": "in the week, 0 to 4",
    "rounds": "of the main block, 1 to 6",
    "reps": "each leg, as 8-10",
    "rir": "how many more in B1, as 2-3",
    "rung": "steps of its ladder; the gate decides",
    "percent": "of the usual running, for strength; at most",
    "run_min": "before any is replaced, as 5:30",
    "days": "of the sessions; empty: by the rules",
}


class WeekField(NamedTuple):
    """One number of a week."""

    key: str
    name: str
    shown: str
    hint: str
    by_hand: bool
    """Whether the athlete set it."""


def fields(plan: Plan, week: PlanWeek, days: tuple[int, ...]) -> tuple[WeekField, ...]:
    """Return the numbers of a week that can be changed.

    Those that a routine of the athlete's own does not go by are none of them; its rounds it goes by
    in a week that is lighter on purpose.

    Args:
        plan: Whose.
        week: As it stands.
        days: Weekdays on which its sessions are.
    """
    change = plan.change(week.number)
    rounds = ("rounds",) if week.own_rounds and not is_lighter(week) else ()
    no_say = (*(OF_THE_PLAN if week.own_heavy else ()), *rounds)
    shown = {
        "sessions": f"{week.sessions}",
        "rounds": f"{week.rounds}",
        "reps": span(*week.reps),
        "rir": f"{span(*week.rir)} more",
        "rung": f"by {plural(week.rung, 'step')}" if week.rung else "as the level",
        "percent": f"up to {week.percent} %",
        "run_min": clock_h(week.books.usual),
        "days": weekdays_words(days),
    }
    is_less = change.run_min is None and week.books.usual < plan.answers.usual_min
    names = {**NAMES, "run_min": _LIGHTER_RUN} if is_less else NAMES
    return tuple(
        WeekField(key, name, shown[key], _HINTS[key], getattr(change, key) is not None)
        for key, name in names.items()
        if key not in no_say
    )


def why_fixed(week: PlanWeek, today: date) -> str:
    """Return why the numbers of a week stay as they are; empty where they can be changed."""
    if week.sunday >= today:
        return ""
    return f"Week {week.number} is over: its numbers stay as they were planned."


def clock_h(minutes: int) -> str:
    """Return minutes as hours: "5:08 h"."""
    return f"{minutes // 60}:{minutes % 60:02} h"


def typed(plan: Plan, week: PlanWeek, key: str, text: str) -> WeekChange:
    """Return the change of a week with a number as it was typed; "plan" takes it back.

    Raises:
        Refused: it cannot be; its text says what can.
    """
    change = plan.change(week.number)
    word = with_digits(text).strip().lower()
    if word in ("plan", "as planned") or (key == "days" and word in NONE):
        return structs.replace(change, **{key: None})
    return structs.replace(change, **{key: _value(key, word)})


def nudged(plan: Plan, week: PlanWeek, key: str, by: int) -> WeekChange:
    """Return the change of a week with a number a step less or more.

    Raises:
        Refused: it cannot be, or has no steps.
    """
    if key == "days":
        raise Refused(named("{plan.enter} types the weekdays"))
    if key in ("reps", "rir"):
        low, high = getattr(week, key)
        return typed(plan, week, key, f"{low + by}-{high + by}")
    if key == "run_min":
        return typed(plan, week, key, f"{week.books.usual // 5 * 5 + 5 * by} min")
    return typed(plan, week, key, f"{getattr(week, key) + by}")


def _value(key: str, word: str) -> object:
    if key == "days":
        return weekdays_of(word)
    if key in ("reps", "rir"):
        return _pair(key, word.removesuffix("more").strip())
    if key == "run_min":
        return _within(key, _minutes(word))
    bare = word.removeprefix("up to").strip().removeprefix("+").removesuffix("%").strip()
    if not (bare.isascii() and bare.isdigit() and len(bare) < 6):
        low, high = WEEK_LIMITS[key]
        raise Refused(f"a whole number from {low} to {high} stands there")
    return _within(key, int(bare))


def _within(key: str, value: int) -> int:
    low, high = WEEK_LIMITS[key]
    if not low <= value <= high:
        raise Refused(f"{value} cannot be: {low} to {high} can")
    return value


def _pair(key: str, word: str) -> tuple[int, int]:
    found = re.fullmatch(r"([0-9]{1,3})(?:\s*[-–]\s*([0-9]{1,3}))?", word)
    if found is None:
        raise Refused("a number or a range stands there, as 8 or 8-10")
    low = _within(key, int(found[1]))
    high = _within(key, int(found[2] or found[1]))
    if low > high:
        raise Refused(f"{low}-{high} runs backwards")
    return low, high


def _minutes(word: str) -> int:
    """Return the minutes of a length of time; a number without a word is hours."""
    bare = f"{word} h" if re.fullmatch(r"[0-9]{1,2}(?:[.,][0-9]{1,2})?", word) else word
    try:
        return round(typed_seconds(bare, of_hours=True) / 60)
    except NoLength:
        raise Refused("hours stand there, as 5:30, 5h30 or 330 min") from None


def told(week: PlanWeek, change: WeekChange, key: str) -> str:
    """Return a changed number in words: "Week 3, rounds: 4"."""
    value = getattr(change, key)
    if value is None:
        shown = "as planned"
    elif key == "days":
        shown = weekdays_words(value)
    elif isinstance(value, tuple):
        shown = span(value[0], value[1])
    else:
        shown = clock_h(value) if key == "run_min" else f"{value}"
    return f"Week {week.number}, {NAMES[key]}: {shown}"


def is_possible(change: WeekChange) -> bool:
    """Whether every number of a change can be, as if it had been typed."""
    for key, (low, high) in WEEK_LIMITS.items():
        value = getattr(change, key)
        numbers = value if isinstance(value, tuple) else () if value is None else (value,)
        if any(not low <= each <= high for each in numbers) or list(numbers) != sorted(numbers):
            return False
    return all(0 <= day <= 6 for day in change.days or ())
