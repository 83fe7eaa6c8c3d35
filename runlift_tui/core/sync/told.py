"""What came in from other machines, in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from runlift_tui.core.sync.registers import ABSENT, RUNS, TRIALS, kind_of, set_of, values_of
from runlift_tui.core.sync.tables import Replacement
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.text import capital, findable, one, plural, safe_text

SESSIONS = "sessions"
_THINGS = {
    SESSIONS: "session",
    RUNS: "run",
    TRIALS: "run",
    "exercises": "exercise",
    "routines": "routine",
    "plans": "plan",
}
"""What is counted of a table; of any other nothing is told."""
_LABELS = {
    "notes": "note",
    "load_kg": "load",
    "rest_taken_s": "rest",
    "left_s": "left",
    "right_s": "right",
}
_LONGEST = 24


class Arrival(NamedTuple):
    """One change, and the machine that it came from."""

    change: Replacement
    source: str


def source_of(change: Replacement, group: str, names: Mapping[str, str]) -> str:
    """Return what the machine is called that a change comes from.

    Args:
        change: What came in; a session says itself where it was trained.
        group: The machine whose file it was in.
        names: What machines are called by now, by their ids.
    """
    if change.before is None and change.after is not None:
        return machine_of(change.after, names) or safe_text(group)
    return safe_text(group)


def machine_of(document: Document, names: Mapping[str, str]) -> str:
    """Return on which machine a session was trained; empty where it does not say.

    Args:
        document: Of the session, which has the name that the machine had then.
        names: What machines are called by now, by their ids.
    """
    device = document.get("device")
    if not isinstance(device, dict):
        return ""
    name = names.get(str(device.get("id"))) or device.get("name")
    return safe_text(name) if isinstance(name, str) else ""


def gathered(arrivals: Sequence[Arrival]) -> list[Arrival]:
    """Return the same with what went from one year to another as one change: it was moved.

    One year loses it and another gets it, in whatever order their files are read.
    """
    found: dict[tuple[str, str], list[Arrival]] = {}
    for each in arrivals:
        found.setdefault((kind_of(each.change.table), each.change.id), []).append(each)
    return [each for of_one in found.values() for each in _as_one(of_one)]


def _as_one(arrivals: list[Arrival]) -> list[Arrival]:
    changes = [change for change, _ in arrivals]
    if len(changes) == 1 or all(each.before and each.after for each in changes):
        return arrivals
    befores = [each.before for each in changes if each.before]
    afters = [each.after for each in changes if each.after]
    for each in [each for each in befores if each in afters]:
        if each in afters:  # where one change ends and another begins
            befores.remove(each)
            afters.remove(each)
    if befores == afters:
        return []
    before = befores[0] if befores else None
    after = afters[-1] if afters else None
    table = next(each.table for each in reversed(changes) if each.after == after)
    source = next((source for change, source in arrivals if change.before), arrivals[0].source)
    return [Arrival(Replacement(table, changes[0].id, before, after), source)]


def sentence(arrivals: Sequence[Arrival]) -> str:
    """Return what came in: "2 sessions and a run from gym-laptop."; empty for nothing to tell."""
    new: dict[str, dict[str, int]] = {}
    again: list[str] = []
    for change, source in arrivals:
        thing = _THINGS.get(change.table)
        if thing is None:
            continue
        if change.before is None and change.after is not None:
            counts = new.setdefault(source, {})
            counts[thing] = counts.get(thing, 0) + 1
        else:
            again.append(told(change, source))
    said = [f"{_counted(counts)} from {source}" for source, counts in new.items()]
    text = capital(" and ".join(said))
    found = [f"{text}."] if text else []
    if again:
        more = f", and {len(again) - 1} more" if len(again) > 1 else ""
        found.append(f"{capital(again[-1])}{more}.")
    return " ".join(found)


def waits(name: str, sessions: int, runs: int, shared: str) -> str:
    """Return that a machine waits for a yes: its training has nothing in common with what is here.

    Args:
        name: What the machine is called.
        sessions: How many sessions it has.
        runs: How many runs it has; told where it has no session.
        shared: The carried folder.
    """
    what = plural(sessions, "session") if sessions or not runs else plural(runs, "run")
    return (
        f"{safe_text(name)} has {what} and none of these: "
        f"runlift sync on {safe_text(shared)} --join takes them in."
    )


def left_out(faults: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield what was not taken in, a line for each file, then what is safe and what to do.

    Args:
        faults: The path of each file, and why.
    """
    anything = False
    for path, why in faults:
        anything = True
        yield f"Not taken in: {findable(path)}: {safe_text(why)}{'' if why.endswith('.') else '.'}"
    if anything:
        yield (
            "What is here is safe, and it is tried again at each exchange. "
            "Where it stays so: runlift sync on the machine that wrote it puts it there anew."
        )


def _counted(counts: Mapping[str, int]) -> str:
    words = [one(thing) if n == 1 else plural(n, thing) for thing, n in counts.items()]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def told(change: Replacement, source: str) -> str:
    """Return what another machine did to a document: "effort 7 -> 8 on home-desktop"."""
    return f"{_what(change)} on {source}"


def _what(change: Replacement) -> str:
    before, after = change.before or {}, change.after
    thing = _THINGS.get(change.table, "entry")
    if after is None:
        return f"deleted {_named(before, thing)}"
    if not change.before:
        return f"brought back {_named(after, thing)}"
    if _day(before) != _day(after):
        return f"moved {_named(before, thing)} to {_day(after)}"
    if change.table != SESSIONS:
        return f"{_named(after, thing)} changed"
    was, made = values_of(SESSIONS, before), values_of(SESSIONS, after)
    paths = [
        path
        for path in dict.fromkeys((*was, *made))
        if was.get(path, ABSENT) is not made.get(path, ABSENT) and was.get(path) != made.get(path)
    ]
    if len(paths) == 1:
        path = paths[0]
        key = path.rpartition("/")[2]
        where = f"{_set_name(after, path)}: " if set_of(path) else ""
        return f"{where}{_LABELS.get(key, key)} {_said(was.get(path))} → {_said(made.get(path))}"
    sets = len(after.get("sets", ())) - len(before.get("sets", ()))
    if sets:
        some = "a set" if abs(sets) == 1 else f"{abs(sets)} sets"
        return f"{some} {'added to' if sets > 0 else 'taken out of'} {_named(after, thing)}"
    return f"{len(paths)} values of {_named(after, thing)}"


def _set_name(document: Document, path: str) -> str:
    from runlift_tui.core.sync.registers import named

    row = named(document.get("sets", [])).get(set_of(path), {})
    name = row.get("name") or row.get("exercise") or "a set"
    number = row.get("round")
    return safe_text(f"{name}, round {number}" if number is not None else f"{name}")


def _named(document: Document, thing: str) -> str:
    day = _day(document)
    exercise, routine = document.get("exercise"), document.get("routine")
    inner = exercise if isinstance(exercise, dict) else routine if isinstance(routine, dict) else {}
    name = document.get("routine_name") or inner.get("name") or document.get("name")
    words = [day, str(name or ("" if day else document.get("id") or ""))]
    text = safe_text(" ".join(filter(None, words)))
    return f"{text} {thing}" if day and not name else text or thing


def _day(document: Document) -> str:
    return str(document.get("day") or document.get("started") or "")[:10]


def _said(value: object) -> str:
    if value is None or value == "":
        return "–"
    text = safe_text(f"{value}")
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
