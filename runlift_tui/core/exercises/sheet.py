"""All that is known of one exercise, in lines: how it is done, where it stands, how it went."""

from collections.abc import Iterable, Iterator

from runlift_tui.core.exercises.browse import marks
from runlift_tui.core.exercises.exercise import Exercise, LoadKind, Measure, Sides, each
from runlift_tui.core.exercises.shelf import ExerciseShelf
from runlift_tui.core.lists.lines import SPACE, SheetLine
from runlift_tui.core.words.text import plural

OWN_RULE = "our own rule, not a finding"
OWN_WORDS = "your own words"
_WHAT = {Measure.REPS: "reps", Measure.HOLD: "seconds held", Measure.METRES: "metres"}


def sheet(
    exercise: Exercise, shelf: ExerciseShelf, last: Iterable[str] = ()
) -> tuple[SheetLine, ...]:
    """Return what a detail pane says of an exercise, the most needed first.

    Args:
        exercise: As it stands, or as it is being edited.
        shelf: What else there is.
        last: Lines about what was done last time, newest first.
    """
    groups = (
        _head(exercise, shelf),
        (*_facts(exercise), *_told("last", last)),
        (SheetLine("your note", exercise.note, "mark"),),
        (SheetLine("set-up", exercise.setup), *_listed("cues", exercise.cues)),
        (
            *_ladder(exercise, shelf),
            SheetLine("easier", _names(exercise.easier, shelf)),
            SheetLine("harder", _names(exercise.harder, shelf)),
        ),
        (
            SheetLine("why", exercise.why),
            SheetLine("from", standing(exercise, shelf), "quiet"),
        ),
        (
            SheetLine("tags", ", ".join(exercise.tags), "quiet"),
            SheetLine("id", exercise.id, "quiet"),
        ),
    )
    found: list[SheetLine] = []
    for group in groups:
        lines = [line for line in group if line.text]
        found += [SPACE, *lines] if found and lines else lines
    return tuple(found)


def brief(
    exercise: Exercise, shelf: ExerciseShelf, last: Iterable[str] = ()
) -> tuple[SheetLine, ...]:
    """Return the same in few lines, for a low window: how it is done before what it is called.

    Args:
        exercise: As it stands.
        shelf: What else there is.
        last: Lines about what was done last time, newest first.
    """
    how = "; ".join((counted(exercise), loaded(exercise), *filter(None, (_kit(exercise),))))
    lines = (
        *_head(exercise, shelf),
        SheetLine("counts", how),
        *_told("last", last),
        SheetLine("your note", exercise.note, "mark"),
        SheetLine("set-up", exercise.setup),
        SheetLine("cues", " · ".join(exercise.cues)),
        SheetLine("ladder", ladder_line(exercise, shelf)),
        SheetLine("also", ", ".join(exercise.aliases)),
    )
    return tuple(line for line in lines if line.text)


def ladder_line(exercise: Exercise, shelf: ExerciseShelf) -> str:
    """Return its ladder from easy to hard, its own rung in brackets; empty without one."""
    rungs = _rungs(exercise, shelf)
    return " → ".join(f"[{rung.name}]" if rung is exercise else rung.name for rung in rungs)


def standing(exercise: Exercise, shelf: ExerciseShelf) -> str:
    """Return whose word the reason is: a source's, ours or the athlete's; empty without one."""
    if not exercise.why:
        return ""
    if exercise.source:
        return exercise.source
    # A copy under another name still says what we said.
    ours = any(exercise.why == shipped.why for shipped in shelf.shipped.values())
    return OWN_RULE if ours else OWN_WORDS


def counted(exercise: Exercise) -> str:
    """Return how it is counted: "reps, each leg", "seconds held", "reps, legs in turn"."""
    what = _WHAT[exercise.measure]
    side = each(exercise)
    if exercise.sides is Sides.ALTERNATING:
        side = f"{side}, in turn"
    contacts = f"{plural(exercise.contacts, 'contact')} a rep" if exercise.contacts else ""
    return ", ".join(filter(None, (what, side, contacts)))


def loaded(exercise: Exercise) -> str:
    """Return what load it takes: "2 weights", "band", "body weight"."""
    match exercise.load:
        case LoadKind.NONE:
            return "body weight"
        case LoadKind.BAND:
            return "band"
        case LoadKind.EXTERNAL:
            return "2 weights" if exercise.implements > 1 else "1 weight"


def _head(exercise: Exercise, shelf: ExerciseShelf) -> Iterator[SheetLine]:
    star = "★ " if shelf.is_favourite(exercise.id) else ""
    yield SheetLine("", f"{star}{exercise.name}", "strong")
    yield SheetLine("", exercise.trains, "quiet")
    yield SheetLine("", marks(shelf, exercise.id), "mark")


def _facts(exercise: Exercise) -> Iterator[SheetLine]:
    yield SheetLine("also", ", ".join(exercise.aliases))
    yield SheetLine("counts", counted(exercise))
    yield SheetLine("load", loaded(exercise))
    yield SheetLine("kit", _kit(exercise))


def _told(label: str, texts: Iterable[str]) -> Iterator[SheetLine]:
    for text in texts:
        yield SheetLine(label, text)
        label = ""


def _listed(label: str, texts: Iterable[str]) -> Iterator[SheetLine]:
    return _told(label, (f"·  {text}" for text in texts))


def _kit(exercise: Exercise) -> str:
    return ", ".join(exercise.equipment)


def _rungs(exercise: Exercise, shelf: ExerciseShelf) -> list[Exercise]:
    """Return the rungs of its ladder from easy to hard, itself among them; none without one."""
    if not exercise.ladder:
        return []
    others = (
        other
        for other in shelf.exercises().values()
        if other.ladder == exercise.ladder and other.id != exercise.id
    )
    return sorted((exercise, *others), key=lambda other: (other.rung, other.name))


def _ladder(exercise: Exercise, shelf: ExerciseShelf) -> Iterator[SheetLine]:
    """Yield the rungs, the exercise's own marked."""
    label = "ladder"
    for rung in _rungs(exercise, shelf):
        own = rung is exercise
        yield SheetLine(label, f"{'●' if own else '○'}  {rung.name}", "strong" if own else "")
        label = ""


def _names(ids: Iterable[str], shelf: ExerciseShelf) -> str:
    return ", ".join(found.name for id_ in ids if (found := shelf.get(id_)) is not None)
