"""What pain was said last of an exercise, and whether it still holds its load back.

Over 3 of 10 in an exercise nothing rises in it. Over 3 of 10 in a session, where nobody knows which
exercise it came of, and over 5 of 10 wherever it was, nothing rises at all. Both hold until a
session with pain 0-2 typed. What hurt over 5 of 10 itself comes back with less load: our
own rules, after scales that physiotherapists use.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol

from msgspec import Struct, structs

from runlift_tui.core.sets.last import LastTime
from runlift_tui.core.words.possible import OfTen, Text, UtcMs

CALM = 2
"""Pain up to this, of 10, is calm."""
GO_ON = 3
"""Pain up to this lets a session go on as it is; over it in an exercise, its load is held."""
SETTLING = 5
"""Pain up to this lets what hurt go on only if it settles; over it every load is held."""
EVERYTHING = ""
"""Stands for the session where pains go by exercise."""


class PainSaid(Struct, frozen=True, omit_defaults=True):
    """The newest word on pain that decides: enough to hold back, or calm."""

    when: UtcMs
    """When that session began, milliseconds since the epoch."""
    pain: OfTen | None = None
    """0-10; None where a set was stopped for pain and nobody said how much."""
    instead: Text = ""
    """What counts as so much pain where nobody typed it: "a stop sign"; else empty."""

    @property
    def is_calm(self) -> bool:
        """Whether it lets the load rise again."""
        return self.pain is not None and self.pain <= CALM


class SetWithPain(Protocol):
    """A set, as far as its pain goes."""

    @property
    def exercise(self) -> str:
        """Id of the exercise."""

    @property
    def skipped(self) -> str | None:
        """Why it was not done; None where it was."""

    @property
    def pain(self) -> int | None:
        """What was said of it, 0-10."""


def pains_said(
    when: int,
    of_session: int | None,
    sets: Iterable[SetWithPain],
    *,
    partial: bool = False,
    instead: str = "",
) -> dict[str, PainSaid]:
    """Return what a session says of pain that decides, by exercise and for `EVERYTHING`.

    Args:
        when: Its start, milliseconds since the epoch.
        of_session: What was said of the whole of it, 0-10.
        sets: All of them, those that were skipped too.
        partial: Whether less than half of what was planned was done: then calm proves nothing.
        instead: What holds everything back whatever was typed: see `too_much`.
    """
    sets = tuple(sets)
    said = [pain for pain in (of_session, *(each.pain for each in sets)) if pain is not None]
    if instead and max(said, default=0) <= SETTLING:
        said = [SETTLING + 1]
    else:
        instead = ""
    unrated = {each.exercise for each in sets if each.skipped == "pain" and each.pain is None}
    found: dict[str, PainSaid] = {}
    if said and max(said) <= CALM and not unrated:
        if partial:
            return {}
        calm = PainSaid(when, max(said))
        found = {each.exercise: calm for each in sets if each.skipped is None}
        return {EVERYTHING: calm, **found}
    nowhere = (of_session or 0) > GO_ON and not any((each.pain or 0) > GO_ON for each in sets)
    if said and (max(said) > SETTLING or nowhere):
        found[EVERYTHING] = PainSaid(when, max(said), instead)
    for each in sets:
        if each.pain is not None and each.pain > GO_ON:
            before = found.get(each.exercise)
            worst = max(each.pain, (before.pain or 0) if before is not None else 0)
            found[each.exercise] = PainSaid(when, worst)
    return {exercise: PainSaid(when) for exercise in unrated - found.keys()} | found


def too_much(*, stop_sign: bool, morning: bool | None = None) -> str:
    """Return what holds every load back though no pain says so; empty where nothing does.

    Args:
        stop_sign: Whether one was true in the session.
        morning: Whether it was worse the morning after.
    """
    return "a stop sign" if stop_sign else "a worse morning after" if morning else ""


def holding_back(pains: Mapping[str, PainSaid], exercise: str) -> PainSaid | None:
    """Return the pain that holds an exercise back; None where none does."""
    found = (pains.get(exercise), pains.get(EVERYTHING))
    return next((said for said in found if said is not None and not said.is_calm), None)


def hurt_words(pains: Mapping[str, PainSaid], exercise: str) -> str:
    """Return what is told where an exercise that hurt stands again; empty where it is calm."""
    said = pains.get(exercise)
    if said is None or said.is_calm:
        return ""
    return (
        "stopped for pain last time" if said.pain is None else f"hurt {said.pain} of 10 last time"
    )


def hurt_too_much(pains: Mapping[str, PainSaid], exercise: str) -> bool:
    """Whether an exercise hurt so much that it is left, and comes back easier once it is calm."""
    said = pains.get(exercise)
    return said is not None and (said.pain or 0) > SETTLING


def so_much(pain: int | None) -> str:
    """Return a pain behind what it was said of: " 8"; empty where nothing was said."""
    return "" if pain is None else f" {pain}"


def with_pain(time: LastTime, pains: Mapping[str, PainSaid]) -> LastTime:
    """Return what was done last time with the pain that holds it back since, if any does."""
    found = holding_back(pains, time.exercise)
    if found is None:
        return time
    is_new = time.when is None or found.when >= time.when
    eases = is_new and hurt_too_much(pains, time.exercise)
    return structs.replace(
        time, hurt=True, pain=found.pain, eases=eases, instead="" if eases else found.instead
    )
