"""The questions of a new plan as a form: what stands in each line, and what it comes to."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType

from runlift_tui.core.lists.lines import FormField
from runlift_tui.core.plan.done import with_first_5k
from runlift_tui.core.plan.faults import answer_faults
from runlift_tui.core.plan.plan import (
    METRES_PER_MILE,
    Answers,
    Plan,
    RaceDistance,
    long_enough,
)
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.runs.raced import EASY_AFTER_LONG, EASY_AFTER_SHORT
from runlift_tui.core.runs.run import Run, RunKind, Trial
from runlift_tui.core.words.days import day_text, day_words, next_monday, weekdays_words
from runlift_tui.core.words.faults import Fault, Refused
from runlift_tui.core.words.typed_days import NONE, Toward, typed_day, weekdays_of
from runlift_tui.core.words.typed_figures import (
    KM,
    MI,
    MIN_S,
    PACE,
    M,
    N,
    NoLength,
    plain_figures,
    sexagesimal,
    typed_seconds,
)
from runlift_tui.core.words.units import METRES, Distance, clock, number

LOOK_BACK = timedelta(days=28)
"""The running of so many days says what a usual week is."""
_LONG_AHEAD = timedelta(days=183)
_OF_LATE = timedelta(days=61)
"""So long ago a date without its year is no plan's begin that is still to come: it is too late."""
NOTED = 2 * LOOK_BACK
"""A run of so many days ago says that the weeks since then were noted, also those without one."""
_WEEK_DAYS = 7
_USUAL = {Distance.KM: 30, Distance.MI: 20}
_ALIKE_M = 2000
_SHORT_RACE_M = 10_200
"""A race over 10 km, as a watch measures it; after a longer one a week is easy."""
_HARD = (RunKind.TEMPO, RunKind.INTERVALS, RunKind.HILLS)
_USUAL_PACE_S = 360
"""Where no run says otherwise; our own guess, to be typed over."""
_LEVELS = tuple((level.value, level.value) for level in Level)
_DISTANCES = tuple((each.value, each.value) for each in RaceDistance)
_ALSO_CALLED = (
    *(
        (f"{n} {unit}", f"{n}K")
        for n in (5, 10)
        for unit in ("k", "km", "kilometres", "kilometers")
    ),
    *((f"{n}000 m", f"{n}K") for n in (5, 10)),
    *((f"{n}{unit}", "half") for n in ("21", "21.1") for unit in ("k", " k", " km")),
    *((name, "half") for name in ("half marathon", "half-marathon", "halfmarathon", "hm")),
    *((f"{n}{unit}", "marathon") for n in ("42", "42.2") for unit in ("k", " k", " km")),
    ("full marathon", "marathon"),
)
"""What a distance is typed as beside its own word, and its value."""
_SESSIONS = tuple((f"{count}", f"{count}") for count in (1, 2, 3))

FIELDS: tuple[FormField, ...] = (
    FormField("level", "level", "← → changes it; it sets the numbers of the nine weeks", _LEVELS),
    FormField("running", "a usual week", "what you run in it: 40 km, 25 mi, or 4 h"),
    FormField("pace", "usual pace", "for a kilometre or a mile: 6:00 /km, 9:40 /mi"),
    FormField("run_days", "you run on", "weekdays, as tue thu sat, mon-fri or daily"),
    FormField("hard_days", "hard runs on", "tempo, intervals, hills: weekdays, or none"),
    FormField("long_day", "long run on", "a weekday, or none"),
    FormField("race", "race", "its day: 31 jan, 2027-01-31 or +8 weeks; left empty for none"),
    FormField(
        "race_distance",
        "race distance",
        f"type it, or ← →; easy days after it: {EASY_AFTER_SHORT}, from half a marathon on "
        f"{EASY_AFTER_LONG}, as of other",
        _DISTANCES,
        _ALSO_CALLED,
    ),
    FormField("start", "begins on", "a Monday: next mon, in 2 weeks, 30 nov or 2026-11-30"),
    FormField(
        "sessions",
        "sessions a week",
        "← → changes it; two or three is what studies used",
        _SESSIONS,
    ),
)
"""The lines of the form, in their order."""

Texts = Mapping[str, str]


def suggested(
    level: Level, runs: Sequence[Run], today: date, unit: Distance = Distance.KM
) -> dict[str, str]:
    """Return what stands in the form at first: the running of the last four weeks, if known.

    Args:
        level: The athlete's.
        runs: Of the days of `NOTED`; where the first one lies less than a week back, nobody knows
            what a usual week is, and our own guess stands there.
        today: The athlete's own day.
        unit: Of distances.
    """
    one = METRES[unit]
    recent = [run for run in runs if today - LOOK_BACK < run.day <= today]
    first = min((run.day for run in runs), default=today)
    noted_days = min((today - first).days + 1, LOOK_BACK.days)
    usual = recent if noted_days >= _WEEK_DAYS else []
    metres = sum(run.metres or 0 for run in usual) * _WEEK_DAYS / noted_days
    timed = [r for r in recent if r.metres and r.seconds and r.kind is not RunKind.RACE]
    pace_s: float = _USUAL_PACE_S
    if timed:
        pace_s = sum(run.seconds or 0 for run in timed) * 1000 / sum(r.metres or 0 for r in timed)
    days, hard, long_day = _usual_days(usual)
    return {
        "level": level.value,
        "running": f"{number(round(metres / one) or _USUAL[unit])} {unit}",
        "pace": f"{clock(round(pace_s * one / 1000))} /{unit}",
        "run_days": weekdays_words(days),
        "hard_days": weekdays_words(hard),
        "long_day": weekdays_words([long_day]),
        "race": "",
        "race_distance": RaceDistance.OTHER.value,
        "start": day_text(max(next_monday(today), _rested(runs) or today)),
        "sessions": "2",
    }


def _rested(runs: Iterable[Run]) -> date | None:
    """Return the Monday from which the easy days after the newest long race lie behind, or None."""
    race = _long_race(runs)
    return None if race is None else next_monday(race + timedelta(days=EASY_AFTER_LONG + 1))


def _long_race(runs: Iterable[Run]) -> date | None:
    """Return the day of the newest race of over 10 km; of one without a distance nobody knows."""
    races = (run for run in runs if run.kind is RunKind.RACE)
    return max((run.day for run in races if (run.metres or 0) > _SHORT_RACE_M), default=None)


def too_soon(answers: Answers, runs: Iterable[Run]) -> str:
    """Return that a plan begins within the easy days after a long race; empty where it does not.

    Args:
        answers: Of a new plan.
        runs: Of the days before it.
    """
    race = _long_race(run for run in runs if run.day < answers.start)
    rested = None if race is None else _rested(runs)
    if race is None or rested is None or rested <= answers.start:
        return ""
    return (
        f"too soon after the race of {day_words(race)}: {EASY_AFTER_LONG} easy days follow it, "
        f"so begin on {day_words(rested)} (our own rule)"
    )


def _usual_days(usual: Sequence[Run]) -> tuple[list[int], list[int], int]:
    """Return the weekdays of the runs, of the hard ones and of the long one, as they were noted.

    A race is none of them: it comes once. Where no run was called long it is the longest, to two
    kilometres, and of alike ones the last of the week. Without runs all of it is our own guess.
    """
    noted = [run for run in usual if run.kind is not RunKind.RACE]
    if not noted:
        return [1, 3, 5, 6], [1], 6
    days = sorted({run.day.weekday() for run in noted})
    long = [run.day.weekday() for run in noted if run.kind is RunKind.LONG]

    def how_far(day: int) -> tuple[int, float, int]:
        far = [_metres(run) for run in noted if run.day.weekday() == day]
        return long.count(day), sum(far) / len(far) // _ALIKE_M, day

    long_day = max(days, key=how_far)
    hard = {run.day.weekday() for run in noted if run.kind in _HARD} - {long_day}
    return days, sorted(hard), long_day


def _metres(run: Run) -> float:
    return run.metres or (run.seconds or 0) * 1000 / _USUAL_PACE_S


def read(
    texts: Texts, today: date, others: Iterable[Plan], stage: int, trials: Iterable[Trial] = ()
) -> tuple[Answers | None, tuple[Fault, ...]]:
    """Return the answers that a form comes to, and what cannot be in them.

    Args:
        texts: What stands in each line.
        today: The athlete's own day.
        others: The plans that there are.
        stage: How far along the beginner's path the athlete is.
        trials: Races and time trials of late, of which a fresh 5K is the plan's first.

    Returns:
        None for the answers where a line cannot be read at all.
    """
    found: dict[str, object] = {}
    unread: list[Fault] = []
    readers = readers_of(texts, today)
    for field in FIELDS:
        try:
            found |= readers[field.name](texts.get(field.name, ""))
        except Refused as refused:
            unread.append(Fault((field.name,), str(refused)))
    if unread:
        return None, tuple(unread)
    run_min = found.pop("run_min", None)
    if isinstance(run_min, float):
        pace = found["pace_s"]
        assert isinstance(pace, float)
        found["metres"] = run_min * 60 * 1000 / pace if pace else 0.0
    answers = long_enough(Answers(stage=stage, **found))  # type: ignore[arg-type]  # by readers
    faults = tuple(answer_faults(answers, others, today))
    if not faults:
        answers = with_first_5k(Plan(id="", answers=answers), trials, today).answers
    return answers, faults


def readers_of(
    texts: Texts, today: date, kept: Texts = MappingProxyType({})
) -> dict[str, Callable[[str], dict[str, object]]]:
    """Return what reads each line, by its name.

    Args:
        texts: What stands in each line.
        today: The athlete's own day.
        kept: What stood there before, of a plan under way; its days may lie in the past.
    """

    def race(text: str) -> date | None:
        toward = Toward.EITHER if kept else Toward.FUTURE
        by, before = shift_typed(text), kept.get("race", "")
        if by and before:
            return typed_day(by, typed_day(before, today, Toward.EITHER), Toward.EITHER)
        return None if _is_none(text) else typed_day(text, today, toward)

    miles = _in_miles(texts)

    def begin(text: str) -> date:
        return nearest_day(text, today, within=_LONG_AHEAD if kept else _OF_LATE)

    return {
        "level": lambda text: {"level": Level(text)},
        "running": lambda text: {**_running(text), "in_miles": miles},
        "pace": lambda text: {"pace_s": _pace(text, miles=miles)},
        "run_days": lambda text: {"run_days": weekdays_of(text)},
        "hard_days": lambda text: {"hard_days": weekdays_of(text)},
        "long_day": lambda text: {"long_day": _one_day(text)},
        "race": lambda text: {"race": race(text)},
        "race_distance": lambda text: {"race_distance": _distance(text)},
        "start": lambda text: {"start": begin(text)},
        "sessions": lambda text: {"sessions": int(text)},
    }


def understood(
    name: str, texts: Texts, today: date, kept: Texts = MappingProxyType({})
) -> date | None:
    """Return the day that is understood in a line; None where none is, or it is a line of another.

    Args:
        name: The line's.
        texts: As for `readers_of`, like the rest.
        today: The athlete's own day.
        kept: What stood there before.
    """
    if name not in ("race", "start"):
        return None
    try:
        found = readers_of(texts, today, kept)[name](texts[name])[name]
    except Refused:
        return None
    return found if isinstance(found, date) else None


def _distance(text: str) -> RaceDistance | None:
    named = {each.value.lower(): each for each in RaceDistance}
    word = text.strip().lower()
    if word and word not in named:
        raise Refused(f"{text.strip()} is none of {', '.join(each.value for each in RaceDistance)}")
    return named[word] if word else None


def nearest_day(
    text: str, today: date, base: date | None = None, within: timedelta = _LONG_AHEAD
) -> date:
    """Return a typed day of a plan: the next one, or the newest where that is nearer.

    Args:
        text: As it was typed.
        today: The athlete's own day.
        base: From which it is counted, where that is another one.
        within: How long ago the newest is still meant.

    Raises:
        Refused: it is no day.
    """
    coming: date | Refused
    try:
        coming = typed_day(text, base or today, Toward.EITHER)
        if coming - today <= _LONG_AHEAD:
            return coming
    except Refused as refused:  # of a date with its weekday the newest may be the one
        coming = refused
    try:
        newest = typed_day(text, base or today, Toward.PAST)
        if today - newest <= within:
            return newest
    except Refused:
        pass
    if isinstance(coming, Refused):
        raise coming
    return coming


_SIGNS = frozenset("+-−–")


def shift_typed(text: str) -> str:
    """Return "+2 weeks", "2 weeks later" and the like as what is counted from a day; else empty."""
    word = " ".join(text.lower().replace(" by ", " ").split())
    if len(word) > 1 and word[0] in _SIGNS:
        return word
    for which, of in (("later", "in {}"), ("earlier", "{} ago")):
        rest = word.removeprefix(f"{which} ").removesuffix(f" {which}")
        if rest != word:
            return of.format(rest)
    return ""


def _is_none(text: str) -> bool:
    return text.strip().lower() in NONE


_DISTANCE = re.compile(rf"{N} ?(?P<unit>{KM}|{MI}|{M})")


def _in_miles(texts: Texts) -> bool:
    """Whether the athlete counts in miles, by what they typed."""
    said = f"{texts.get('running', '')} {texts.get('pace', '')}".lower()
    return "mi" in said.replace("min", "")


def _running(text: str) -> dict[str, object]:
    """Return the metres, or the minutes, of a usual week."""
    word = plain_figures(text)
    if word in ("0", "zero", "none"):
        return {"metres": 0.0}
    if found := _DISTANCE.fullmatch(word):
        value, unit = float(found["n"]), found["unit"]
        if re.fullmatch(M, unit):
            raise Refused(f"{text.strip()} can be miles or metres: write mi, or km")
        return {"metres": value * (METRES_PER_MILE if re.fullmatch(MI, unit) else 1000)}
    try:
        return {"metres": 0.0, "run_min": typed_seconds(text, of_hours=True) / 60}
    except NoLength:
        raise Refused("say how much with its unit: 40 km, 25 mi, or 4 h") from None


def _pace(text: str, *, miles: bool) -> float:
    """Return the seconds for a kilometre; without a unit it is that of the distance."""
    word = plain_figures(text)
    found = re.fullmatch(PACE, word) or re.fullmatch(rf"@? ?{MIN_S}(?P<unit>)(?: ?min)?", word)
    if found is None:
        raise Refused("a pace is written 6:00 /km, or 9:40 /mi")
    seconds = sexagesimal(int(found["min"]), int(found["s"]), word)
    by_mile = re.fullmatch(MI, found["unit"]) is not None if found["unit"] else miles
    return seconds / METRES_PER_MILE * 1000 if by_mile else float(seconds)


def _one_day(text: str) -> int | None:
    days = weekdays_of(text)
    if len(days) > 1:
        raise Refused("one weekday, or none")
    return days[0] if days else None
