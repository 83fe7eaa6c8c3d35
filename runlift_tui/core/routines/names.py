"""Which routine a typed text means, by id or by name; and all of them by both."""

from collections.abc import Iterator

from runlift_tui.core.routines.resolve import is_adapted, is_archived, is_own, purpose, routine_ids
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.routines.shipped import SHIPPED
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.nearest import folded, near, unknown

_NEAR, _LISTED = 3, 12


def name_of(shelf: Shelf, id_: str) -> str:
    """Return a routine's name."""
    mine = shelf.routines.get(id_)
    if mine is not None and mine.routine is not None:
        return mine.routine.name
    return SHIPPED[id_].name


def routine_named(text: str, shelf: Shelf) -> str:
    """Return the id of the routine that a text is the id or the name of.

    Case, hyphens and spaces do not matter.

    Raises:
        Refused: there is none, or there are several; its text offers what is near, and lists them.
    """
    every = routine_ids(shelf, archived=True)
    if text in every:
        return text
    wanted = folded(text)
    found = [id_ for id_ in every if wanted in (folded(id_), folded(name_of(shelf, id_)))]
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused(f"{text!r} is the name of {' and of '.join(found)}: say which")
    raise Refused(_unknown(wanted, text, shelf))


def _unknown(wanted: str, text: str, shelf: Shelf) -> str:
    """Return that there is no such routine, what may be meant, and what there is."""
    ids = routine_ids(shelf)
    words = {folded(word): id_ for id_ in ids for word in (id_, name_of(shelf, id_))}
    found = [words[word] for word in near(wanted, words, _NEAR)]
    found += [id_ for word, id_ in words.items() if len(wanted) > 2 and wanted in word]
    return unknown(text, ids, list(dict.fromkeys(found))[:_NEAR], _LISTED)


def listed_routines(shelf: Shelf) -> Iterator[tuple[str, str, str, str]]:
    """Yield every routine: id, name, what the athlete made of it, what it is for."""
    for id_ in routine_ids(shelf, archived=True):
        said = (
            ("own", is_own(shelf, id_)),
            ("adapted", is_adapted(shelf, id_)),
            ("archived", is_archived(shelf, id_)),
        )
        marks = ", ".join(word for word, so in said if so)
        what_for = "" if is_own(shelf, id_) else purpose(id_)
        yield id_, name_of(shelf, id_), marks, what_for
