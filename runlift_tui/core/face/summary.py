"""The summary of a session: what was done against what was planned, line by line."""

from collections.abc import Iterator

from msgspec import structs

from runlift_tui.core.session.commands import Continue, Pause
from runlift_tui.core.session.duration import stretches, trained_minutes
from runlift_tui.core.session.new_bests import BEST_YET, best_words, praised
from runlift_tui.core.session.state import Session, overruled, step_at
from runlift_tui.core.session.suggested import Following, after, done_since
from runlift_tui.core.session.targets import (
    how_many,
    not_done,
    states,
)
from runlift_tui.core.session.told import no_fast_set
from runlift_tui.core.sets.landings import LOOK_BACK, Landings, landings_of
from runlift_tui.core.sets.next_time import foremost
from runlift_tui.core.sets.pain import GO_ON, SETTLING
from runlift_tui.core.sets.told import name_of, result
from runlift_tui.core.sets.values import RestKind, SetDone
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.words.text import not_saved, plural
from runlift_tui.core.words.units import Unit, clock, clock_of


def pairs(session: Session, unit: Unit) -> tuple[str, ...]:
    """Return each heavy set beside the fast one that took half of it."""
    found = []
    for step, _ in states(session):
        if not step.fast:
            continue
        fast = session.done.get(step.key)
        heavy = session.done.get(step.key._replace(slot=step.slot.prescription.slot))  # type: ignore[union-attr]
        if heavy is None:
            continue
        right = result(fast, unit) if fast else no_fast_set(session, step) or "not done"
        rest = f"after {clock(heavy.rest_taken_s)}" if heavy.rest_taken_s is not None else ""
        line = f"round {step.key.round}   {heavy.key.slot} {result(heavy, unit)}  →  "
        found.append(f"{line}{step.key.slot} {right}   {rest}".rstrip())
    return tuple(found)


def figure(session: Session, most: int | None = None) -> tuple[str, tuple[str, ...]]:
    """Return a summary's figure and its units: "21", ("of 22 sets", "1 skipped", "58 minutes").

    Args:
        session: As it was trained.
        most: Landings of the session with the most of them in the four weeks before; None where
            nobody knows.
    """
    done, total = how_many(session)
    units = [f"of {total} sets"]
    trained = round(minutes(session))
    units.append(plural(trained, "minute") if trained else "under a minute")
    if session.is_entered:
        units[-1] = "entered from a card"
    elif paused_minutes(session) >= 1:
        units[-1] += f", {int(paused_minutes(session))} of them paused"
    if (landings := landed(session)).total:
        told = landings.words
        if most is not None:
            told += f"; the {LOOK_BACK} before: {f'{most} at most' if most else 'none'}"
        units.append(told)
    return str(done), (units[0], *not_done(session), *units[1:])


def landed(session: Session) -> Landings:
    """Return the landings of what was done in a session."""
    done = (each for each in session.done.items() if each[1].skipped is None)
    return landings_of((each.landings, step_at(session, key).fast) for key, each in done)


def headline(session: Session, most: int | None = None) -> tuple[str, str]:
    """Return what a summary says largest, and its sentence: "58 min", "22 of 22 sets, ...".

    Where minutes say nothing the figure is the sets: "22 of 22".

    Args:
        session: As it was trained.
        most: As for `figure`.
    """
    done, units = figure(session, most)
    trained = round(minutes(session))
    timed = trained >= 1 and not session.is_entered
    large = f"{trained} min" if timed else f"{done} {units[0].removesuffix(' sets')}"
    said = (each for each in units if not timed or each != plural(trained, "minute"))
    return large, f"{done} {', '.join(said)}"


def bests(session: Session) -> str:
    """Return the best sets of a session: "B1 round 1 by load; ..."; empty where there is none."""
    found = ((key, best_words(praised(session, key), done)) for key, done in session.done.items())
    said = [f"{name_of(key)}{words.removeprefix(BEST_YET)}" for key, words in found if words]
    return "; ".join(said)


def rests(session: Session) -> tuple[str, str]:
    """Return what was rested after the slots of the main rounds: "B1 4:02 of 4:00 · B2 1:56 ...".

    Its label goes before it: of several rounds it is the mean, without those between rounds.
    """
    found: dict[str, list[SetDone]] = {}
    for key, done in session.done.items():
        told = done.rest_taken_s is not None and done.rest_planned_s is not None and not key.ramp
        of_round = done.rest_kind is RestKind.ROUND or step_at(session, key).block.zero_is_go
        if told and not of_round:
            found.setdefault(key.slot, []).append(done)
    said = [
        f"{slot} {clock(round(sum(done.rest_taken_s or 0 for done in of) / len(of)))} of "
        f"{clock(round(sum(done.rest_planned_s or 0 for done in of) / len(of)))}"
        for slot, of in found.items()
    ]
    if said and any(done.rest_kind is RestKind.ROUND for done in session.done.values()):
        said.append("not those between rounds")
    label = "mean rest" if any(len(of) > 1 for of in found.values()) else "rest taken"
    return label, " · ".join(said)


def hours(session: Session, wall_ms: int) -> str:
    """Return from when to when it went: "17:54 to 18:58"; empty for one entered from a card.

    A few minutes have their seconds, which else would not fit. `wall_ms` makes its line of time the
    wall clock's, in milliseconds.
    """
    moments = tuple(_moments(session))
    if not moments:
        return ""
    few = max(moments) - min(moments) < _FEW_MS
    shown = [clock_of(at + wall_ms, seconds=few) for at in (min(moments), max(moments))]
    return " to ".join(shown)


def notes(session: Session) -> tuple[tuple[str, str], ...]:
    """Return every pain and note and what it is on: the session, what it overruled, its sets."""
    pains = [] if session.pain is None else [("pain", f"{session.pain} of 10 before the first set")]
    pains += [
        ("pain", f"{name_of(key)}: {done.pain} of 10")
        for key, done in session.done.items()
        if done.pain is not None
    ]
    whole = (("note", session.note),) if session.note else ()
    against = (("overruled", each) for each in overruled(session))
    of_sets = ((name_of(key), done.note) for key, done in session.done.items() if done.note)
    return (*pains, *whole, *against, *of_sets)


def coming(session: Session, gear: Gear, then: Following | None = None) -> str:
    """Return what comes next time: "B1  both legs 10, ...: 2 x 12 → 2 x 14 kg"; hurts have none."""
    hurts = {key.slot for key, done in session.done.items() if (done.pain or 0) > GO_ON}
    found = foremost(each for each in after(session, gear, then) if each.slot not in hurts)
    return "" if found is None else f"{found.slot}  {found.why}"


def ahead(session: Session, gear: Gear, then: Following | None = None) -> list[tuple[str, str]]:
    """Return what got better and what it leads to, each with its label.

    Args:
        session: As it was trained.
        gear: The athlete's.
        then: By what the next session is worked out.
    """
    best, following = bests(session), then or Following()
    since = any(done_since(session, each.exercise) for each in session.done.values())
    by_now = BY_NOW if since else ""
    next_ = list(filter(None, (coming(session, gear, following), by_now, following.jumps)))
    if session.stop:
        # It would read as what to train: somebody looks first.
        next_, following = [], structs.replace(following, when="")
    found = [(BEST_YET, best)]
    found += [("" if number else "next time", text) for number, text in enumerate(next_)]
    found += [("next", following.when), rests(session)]
    return [(label, text) for label, text in found if text]


def paused_minutes(session: Session) -> float:
    """Return how many of a session's minutes were pauses: those before its last set's end.

    A pause so long that it counts as none of the minutes is none of these either.
    """
    paused_ms, since = 0, None
    for entry in session.log:
        if isinstance(entry.command, Pause):
            since = entry.at
        elif isinstance(entry.command, Continue) and since is not None:
            for begin, end in stretches(_moments(session)):
                paused_ms += max(0, min(end, entry.at) - max(begin, since))
            since = None
    return paused_ms / 60_000


def minutes(session: Session) -> float:
    """Return the minutes of training from its first set to its last, as its document has them."""
    return trained_minutes(_moments(session))


def _moments(session: Session) -> Iterator[int]:
    for done in session.done.values():
        if not done.key.ramp and not session.is_entered:
            yield from (done.started, done.ended)


BY_NOW = "what you have trained since decides, as home says it"
"""What comes after a session of an earlier day, of an exercise that was done since."""
_FEW_MS = 300_000
_SORE = (
    "After a first session sore thighs and glutes for two days are normal; sharper pain, or "
    "longer, is not."
)
_NO_HARD_RUN = "No hard run tomorrow."
_SEE = f"if it stays or comes back, see a physiotherapist. {_NO_HARD_RUN}"
LEAVE_IT = f"Leave what hurt until it is calm; {_SEE}"
UNTIL_LOOKED = "Leave what hurt until somebody has looked."
GIVEN_UP = "No set was done. That it hurts is kept, so that the next session goes by it."
_NEW = {"adductor": "inner thighs", "anti-rotation": "thighs and sides of the trunk"}
"""Where an exercise that was never done before is felt, by its tag."""


def alarm(unsaved: str, unkept: str) -> str:
    """Return what is not where it should be, in a sentence; empty where all of it is.

    Args:
        unsaved: Why the journal has not all of the session; empty where it has.
        unkept: Why the history has not got it as it stands; empty where it has.
    """
    return not_saved(unsaved) or (f"Not in the history yet: {unkept}" if unkept else "")


def afterword(session: Session) -> str:
    """Return what to expect after this session; empty where there is nothing to say."""
    hurt = _after_pain(session)
    if all(not done.is_done for done in session.done.values()):
        return " ".join(filter(None, (GIVEN_UP, hurt)))
    first = _SORE if session.start.first else ""
    if first or hurt:
        return " ".join(filter(None, (first, hurt or _NO_HARD_RUN)))
    known = {time.exercise for time in session.start.last if time.was_done}
    for key, done in session.done.items():
        exercise = step_at(session, key).exercise
        felt = next((_NEW[tag] for tag in exercise.tags if tag in _NEW), "")
        if felt and exercise.id not in known and not key.ramp and done.skipped is None:
            return (
                f"New today: {exercise.name}. Sore {felt} for two days are normal; sharper pain, "
                "or longer, is not."
            )
    return ""


def _after_pain(session: Session) -> str:
    """Return what to do with what hurt, before the session or in it; empty where nothing did."""
    if session.stop:
        return UNTIL_LOOKED
    worst = {"": session.pain or 0}
    for key, done in session.done.items():
        worst[key.slot] = max(worst.get(key.slot, 0), done.pain or 0)
    if max(worst.values()) > SETTLING:
        return LEAVE_IT
    some = [f"{slot or 'What'} hurt {pain} of 10" for slot, pain in worst.items() if pain > GO_ON]
    return f"{', '.join(some)}: leave it out or easier next time; {_SEE}" if some else ""
