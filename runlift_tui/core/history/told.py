"""Looking at the past: what a list shows of a session, all of one, and what is filtered."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from msgspec import Struct, structs

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.names import called
from runlift_tui.core.exercises.shelf import ExerciseShelf
from runlift_tui.core.history.past import LighterSet, PastSession, PastSet
from runlift_tui.core.lists.lines import SPACE, SheetLine
from runlift_tui.core.lists.tables import aligned
from runlift_tui.core.sets.pain import is_stopped
from runlift_tui.core.sets.told import count_mark, counts, load_mark, why_not
from runlift_tui.core.sets.values import NOTHING, is_nothing
from runlift_tui.core.words.asked_days import AskedDays, asked_days
from runlift_tui.core.words.days import WEEKDAYS
from runlift_tui.core.words.origin import app_of, origin_words
from runlift_tui.core.words.text import plural
from runlift_tui.core.words.units import Unit, clock, load

LEGEND = "asked → done, load, could do more, rest of planned"
"""What stands in the columns of a set."""
RAMP = "ramp"
"""What a lighter set is called."""
UNTIMED = "  (–: not known)"
"""What stands behind it where a rest is not known: the session ended in it, or go came late."""
_PAIN = re.compile(r"(?P<none>(no|without( any)?) pain|pain[- ]?free)|pain( (?P<much>\d+))?", re.I)
"""What a search asks of pain."""


class SessionFilter(Struct, frozen=True, kw_only=True):
    """What has to be so of a session for it to be shown; empty lets everything through."""

    routine: str = ""
    """The name that the routine had."""
    exercise: str = ""
    """An exercise's id."""
    text: str = ""
    """Found in a name, a note or the date, in whatever case, or the words for its day.

    "pain" in it asks for what was said of pain: "pain 0" and "no pain" for none, "pain 3" for that
    much, beside whatever else there is: "jump no pain".
    """
    days: AskedDays | None = None
    """The days that the text asks for: "27 nov", "last sat"."""
    called: frozenset[str] = frozenset()
    """Ids of exercises that are called so today, whatever they were called then."""

    def lets_through(self, session: PastSession) -> bool:
        """Whether a session is shown."""
        if self.routine and session.routine_name != self.routine:
            return False
        if self.exercise and all(each.exercise != self.exercise for each in session.sets):
            return False
        wanted = " ".join(self.text.casefold().split())
        if self.days is not None and self.days.has(session.day):
            return True
        if not wanted or _holds(session, wanted):
            return True
        rest, pain = _pain_asked(wanted)
        if pain is not None and not (session.worst_pain is not None and pain(session.worst_pain)):
            return False
        if pain is not None and (not rest or _holds(session, rest)):
            return True
        return any(each.exercise in self.called for each in session.sets)

    def looking_for(self, text: str, shelf: ExerciseShelf, today: date) -> "SessionFilter":
        """Return it with another text, which may be a name of today, or a day, too.

        Args:
            text: As it was typed.
            shelf: Knows what exercises are called.
            today: The athlete's day.
        """
        rest, _ = _pain_asked(" ".join(text.split()))
        ids = called(rest, shelf.exercises(archived=True).values(), shelf.former)
        return structs.replace(self, text=text, called=ids, days=asked_days(text, today))


def _pain_asked(text: str) -> tuple[str, Callable[[int], bool] | None]:
    """Return a text without what it asks of pain, and that; None where it asks nothing of it."""
    found = _PAIN.search(text)
    if found is None:
        return text, None
    rest = " ".join((text[: found.start()] + text[found.end() :]).split())
    none, much = found.group("none"), found.group("much")
    if none:
        return rest, lambda pain: pain == 0
    return rest, (lambda pain: pain == int(much)) if much else (lambda _: True)


def _holds(session: PastSession, wanted: str) -> bool:
    """Whether a text is found somewhere in a session."""
    said = [session.routine_name, session.notes, f"{session.day}", origin_told(session)]
    sets = (*session.sets, *session.ramp)
    said += [text for each in sets for text in (each.name, each.note)]
    return wanted in "\n".join(said).casefold()


def exercises_of(
    session: PastSession, known: Callable[[str], Exercise | None]
) -> tuple[Exercise, ...]:
    """Return the exercises of a session, as they are known today, in their order."""
    names = {each.exercise: each.name for each in session.sets if each.exercise}
    return tuple(known(id_) or Exercise(id=id_, name=name or id_) for id_, name in names.items())


def day_shown(day: date) -> str:
    """Return a day as a list has it: "2026-11-22 Sun"."""
    return f"{day:%Y-%m-%d} {WEEKDAYS[day.weekday()]}"


def program_of(session: PastSession) -> str:
    """Return which program's file a session is from, "Strong"; empty for one of RunLift's own."""
    return "" if session.source is None else app_of(session.source.format)


def origin_told(session: PastSession) -> str:
    """Return from where a session came, "from Strong"; empty for one of RunLift's own."""
    return "" if session.source is None else origin_words(session.source.format)


def minutes_shown(session: PastSession) -> str:
    """Return how long a session took, "52 min"; empty where nobody knows."""
    return f"{session.minutes} min" if session.minutes else ""


def row_words(session: PastSession) -> tuple[str, str]:
    """Return what a list says of a session: "2026-11-22 Sun  Lower body", "22 sets, 52 min"."""
    sets = plural(len(session.done), "set") if session.is_trained else "given up for pain"
    app = program_of(session)
    length = (sets, minutes_shown(session), "" if app == session.routine_name else app)
    return f"{day_shown(session.day)}  {session.routine_name}", ", ".join(filter(None, length))


def detail(session: PastSession, unit: Unit, machine: str = "") -> tuple[SheetLine, ...]:
    """Return all of a session: every set, asked for and done, with its rest and note.

    Args:
        session: The session.
        unit: Of its loads.
        machine: What the machine is called on which it was trained; empty for this one.
    """
    return (*head_lines(session, machine), *_legend(session), *_slots(session, unit))


def head_lines(session: PastSession, machine: str) -> Iterator[SheetLine]:
    """Yield what is said of a session as a whole: its name first, its notes, what was overruled."""
    yield SheetLine("", session.routine_name or "a session", "strong")
    said = (
        f"{WEEKDAYS[session.day.weekday()]} {session.local:%Y-%m-%d, %H:%M}",
        session.level,
        minutes_shown(session),
        "" if session.effort is None else f"effort {session.effort}",
        pain_words(session),
        sign_words(session),
        "worse the morning after" if session.morning else "",
        "entered from a card" if session.entered else "",
        origin_told(session),
        f"on {machine}" if machine else "",
    )
    yield SheetLine("", "  ".join(filter(None, said)), "quiet")
    if session.notes:
        yield SheetLine("", session.notes)
    yield from (SheetLine("", f"overruled: {each}", "mark") for each in session.overrides)


def _legend(session: PastSession) -> Iterator[SheetLine]:
    if session.sets:
        untimed = any(_rest(each).startswith("–") for each in session.sets)
        yield SheetLine("", f"{LEGEND}{UNTIMED if untimed else ''}", "quiet")


def pain_words(session: PastSession) -> str:
    """Return where it hurt and how much: "pain 3 before, 7 in B4"; empty where nobody said."""
    worst: dict[str, int] = {}
    for each in (*session.sets, *session.ramp):
        if each.pain:
            worst[each.slot or each.name] = max(each.pain, worst.get(each.slot or each.name, 0))
    said = [] if session.pain is None else [f"{session.pain}{' before' if worst else ''}"]
    said += [f"{pain} in {slot}" for slot, pain in worst.items()]
    return f"pain {', '.join(said)}" if said else ""


def sign_words(session: PastSession) -> str:
    """Return that a stop sign was true, and whether somebody has looked; empty where none was."""
    if not session.stop_sign:
        return ""
    kind = "stop sign, an emergency" if session.emergency else "stop sign"
    return f"{kind}, {'looked at since' if session.looked else 'nobody has looked yet'}"


def _slots(session: PastSession, unit: Unit) -> Iterator[SheetLine]:
    """Yield the sets, those of one exercise in one slot under its name."""
    groups: dict[tuple[str, str], list[PastSet]] = {}
    for each in with_ramp(session):
        groups.setdefault((each.slot, each.name), []).append(each)
    for (slot, name), sets in groups.items():
        yield SPACE
        yield SheetLine(slot or "–", name or "an exercise without a name", "strong")
        for each, line in zip(sets, set_lines(sets, unit), strict=True):
            tone: Any = "" if each.skipped is None else "quiet"
            yield SheetLine("", f"{line}  {each.note}".rstrip(), tone)


def with_ramp(session: PastSession) -> Iterator[PastSet]:
    """Yield the sets of a session in their order, lighter ones before the first of their slot."""
    ramps: dict[str, list[LighterSet]] = {}
    for lighter in session.ramp:
        ramps.setdefault(lighter.slot, []).append(lighter)
    for each in session.sets:
        yield from ramps.pop(each.slot, ())
        yield each
    for left in ramps.values():
        yield from left


def set_lines(sets: Sequence[PastSet], unit: Unit, *, rests: bool = True) -> list[str]:
    """Return sets in columns: round, asked and done, load, effort, rest taken of the planned.

    A lighter one says that it is of a ramp in the place of its round.
    """
    cells = [(*_cells(each, unit), *([_rest(each)] if rests else [])) for each in sets]
    return aligned(cells)


def _cells(each: PastSet, unit: Unit) -> tuple[str, ...]:
    round_ = "" if each.round is None else f"{each.round}"
    round_ = RAMP if isinstance(each, LighterSet) else round_
    asked = "" if each.target is None else f"{each.target} → "
    weight = "" if each.load_kg is None else load(each.load_kg, each.implements, unit)
    if each.skipped is not None:
        weight = weight if counts(each) or is_stopped(each) else ""
        done = ", ".join(filter(None, (counts(each), why_not(each, each.skipped))))
        return round_, f"{asked}{done}", weight, ""
    count = f"{counts(each) or '–'}{count_mark(each)}"
    if is_nothing(each):
        count += f", {NOTHING}"
    return round_, f"{asked}{count}", f"{weight}{load_mark(each)}", _felt(each)


def _felt(done: PastSet) -> str:
    if done.rir is not None:
        return f"{done.rir} more"
    return "" if done.snap is None else f"snap {done.snap} of 5"


def _rest(done: PastSet) -> str:
    if done.rest_planned_s is None or done.skipped is not None:
        return ""
    taken = "–" if done.rest_taken_s is None else clock(done.rest_taken_s)
    return f"{taken} of {clock(done.rest_planned_s)}"
