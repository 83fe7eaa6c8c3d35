"""What holds an explosive movement back until control is there, and how far off that is.

Our own rules, put together from what physiotherapists and coaches ask for; none of them is a
finding, and the athlete may overrule them knowingly.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct, structs

from runlift_tui.core.athlete.facts import Outing
from runlift_tui.core.athlete.pain import felt
from runlift_tui.core.athlete.rising import counting
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.reserve import could_do
from runlift_tui.core.sets.pain import CALM, CALM_WORDS, GO_ON
from runlift_tui.core.words.days import DAY_MS
from runlift_tui.core.words.possible import UtcMs

SESSIONS, WEEKS = 8, 4
HEAVY_REPS, HEAVY_RIR = 8, 2
BEST_OF = 8
"""So many of the last B1 sessions are looked at for the best one."""
PAUSE_DAYS = 14
"""More days off than this close the gate, and take one rung off the ladder."""
CHECKED_DAYS = 28
"""Checks older than this are done again before they open the gate."""
KEPT_DATES = 20
STANCE_S, SQUATS, LANDINGS = 30, 5, 10
BOX = "a box of 50-60 cm"
HEAVY_LADDER = "split-squat"
_IN_SHORT = (
    f"{CALM_WORDS} in 2 sessions",
    f"{SESSIONS} sessions of B1 over {WEEKS} weeks",
    f"B1 at {HEAVY_REPS}",
    "balance",
    "squats",
    "landings",
)
"""What `gate` asks for, in its order."""


class Checks(Struct, frozen=True, kw_only=True):
    """The athlete's own checks of their control; None where one was never done."""

    stance_s: int | None = None
    """Seconds on one leg, the weaker side's."""
    squats: bool | None = None
    """Five single-leg squats to a box on each side, all of them good."""
    landings: bool | None = None
    """Ten soft split-squat landings, quiet and without the knee falling in."""
    calm: bool | None = None
    """No pain over 2 of 10 in daily life."""
    when: UtcMs | None = None
    """When they were done, milliseconds since the epoch; None for those of an older version."""
    earlier: tuple[UtcMs, ...] = ()
    """When they were done before, and all good."""

    @property
    def is_good(self) -> bool:
        """Whether every one of them was done, and good."""
        stance = self.stance_s is not None and self.stance_s >= STANCE_S
        return stance and self.squats is True and self.landings is True and self.calm is True


class Condition(Struct, frozen=True):
    """One thing that the gate asks for."""

    asked: str
    now: str
    """Where it stands, in words."""
    met: bool


def dated(found: Checks, before: Checks, now: int) -> Checks:
    """Return checks that were just done, with their date and those of good ones before them."""
    earlier = before.earlier
    if before.is_good and before.when is not None:
        earlier = (*earlier, before.when)[-KEPT_DATES:]
    return structs.replace(found, when=now, earlier=earlier)


def expired(checks: Checks, outings: Iterable[Outing], now: int) -> str:
    """Return why checks count no more at `now`, in words; empty where they do or were never done.

    Checks without a date are those of an older version: nobody knows how old they are.
    """
    if checks == Checks():
        return ""
    if checks.when is None:
        return "done before checks had a date"
    seen = sorted(outings, key=lambda outing: outing.when)
    return _expired(checks.when, seen, now)


def _expired(when: int, seen: Sequence[Outing], now: int) -> str:
    if now - when > CHECKED_DAYS * DAY_MS:
        return f"over {CHECKED_DAYS // 7} weeks old"
    since = [outing for outing in seen if when <= outing.when <= now]
    pain = max((felt(outing) or 0 for outing in since), default=0)
    if pain > GO_ON:
        return f"pain {pain} of 10 since"
    points = [when, *(outing.when for outing in since), now]
    longest = max(after - before for before, after in pairwise(points))
    return f"over {PAUSE_DAYS} days off since" if longest > PAUSE_DAYS * DAY_MS else ""


def gate(
    outings: Iterable[Outing], checks: Checks, library: Mapping[str, Exercise], now: int
) -> tuple[Condition, ...]:
    """Return everything that jumping asks for at `now`, and how far off each is."""
    seen = sorted(outings, key=lambda outing: outing.when)
    old = expired(checks, seen, now)
    heavy = heavy_ids(library)
    return (
        _pain(seen, checks, old),
        _controlled(seen, heavy),
        _strength(seen, heavy),
        _stance(checks, old),
        _checked(f"{SQUATS} single-leg squats to {BOX}, each side, all good", checks.squats, old),
        _checked(
            f"{LANDINGS} soft split-squat landings, quiet, knee over foot", checks.landings, old
        ),
    )


def missing(conditions: Iterable[Condition]) -> str:
    """Return what the gate still asks for, in a few words; empty where all of it is met."""
    named = zip(_IN_SHORT, conditions, strict=True)
    return ", ".join(short for short, condition in named if not condition.met)


def is_open(
    outings: Iterable[Outing], checks: Checks, library: Mapping[str, Exercise], now: int
) -> bool:
    """Whether the gate is open at `now`: once everything was met it stays open.

    Pain over `GO_ON`, a set left out for form, more than `PAUSE_DAYS` off, and a check that
    was not good close it; then everything is asked for anew. So a plan that lowers the reps of B1
    does not close it, and neither do checks that grow old while the athlete trains.
    """
    opened = False
    seen: list[Outing] = []
    heavy = heavy_ids(library)
    for at, outing in _events(outings, checks, now):
        if seen and at - seen[-1].when > PAUSE_DAYS * DAY_MS:
            opened = False
        if outing is not None:
            seen.append(outing)
            opened = opened and not _closes(outing)
        elif at == checks.when and not checks.is_good:
            opened = False
        opened = opened or _is_met(seen, checks, heavy, at)
    return opened and bool(seen) and now - seen[-1].when <= PAUSE_DAYS * DAY_MS


def _events(outings: Iterable[Outing], checks: Checks, now: int) -> list[tuple[int, Outing | None]]:
    """Return the sessions and the checks up to `now`, oldest first."""
    dates = [*checks.earlier, *([] if checks.when is None else [checks.when])]
    found: list[tuple[int, Outing | None]] = [(date, None) for date in dates if date <= now]
    found += [(outing.when, outing) for outing in outings if outing.when <= now]
    return sorted(found, key=lambda event: event[0])


def _closes(outing: Outing) -> bool:
    return outing.poor_form or (felt(outing) or 0) > GO_ON


def _is_met(seen: list[Outing], checks: Checks, heavy: frozenset[str], at: int) -> bool:
    """Whether everything was met at a moment, by the checks that were good then."""
    newest = checks.when is not None and checks.when <= at
    good = checks.earlier if not newest else (checks.when,) if checks.is_good else ()
    if not any(d is not None and d <= at and not _expired(d, seen, at) for d in good):
        return False
    calm = Checks(calm=True)
    conditions = (_pain(seen, calm, ""), _controlled(seen, heavy), _strength(seen, heavy))
    return all(condition.met for condition in conditions)


def heavy_ids(library: Mapping[str, Exercise]) -> frozenset[str]:
    """Return the ids of what counts as B1 before the gate: split squats that take a load."""
    ladder = [each for each in library.values() if each.ladder == HEAVY_LADDER]
    near = {id_ for each in ladder for id_ in each.harder if HEAVY_LADDER in id_}
    found = {each.id for each in ladder} | near
    return frozenset(id_ for id_ in found if id_ in library and library[id_].takes_load)


def _heavy(seen: Iterable[Outing], ids: frozenset[str]) -> Iterator[Outing]:
    """Yield the sessions with a B1 that counts: the right exercise, and a load."""
    for outing in seen:
        if outing.heavy_reps is not None and outing.heavy in ids and (outing.heavy_kg or 0) > 0:
            yield outing


def _pain(seen: list[Outing], checks: Checks, old: str) -> Condition:
    asked = "pain 0-2 of 10 in daily life and, as typed, in the last two sessions"
    last = seen[-2:]
    said = [pain for outing in last if (pain := felt(outing)) is not None]
    high = [pain for pain in said if pain > CALM]
    if high:
        return Condition(asked, f"{max(high)} of 10 lately", False)
    if checks.calm is None:
        return Condition(asked, "daily life: not asked yet", False)
    if not checks.calm:
        return Condition(asked, "not in daily life", False)
    if old:
        return Condition(asked, _again(old), False)
    missing = 2 - len(said)
    now = "calm" if not missing else f"typed in {len(said)} of the last 2 sessions"
    return Condition(asked, now, not missing)


def _controlled(seen: list[Outing], heavy: frozenset[str]) -> Condition:
    asked = f"{WEEKS} weeks and {SESSIONS} sessions of controlled B1, a split squat with weight"
    if seen and seen[-1].poor_form:
        return Condition(asked, "a set was left out for form last time", False)
    controlled = _heavy(counting(seen), heavy)
    done = [each.when for each in controlled if not each.poor_form]
    weeks = (done[-1] - done[0]) / (7 * DAY_MS) if done else 0.0
    now = f"{len(done)} of {SESSIONS} sessions, {int(weeks)} of {WEEKS} weeks"
    return Condition(asked, now, len(done) >= SESSIONS and weeks >= WEEKS)


def _strength(seen: list[Outing], heavy: frozenset[str]) -> Condition:
    asked = f"B1 at {HEAVY_REPS} or more on both legs, {could_do(HEAVY_RIR)}, as typed"
    typed = [
        outing for outing in list(_heavy(seen, heavy))[-BEST_OF:] if outing.heavy_rir is not None
    ]
    if not typed:
        return Condition(asked, "no session with it typed yet", False)
    good = [each for each in typed if _is_strong(each.heavy_reps or 0, each.heavy_rir)]
    reps, rir = _weakest(good[-1] if good else typed[-1])
    told = ", ".join(filter(None, (f"{reps}", could_do(rir))))
    return Condition(asked, f"{'done' if good else 'last typed'}: {told}", bool(good))


def _is_strong(reps: int, rir: int | None) -> bool:
    return reps >= HEAVY_REPS and (rir is None or rir >= HEAVY_RIR)


def _weakest(outing: Outing) -> tuple[int, int | None]:
    """Return the B1 that is told of a session: one that was too little, if any was, else typed."""
    weak = [each for each in outing.heavy_sets if not _is_strong(*each)]
    typed = [each for each in weak or outing.heavy_sets if each[1] is not None]
    some = typed or weak or [(outing.heavy_reps or 0, outing.heavy_rir)]
    return min(some, key=lambda each: each[0] + (each[1] or 0))


def _stance(checks: Checks, old: str) -> Condition:
    asked = f"{STANCE_S} s on one leg, each side"
    if checks.stance_s is None:
        return Condition(asked, "not checked yet", False)
    if old:
        return Condition(asked, _again(old), False)
    return Condition(asked, f"{checks.stance_s} s", checks.stance_s >= STANCE_S)


def _checked(asked: str, answer: bool | None, old: str) -> Condition:
    if old and answer is not None:
        return Condition(asked, _again(old), False)
    now = "not checked yet" if answer is None else "good" if answer else "not yet good"
    return Condition(asked, now, answer is True)


def _again(old: str) -> str:
    return f"check again ({old})"
