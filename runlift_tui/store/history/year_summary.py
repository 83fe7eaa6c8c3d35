"""The numbers of one year, and how years add up: plain rules on plain values, no files."""

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import msgspec

from runlift_tui.core.sets.bests import kept
from runlift_tui.core.sets.last import LastSet
from runlift_tui.core.sets.progression import TIMES
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.faults import NONSENSE

RECENT = 100
"""How many sessions the gates and a plan's nine weeks look back on at most."""
_AS_GOOD = ("reps", "left", "right", "seconds", "left_s", "right_s", "load_kg", "rir")
_TIMES = ("started", "ended")
_OF_A_SET = (*LastSet.__struct_fields__, *_TIMES)
"""What is kept of a set: what was typed into it, and how long it took."""

Summary = dict[str, Any]
"""The shape that `empty` has; every value in it is plain JSON."""


def empty() -> Summary:
    """Return the summary of nothing at all.

    Its keys:
        sessions: how many there are.
        first, last: `brief` of the oldest and the newest session, or None.
        slots: "B1/step-up" -> [{"when", "sets"}...], the sets of the last `TIMES` sessions that
            did that exercise in that slot, oldest first: what was typed into them and, of the last
            session alone, their times; skipped ones left out.
        exercises: "step-up" -> {"when", "slot", "sessions", "sets", "best"}: when it was last done
            and in which slot, in how many sessions and sets ever, and the few sets that a new one
            has to beat (`bests.kept`), fast ones left out.
        contacts_at: when the last set with landings ended, or None.
        recent: `outing` of the last `RECENT` sessions, oldest first.
    """
    return {
        "sessions": 0,
        "first": None,
        "last": None,
        "slots": {},
        "exercises": {},
        "contacts_at": None,
        "recent": [],
    }


def summarise(documents: Iterable[Document]) -> Summary:
    """Return the summary of sessions, given oldest first; what makes no sense is passed over."""
    summary = empty()
    rivals: dict[str, dict[str, Document]] = {}
    for document in documents:
        when = _text(document.get("started"))
        sets = _done(document)
        summary["sessions"] += 1
        summary["last"] = brief(document)
        summary["first"] = summary["first"] or summary["last"]
        slots: dict[str, Any] = {}
        for done in sets:
            key = f"{done.get('slot', '')}/{done['exercise']}"
            slots.setdefault(key, {"when": when, "sets": []})["sets"].append(_typed(done))
            if done.get("half_of") is None:
                # Most sets are done more than once, and one of each is enough.
                rivals.setdefault(done["exercise"], {}).setdefault(_mark(done), done)
            if _landings(done):
                summary["contacts_at"] = _later(summary["contacts_at"], _ended(done) or when)
        for key, outing_ in slots.items():
            summary["slots"][key] = _newest([*summary["slots"].get(key, []), outing_])
        summary["recent"] = [*summary["recent"], outing(document)][-RECENT:]
        _count(summary["exercises"], sets, when)
    for exercise, counts in summary["exercises"].items():
        counts["best"] = _best(rivals.get(exercise, {}).values())
    return summary


def add_up(years: Iterable[Summary]) -> Summary:
    """Return the summary of several years, given oldest first."""
    total = empty()
    for year in years:
        total["sessions"] += year["sessions"]
        total["first"] = total["first"] or year["first"]
        total["last"] = year["last"] or total["last"]
        for key, outings in year["slots"].items():
            total["slots"][key] = _newest([*total["slots"].get(key, []), *outings])
        total["recent"] = [*total["recent"], *year["recent"]][-RECENT:]
        total["contacts_at"] = _later(total["contacts_at"], year["contacts_at"])
        exercises = total["exercises"]
        for exercise, newer in year["exercises"].items():
            older = exercises.get(exercise)
            exercises[exercise] = _joined(older, newer) if older else newer
    return total


def brief(document: Document) -> dict[str, Any]:
    """Return what the first screen says of a session; `times` is [started, ended] of its sets."""
    keys = ("id", "routine", "routine_name", "started", "finished", "utc_offset_min")
    times = [[done.get("started"), done.get("ended")] for done in _done(document)]
    return {key: document.get(key) for key in keys} | {"times": times}


def outing(document: Document) -> dict[str, Any]:
    """Return what the gates look at in a session.

    Its keys: when; utc_offset_min, of the athlete's clock then; heavy, [reps of the weaker leg,
    RIR or None] of every B1; pain, the highest that was said; poor_form, whether a set was left
    out for form; fast, the exercise that took half of another's reps.
    """
    sets = document.get("sets")
    rows = [row for row in (sets if isinstance(sets, list) else ()) if isinstance(row, dict)]
    said = [document.get("pain"), *(row.get("pain") for row in rows)]
    pains = [pain for pain in said if isinstance(pain, int)]
    done = _done(document)
    fast = [row["exercise"] for row in done if row.get("half_of") is not None]
    return {
        "when": _text(document.get("started")),
        "utc_offset_min": document.get("utc_offset_min"),
        "heavy": [[_weaker(row), row.get("rir")] for row in done if row.get("slot") == "B1"],
        "pain": max(pains, default=None),
        "poor_form": any(row.get("skipped") == "form" for row in rows),
        "fast": fast[-1] if fast else None,
    }


def _best(rows: Iterable[Document]) -> list[Document]:
    """Return the few of some sets that a new one has to beat; what makes no sense is none."""
    rivals = []
    for row in rows:
        with suppress(*NONSENSE):
            rivals.append(msgspec.convert(_typed(row), LastSet))
    return [msgspec.to_builtins(each) for each in kept(rivals)]


def _mark(done: Document) -> str:
    """Return what is the same of sets that are as good."""
    return f"{[done.get(name) for name in _AS_GOOD]}"


def _typed(done: Document) -> Document:
    return {key: done[key] for key in _OF_A_SET if done.get(key) is not None}


def _newest(outings: list[Document]) -> list[Document]:
    """Return the last sessions of a slot; how long a set took is asked of the newest alone."""
    *before, last = outings[-TIMES:]
    return [*({**each, "sets": list(map(_untimed, each["sets"]))} for each in before), last]


def _untimed(done: Document) -> Document:
    return {key: value for key, value in done.items() if key not in _TIMES}


def _weaker(row: Document) -> int | None:
    sides = (row.get("left"), row.get("right"), row.get("reps"))
    return min((count for count in sides if isinstance(count, int)), default=None)


def _done(document: Document) -> list[Document]:
    """Return the sets of a session that were done."""
    sets = document.get("sets")
    return [
        done
        for done in (sets if isinstance(sets, list) else ())
        if isinstance(done, dict) and isinstance(done.get("exercise"), str)
        if done.get("skipped") is None
    ]


def _count(exercises: dict[str, Any], sets: list[Document], when: str) -> None:
    seen: dict[str, int] = {}
    for done in sets:
        exercise = done["exercise"]
        seen[exercise] = seen.get(exercise, 0) + 1
        latest = {"when": when, "slot": _text(done.get("slot"))}
        exercises[exercise] = {"sessions": 0, "sets": 0} | exercises.get(exercise, {}) | latest
    for exercise, number in seen.items():
        exercises[exercise]["sessions"] += 1
        exercises[exercise]["sets"] += number


def _joined(older: dict[str, Any], newer: dict[str, Any]) -> dict[str, Any]:
    best = _best((*older["best"], *newer["best"]))
    return newer | {key: older[key] + newer[key] for key in ("sessions", "sets")} | {"best": best}


def _landings(done: Document) -> bool:
    contacts = done.get("contacts")
    return isinstance(contacts, int) and contacts > 0


def _ended(done: Document) -> str:
    return _text(done.get("ended")) or _text(done.get("started"))


def _later(one: str | None, other: str | None) -> str | None:
    return max(filter(None, (one, other)), default=None)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
