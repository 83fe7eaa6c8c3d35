"""Training that nobody did, to look at: years of it, the same for the same day.

A made-up athlete walks through real sessions of the core, so that every document is one that the
program itself would write. What they can lift, and how it grows, is our own invention.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from math import exp

from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.exercises.exercise import Exercise, LoadKind
from runlift_tui.core.history.archive import Archive
from runlift_tui.core.history.believed import SESSIONS
from runlift_tui.core.history.document import document
from runlift_tui.core.plan.plan import Answers, Plan
from runlift_tui.core.routines.levels import ALL_SLOTS, Level, article_routine
from runlift_tui.core.routines.routine import Reps
from runlift_tui.core.session.advance import CueKind, advance, next_boundary
from runlift_tui.core.session.commands import (
    Command,
    Go,
    HoldEnded,
    LogSet,
    Note,
    RateEffort,
    Started,
    StartHold,
)
from runlift_tui.core.session.fold import apply, begin
from runlift_tui.core.session.state import HoldReady, Rest, Session, Step, Work, is_finished
from runlift_tui.core.session.targets import pending, target
from runlift_tui.core.sets.last import LastSet
from runlift_tui.core.sets.progression import Done, LoadAsked, next_load
from runlift_tui.core.sets.values import Field, fields_of
from runlift_tui.core.words.days import DAY_MS, day_of
from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk.ids import id_of
from runlift_tui.store.history.years import year_of
from runlift_tui.store.library.library import ATHLETE, PLANS, document_of
from runlift_tui.store.library.settings import KEY
from runlift_tui.store.made_up.runs import made_up_runs

_HOUR_MS = 3_600_000
_DAYS = (1, 4)
"""Of the week, from Monday, 0: Tuesday and Friday."""
_RUN_DAYS, _LONG_DAY = (1, 2, 3, 4, 6), 6
_WEEKLY_M, _PACE_S = 50_000.0, 315.0
_WEEK_OFF, _MISSED = 11, 0.08
_STAGE_SESSIONS, _BEGINNER, _INTERMEDIATE = 4, 16, 100
"""Sessions to the next stage, and up to which number a level goes."""
_OFFSET_MIN = 60
_NOTES = ("felt light", "hips tight, slept badly", "day after the long run", "new box, higher")


def made_up(
    exercises: Mapping[str, Exercise],
    years: int,
    now: int,
    seed: int = 1,
    tell: Callable[[float], object] = lambda _: None,
) -> Archive:
    """Return the training of some years up to yesterday, with an athlete who was asked.

    Args:
        exercises: Those that ship, by id.
        years: How many.
        now: Milliseconds since the epoch; only the day matters.
        seed: Of everything that is left to chance.
        tell: Called with the part that is done, from 0 to 1.
    """
    held: dict[int, dict[str, list[Document]]] = {}
    trainee = _Trainee(exercises, random.Random(seed))
    level = Level.BEGINNER
    starts = list(_starts(years, now, random.Random(seed + 1)))
    for number, at in enumerate(starts):
        tell(number / len(starts))
        level = _level(number)
        row = trainee.train(level, min(ALL_SLOTS, number // _STAGE_SESSIONS), at)
        held.setdefault(year_of(row), {}).setdefault(SESSIONS, []).append(row)
    for entry in made_up_runs(years, now, random.Random(seed + 2)):
        row = entry.document
        held.setdefault(year_of(row), {}).setdefault(entry.table, []).append(row)
    athlete = {**document_of(Athlete(level=level, asked=True)), "id": KEY}
    under_way = document_of(_plan(level, now))
    return Archive(dict(sorted(held.items())), {ATHLETE: [athlete], PLANS: [under_way]})


def _plan(level: Level, now: int) -> Plan:
    """Return a plan that is in its fifth week."""
    today = day_of(now, 0)
    start = today - timedelta(days=today.weekday(), weeks=4)
    return Plan(
        id="made-up-plan",
        answers=Answers(
            level=level,
            start=start,
            metres=_WEEKLY_M,
            pace_s=_PACE_S,
            run_days=_RUN_DAYS,
            hard_days=_DAYS,
            long_day=_LONG_DAY,
        ),
        utc_offset_min=_OFFSET_MIN,
    )


def _starts(years: int, now: int, chance: random.Random) -> Iterator[int]:
    """Yield when sessions begin, oldest first: twice a week, with weeks off and missed days."""
    today = now // DAY_MS
    first = today - 365 * years
    for day in range(first, today):
        week, weekday = divmod(day + 3, 7)  # the epoch was a Thursday
        at = day * DAY_MS + 16 * _HOUR_MS + chance.randrange(2 * _HOUR_MS)
        missed = chance.random() < _MISSED
        if weekday in _DAYS and week % _WEEK_OFF and not missed:
            yield at


def _level(number: int) -> Level:
    if number < _BEGINNER:
        return Level.BEGINNER
    return Level.INTERMEDIATE if number < _INTERMEDIATE else Level.ADVANCED


class _Trainee:
    """Somebody who trains, remembers their sets, and becomes stronger."""

    def __init__(self, exercises: Mapping[str, Exercise], chance: random.Random) -> None:
        self._exercises = exercises
        self._chance = chance
        self._past: dict[str, list[list[LastSet]]] = {}
        self._today: dict[str, list[LastSet]] = {}
        self._trained = 0
        self._form = 1.0

    def train(self, level: Level, stage: int, at: int) -> Document:
        """Return the document of a session that began at `at`, milliseconds since the epoch."""
        routine = article_routine(level, stage)
        ids = dict.fromkeys(slot.exercise for _, slot in routine.slots())
        start = Started(
            id=id_of(at, self._chance.getrandbits(80)),
            routine=routine,
            exercises=tuple(self._exercises[id_] for id_ in ids),
            level=level,
            utc_offset_min=_OFFSET_MIN,
            first=self._trained == 0,
        )
        self._form = self._chance.gauss(1.0, 0.03)
        self._today = {}
        session = self._walked(begin(start, at), at)
        for id_, sets in self._today.items():
            self._past.setdefault(id_, []).append(sets)
        self._trained += 1
        return document(session)

    def _walked(self, session: Session, now: int) -> Session:
        """Return a session walked to its end."""
        while not is_finished(session):
            step, phase = pending(session), session.phase
            command: Command | None = None
            if isinstance(phase, Work) and step is not None:
                now += self._chance.randrange(25_000, 45_000)
                command = LogSet(self._values(session, step))
            elif isinstance(phase, HoldReady):
                command = StartHold()
            elif isinstance(phase, Rest) and phase.over:
                now += self._chance.choice((2_000, 6_000, 12_000, 30_000, 70_000))
                command = Go()
            if command is None:
                now = max(now, next_boundary(session) or now)
            session = _at(session, now, command)
        session = apply(session, now, RateEffort(self._chance.choice((5, 6, 6, 7, 7, 8))))
        if self._chance.random() < 0.2:
            session = apply(session, now, Note(self._chance.choice(_NOTES)))
        return session

    def _values(self, session: Session, step: Step) -> dict[Field, float | None]:
        """Return what is done and said in a set."""
        fields = fields_of(step.exercise, fast=step.fast)
        load, goal = self._plan(session, step)
        able = self._able(step.exercise, load)
        count = min(goal, able) if step.ramp is None else goal
        left = max(1, count - (self._chance.random() < 0.1))
        typed = self._chance.random() < 0.85
        rir = max(0, able - count) if typed and step.ramp is None else None
        said: dict[Field, float | None] = {
            Field.REPS: count,
            Field.LEFT: left,
            Field.RIGHT: count,
            Field.LOAD_KG: load,
            Field.RIR: None if rir is None else min(5, rir),
            Field.SNAP: self._snap(session) if typed else None,
        }
        values = {field: said.get(field) for field in fields}
        if step.ramp is None and step.exercise.load is LoadKind.EXTERNAL:
            done = LastSet(
                left=left,
                right=count,
                load_kg=load,
                implements=step.exercise.implements,
                rir=None if rir is None else min(5, rir),
            )
            self._today.setdefault(step.exercise.id, []).append(done)
        return values

    def _plan(self, session: Session, step: Step) -> tuple[float | None, int]:
        """Return the load and the reps that are planned, as the program itself suggests them."""
        goal = target(session, step)
        prescribed = step.slot.prescription
        if step.exercise.load is not LoadKind.EXTERNAL or step.slot.unloaded:
            return None, goal
        past = [s for s in self._past.get(step.exercise.id, [])[-2:] if s[0].load_kg]
        reserve = step.slot.rir[0] if step.slot.rir else 2
        found = None
        if isinstance(prescribed, Reps) and past:
            before = past[0] if len(past) > 1 else ()
            done = Done(sets=past[-1], before=before)
            found = next_load(done, LoadAsked(reps=prescribed, reserve=reserve))
        load = (found.load_kg if found else None) or 6.0 * step.exercise.implements
        if step.ramp is not None:
            each = round(load * step.ramp.share / step.exercise.implements)
            return (each * step.exercise.implements or None), goal
        return load, found.reps if found else goal

    def _able(self, exercise: Exercise, load: float | None) -> int:
        """Return the reps that could be done: Epley's formula, turned round."""
        if load is None:
            return 14
        strongest = exercise.implements * (14 + 20 * (1 - exp(-self._trained / 70))) * self._form
        return max(3, round(30 * (strongest / load - 1)))

    def _snap(self, session: Session) -> int:
        """Return how fast a set felt: better after a longer rest, for this athlete."""
        rests = [done.rest_taken_s for done in session.done.values() if done.rest_taken_s]
        fresh = 4 if rests and rests[-1] >= 240 else 3
        return max(1, min(5, fresh + self._chance.choice((-1, 0, 0, 0, 1))))


def _at(session: Session, now: int, command: Command | None) -> Session:
    """Return a session at a moment, its holds watched to their end, and a command carried out."""
    session, cues = advance(session, now)
    while cues:
        over = next((cue for cue in cues if cue.kind is CueKind.HOLD_OVER), None)
        if over is None:
            break
        session = apply(session, over.due, HoldEnded())
        session, cues = advance(session, now)
    return session if command is None else apply(session, now, command)
