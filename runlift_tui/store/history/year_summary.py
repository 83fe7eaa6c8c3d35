"""The numbers of one year, and how years add up: plain rules on plain values, no files."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from runlift_tui.core.athlete.facts import DoneSlot, Facts, LastSession, Outing
from runlift_tui.core.athlete.pain import closes_jumps, decides
from runlift_tui.core.sets.bests import kept
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.sets.pain import (
    Hurt,
    PainSaid,
    answered,
    hurts,
    is_stopped,
    pains_said,
    too_much,
    with_answers,
    with_hurts,
    with_pain,
)
from runlift_tui.core.words.possible import LONGEST_TEXT, UtcMs

if TYPE_CHECKING:
    from runlift_tui.core.history.past import PastSession, PastSet

RECENT = 100
"""How many sessions the gates and a plan's nine weeks look back on at most."""
_AS_GOOD = ("reps", "left", "right", "seconds", "left_s", "right_s", "metres", "load_kg", "rir")


class Summary(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is kept of a year, or of several."""

    sessions: int = 0
    """How many of RunLift's own there are."""
    imported: int = 0
    """How many came from files of other programs."""
    first: UtcMs | None = None
    """Start of the oldest one of its own."""
    last: LastSession | None = None
    """The newest one of its own; None where it does not say when it ended."""
    jumps: UtcMs | None = None
    """End of the newest set with landings."""
    slots: dict[str, LastTime] = {}
    """What was done last in a slot, by slot and exercise: "B1/step-up"."""
    best: dict[str, tuple[LastSet, ...]] = {}
    """The few sets of an exercise that a new one has to beat, fast ones left out: `bests.kept`."""
    recent: tuple[Outing, ...] = ()
    """The last `RECENT` sessions, oldest first."""
    pain_said: Outing | None = None
    """The newest session whose pain closes jumps, or lets them be again; however long ago."""
    sign: Outing | None = None
    """The newest session with a stop sign, looked at or not; however long ago."""
    pains: dict[str, PainSaid] = {}
    """The newest word on pain that decides, by exercise and for the whole: see `pains_said`."""
    answers: dict[str, PainSaid] = {}
    """The newest answer on pain, by exercise, whether it decides or not."""
    hurts: dict[str, Hurt] = {}
    """The newest session in which it hurt over 3 of 10, or was stopped for pain, by exercise."""
    poor_form: dict[str, UtcMs] = {}
    """When the newest session began in which a set was stopped for form, by exercise."""


def facts(summary: Summary) -> Facts:
    """Return a summary in the terms of the core."""
    pains = with_answers(summary.pains, summary.answers)
    times = sorted(summary.slots.values(), key=lambda each: each.when or 0, reverse=True)
    times = with_hurts(times, summary.hurts)
    times = [structs.replace(each, poor_form=_lost_form(each, summary)) for each in times]
    times.sort(key=lambda each: each.when or 0, reverse=True)
    return Facts(
        sessions=summary.sessions,
        first=summary.first,
        last=summary.last,
        jumps=summary.jumps,
        last_times=tuple(with_pain(time, pains) for time in times),
        best=summary.best,
        pains=pains,
        outings=_outings(summary),
    )


def _lost_form(time: LastTime, summary: Summary) -> bool:
    return summary.poor_form.get(time.exercise, -1) >= (time.when or 0)


def _outings(summary: Summary) -> tuple[Outing, ...]:
    """Return the last sessions, behind those whose pain or stop sign stands, however old."""
    said, sign, recent = summary.pain_said, summary.sign, summary.recent
    stand = {
        each.when: each
        for each in (said, sign)
        if each is not None and each not in recent and (closes_jumps(each) or each.sign)
    }
    return (*(stand[when] for when in sorted(stand)), *recent)


def summarise(sessions: "Iterable[PastSession]") -> Summary:
    """Return the summary of sessions, given oldest first."""
    from runlift_tui.core.history.outing import is_partial, outing, sign

    count, imported, first, jumps = 0, 0, None, None
    newest: PastSession | None = None
    whole: PastSession | None = None
    slots: dict[str, LastTime] = {}
    rivals: dict[str, dict[object, PastSet]] = {}
    recent: list[PastSession] = []
    pains: dict[str, PainSaid] = {}
    answers: dict[str, PainSaid] = {}
    hurt: dict[str, Hurt] = {}
    poor_form: dict[str, int] = {}
    pain_said: PastSession | None = None
    stopped: PastSession | None = None
    for session in sessions:
        if session.source is None:
            # What a file of another program says opens no gate, and is no last session here.
            partial, every = is_partial(session), (*session.ramp, *session.sets)
            same_day = whole if newest is not None and newest.day == session.day else None
            newest, whole = session, same_day if partial else session
            if session.is_trained:
                count, first = count + 1, session.at if first is None else first
            said = Outing(
                when=session.at,
                pain=session.worst_pain,
                morning=session.morning,
                sign=sign(session),
                partial=partial,
            )
            pain_said = session if decides(said) else pain_said
            stopped = session if session.stop_sign else stopped
            recent = [*recent[1 - RECENT :], session]
            answers |= answered(session.at, every)
            hurt |= hurts(session.at, ((each.slot, each, each.as_last) for each in every))
            poor_form |= {each.exercise: session.at for each in every if each.skipped == "form"}
            pains |= pains_said(
                session.at,
                session.pain,
                every,
                partial=partial,
                instead=too_much(stop_sign=session.stop_sign, morning=session.morning),
            )
        else:
            imported += session.is_trained
        for time in _last_times(session):
            key = f"{time.slot}/{time.exercise}"
            slots[key] = _later(slots.get(key), time)
        for done in session.done:
            if done.is_rival:
                # Most sets are done more than once, and one of each is enough.
                mark = tuple(getattr(done, name) for name in _AS_GOOD)
                rivals.setdefault(done.exercise, {}).setdefault(mark, done)
            if done.contacts:
                at = done.ended or done.started or session.started
                jumps = at if jumps is None else max(jumps, at)
    return Summary(
        sessions=count,
        imported=imported,
        first=first,
        last=_last(newest, whole),
        jumps=None if jumps is None else round(jumps.timestamp() * 1000),
        slots=slots,
        best={exercise: kept(sets.values()) for exercise, sets in rivals.items()},
        recent=tuple(map(outing, recent)),
        pain_said=None if pain_said is None else outing(pain_said),
        sign=None if stopped is None else outing(stopped),
        pains=pains,
        answers=answers,
        hurts=hurt,
        poor_form=poor_form,
    )


def add_up(years: Iterable[Summary]) -> Summary:
    """Return the summary of several years, given oldest first."""
    total = Summary()
    for year in years:
        if year.recent or year.imported:
            total = _sum(total, year)
    return total


def _sum(older: Summary, newer: Summary) -> Summary:
    slots, best = dict(older.slots), dict(older.best)
    for key, time in newer.slots.items():
        slots[key] = _later(slots.get(key), time)
    for exercise, sets in newer.best.items():
        best[exercise] = kept((*best.get(exercise, ()), *sets))
    jumps = [each.jumps for each in (older, newer) if each.jumps is not None]
    return Summary(
        sessions=older.sessions + newer.sessions,
        imported=older.imported + newer.imported,
        first=newer.first if older.first is None else older.first,
        last=newer.last if newer.recent else older.last,
        jumps=max(jumps, default=None),
        slots=slots,
        best=best,
        recent=(*older.recent, *newer.recent)[-RECENT:],
        pain_said=newer.pain_said or older.pain_said,
        sign=newer.sign or older.sign,
        pains=older.pains | newer.pains,
        answers=older.answers | newer.answers,
        hurts=older.hurts | newer.hurts,
        poor_form=older.poor_form | newer.poor_form,
    )


def _last_times(session: "PastSession") -> Iterable[LastTime]:
    """Return what was done in every slot of a session."""
    held: dict[tuple[str, str], list[LastSet]] = {}
    noted: dict[tuple[str, str], list[str]] = {}
    for done in (each for each in session.sure if each.is_comparable):
        held.setdefault((done.slot, done.exercise), []).append(
            structs.replace(done.as_last, round=done.round)
        )
    for done in session.sets:
        if done.note:
            noted.setdefault((done.slot, done.exercise), []).append(done.note)
    for (slot, exercise), sets in held.items():
        note = "; ".join(dict.fromkeys(noted.get((slot, exercise), ())))[:LONGEST_TEXT]
        yield LastTime(
            slot=slot,
            exercise=exercise,
            sets=tuple(sets),
            when=session.at,
            note=note,
        )


def _later(before: LastTime | None, time: LastTime) -> LastTime:
    """Return what was done last in a slot, each set with how long it took when that was known last.

    A session that was rushed through, or typed from a card, says nothing of the athlete's pace.
    """
    if before is None:
        return time
    sets = list(time.sets)
    for at, (now, earlier) in enumerate(zip(sets, before.sets, strict=False)):
        if now.took_s is None and earlier.took_s is not None:
            sets[at] = structs.replace(now, took_s=earlier.took_s)
    time = structs.replace(time, sets=tuple(sets))
    if time.before:
        return time
    untimed = (structs.replace(each, took_s=None) for each in before.sets)
    return structs.replace(time, before=tuple(untimed))


def _last(newest: "PastSession | None", whole: "PastSession | None") -> LastSession | None:
    """Return the newest session in brief, with the whole one of its day where it is a part."""
    found = None if newest is None else _in_brief(newest)
    if found is None or whole is None or whole is newest:
        return found
    return structs.replace(found, fuller=_in_brief(whole))


def _in_brief(session: "PastSession") -> LastSession | None:
    if session.finished is None:
        return None
    return LastSession(
        id=session.id,
        routine_name=session.routine_name,
        finished=round(session.finished.timestamp() * 1000),
        sets=len(session.done),
        minutes=session.minutes,
        done=tuple(_done(session)),
    )


def _done(session: "PastSession") -> Iterable[DoneSlot]:
    """Return what was done in every slot of a session, values in doubt as well."""
    held: dict[tuple[str, str], list[PastSet]] = {}
    for done in session.sets:
        if done.skipped is None or (is_stopped(done) and done.says_anything):
            held.setdefault((done.slot, done.exercise), []).append(done)
    for (slot, exercise), sets in sorted(held.items(), key=lambda each: each[0][0]):
        stopped = [each for each in sets if each.skipped is not None]
        done_, stopped_ = (
            tuple(structs.replace(each.as_last, took_s=None) for each in some)
            for some in ([each for each in sets if each.skipped is None], stopped)
        )
        name = sets[0].name or exercise
        yield DoneSlot(slot=slot, exercise=exercise, name=name, sets=done_, stopped=stopped_)
