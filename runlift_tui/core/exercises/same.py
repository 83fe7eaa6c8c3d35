"""Entries of one movement that were merged: which id means which."""

from collections.abc import Container, Iterable, Mapping

Same = Mapping[str, str]
"""Ids that mean another one by now, with the one that each means in the end."""
FormerNames = Mapping[str, tuple[str, ...]]
"""What the entries were called that were merged into one, by the id of that one."""


def same_of(merged: Mapping[str, Iterable[str]], never: Container[str] = ()) -> Same:
    """Return which id means which, whatever was merged into what, and in what order.

    Where two entries claim the same one, the lesser id has it; of a circle the least id stays.

    Args:
        merged: Ids by the id of the entry that they were merged into.
        never: Ids that mean themselves whatever is said.
    """
    into: dict[str, str] = {}
    for kept in sorted(merged):
        for id_ in merged[kept]:
            if id_ not in never and id_ != kept:
                into.setdefault(id_, kept)
    ends = {id_: _end(id_, into) for id_ in into}
    return {id_: end for id_, end in ends.items() if id_ != end}


def _end(id_: str, into: Mapping[str, str]) -> str:
    way = [id_]
    while (next_ := into.get(way[-1])) is not None:
        if next_ in way:
            return min(way[way.index(next_) :])
        way.append(next_)
    return way[-1]
