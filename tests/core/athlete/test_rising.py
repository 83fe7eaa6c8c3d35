"""Nothing rises after pain until a calm session, and by no session of which half was left out."""

from hypothesis import given
from hypothesis import strategies as some
from msgspec import structs

from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.athlete.facts import Facts, Outing
from runlift_tui.core.athlete.path import path_stage
from runlift_tui.core.athlete.rising import counting, most_rounds
from runlift_tui.core.routines.levels import ARTICLE_ROUTINE, Level
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.planning import Situation, planned_session
from runlift_tui.core.words.days import DAY_MS
from tests.core.builders import T0, library
from tests.rows import for_each
from tests.sweep import examples

FAST = ("split-squat-fast", "split-squat-hop", "jumping-lunge", "jumping-lunge-high")
OUTINGS = some.lists(
    some.builds(
        Outing,
        when=some.just(0),
        pain=some.sampled_from((None, 0, 0, 2, 3, 4, 7)),
        morning=some.sampled_from((None, None, True)),
        sign=some.sampled_from((None, None, None, True, False)),
        partial=some.sampled_from((False, False, True)),
        rounds=some.integers(1, 4),
        fast=some.sampled_from((None, *FAST)),
        level=some.just("advanced"),
    ),
    min_size=1,
    max_size=12,
)
GAPS = some.lists(some.sampled_from((0, 2, 4, 7, 10)), min_size=12, max_size=12)


def history(outings: list[Outing], gaps: list[int]) -> list[Outing]:
    """Return sessions one after the other, each a few days after the one before."""
    at, found = T0, []
    for outing, days in zip(outings, gaps, strict=False):
        at += days * DAY_MS + 3_600_000
        found.append(structs.replace(outing, when=at))
    return found


def risen(seen: list[Outing], level: Level) -> tuple[int, int, int]:
    """Return the rounds, the exercises and the rung of the next session, an hour later."""
    facts = Facts(sessions=len(seen), first=seen[0].when, outings=tuple(seen))
    found = Situation(
        athlete=Athlete(level=level, asked=True),
        facts=facts,
        shelf=Shelf(shipped=library()),
        now=seen[-1].when + 3_600_000,
    )
    start = planned_session(Choices(routine=ARTICLE_ROUTINE, level=level), found, "next")
    slots = [slot for _, slot in start.routine.slots()]
    rungs = [FAST.index(slot.exercise) for slot in slots if slot.exercise in FAST]
    return start.routine.blocks[-1].rounds, len(slots), max(rungs, default=0)


@examples(40, 400)
@given(OUTINGS, GAPS, some.sampled_from(Level), some.sampled_from((4, 6, 7, 9)))
def test_nothing_rises_after_pain_however_many_sessions_come_without_a_calm_one(
    outings: list[Outing], gaps: list[int], level: Level, pain: int
) -> None:
    seen = history(outings, gaps)
    last = risen([*seen, structs.replace(seen[-1], when=seen[-1].when + 1, pain=pain)], level)
    hurt = structs.replace(seen[-1], when=seen[-1].when + 1, pain=pain, rounds=last[0], fast=None)
    for days, more in ((0, None), (2, 3), (5, None), (9, 0)):
        seen = [*seen, hurt]
        now = risen(seen, level)
        assert all(new <= old for new, old in zip(now, last, strict=True)), (now, last)
        last = now
        at = seen[-1].when + days * DAY_MS + 1
        hurt = structs.replace(hurt, when=at, pain=more, partial=more == 0, rounds=last[0])


@examples(40, 400)
@given(OUTINGS, GAPS, some.sampled_from(Level))
def test_a_session_of_which_less_than_half_was_done_never_raises_anything(
    outings: list[Outing], gaps: list[int], level: Level
) -> None:
    seen = history(outings, gaps)
    part = structs.replace(seen[-1], when=seen[-1].when + 1, partial=True, pain=0, morning=None)
    part = structs.replace(part, sign=None, fast=None)
    before, after = risen(seen, level), risen([*seen, part], level)
    assert all(new <= old for new, old in zip(after, before, strict=True)), (after, before)


@for_each(
    ("days", "partial", "counted"),
    [((0, 2, 4), False, 3), ((0, 0.05, 2), False, 2), ((0, 2, 4), True, 2)],
)
def test_what_counts_is_half_of_it_on_a_day_of_its_own(
    days: tuple[float, ...], partial: bool, counted: int
) -> None:
    seen = [Outing(when=T0 + round(day * DAY_MS), pain=0) for day in days]
    seen[-1] = structs.replace(seen[-1], partial=partial)
    assert len(counting(seen)) == counted


def test_rounds_stay_after_pain_and_rise_after_a_calm_session() -> None:
    seen = [
        Outing(when=T0 + n * DAY_MS, pain=pain, rounds=rounds)
        for n, (pain, rounds) in enumerate([(0, 3), (7, 2), (None, 2)])
    ]
    assert most_rounds(seen) == 2
    assert most_rounds([*seen, Outing(when=T0 + 9 * DAY_MS, pain=1, rounds=2)]) is None
    facts = Facts(sessions=3, first=T0, outings=tuple(seen))
    assert path_stage(facts, T0 + 40 * DAY_MS) == 0
