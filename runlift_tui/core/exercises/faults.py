"""Everything in an exercise that cannot work, in words."""

from collections.abc import Iterator

from runlift_tui.core.exercises.exercise import Exercise, LoadKind, Measure
from runlift_tui.core.words.faults import Fault, WordsFault, text_faults
from runlift_tui.core.words.possible import (
    EXERCISE_NAME,
    LONGEST_LIST,
    MOST_CONTACTS,
    MOST_CUES,
    MOST_LISTED,
    MOST_RUNG,
    PARAGRAPH,
    PHRASE,
    WORD,
)


def faults(exercise: Exercise) -> tuple[Fault, ...]:
    """Return everything in an exercise that cannot work, in the order of its fields.

    Returns:
        Faults whose places are named by the exercise's own fields.
    """
    return tuple(_faults(exercise))


def _faults(exercise: Exercise) -> Iterator[Fault]:
    yield from text_faults(("id",), exercise.id, EXERCISE_NAME)
    yield from text_faults(("name",), exercise.name, EXERCISE_NAME)
    yield from text_faults(("call",), exercise.call, WORD, empty=True)
    yield from _listed("aliases", exercise.aliases, EXERCISE_NAME, MOST_LISTED)
    yield from text_faults(("trains",), exercise.trains, PHRASE, empty=True)
    if exercise.measure is Measure.METRES and exercise.two_sided:
        yield Fault(("sides",), "metres are those of both sides together")
    yield from text_faults(("counted",), exercise.counted, WORD, empty=True)
    yield from _load(exercise)
    yield from _listed("equipment", exercise.equipment, WORD, MOST_LISTED)
    yield from text_faults(("setup",), exercise.setup, PARAGRAPH, empty=True)
    yield from _listed("cues", exercise.cues, PHRASE, MOST_CUES)
    yield from text_faults(("note",), exercise.note, PHRASE, empty=True)
    yield from _listed("tags", exercise.tags, WORD, MOST_LISTED)
    yield from text_faults(("ladder",), exercise.ladder, WORD, empty=True)
    yield from _rung(exercise)
    yield from _listed("easier", exercise.easier, EXERCISE_NAME, MOST_LISTED)
    yield from _listed("harder", exercise.harder, EXERCISE_NAME, MOST_LISTED)
    yield from _contacts(exercise)
    yield from text_faults(("why",), exercise.why, PARAGRAPH, empty=True)
    yield from text_faults(("source",), exercise.source, PARAGRAPH, empty=True)


def _listed(field: str, texts: tuple[str, ...], length: int, most: int) -> Iterator[Fault]:
    if len(texts) > LONGEST_LIST:
        yield Fault(
            (field,), f"{len(texts)} are listed, and {LONGEST_LIST} are the most of any list"
        )
        return
    if len(texts) > most:
        yield WordsFault((field,), f"{most} are the most")
    for number, text in enumerate(texts):
        yield from text_faults((field, number), text, length)
        if text in texts[:number]:
            yield WordsFault((field, number), f'"{text}" is listed twice')


def _load(exercise: Exercise) -> Iterator[Fault]:
    if exercise.implements not in (1, 2):
        yield Fault(("implements",), "a load is carried in 1 or 2 pieces")
    elif exercise.implements == 2 and exercise.load is not LoadKind.EXTERNAL:
        yield Fault(("implements",), "only a weight comes in 2 pieces")


def _rung(exercise: Exercise) -> Iterator[Fault]:
    if not 0 <= exercise.rung <= MOST_RUNG:
        yield Fault(("rung",), f"rungs go from 0 to {MOST_RUNG}")
    elif exercise.rung and not exercise.ladder:
        yield Fault(("rung",), "a rung needs a ladder")


def _contacts(exercise: Exercise) -> Iterator[Fault]:
    if not 0 <= exercise.contacts <= MOST_CONTACTS:
        yield Fault(("contacts",), f"contacts a rep go from 0 to {MOST_CONTACTS}")
    elif exercise.contacts and exercise.measure is Measure.HOLD:
        yield Fault(("contacts",), "a hold has no contacts")
    elif exercise.contacts and exercise.measure is Measure.METRES:
        yield Fault(("contacts",), "contacts are counted a rep, and metres have none")
