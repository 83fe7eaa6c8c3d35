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
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.history.archive import Archive
from runlift_tui.core.history.believed import SESSIONS, past_session
from runlift_tui.core.history.document import document
from runlift_tui.core.plan.plan import Answers, Plan
from runlift_tui.core.plan.today import plan_day
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.reserve import reserve_asked
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.session.advance import CueKind, advance, next_boundary
from runlift_tui.core.session.commands import (
    Command,
    Confirm,
    Go,
    HoldEnded,
    LogSet,
    Note,
    RateEffort,
    SayPain,
    StartHold,
)
from runlift_tui.core.session.doubts import doubted
from runlift_tui.core.session.fold import apply, begin
from runlift_tui.core.session.prefill import prefill
from runlift_tui.core.session.state import HoldReady, Rest, Session, Step, Work, is_finished
from runlift_tui.core.session.targets import pending, target
from runlift_tui.core.sets.values import Field
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.planning import Situation, planned_session
from runlift_tui.core.words.days import DAY_MS, day_of
from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk.ids import id_of
from runlift_tui.store.history.year_summary import Summary, add_up, facts, summarise
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
_BEGINNER, _INTERMEDIATE = 16, 100
"""Up to which number of session a level goes."""
_STEP_KG, _TIRED = 2.0, 0.3
"""From one dumbbell to the next, and how often a set has a rep less in it than the one before."""
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
    starts = list(_starts(years, now, random.Random(seed + 1)))
    level = _level(max(0, len(starts) - 1))
    plan = _plan(level, now)
    trainee = _Trainee(exercises, plan, random.Random(seed))
    for number, at in enumerate(starts):
        tell(number / len(starts))
        row = trainee.train(_level(number), at)
        held.setdefault(year_of(row), {}).setdefault(SESSIONS, []).append(row)
    for entry in made_up_runs(years, now, random.Random(seed + 2)):
        row = entry.document
        held.setdefault(year_of(row), {}).setdefault(entry.table, []).append(row)
    who = Athlete(level=level, asked=True, ask_first=False)
    athlete = {**document_of(who), "id": KEY}
    return Archive(dict(sorted(held.items())), {ATHLETE: [athlete], PLANS: [document_of(plan)]})


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
    """Somebody who trains as the program asks them to, and becomes stronger."""

    def __init__(
        self, exercises: Mapping[str, Exercise], plan: Plan, chance: random.Random
    ) -> None:
        self._shelf = Shelf(shipped=exercises)
        self._plan = plan
        self._chance = chance
        self._past = Summary()
        self._form = 1.0
        self._says_left = True
        """Whether they type today how many more they could do."""

    def train(self, level: Level, at: int) -> Document:
        """Return the document of a session that began at `at`, milliseconds since the epoch."""
        found = self._situation(level, at)
        id_ = id_of(at, self._chance.getrandbits(80))
        start = planned_session(Choices(level=level), found, id_)
        self._form = self._chance.gauss(1.0, 0.02)
        self._says_left = self._chance.random() < 0.9
        row = document(self._walked(begin(start, at), at))
        past = past_session(row)
        if past is not None:
            self._past = add_up((self._past, summarise([past])))
        return row

    def _situation(self, level: Level, at: int) -> Situation:
        done = facts(self._past)
        day = plan_day([self._plan], done, at, _OFFSET_MIN)
        return Situation(
            athlete=Athlete(level=level, asked=True),
            shelf=self._shelf,
            facts=done,
            now=at,
            utc_offset_min=_OFFSET_MIN,
            week=None if day is None else day.week,
        )

    def _walked(self, session: Session, now: int) -> Session:
        """Return a session walked to its end."""
        session = apply(session, now, SayPain(self._chance.choices((0, 1, 2), (8, 2, 1))[0]))
        while not is_finished(session):
            step, phase = pending(session), session.phase
            command: Command | None = None
            if isinstance(phase, Work) and step is not None:
                now += self._chance.randrange(25_000, 45_000)
                command = LogSet(self._values(session, step), step.key)
            elif isinstance(phase, HoldReady):
                command = StartHold()
            elif isinstance(phase, Rest) and phase.over:
                now += self._chance.choice((2_000, 6_000, 12_000, 30_000, 70_000))
                command = Go()
            if command is None:
                now = max(now, next_boundary(session) or now)
            session = _at(session, now, command)
            asked = doubted(session)
            if asked is not None:  # a first load may be far over what one begins with; it is right
                session = apply(session, now, Confirm(asked))
        session = apply(session, now, RateEffort(self._chance.choice((5, 6, 6, 7, 7, 8))))
        if self._chance.random() < 0.2:
            session = apply(session, now, Note(self._chance.choice(_NOTES)))
        return session

    def _values(self, session: Session, step: Step) -> dict[Field, float | None]:
        """Return what is done and said in a set: what stands prefilled, as far as they are able."""
        values = prefill(session, step)
        if step.ramp is not None:
            return values
        goal = target(session, step)
        load = values.get(Field.LOAD_KG)
        if Field.LOAD_KG in values and load is None and not step.slot.unloaded:
            load = values[Field.LOAD_KG] = self._found(step, goal)
        able = self._able(step.exercise, load) - (self._chance.random() < _TIRED)
        count = max(1, min(goal, able))
        weaker = max(1, count - (self._chance.random() < 0.05))
        said: dict[Field, float | None] = {
            Field.REPS: count,
            Field.LEFT: weaker,
            Field.RIGHT: count,
            Field.RIR: min(5, able - count) if self._says_left and load else None,
            Field.SNAP: self._snap(session) if self._chance.random() < 0.85 else None,
        }
        return values | {field: value for field, value in said.items() if field in values}

    def _found(self, step: Step, goal: int) -> float:
        """Return the load of a first time: what leaves as many reps as are asked for."""
        reps = goal + reserve_asked(step.slot)[0]
        implements = step.exercise.implements
        each = self._strongest(step.exercise) / (1 + reps / 30) / implements
        return max(1, round(each / _STEP_KG)) * _STEP_KG * implements

    def _able(self, exercise: Exercise, load: float | None) -> int:
        """Return the reps that could be done: Epley's formula, turned round."""
        if not load:
            return 14
        return max(3, round(30 * (self._strongest(exercise) * self._form / load - 1)))

    def _strongest(self, exercise: Exercise) -> float:
        """Return the load that they could move once, kilograms in all."""
        return exercise.implements * (14 + 20 * (1 - exp(-self._past.sessions / 70)))

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
