"""Ids made of names."""

from collections.abc import Mapping


def free_id(wanted: str, taken: set[str]) -> str:
    """Return an id made of a wanted one that nothing else has: "wall-sit", "wall-sit-2"."""
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    return found


def id_from(name: str, without: str) -> str:
    """Return an id made of a name: "Wall sit, one leg" gives "wall-sit-one-leg".

    Args:
        name: As it is shown.
        without: The id for a name that has no letter of an id in it.
    """
    letters = "".join(each if each.isalnum() and each.isascii() else " " for each in name.lower())
    return "-".join(letters.split()) or without


def id_for(name: str, own: Mapping[str, str], taken: set[str], without: str) -> str:
    """Return the id that a name without one stands for, in a list that somebody wrote.

    It is the athlete's own that has exactly this name, so that a list can be taken in twice; of
    anything else it is a new one, and nothing that is there is written over.

    Args:
        name: As the list has it.
        own: Names of the athlete's own, by id.
        taken: Ids that are not free.
        without: As for `id_from`.
    """
    known = next((id_ for id_, each in own.items() if each == name), "")
    return known or free_id(id_from(name, without), taken)
