"""What pain was said last of an exercise, and whether it still holds its load back.

Over 3 of 10 in an exercise nothing rises in it. Over 3 of 10 in a session, where nobody knows which
exercise it came of, and over 5 of 10 wherever it was, nothing rises at all. Both hold until a
session with pain 0-2 typed. What hurt itself comes back with a load that did not, over 5 of 10 with
less still: our own rules, after scales that physiotherapists use. What is told is the newest
answer, of which one of 3 neither holds back nor lets go.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from msgspec import Struct, structs

from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.words.possible import Kilograms, OfTen, Text, UtcMs

CALM = 2
"""Pain up to this, of 10, is calm."""
CALM_WORDS = f"pain 0-{CALM}"
"""How what waits for a calm session names it, wherever it does."""
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
    since: OfTen | None = None
    """The newest answer after it, which does not decide; None where there is none."""

    @property
    def is_calm(self) -> bool:
        """Whether it lets the load rise again."""
        return self.pain is not None and self.pain <= CALM

    @property
    def newest(self) -> int | None:
        """The newest answer, whether it decides or not, 0-10; None where nobody said how much."""
        return self.pain if self.since is None else self.since

    @property
    def held(self) -> int | None:
        """The answer that is told as what holds back, 0-10; None where nobody said how much.

        One of 0-2 where something else hurt lets nothing rise: what holds it back is older.
        """
        return self.pain if (self.newest or 0) <= CALM else self.newest


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


class LiftedWithPain(SetWithPain, Protocol):
    """A set, as far as its pain and its load go."""

    @property
    def load_kg(self) -> float | None:
        """Total external load, kilograms."""

    @property
    def implements(self) -> int:
        """By how many weights."""


Lifted = TypeVar("Lifted", bound=LiftedWithPain)


def hurt_lighter(sets: Iterable[Lifted], exercise: str, kg: float | None) -> Lifted | None:
    """Return the lightest set that hurt, where an exercise gets more load the same day.

    Args:
        sets: Those of the day before it.
        exercise: Its id.
        kg: What it is lifted with now, kilograms in all.

    Returns:
        None where it hurt no more than a little, or with at least as much.
    """
    hurt = (
        each
        for each in sets
        if each.exercise == exercise and (each.pain or 0) > GO_ON and each.load_kg is not None
    )
    lightest = min(hurt, key=lambda each: each.load_kg or 0, default=None)
    return lightest if lightest is not None and (lightest.load_kg or 0) < (kg or 0) else None


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


def answered(when: int, sets: Iterable[SetWithPain]) -> dict[str, PainSaid]:
    """Return the most pain that a session says of each exercise, whether it decides or not.

    Args:
        when: Its start, milliseconds since the epoch.
        sets: All of them, those that were skipped too.
    """
    found: dict[str, PainSaid] = {}
    for each in sets:
        if each.pain is not None:
            before = found.get(each.exercise)
            worst = max(each.pain, (before.pain or 0) if before is not None else 0)
            found[each.exercise] = PainSaid(when, worst)
    return found


def with_answers(
    pains: Mapping[str, PainSaid], answers: Mapping[str, PainSaid]
) -> dict[str, PainSaid]:
    """Return the newest words that decide, each with the newest answer where that came after it."""
    found = dict(pains)
    for exercise, said in pains.items():
        newer = answers.get(exercise)
        if newer is not None and newer.when > said.when:
            found[exercise] = structs.replace(said, since=newer.pain)
    return found


class Hurt(Struct, frozen=True, omit_defaults=True):
    """The newest session in which an exercise hurt over `GO_ON`, or was stopped for pain."""

    when: UtcMs
    """When it began, milliseconds since the epoch."""
    slot: Text = ""
    """Where it hurt first."""
    kg: Kilograms | None = None
    """The least load that hurt, in all; None where no such set has one."""
    stopped: tuple[LastSet, ...] = ()
    """The sets that were stopped for it, as far as they went: none of them is a base for more."""


def is_stopped(each: SetWithPain) -> bool:
    """Whether a set was stopped, or left, for pain; what was typed of it was done before that."""
    return each.skipped == "pain" or (each.skipped is not None and (each.pain or 0) > GO_ON)


def holds_load(pain: int | None) -> bool:
    """Whether a stop for so much pain holds back the load that it hurt with; unrated it does."""
    return pain is None or pain > GO_ON


def hurts(when: int, sets: Iterable[tuple[str, LiftedWithPain, LastSet]]) -> dict[str, Hurt]:
    """Return what hurt in a session, by exercise.

    Args:
        when: Its start, milliseconds since the epoch.
        sets: All of them, those that were skipped too: the slot, the set, and it as the next
            session sees it.
    """
    found: dict[str, Hurt] = {}
    for slot, each, as_last in sets:
        stopped = is_stopped(each)
        if not stopped and (each.pain or 0) <= GO_ON:
            continue
        before = found.get(each.exercise, Hurt(when, slot))
        loads = [kg for kg in (before.kg, each.load_kg) if kg is not None]
        found[each.exercise] = structs.replace(
            before,
            kg=min(loads, default=None),
            stopped=(*before.stopped, as_last) if stopped else before.stopped,
        )
    return found


def with_hurts(times: Iterable[LastTime], found: Mapping[str, Hurt]) -> list[LastTime]:
    """Return what was done last time with what hurt since, or in the same session.

    An exercise that was only ever stopped has a last time without a set.

    Args:
        times: Newest first.
        found: By exercise.
    """
    times, newest = list(times), dict[str, int]()
    for time in times:
        newest.setdefault(time.exercise, time.when or 0)
    stand = {id_: hurt for id_, hurt in found.items() if hurt.when >= newest.get(id_, 0)}
    times = [_with_hurt(time, stand.get(time.exercise)) for time in times]
    return times + [
        _with_hurt(LastTime(slot=hurt.slot, exercise=id_, sets=(), when=hurt.when), hurt)
        for id_, hurt in stand.items()
        if id_ not in newest and hurt.stopped
    ]


def _with_hurt(time: LastTime, hurt: Hurt | None) -> LastTime:
    if hurt is None:
        return time
    at = hurt.when if hurt.stopped else None
    return structs.replace(time, hurt_kg=hurt.kg, stopped=hurt.stopped, stopped_at=at)


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
    if said is None or said.is_calm or (said.since is not None and said.since <= CALM):
        return ""
    return f"{hurt_much(said.newest)} last time"


def hurt_much(pain: int | None) -> str:
    """Return how much something hurt: "hurt 5 of 10"; "stopped for pain" where nobody said."""
    return "stopped for pain" if pain is None else f"hurt {pain} of 10"


def hurts_little(pains: Mapping[str, PainSaid], exercise: str) -> bool:
    """Whether the newest answer of an exercise lets it go on as it is."""
    said = pains.get(exercise)
    return said is not None and said.newest is not None and said.newest <= GO_ON


def hurt_too_much(pains: Mapping[str, PainSaid], exercise: str) -> bool:
    """Whether an exercise hurt so much that it is left, and comes back easier once it is calm."""
    said = pains.get(exercise)
    return said is not None and (said.newest or 0) > SETTLING


def after_words(said: PainSaid) -> str:
    """Return after what nothing rises: "after pain 7 of 10", "after a stop sign"."""
    return f"after {said.instead or pain_of(said.held)}"


def pain_of(pain: int | None) -> str:
    """Return the pain that holds back: "pain 7 of 10"; "a stop for pain" where nobody said."""
    return "a stop for pain" if pain is None else f"pain {pain} of 10"


def so_much(pain: int | None) -> str:
    """Return a pain behind what it was said of: " 8"; empty where nothing was said."""
    return "" if pain is None else f" {pain}"


def with_pain(time: LastTime, pains: Mapping[str, PainSaid]) -> LastTime:
    """Return what was done last time with the pain that holds it back since, if any does."""
    found = holding_back(pains, time.exercise)
    if found is None:
        return time
    own = pains.get(time.exercise)
    is_new = own is not None and (time.when is None or own.when >= time.when)
    eases = is_new and own is found and not hurts_little(pains, time.exercise)
    return structs.replace(
        time, hurt=True, pain=found.held, eases=eases, instead="" if eases else found.instead
    )
