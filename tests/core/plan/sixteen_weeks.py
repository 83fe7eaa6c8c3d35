"""Sixteen weeks of simulated athletes: misses, pain, poor form, and breaks of 2, 5 and 10 weeks.

Every session is planned, trained set by set, written down and read back by the program's own
functions; chance is in the athlete alone. `python -m tests.core.plan.sixteen_weeks` prints the
weeks of a life of each level as a table; `... beginner 3 10` those of one level, with another seed
and the weeks of its break.
"""

import sys
from collections.abc import Iterator
from datetime import timedelta
from random import Random
from typing import NamedTuple

from msgspec import structs

from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.athlete.closed import is_gate
from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.athlete.gates import Checks, dated, expired
from runlift_tui.core.history.believed import past_session
from runlift_tui.core.history.document import document
from runlift_tui.core.history.past import PastSession
from runlift_tui.core.plan.today import plan_day
from runlift_tui.core.plan.weeks import PlanWeek
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.routine import HalfOf
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.session.commands import (
    Command,
    EndHold,
    Finish,
    Go,
    HoldNow,
    LogSet,
    RatePain,
    SayPain,
    Skip,
    Started,
    StartHold,
    Swap,
)
from runlift_tui.core.session.fold import apply, begin
from runlift_tui.core.session.prefill import prefill
from runlift_tui.core.session.state import (
    Holding,
    HoldReady,
    LeadIn,
    Rest,
    Session,
    Step,
    is_finished,
)
from runlift_tui.core.session.targets import pending, target
from runlift_tui.core.sets.values import Field, Why
from runlift_tui.core.sets.week import WeekKind
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.planning import Situation, allowed_in, planned_session
from runlift_tui.core.words.days import DAY_MS
from runlift_tui.store.history.year_summary import facts as facts_of
from runlift_tui.store.history.year_summary import summarise
from tests.core.builders import library
from tests.core.plans import MONDAY, plan

NOON = 1_796_040_000_000
"""2026-11-30 12:00 UTC, the first Monday."""
WEEKS = 16
"""Of training; a break comes on top."""
BREAKS = (0, 2, 5, 10)
SHELF = Shelf(shipped=library())
GOOD = Checks(stance_s=30, squats=True, landings=True, calm=True)
FIRST_KG = 16.0


class Mood(NamedTuple):
    """How a day goes: what the dice of the athlete come to."""

    before: int | None = 0
    """Pain said before the first set."""
    hurts: tuple[str, int] | None = None
    """The slot that is stopped for pain in its first round, and how much."""
    sloppy: str = ""
    """The slot that is left out for form."""
    spare: int = 0
    """Reps more, or fewer, in reserve than the slot asks for; 9 for not typed."""
    climbs: bool = False
    """Whether the way up that is offered is taken."""


class Day(NamedTuple):
    """One session of a life, as it was planned and as it went."""

    when: int
    week: PlanWeek | None
    start: Started
    mood: Mood
    past: PastSession
    facts: Facts
    """What the history said before it."""
    checked: bool
    """Whether the checks were done anew before it."""

    @property
    def kind(self) -> WeekKind:
        """What its week is for."""
        return self.start.week

    @property
    def is_light(self) -> bool:
        """Whether nothing new may come up."""
        return self.week is not None and self.week.is_light

    @property
    def exercises(self) -> dict[str, str]:
        """Id of the exercise that was planned, by slot."""
        return {slot.label: slot.exercise for _, slot in self.start.routine.slots()}

    @property
    def fast(self) -> str:
        """Id of the fast movement that was planned; empty for none."""
        slots = [slot for _, slot in self.start.routine.slots()]
        return next((s.exercise for s in slots if isinstance(s.prescription, HalfOf)), "")

    @property
    def is_gated(self) -> bool:
        """Whether the gate is closed."""
        return any(map(is_gate, self.start.held))


def live(
    level: Level, seed: int, *, away: int = 0, away_in: int = 6, race: bool = False
) -> list[Day]:
    """Return the sessions of a life.

    Args:
        level: Of the athlete.
        seed: Of their dice.
        away: Weeks of the break.
        away_in: The week of training after which it comes.
        race: Whether there is one in week 6 of the plan.
    """
    dice = Random(f"{level} {seed} {away}")
    one = plan(level=level, stage=0, race=MONDAY + timedelta(days=41) if race else None)
    athlete = Athlete(level=level, asked=True, ask_first=False)
    days: list[Day] = []
    facts = Facts()
    gone = range(7 * away_in, 7 * (away_in + away))
    for number in range(7 * (WEEKS + away)):
        now = NOON + number * DAY_MS
        found = plan_day((one,), facts, now, 0)
        week = None if found is None else found.week
        if found is None:
            due = number % 7 in (0, 3)
        else:
            due = bool(found.flow.sessions) and found.flow.sessions[0].day == found.today
        if not due or number in gone or dice.random() < 0.12:
            continue
        before = athlete
        athlete = _checked(athlete, facts, now, dice)
        situation = Situation(athlete=athlete, facts=facts, shelf=SHELF, now=now, week=week)
        offered = allowed_in(situation, level, library()).rung.offered
        if offered and dice.random() < 0.5:  # as the levels screen has it
            athlete = structs.replace(athlete, rung=offered)
            situation = structs.replace(situation, athlete=athlete)
        start = planned_session(Choices(level=level, warm_up_rounds=1), situation, f"{number}")
        mood = _mood(start, dice)
        past = past_session(document(trained(start, now, mood)))
        assert past is not None
        days.append(Day(now, week, start, mood, past, facts, athlete.checks is not before.checks))
        facts = facts_of(summarise(day.past for day in days))
    return days


def _checked(athlete: Athlete, facts: Facts, now: int, dice: Random) -> Athlete:
    """Return the athlete after the checks, where a beginner of some sessions does them today."""
    checks = athlete.checks
    fresh = checks.is_good and not expired(checks, facts.outings, now)
    if athlete.level is not Level.BEGINNER or fresh or facts.sessions < 4 or dice.random() < 0.5:
        return athlete
    found = GOOD if dice.random() < 0.8 else Checks(stance_s=20, squats=False, calm=True)
    return structs.replace(athlete, checks=dated(found, checks, now))


def _mood(start: Started, dice: Random) -> Mood:
    slots = [slot.label for _, slot in start.routine.slots()]
    main = [label for label in slots if label.startswith("B")]
    before = None if dice.random() < 0.1 else dice.choice((0, 0, 0, 1, 1, 2, 2, 3))
    if dice.random() < 0.04:
        before = dice.randint(4, 9)
    hurts = (dice.choice(main), dice.randint(2, 9)) if dice.random() < 0.07 else None
    sloppy = dice.choice(main) if dice.random() < 0.05 else ""
    spare = dice.choice((-1, 0, 0, 0, 1, 1, 2, 9))
    return Mood(before, hurts, sloppy, spare, climbs=dice.random() < 0.5)


class _Gym:
    """Trains one session: every command is one that the athlete could give."""

    def __init__(self, start: Started, now: int) -> None:
        self.session = begin(start, now)
        self.now = now

    def say(self, command: Command, after_s: int = 1) -> None:
        self.now += after_s * 1000
        self.session = apply(self.session, self.now, command)

    def do(self, step: Step, mood: Mood) -> None:
        phase = self.session.phase
        if isinstance(phase, Rest):
            self.say(Go(), 10)
        elif isinstance(phase, HoldReady):
            self.say(StartHold())
        elif isinstance(phase, LeadIn):
            self.say(HoldNow())
        elif isinstance(phase, Holding):
            self.say(EndHold(), target(self.session, step) - 1)
        elif not self._stopped(step, mood):
            self.say(LogSet(_values(self.session, step, mood)), 30)

    def _stopped(self, step: Step, mood: Mood) -> bool:
        if step.key.round > 1 or step.ramp is not None:
            return False
        if mood.hurts is not None and step.key.slot == mood.hurts[0]:
            self.say(Skip(Why.PAIN, rest=True), 10)
            self.say(RatePain(step.key, mood.hurts[1]))
            return True
        if step.key.slot == mood.sloppy:
            self.say(Skip(Why.FORM, rest=True), 10)
            return True
        return False


def trained(start: Started, now: int, mood: Mood) -> Session:
    """Return a session as it was trained from its first set to its last."""
    gym = _Gym(start, now)
    if mood.before is not None:
        gym.say(SayPain(mood.before))
    if mood.climbs:
        for label, sentence in start.ways_up.items():
            up = next(each for each in library().values() if f"put {each.name} here" in sentence)
            gym.say(Swap(label, up))
    for _ in range(2000):
        step = pending(gym.session)
        if step is None or is_finished(gym.session):
            break
        gym.do(step, mood)
    if not is_finished(gym.session):
        gym.say(Finish())
    return gym.session


def _values(session: Session, step: Step, mood: Mood) -> dict[Field, float | None]:
    values = prefill(session, step)
    if Field.LOAD_KG in values and values[Field.LOAD_KG] is None and not step.slot.unloaded:
        values[Field.LOAD_KG] = FIRST_KG if step.ramp is None else None
    if Field.RIR in values and mood.spare != 9 and step.ramp is None:
        asked = (step.slot.rir or (3, 4))[0]
        values[Field.RIR] = max(0, asked + mood.spare)
    return values


def printed(level: Level, seed: int, away: int) -> Iterator[str]:
    """Yield the table of a life."""
    break_ = f"a break of {away} weeks after week 6" if away else "no break"
    yield f"{level}, seed {seed}, {break_}"
    yield "day  week    B1                        load  next     B2                   pain  why"
    for day in live(level, seed, away=away):
        yield _row(day)


def _row(day: Day) -> str:
    number = (day.when - NOON) // DAY_MS
    heavy = day.exercises["B1"]
    reps = day.start.routine.slot("B1").target
    found = next((n for n in day.start.next_times if n.slot == "B1"), None)
    kg = f"{found.load_kg:g}" if found is not None and found.load_kg else "–"
    move = "" if found is None else "anew" if found.anew else f"{found.move}"
    rows = [each for each in day.past.sets if each.pain is not None]
    hurt = ", ".join(f"{each.slot} {each.pain}" for each in rows)
    pain = "–" if day.past.pain is None else f"{day.past.pain}"
    form = f"form in {day.mood.sloppy}" if any(s.skipped == "form" for s in day.past.sets) else ""
    told = [*day.start.exchanged.values(), hurt, form, "checks" if day.checked else ""]
    gate = "gate " if day.is_gated else "held " if day.start.held else ""
    return (
        f"{number:>3}  {day.kind:<6}  {heavy:<20} {reps:>2}  {kg:>6}  {move:<5}  "
        f"{day.fast or '–':<20} {pain:>3}   {gate}{'; '.join(filter(None, told))}"
    ).rstrip()


if __name__ == "__main__":
    asked = sys.argv[1:]
    levels = (Level(asked[0]),) if asked else tuple(Level)
    seed_ = int(asked[1]) if len(asked) > 1 else 1
    away_ = int(asked[2]) if len(asked) > 2 else 5
    for each_ in levels:
        sys.stdout.write("\n".join(printed(each_, seed_, away_)) + "\n\n")
