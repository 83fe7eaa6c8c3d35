"""Putting a session of the past right: any value of any set, sets added and taken out.

A document is never changed: each edit is a new one, with whatever else stood in the old one.
"""

import math
import re
from typing import NamedTuple

from runlift_tui.core.history.past import PastSession, PastSet
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.sets.beginning import FIRST_TIMES, most_to_begin
from runlift_tui.core.sets.far import Far, alike, is_far
from runlift_tui.core.sets.told import NAMES, field_shown
from runlift_tui.core.sets.values import COUNTS, Field, checked
from runlift_tui.core.sync.registers import ADDED, ORDER, in_order
from runlift_tui.core.words.decimals import number_typed
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.possible import (
    EFFORT_LIMITS,
    MOST_PIECES,
    MOST_RATING,
    MOST_REST_S,
    NOTE,
    PAIN_LIMITS,
)
from runlift_tui.core.words.typed_figures import typed_seconds
from runlift_tui.core.words.units import Unit, clock, number, to_kg, to_unit

REST = "rest_taken_s"
_RATINGS = {"effort": EFFORT_LIMITS, "pain": PAIN_LIMITS}
_PROSE = "goes on where it ended; ctrl+u empties it"
_MORNING = "yes for worse, no, or empty for not said"
_MORNINGS = {"yes": True, "worse": True, "no": False, "not worse": False, "": None, "–": None}
_SIGN = "stands, looked at, or none where none was true"
_SIGNS: dict[str, bool | None] = {"stands": False, "looked at": True, "none": None}
_PIECES = re.compile(r"\s*(?P<pieces>[0-9]{1,2})\s*[x×*х✕]\s*(?P<each>.*)", re.IGNORECASE)
"""How many weights there are, before what one of them weighs: "2 x 12"."""
_REST_REFUSED = "a rest goes from 0:00 to 2:00:00, as 4:10 or in seconds"
_NOT_SAID: Document = {
    "rir": None,
    "snap": None,
    "started": None,
    "ended": None,
    "rest_planned_s": None,
    "rest_taken_s": None,
    "rest_kind": None,
    "note": "",
}


class Value(NamedTuple):
    """One value that can be edited."""

    key: str
    label: str
    shown: str
    hint: str
    """What may be typed."""
    is_prose: bool = False
    """Whether what is typed goes on after what there is, instead of taking its place."""
    is_worded: bool = False
    """Whether words are typed there, which every letter begins; figures are begun by a digit."""


def session_values(session: PastSession) -> tuple[Value, ...]:
    """Return what can be edited of the session itself."""
    ratings = {"effort": session.effort, "pain": session.pain}
    found = [Value(key, key, _said(now), _RATINGS[key]) for key, now in ratings.items()]
    if session.morning is not None:
        shown = morning_words(session.morning)
        found.append(Value("morning", "morning after", shown, _MORNING, is_worded=True))
    if session.stop_sign:
        shown = sign_words(session)
        found.append(Value("looked", "stop sign", shown, _SIGN, is_worded=True))
    return (*found, Value("notes", "note", session.notes, _PROSE, is_prose=True))


def sign_words(session: PastSession) -> str:
    """Return where a session's stop sign stands; empty where there was none."""
    return "" if not session.stop_sign else "looked at" if session.looked else "stands"


def set_values(session: PastSession, at: int, unit: Unit, takes: int = 0) -> tuple[Value, ...]:
    """Return what can be edited of a set: what such a set has, in the order of typing.

    Args:
        session: The session.
        at: The place of the set, from 0.
        unit: Of a load.
        takes: How many weights its exercise takes; 0 where nobody knows.
    """
    each, row = session.sets[at], session.rows[at]
    found = [_value(each, field, unit, takes) for field in Field if field.value in row]
    if REST in row:
        shown = "–" if each.rest_taken_s is None else clock(each.rest_taken_s)
        found.append(Value(REST, "rest taken", shown, "as 4:10, or in seconds; empty for unknown"))
    return (*found, Value("note", "note", each.note, _PROSE, is_prose=True))


def _value(each: PastSet, field: Field, unit: Unit, takes: int) -> Value:
    now = each.counted(field)
    if field is not Field.LOAD_KG:
        hint = "a whole number" if field in COUNTS else "a whole number, or empty for not said"
        return Value(field.value, NAMES[field], _said(now), hint)
    shown = "–" if now is None else number(to_unit(now, unit) / each.implements)
    if each.implements > takes > 0:
        shown = shown if now is None else f"{each.implements} x {shown}"
        hint = f"{unit}; {takes} x 12 or 12 for what it takes, or {each.implements} x 12"
        return Value(field.value, f"load, {unit}", shown, hint)
    one, apart = ("the weight of one; ", " each") if each.implements > 1 else ("", "")
    hint = f"{unit}; {one}1 x 12 or 2 x 12 says how many; empty for not said"
    return Value(field.value, f"load, {unit}{apart}", shown, hint)


def _said(value: float | None) -> str:
    return "–" if value is None else f"{value}"


def amended_session(session: PastSession, key: str, text: str) -> Document:
    """Return the document of a session with its effort, pain, morning after, stop sign or note.

    Raises:
        Refused: it cannot be; the text says why.
    """
    if key == "notes":
        return {**session.document, key: text.strip()[:NOTE]}
    if key == "morning":
        if text.strip().lower() not in _MORNINGS:
            raise Refused(_MORNING)
        return with_morning(session.document, _MORNINGS[text.strip().lower()])
    if key == "looked":
        if text.strip().lower() not in _SIGNS:
            raise Refused(_SIGN)
        return with_sign(session.document, _SIGNS[text.strip().lower()])
    value = _number(text, _RATINGS[key])
    if value is not None and (value != int(value) or not 0 <= value <= MOST_RATING):
        raise Refused(f"{_RATINGS[key]}, whole numbers only")
    return {**session.document, key: None if value is None else int(value)}


def morning_words(worse: bool) -> str:
    """Return how it was the morning after: "worse", "not worse"; both can be typed back."""
    return "worse" if worse else "not worse"


def with_morning(document: Document, worse: bool | None) -> Document:
    """Return a session's document with whether it was worse the morning after; None for unsaid."""
    return {**document, "morning": worse}


def with_looked(document: Document, looked: bool) -> Document:
    """Return a session's document with whether somebody has looked at its stop sign."""
    return {**document, "looked": looked}


def with_sign(document: Document, looked: bool | None) -> Document:
    """Return a session's document with its stop sign looked at or not; None for no stop sign."""
    return with_looked({**document, "stop_sign": looked is not None}, looked is True)


def amended_set(
    session: PastSession,
    at: int,
    key: str,
    text: str,
    unit: Unit,
    *,
    confirmed: bool = False,
    takes: int = 0,
) -> Document:
    """Return the document of a session with a value of a set as typed.

    A count typed into a set that was skipped makes it a set that was done.

    Args:
        session: The session.
        at: The place of the set, from 0.
        key: As `set_values` names it.
        text: What was typed.
        unit: Of a load, which is typed for one of the weights: "12", or "2 x 12".
        confirmed: Whether a value that is far from those before was said to be right.
        takes: How many weights its exercise takes; 0 where nobody knows. A load in more than that
            which is typed without their number is of so many.

    Raises:
        Far: it is far from those before, and was not confirmed.
        Refused: it cannot be; the text says why.
    """
    row = session.rows[at]
    if key == "note":
        return _with_set(session, at, {**row, key: text.strip()[:NOTE]})
    if key == REST:
        return _with_set(session, at, {**row, key: _rest(text)})
    field = Field(key)
    pieces = session.sets[at].implements
    if field is Field.LOAD_KG:
        text = text.strip().lower().removesuffix(str(unit))
        pieces, text = _pieces(text, min(pieces, takes or pieces))
    value = _number(text, f"{NAMES[field]} is a number")
    if value is not None and field is Field.LOAD_KG:
        value = to_kg(value, unit) * pieces
    value = checked({field: value})[field]
    new = {**row, key: value}
    if value is not None and pieces != session.sets[at].implements:
        new["implements"] = pieces
    if value != row.get(key) or key in session.sets[at].unsure:
        known = _known(session, at, field)
        _mark(
            new,
            field,
            _is_asked(
                field,
                value,
                known,
                pieces,
                unit,
                _begin(session, pieces, unit),
                confirmed=confirmed,
                is_jump=session.sets[at].contacts > 0,
            ),
        )
    is_new = new.get("skipped") is not None or all(row.get(each) is None for each in COUNTS)
    if field in COUNTS and is_new:
        new.pop("skipped", None)
        # Whoever types one side where neither was counted means both, until told otherwise.
        new |= {each.value: new[key] for each in COUNTS if each in new and new[each] is None}
    return _with_set(session, at, new)


def _pieces(text: str, usual: int) -> tuple[int, str]:
    """Return how many weights a typed load is of, and what was typed for one of them.

    Raises:
        Refused: nobody holds so many.
    """
    found = _PIECES.fullmatch(text)
    if found is None:
        return usual, text
    if not 1 <= int(found["pieces"]) <= MOST_PIECES:
        raise Refused(f"weights go from 1 x to {MOST_PIECES} x")
    return int(found["pieces"]), found["each"]


def _known(session: PastSession, at: int, field: Field) -> list[float]:
    """Return the values of an exercise that another one of a set is measured by."""
    each = session.sets[at]
    known = [float(each.target or 0)] if field in COUNTS else []
    for done in session.done:
        if done.exercise == each.exercise:
            known += [done.counted(f) or 0 for f in alike(field) if f.value not in done.unsure]
    return known


def _begin(session: PastSession, pieces: int, unit: Unit) -> tuple[float, float]:
    """Return what one weight weighs at most to begin with at the session's level, in kilograms.

    And from how much on a first one is far.

    Two of them are held. A single load may be a bar's, a machine's or a sled's: nobody says of it.
    """
    known = pieces > 1 and session.level in {level.value for level in Level}
    if not known:
        return 0, 0
    begin = most_to_begin(Level(session.level), unit)
    return begin, FIRST_TIMES[Level(session.level)] * begin


def _is_asked(
    field: Field,
    value: float | None,
    known: list[float],
    pieces: int,
    unit: Unit,
    begin: tuple[float, float],
    *,
    confirmed: bool,
    is_jump: bool,
) -> bool:
    """Return whether a value is far from those before.

    Raises:
        Far: it is, and was not confirmed.
    """
    if not is_far(field, value, known, pieces, *begin, is_jump=is_jump):
        return False
    if not confirmed:
        said, most = (field_shown(field, kg, pieces, unit) for kg in (value, max(known, default=0)))
        after = f" after {most}" if any(known) else ""
        raise Far(f"{said}{after}. Is it right?")
    return True


def _mark(row: Document, field: Field, is_confirmed: bool) -> None:
    """Write into a set whether a value of it was asked about and confirmed."""
    for name, so in (("unsure", False), ("confirmed", is_confirmed)):
        before = row.get(name)
        kept = [each for each in before if each != field] if isinstance(before, list) else []
        row[name] = [*kept, field.value] if so else kept
        if not row[name]:
            del row[name]


def _with_set(session: PastSession, at: int, row: Document) -> Document:
    rows = session.rows
    return {**session.document, "sets": [*rows[:at], row, *rows[at + 1 :]]}


def _number(text: str, refused: str) -> float | None:
    """Return the number that was typed, None for none, or refuse what is no number."""
    typed = text.strip()
    if typed in ("", "–", "-"):
        return None
    try:
        value = number_typed(typed)
    except ValueError:
        raise Refused(refused) from None
    if not math.isfinite(value):
        raise Refused(refused)
    return value


def _rest(text: str) -> int | None:
    try:
        seconds = _number(text, _REST_REFUSED)
    except Refused:
        try:
            seconds = typed_seconds(text, of_hours=False)
        except Refused:
            raise Refused(_REST_REFUSED) from None
    if seconds is None:
        return None
    if not 0 <= seconds <= MOST_REST_S or seconds != int(seconds):
        raise Refused(_REST_REFUSED)
    return int(seconds)


def with_another(session: PastSession, at: int, own: str) -> tuple[Document, int]:
    """Return the document of a session with a set that was forgotten, and the place of that set.

    It stands after the last one of its slot, with what was counted there to begin with; what it
    felt like, when it was and how long the rests were, nobody said.

    Args:
        session: The session.
        at: The place of a set of the same exercise.
        own: Letters by chance, which no set that another machine adds has.
    """
    rows, like = session.rows, session.sets[at]
    slot = [n for n, each in enumerate(session.sets) if each.slot == like.slot]
    new = {key: _NOT_SAID.get(key, value) for key, value in rows[at].items()}
    new |= {"round": max(session.sets[n].round or 0 for n in slot) + 1, ADDED: own}
    for key in ("skipped", "pain", "swapped_from", "start_side"):
        new.pop(key, None)
    if like.skipped is not None:
        new |= {each.value: like.target for each in COUNTS if each in new}
    place = slot[-1] + 1
    sets = [*rows[:place], new, *rows[place:]]
    told = in_order(sets) if ORDER in session.document else {"sets": sets}
    return {**session.document, **told}, place


def without_set(session: PastSession, at: int) -> Document:
    """Return the document of a session without one of its sets.

    Raises:
        Refused: it is the last one that is left.
    """
    rows = session.rows
    if len(rows) == 1:
        raise Refused("it is the only set; delete the session instead")
    return {**session.document, "sets": [*rows[:at], *rows[at + 1 :]]}
