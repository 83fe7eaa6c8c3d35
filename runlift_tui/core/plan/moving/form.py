"""What can be changed of a plan under way as a form: its lines, and what they come to."""

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import structs

from runlift_tui.core.lists.lines import FormField
from runlift_tui.core.plan.form import FIELDS as NEW_FIELDS
from runlift_tui.core.plan.form import Texts, nearest_day, readers_of
from runlift_tui.core.plan.form import understood as of_the_plan
from runlift_tui.core.plan.moving.move import move_faults, moved, off_words, shifting
from runlift_tui.core.plan.plan import Plan, RaceDistance, TimeOff
from runlift_tui.core.words.days import day_text, monday_of, weekdays_words
from runlift_tui.core.words.faults import Fault, Refused
from runlift_tui.core.words.typed_days import NONE, is_weekday

_WEEKS = {"last week": -7, "this week": 0, "next week": 7}
UNSAID, HOLIDAY, ILL = "", "holiday", "ill"
SHORTER, LONGER = "gets shorter", "moves back"
_MOVED = ("race", "race_distance", "run_days", "hard_days", "long_day", "start")
KEPT, BACK = "kept", "back"
_FIRST = tuple(field for name in _MOVED for field in NEW_FIELDS if field.name == name)
_STANDING_RACE = "its day: 31 jan, or from the day it has: +2 weeks, -3 days; empty for none"
_OFF = (
    FormField(
        "off_first",
        "off from",
        "7 dec, mon, +7; last week or next week is all of it; empty for none",
    ),
    FormField("off_last", "off until", "its last day, as 13 dec or sun; left empty for one day"),
    FormField(
        "off_kind",
        "because",
        "h holiday, i ill, or ← →; after most of a week ill one light week leads back",
        ((UNSAID, "holiday or ill?"), (HOLIDAY, HOLIDAY), (ILL, ILL)),
    ),
    FormField(
        "rest",
        "the rest",
        "← → changes it; moved back, the plan ends later; a race stays where it is",
        ((SHORTER, SHORTER), (LONGER, LONGER)),
    ),
)


def fields(plan: Plan, today: date) -> tuple[FormField, ...]:
    """Return the lines of the form, in their order: time off that is put in already has its own."""
    hint = "← → takes it back; more days off go into the lines below"
    off = (
        FormField(f"off{n}", "off", hint, _taken(each))
        for n, each in enumerate(coming_off(plan, today))
    )
    race, *rest = _FIRST
    if plan.answers.race is not None:
        race = race._replace(hint=_STANDING_RACE)
    return (race, *rest, *off, *_OFF)


def _taken(off: TimeOff) -> tuple[tuple[str, str], ...]:
    return (KEPT, f"{off_words(off)}{', ill' * off.ill}"), (BACK, "taken back")


def as_it_is(plan: Plan, today: date) -> dict[str, str]:
    """Return what stands in the form at first: the plan as it is."""
    answers = plan.answers
    return {
        "race": "" if answers.race is None else day_text(answers.race),
        "race_distance": (answers.race_distance or RaceDistance.OTHER).value,
        "run_days": weekdays_words(answers.run_days),
        "hard_days": weekdays_words(answers.hard_days),
        "long_day": weekdays_words(() if answers.long_day is None else (answers.long_day,)),
        "start": day_text(answers.start),
        **{f"off{n}": KEPT for n, _ in enumerate(coming_off(plan, today))},
        "off_first": "",
        "off_last": "",
        "off_kind": UNSAID,
        "rest": SHORTER,
    }


def week_off(plan: Plan, monday: date, today: date, *, trained: bool = False) -> dict[str, str]:
    """Return what stands in the form where a week is to be off: the plan as it is, and its days.

    Args:
        plan: As it is.
        monday: Of the week; all of one that is over was off, and of one that has begun the days
            that are left are.
        today: The athlete's own day.
        trained: Whether there was a session today, so that tomorrow is the first day that can be.
    """
    last = monday + timedelta(days=6)
    left = min(max(monday, today + timedelta(days=trained)), last)
    first = monday if last < today else left
    return as_it_is(plan, today) | {"off_first": day_text(first), "off_last": day_text(last)}


def coming_off(plan: Plan, today: date) -> tuple[TimeOff, ...]:
    """Return the time off that is under way or to come, which can still be taken back."""
    return tuple(each for each in plan.off if each.last >= today)


def read(
    texts: Texts, plan: Plan, others: Iterable[Plan], today: date
) -> tuple[Plan | None, tuple[Fault, ...]]:
    """Return the plan that a form comes to, and what cannot be in it.

    Args:
        texts: What stands in each line.
        plan: As it is.
        others: The plans that there are.
        today: The athlete's own day.

    Returns:
        None for the plan where a line cannot be read at all.
    """
    found: dict[str, object] = {}
    unread: list[Fault] = []
    readers = readers_of(texts, today, as_it_is(plan, today))
    for name in _MOVED:
        try:
            found |= readers[name](texts[name])
        except Refused as refused:
            unread.append(Fault((name,), str(refused)))
    off = _off(texts, today, unread)
    if unread:
        return None, tuple(unread)
    if plan.answers.race is None and found["race"] is None:
        found["race_distance"] = plan.answers.race_distance
    elif plan.answers.race_distance is None and found["race_distance"] is RaceDistance.OTHER:
        found["race_distance"] = None
    answers = structs.replace(plan.answers, **found)
    coming = coming_off(plan, today)
    back = [each for n, each in enumerate(coming) if texts.get(f"off{n}") == BACK]
    kept = tuple(each for each in plan.off if each not in back)
    bare = moved(plan, answers, kept, today)
    if off is not None and texts["rest"] == LONGER:
        off = shifting(bare, off)
    after = bare if off is None else moved(plan, answers, (*kept, off), today)
    faults = [*move_faults(plan, after, others, today)]
    if off is not None and texts["off_kind"] == UNSAID:
        faults.append(
            Fault(("off_kind",), "ill or on holiday? its first letter says it; the plan differs")
        )
    return after, tuple(faults)


def understood(name: str, texts: Texts, plan: Plan, today: date) -> date | None:
    """Return the day that is understood in a line, as `core.plan.form.understood` does."""
    if name not in ("off_first", "off_last"):
        return of_the_plan(name, texts, today, as_it_is(plan, today))
    wrong: list[Fault] = []
    off = None if texts[name].strip().lower() in NONE else _off(texts, today, wrong)
    if off is None or any(fault.where == (name,) for fault in wrong):
        return None
    return off.first if name == "off_first" else off.last


def _off(texts: Texts, today: date, unread: list[Fault]) -> TimeOff | None:
    """Return the time off that is typed, and put what cannot be read to the rest of that."""
    days: list[date] = []
    for name in ("off_first", "off_last"):
        text = texts[name].strip().lower()
        if text in NONE:
            continue
        if text in _WEEKS:
            monday = monday_of(today) + timedelta(days=_WEEKS[text])
            days += [monday, monday + timedelta(days=6)]
            continue
        try:
            # "sun" is the one after the first day.
            base = days[0] if days and is_weekday(text) else today
            days.append(nearest_day(text, today, base))
        except Refused as refused:
            unread.append(Fault((name,), str(refused)))
    if not days:
        return None
    if texts["off_first"].strip().lower() in NONE:
        unread.append(Fault(("off_first",), "the first day off stands here"))
    return TimeOff(first=days[0], last=days[-1], ill=texts["off_kind"] == ILL)
