"""Sets of the past put right as a whole: another exercise, another place."""

from collections.abc import Iterable

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.names import named, near_names
from runlift_tui.core.history.past import PastSession, PastSet
from runlift_tui.core.sets.values import COUNTS, Field, fields_of
from runlift_tui.core.sync.registers import ADDED, in_order
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.faults import Refused

EXERCISE = "exercise"
EXERCISE_ON = "exercise_on"
"""Of a set and of those after it in its slot, where `EXERCISE` is of that set alone."""
_OF_PLACE = ("round", ADDED)
_ALIKE = ("exercise", "load_kg", "implements")
_BOTH = {Field.REPS: (Field.LEFT, Field.RIGHT), Field.SECONDS: (Field.LEFT_S, Field.RIGHT_S)}


def exercise_typed(text: str, exercises: Iterable[Exercise]) -> Exercise:
    """Return the exercise that a text is the id or the name of.

    Raises:
        Refused: there is none, or there are several; the text names what is near.
    """
    every = {each.id: each for each in exercises}
    found = named(text, every.values()) if text.strip() else ()
    if len(found) == 1:
        return every[found[0]]
    likely = [every[id_].name for id_ in (*found, *near_names(text, every.values()))[:3]]
    meant = f": {' or '.join(likely)}?" if likely else ""
    raise Refused(f"{'which one' if found else 'no exercise is called that'}{meant}")


def swapped(
    session: PastSession, at: int, exercise: Exercise, *, alone: bool = False
) -> tuple[Document, int]:
    """Return the document of a session in which a swap was forgotten, and how many sets it is of.

    It is of a set and of those `after` it in its slot, or of that set alone. What was
    counted stays; of both legs at once it becomes the count of either, and back. An exercise that
    is counted in another way has empty counts, to be typed: see `is_uncounted`. A load stays too;
    of more weights than the exercise takes it counts only once it was typed anew.

    Args:
        session: The session.
        at: The place of the first set that was swapped.
        exercise: What was done in truth.
        alone: Whether those after it stay as they are.
    """
    places = (at,) if alone else (at, *after(session, at))
    rows = list(session.rows)
    for n in places:
        rows[n] = _swapped(rows[n], exercise)
    return {**session.document, "sets": rows}, len(places)


def after(session: PastSession, at: int) -> tuple[int, ...]:
    """Return the places of the sets of the same exercise after one in its slot."""
    like, later = session.sets[at], range(at + 1, len(session.sets))
    return tuple(n for n in later if _is_like(session.sets[n], like))


def _is_like(each: PastSet, other: PastSet) -> bool:
    return (each.slot, each.exercise) == (other.slot, other.exercise)


def _swapped(row: Document, exercise: Exercise) -> Document:
    fields = fields_of(exercise, fast="half_of" in row)
    counts = _counts(row, exercise)
    told = {field.value for field in Field}
    new = {key: value for key, value in row.items() if key not in told}
    if counts is None:
        # What was aimed at, and what was left over, is told in the other exercise's counts, too.
        new["target"], counts = None, dict.fromkeys(each for each in fields if each != "load_kg")
    new |= {field.value: counts.get(field.value, row.get(field.value)) for field in fields}
    if exercise.takes_load:
        new["implements"] = row.get("implements") or exercise.implements
    else:
        new.pop("implements", None)
    first = row.get("swapped_from") or row.get("exercise")
    new |= {"exercise": exercise.id, "name": exercise.name, "swapped_from": first}
    new |= {"contacts": exercise.contacts}
    for key, so in (("swapped_from", first != exercise.id), ("contacts", exercise.is_jump)):
        if not so:
            del new[key]
    for key in ("unsure", "confirmed"):
        kept = [each for each in new.pop(key, []) if each in new]
        if kept:
            new[key] = kept
    if new.get("load_kg") and new["implements"] > exercise.implements:
        new["unsure"] = [*(each for each in new.get("unsure", []) if each != "load_kg"), "load_kg"]
    return new


def with_load_alike(session: PastSession, at: int, new: Document) -> Document:
    """Return a session whose doubtful load was put right in one set with it right in all alike.

    They are the sets of that exercise with the same doubtful load: a swap leaves one in every
    round, and what is right of one round is right of the others.

    Args:
        session: As it was.
        at: The place of the set that was put right.
        new: The session's document with that set as it is now.
    """
    was, now = session.rows[at], new["sets"][at]
    if not is_load_doubtful(was) or is_load_doubtful(now):
        return new

    def put_right(row: Document) -> Document:
        if not is_load_doubtful(row) or any(row.get(key) != was.get(key) for key in _ALIKE):
            return row
        told = {key: now[key] for key in ("load_kg", "implements") if key in now}
        for key in ("unsure", "confirmed"):
            kept = [each for each in row.get(key, ()) if each != "load_kg"]
            told[key] = [*kept, *(each for each in now.get(key, ()) if each == "load_kg")]
        return {key: value for key, value in {**row, **told}.items() if value != []}

    return {**new, "sets": [put_right(row) for row in new["sets"]]}


def is_load_doubtful(row: Document) -> bool:
    """Whether the load of a set is one that nobody has said to be right."""
    doubtful = row.get("unsure")
    return isinstance(doubtful, list) and "load_kg" in doubtful


def is_uncounted(row: Document) -> bool:
    """Whether nobody has said how much was done in a set that was done."""
    counts = [row[field] for field in COUNTS if field in row]
    return not row.get("skipped") and bool(counts) and all(each is None for each in counts)


def _counts(row: Document, exercise: Exercise) -> Document | None:
    """Return the counts of a row as another exercise has them; None where it counts otherwise."""
    wanted = fields_of(exercise)[0]
    for one, sides in _BOTH.items():
        left, right = sides
        if one.value in row and wanted is left:
            return {left.value: row[one.value], right.value: row[one.value]}
        if left.value in row and wanted is one:
            known = [row[side.value] for side in sides if row.get(side.value) is not None]
            return {one.value: min(known, default=None)}
    return {} if wanted.value in row else None


def moved(session: PastSession, at: int, by: int) -> tuple[Document, int]:
    """Return the document of a session with a set in the place of its neighbour, and that place.

    Two sets of one slot change their rounds with their places, and whatever else tells those apart.

    Args:
        session: The session.
        at: The place of the set.
        by: 1 for later, -1 for earlier.

    Raises:
        Refused: there is no neighbour.
    """
    rows, to = list(session.rows), at + by
    if not 0 <= to < len(rows):
        raise Refused("it is the last one already" if by > 0 else "it is the first one already")
    one, other = rows[at], rows[to]
    if one.get("slot") == other.get("slot"):
        one, other = _in_place_of(one, other), _in_place_of(other, one)
    rows[at], rows[to] = other, one
    return {**session.document, **in_order(rows)}, to


def _in_place_of(row: Document, other: Document) -> Document:
    new = {key: value for key, value in row.items() if key not in _OF_PLACE}
    return new | {key: other[key] for key in _OF_PLACE if key in other}
