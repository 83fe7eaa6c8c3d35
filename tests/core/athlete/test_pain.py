from runlift_tui.core.athlete.athlete import Athlete, standing_of
from runlift_tui.core.athlete.facts import Facts, Outing
from runlift_tui.core.athlete.held_back import allowed, may_not_overrule
from runlift_tui.core.athlete.pain import Running, felt, no_jumps, running, shows_stop_signs
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.planning import Situation, planned_session
from runlift_tui.core.words.days import DAY_MS
from tests.core.builders import T0, library
from tests.rows import for_each

_Said = int | None | tuple[int | None, bool]


def outings(*said: _Said) -> tuple[Outing, ...]:
    """Return sessions with the pain typed in each, and whether the next morning was worse."""
    found = []
    for n, each in enumerate(said):
        pain, morning = each if isinstance(each, tuple) else (each, None)
        found.append(Outing(when=T0 + 2 * n * DAY_MS, pain=pain, morning=morning, fast="x"))
    return tuple(found)


@for_each(
    ("said", "closed"),
    [
        ((), False),
        ((0, 5), False),
        ((6,), True),
        ((9, None), True),
        ((9, 3), True),
        ((9, 5, None), True),
        ((9, 2), False),
        ((9, 0, None), False),
        ((2, 9), True),
        (((3, True),), True),
        (((3, False),), False),
        (((3, True), 1), False),
        ((9, (1, True)), True),
        (((None, True),), True),
    ],
)
def test_after_much_pain_no_jumps_until_a_calm_session_was_typed(
    said: tuple[_Said, ...], closed: bool
) -> None:
    assert bool(no_jumps(False, outings(*said))) is closed
    assert (running(outings(*said)) is Running.EASY) is closed, "and no 5K, no hard run"


def test_a_stop_sign_holds_every_run_back_and_one_that_was_looked_at_hard_ones() -> None:
    sign = Outing(when=T0, pain=7, sign=True)
    looked = Outing(when=T0, pain=7, sign=False)
    calm = Outing(when=T0 + DAY_MS, pain=1)
    assert running((sign, calm)) is Running.NONE
    assert running((looked,)) is Running.EASY
    assert running((looked, calm)) is Running.ALL


def test_nobody_overrules_the_gate_while_pain_or_a_stop_sign_holds_jumps_back() -> None:
    sign = (Outing(when=T0, pain=7, sign=True),)
    assert "until a doctor or physiotherapist has looked" in may_not_overrule(False, sign)
    assert may_not_overrule(False, outings(4)).startswith("Not overruled. Pain 4 of 10, so not")
    assert "Pain 7 of 10" in may_not_overrule(False, outings(7))
    assert may_not_overrule(False, outings(7, 2)) == may_not_overrule(False, outings(3)) == ""


def test_it_says_why() -> None:
    assert no_jumps(False, outings(9, None)) == (
        "pain 9 of 10, so no jumps until you say pain 0-2 in a session",
    )
    assert no_jumps(False, outings((3, True))) == (
        "worse the morning after, so no jumps until you say pain 0-2 in a session",
    )
    assert no_jumps(True, ()) == ("no jumps before a doctor or physiotherapist agrees",)
    assert len(no_jumps(True, outings(8))) == 2


def test_a_worse_morning_counts_as_more_than_five() -> None:
    calm, worse, much = outings(3, (3, True), (9, True))
    assert (felt(calm), felt(worse), felt(much)) == (3, 6, 9)
    assert felt(outings(None)[0]) is None


@for_each("pain", range(11))
def test_stop_signs_are_shown_from_four_on(pain: int) -> None:
    assert shows_stop_signs(pain) is (pain >= 4)


@for_each("level", Level)
@for_each("ask_first", [False, True])
@for_each("hurt", [False, True])
def test_neither_level_nor_overruling_opens_what_pain_has_closed(
    level: Level, ask_first: bool, hurt: bool
) -> None:
    athlete = Athlete(
        level=level, ask_first=ask_first, overruled="2026-11-15T08:00:00Z", rung="jumping-lunge"
    )
    past = outings(0, 8, None) if hurt else outings(0, 0, 0)
    now = past[-1].when + 2 * DAY_MS
    today = allowed(standing_of(athlete), past, library(), now)
    assert bool(today.why_not) is (ask_first or hurt)
    start = planned_session(
        Choices(routine="runner-lower-body", level=level),
        Situation(
            athlete=athlete,
            facts=Facts(sessions=len(past), first=T0, outings=past),
            shelf=Shelf(shipped=library()),
            now=now,
        ),
        "x",
    )
    used = {slot.exercise for _, slot in start.routine.slots()}
    jumps = [each.id for each in start.exercises if each.is_jump and each.id in used]
    assert not (jumps and today.why_not)
    if today.why_not:
        assert today.rung.why == today.why_not
        assert not today.rung.offered
