"""Which exercises a typed text means, by id, name or alias; and which one it is a slip of."""

from collections.abc import Iterable

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.same import FormerNames
from runlift_tui.core.words.nearest import folded, near

_NEAR, _SHORT = 3, 3
"""How many near names are offered, and the letters of a word that says nothing by itself."""


_SURE, _LIKELY, _WORD = 0.9, 0.65, 0.8
"""How alike a name has to be to be offered alone, or among others, or for one word of it."""


def called(text: str, exercises: Iterable[Exercise], former: FormerNames) -> frozenset[str]:
    """Return the ids of the exercises in whose name, or former name, a text stands."""
    wanted = folded(text)
    words = ((each.id, (each.name, *former.get(each.id, ()))) for each in exercises)
    return frozenset(
        id_ for id_, names in words if wanted and any(wanted in folded(name) for name in names)
    )


def named(
    name: str, exercises: Iterable[Exercise], former: FormerNames | None = None
) -> tuple[str, ...]:
    """Return the ids of the exercises that a name can mean, as far as that is clear.

    An id, a name or an alias counts before a part of one; case and hyphens do not matter.

    Args:
        name: As it was typed.
        exercises: What it can be of.
        former: What else they are called, from before others were merged into them.
    """
    wanted, also = folded(name), former or {}
    words = {
        each.id: [folded(w) for w in (each.id, each.name, *each.aliases, *also.get(each.id, ()))]
        for each in exercises
    }
    exact = tuple(id_ for id_, known in words.items() if wanted in known)
    if exact or not wanted:
        return exact
    return tuple(id_ for id_, known in words.items() if any(wanted in word for word in known))


def near_names(name: str, exercises: Iterable[Exercise]) -> list[str]:
    """Return the ids of the few exercises that a name may be a slip of, the nearest first.

    The whole name counts, else a word of it that is a word of theirs.
    """
    known = list(exercises)
    wanted = folded(name)
    words = {folded(word) for each in known for word in (*each.aliases, each.name, each.id)}
    found = near(wanted, words, 1, _SURE) or near(wanted, words, _NEAR, _LIKELY)
    if not found:
        parts = {part for each in words for part in each.split() if len(part) > _SHORT}
        same = {part for each in wanted.split() for part in near(each, parts, 1, _WORD)}
        alike = {each: len(same.intersection(each.split())) for each in words}
        found = sorted(filter(alike.__getitem__, words), key=lambda each: (-alike[each], each))
    return list(dict.fromkeys(id_ for each in found for id_ in named(each, known)))[:_NEAR]
