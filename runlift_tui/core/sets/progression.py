"""What to lift next: the one rule, by what was done last and by what is asked for now.

Double progression, more reps first and then more load, by the weaker leg: our own rules, after
coaches' practice and the steps of 2-10 % of ACSM 2009 Med Sci Sports Exerc 41:687-708. Only what
the athlete typed counts: where nobody said how many reps were left, nothing rises. The safe answer
goes before every other one, and each names itself in its sentence.
"""

from msgspec import Struct, structs

from runlift_tui.core.routines.reserve import could_do
from runlift_tui.core.sets.bests import load_of
from runlift_tui.core.sets.e1rm import OPEN_RIR, weaker
from runlift_tui.core.sets.last import LastSet
from runlift_tui.core.sets.load_asked import (
    SAME_KG,
    Done,
    LoadAsked,
    LoadRule,
    Move,
    Sets,
    Suggestion,
    is_same_load,
    is_uneven,
    least_of,
    reserve_of,
)
from runlift_tui.core.sets.pain import CALM, SETTLING, hurt_much, pain_of
from runlift_tui.core.sets.week import WeekKind
from runlift_tui.core.words.units import load, number, span, to_unit

LEAST_TO_HALVE = 4
"""Fewer than this leave no fast set after them: too heavy, and no second time is waited for."""
BIG_STEP, BIG_STEP_RESERVE = 0.10, 3
"""A step over this share of the load asks for at least so many in reserve."""
REPS_FIRST = 2
"""So many reps above the range at most, where the next weight is such a step."""
AWAY_DAYS, LESS_DAYS, ANEW_DAYS = 14, 28, 70
"""After more days off: nothing rises; the load is less; it is found anew."""
LESS = 0.15
"""So much is taken off after `LESS_DAYS`, down to the next weight that there is."""
NEAR = 1
"""Reps by which typed ones in reserve may be wrong: Halperin 2022 Sports Med 52:377-390."""
LEAST_STEP, LEAST_CUT, _MOST_CUT, _CUT_A_REP = 0.025, 0.05, 0.20, 0.025
_NEXT = "the next asks {}"
"""What is asked of the set to come; the one that is told of may have asked for less."""


class _Case(Struct, frozen=True):
    """What was done, against what is asked for."""

    sets: list[LastSet]
    before: list[LastSet]
    done: Done
    asked: LoadAsked
    went_down: bool = False
    """Whether there were heavier sets before the last one, which are none of `sets`."""

    @property
    def low(self) -> int:
        return self.asked.reps.low

    @property
    def high(self) -> int:
        return self.asked.reps.high

    @property
    def now(self) -> float:
        """The load of the last set, kilograms in all."""
        return load_of(self.sets[-1])

    @property
    def implements(self) -> int:
        return self.sets[-1].implements

    @property
    def least(self) -> int:
        """Reps of the weaker leg in the weakest set."""
        return least_of(self.sets)

    @property
    def reserve(self) -> int | None:
        """The least that was typed; None unless it was typed of every set."""
        return reserve_of(self.sets)

    @property
    def nearest(self) -> int | None:
        """The least that was typed of any set; None where of none."""
        return min((done.rir for done in self.sets if done.rir is not None), default=None)

    @property
    def could(self) -> int:
        """Reps up to the limit in the set nearest to it; where unsaid, as many left as asked."""
        return min(_could(done, self.asked.reserve) for done in self.sets)

    @property
    def span(self) -> str:
        """The reps that are asked for: "6-8"."""
        return span(self.low, self.high)

    @property
    def shown(self) -> str:
        return load(self.now, self.implements, self.asked.loads.unit)

    def later(self, after: float, when: str, goal: str = "") -> str:
        """Return the load that stays, and behind it the next one: "2 x 24 kg; 26 once ...".

        What stands prefilled is named first, or behind an arrow: nobody takes the other to the bar.
        """
        unit = self.asked.loads.unit
        then = number(to_unit(after / self.implements, unit)) if self.now else ""
        return f"{self.shown}{goal}; {then or load(after, self.implements, unit)} {when}"

    def step(self, after: float) -> str:
        """Return a change of load: "2 x 12 → 2 x 14 kg"."""
        unit = self.asked.loads.unit
        short = self.shown.removesuffix(f" {unit}")
        return f"{short} → {load(after, self.implements, unit)}"


def next_load(done: Done, asked: LoadAsked) -> Suggestion | None:
    """Return what to lift next, with the sentence that explains it; None without a counted set."""
    sets, before = (
        [each for each in some if weaker(each) is not None] for some in (done.sets, done.before)
    )
    if not sets:
        return None
    # Who went on lighter is asked by what that came to; the heavier sets only let nothing rise.
    own = [each for each in sets if load_of(each) < load_of(sets[-1]) + SAME_KG]
    case = _Case(own, before, done, asked, went_down=len(own) < len(sets))
    if done.eases and (done.days or 0) > LESS_DAYS:
        return _lighter(_long_away(case), _eased(case))
    return _long_away(case) or _eased(case) or _too_heavy(case) or _held(case) or _onwards(case)


def _lighter(away: Suggestion | None, eased: Suggestion | None) -> Suggestion | None:
    """Return the lighter of what weeks off and what pain leave; after months it is found anew."""
    if away is None or eased is None or away.load_kg is None:
        return away or eased
    return min(eased, away, key=lambda each: each.load_kg or 0)


def _long_away(case: _Case) -> Suggestion | None:
    """Return what comes after weeks and months off."""
    days = case.done.days or 0
    if days <= LESS_DAYS or case.now <= 0:
        return None
    after = _below(case, max(LESS, _cut(case)))
    if days > ANEW_DAYS or after is None:
        return Suggestion(None, case.low, Move.DOWN, f"{days} days off", LoadRule.ANEW)
    said = f"{days} days off: {case.step(after)}, from {case.low}"
    return Suggestion(after, case.low, Move.DOWN, said, LoadRule.LESS, what=case.step(after))


def _eased(case: _Case) -> Suggestion | None:
    """Return less than what hurt; None where nothing did so itself.

    After pain up to `SETTLING` it is the heaviest load that did not hurt, where there is one. After
    more, and where there is none, it is less than that: never the one that hurt.
    """
    done = case.done
    if not done.eases:
        return None
    hurt_kg = case.now if done.hurt_kg is None else done.hurt_kg
    calm = [each for each in case.sets if load_of(each) < hurt_kg - SAME_KG]
    kg = max(map(load_of, calm), default=hurt_kg)
    found = [each for each in case.sets if abs(load_of(each) - kg) < SAME_KG]
    if calm:
        kg = _fetched(case, kg)
        found = [structs.replace(each, load_kg=kg) for each in found]
    found = found or [structs.replace(case.sets[-1], load_kg=kg)]  # in a ramp, or as it was stopped
    light = structs.replace(case, sets=found)
    hurt = hurt_much(done.pain)
    if not calm or (done.pain or 0) > SETTLING:
        return _down(light, f"{hurt} last time", LoadRule.EASED)
    unit = case.asked.loads.unit
    at = load(hurt_kg, case.implements, unit)
    said = f"{at} {hurt} last time: {light.shown} until a session with pain 0-{CALM}"
    eased = _too_heavy(light) or _same(light, f"{at} {hurt}", said, LoadRule.EASED)
    if eased.move is Move.SAME and kg < case.now - SAME_KG:
        return structs.replace(eased, move=Move.DOWN, what=case.step(kg))
    return eased


def _too_heavy(case: _Case) -> Suggestion | None:
    """Return less, where the last load leaves too little to what is asked for now."""
    least, low = case.least, case.low
    if least < min(low, LEAST_TO_HALVE):
        return _down(case, f"{least} is far under {low}", LoadRule.TOO_FEW)
    twice = bool(case.before) and max(least, least_of(case.before)) < low
    if twice and is_same_load([*case.before, *case.sets]):
        return _down(case, f"under {low} twice in a row", LoadRule.TOO_FEW)
    if case.could < low + case.asked.reserve - NEAR:
        nearest = min(case.sets, key=lambda done: _could(done, case.asked.reserve))
        reps, left = weaker(nearest), nearest.rir
        said = f"{reps}" if left is None else f"{reps}, {could_do(left)},"
        asked = f"{case.span} with {case.asked.reserve} left"
        return _down(case, f"{said} is too near the limit for {asked}", LoadRule.TOO_NEAR)
    return None


def _held(case: _Case) -> Suggestion | None:
    """Return the last load and no rep more, where nothing may rise; None where it may."""
    done, shown = case.done, case.shown
    if done.hurt:
        hurt = done.instead or pain_of(done.pain)
        said = f"after {hurt} nothing rises until a session with pain 0-{CALM}: {shown} again"
        return _same(case, f"after {hurt}", said, LoadRule.HURT)
    if done.poor_form:
        said = f"a set was stopped for form, nothing rises: {shown} again"
        return _same(case, "stopped for form", said, LoadRule.FORM)
    if case.asked.week is not WeekKind.BUILD:
        week = f"{'an' if case.asked.week is WeekKind.EASY else 'a'} {case.asked.week} week"
        said = f"{week}, nothing rises: {shown} again"
        return _same(case, week, said, LoadRule.LIGHT_WEEK)
    if (done.days or 0) > AWAY_DAYS:
        said = f"{done.days} days off: {shown} again, from {case.low}"
        return _same(case, f"{done.days} days off", said, LoadRule.AWAY, case.low)
    if case.asked.unloaded:
        said, left = _nearest(case), case.nearest
        if left is not None and left < case.asked.reserve - NEAR:
            return _down(case, said, LoadRule.TOO_NEAR)
        said = f"no weight is asked for, you took your own: {shown} again"
        return _same(case, "a weight of your own", said, LoadRule.UNASKED)
    if done.elsewhere:
        said = f"as in {done.elsewhere}: {shown}, from {case.low}"
        return _same(case, f"as in {done.elsewhere}", said, LoadRule.ELSEWHERE, case.low)
    return None


def _onwards(case: _Case) -> Suggestion:
    """Return more, where that is earned: a rep, or the next weight from the low end."""
    least, high, left, asked = case.least, case.high, case.reserve, case.asked.reserve
    near, differ = case.nearest, case.went_down or not is_same_load(case.sets)
    if near is not None and near < asked:
        goal = max(case.low, min(case.could - asked, high))
        again = "again " if goal == least else ""
        said = f"{_nearest(case)}: {goal} {again}at {case.shown}"
        return _stay(case, goal, said, LoadRule.SHORT)
    if left is None or differ:
        return _unsaid(case)
    if least < high:
        goal = max(case.low, least + 1)
        weak = " on the weaker leg" if is_uneven(case.sets) else ""
        return _stay(
            case, goal, f"{goal} after {least}{weak}: {case.shown} again", LoadRule.ONE_MORE
        )
    each = case.now / case.implements
    found = case.asked.loads.above(each, each * (1 + LEAST_STEP))
    if found is None:
        said = f"nothing here is heavier than {case.shown}: stay, and slow down"
        return _stay(case, high, said, LoadRule.TOP)
    return _upwards(case, left, round(found * case.implements, 4))


def _upwards(case: _Case, left: int, after: float) -> Suggestion:
    """Return the next weight where it is earned, else what is still missing."""
    least, high, now = case.least, case.high, case.now
    share = (after - now) / now if now > 0 else None
    big = share is None or share > BIG_STEP + 1e-6
    needed = max(case.asked.reserve, BIG_STEP_RESERVE) if big else case.asked.reserve
    if left < needed:
        goal = max(high, min(least + 1, high + REPS_FIRST))
        far = "is new and waits" if share is None else f"is {100 * share:.0f} % up and waits"
        said = case.later(after, f"{far} for {needed} left", f", {goal} first")
        return _stay(case, goal, said, LoadRule.REPS_FIRST)
    spare = f"{OPEN_RIR}+" if left >= OPEN_RIR else f"{left}"
    if least > high:
        said = f"{case.span} now after {least}, {could_do(spare)}"
        return _up(case, after, said)
    said = f"{_legs(case.sets)} {high}, {could_do(spare)}"
    if not _is_earned(case.before, high, needed, now):
        again = case.later(after, f"once {said}, comes a second time")
        return _stay(case, high, again, LoadRule.WAITS)
    return _up(case, after, f"{said}, twice")


def _up(case: _Case, after: float, said: str) -> Suggestion:
    brief = f"{said}: {case.step(after)}"
    why = f"{brief}, from {case.low}"
    return Suggestion(after, case.low, Move.UP, why, LoadRule.EARNED, brief, case.step(after))


def _unsaid(case: _Case) -> Suggestion:
    """Return the same again, where nobody said how many were left, or the loads differed."""
    goal = max(case.low, min(case.high, case.least))
    said = f"{goal} again at {case.shown}"
    each_kg = case.now / case.implements
    if case.asked.loads.above(each_kg, each_kg * (1 + LEAST_STEP)) is None:
        said += ", and nothing here is heavier"
    elif all(each.rir is None for each in case.sets):
        said += ": it rises when you type how many more you could do"
    elif case.reserve is None:
        said += ": it rises when you type of every set how many more you could do"
    elif case.went_down or not is_same_load(case.sets):
        said += ": the sets had different loads"
    return _stay(case, goal, said, LoadRule.UNSAID)


def _same(
    case: _Case, short: str, said: str, rule: LoadRule, reps: int | None = None
) -> Suggestion:
    """Return the last load again; less of it, where even the low end were more reps.

    Without a goal of the rule's own it is as many reps as last time, and fewer where those left
    less than is asked for now.
    """
    if case.least < case.low:
        return _down(case, f"{short}, {case.least} is under {case.low}", rule)
    if reps is None:
        reps = max(case.low, min(case.least, case.high, case.could - case.asked.reserve))
    return _stay(case, reps, said, rule)


def _stay(case: _Case, reps: int, why: str, rule: LoadRule) -> Suggestion:
    what = f"{reps} at {case.shown}"
    return Suggestion(case.sets[-1].load_kg, reps, Move.SAME, why, rule, what=what)


def _down(case: _Case, why: str, rule: LoadRule) -> Suggestion:
    after = _below(case, _cut(case)) if case.now > 0 else None
    went = _went_well(case)
    if went is not None and went.now > (after or 0) - SAME_KG:
        reps = max(case.low, min(went.least, case.high, went.could - case.asked.reserve))
        here = _fetched(case, went.now)
        step, there = case.step(here), "there" if here == went.now else f"at {went.shown}"
        said = f"{why}: {step}, {reps} as done {there}"
        return Suggestion(here, reps, Move.DOWN, said, rule, what=step)
    if after is None:
        said = f"{why}: there is no lighter weight, so an easier exercise"
        return _stay(case, case.low, said, rule)
    said = f"{why}: {case.step(after)}"
    return Suggestion(after, case.low, Move.DOWN, said, rule, what=case.step(after))


def _went_well(case: _Case) -> _Case | None:
    """Return the heaviest of the lighter loads that was not too heavy; None without any."""
    lighter = [each for each in case.sets if load_of(each) < case.now - SAME_KG]
    for kg in sorted({load_of(each) for each in lighter if load_of(each) > 0}, reverse=True):
        found = [each for each in lighter if abs(load_of(each) - kg) < SAME_KG]
        light = structs.replace(case, sets=found)
        if light.least >= case.low and light.could >= case.low + case.asked.reserve - NEAR:
            return light
    return None


def share_off(lacking: int) -> float:
    """Return the share of a load to take off, 0 to 1, by the reps that are lacking."""
    return max(LEAST_CUT, min(_MOST_CUT, lacking * _CUT_A_REP))


def _cut(case: _Case) -> float:
    return share_off(case.low + case.asked.reserve - case.could)


def _below(case: _Case, share: float) -> float | None:
    """Return the load without a share of it, down to a weight of the gym's, in all."""
    each = case.now / case.implements
    found = case.asked.loads.below(each, each * (1 - share))
    return None if found is None else round(found * case.implements, 4)


def _fetched(case: _Case, kg: float) -> float:
    """Return what is fetched for a lighter load that was lifted: of none on the list, the next one.

    All in kilograms in all; where nothing is lighter it is that load.
    """
    each = kg / case.implements
    here = None if case.asked.loads.has(each) else case.asked.loads.below(each)
    return kg if here is None else round(here * case.implements, 4)


def _could(done: LastSet, asked: int) -> int:
    return (weaker(done) or 0) + (asked if done.rir is None else done.rir)


def _nearest(case: _Case) -> str:
    """Return the set that was typed as nearest to the limit, and what comes: "8, could do 0 ...".

    Empty where nothing was typed as left.
    """
    typed = [(done.rir, weaker(done) or 0) for done in case.sets if done.rir is not None]
    left, reps = min(typed, default=(None, 0))
    next_ = _NEXT.format(case.asked.reserve)
    return "" if left is None else f"{reps}, {could_do(left)}, {next_}"


def _is_earned(sets: Sets, high: int, needed: int, kg: float) -> bool:
    """Whether another session too had the whole range at this load, and enough in reserve."""
    if not sets or not is_same_load(sets) or abs(load_of(sets[-1]) - kg) >= SAME_KG:
        return False
    left = reserve_of(sets)
    return least_of(sets) >= high and left is not None and left >= needed


def _legs(sets: Sets) -> str:
    return "both legs" if sets[-1].left is not None else "all sets"
