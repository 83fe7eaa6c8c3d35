from runlift_tui.core.athlete.athlete import Athlete, standing_of
from runlift_tui.core.athlete.facts import Facts, Outing
from runlift_tui.core.athlete.held_back import allowed
from runlift_tui.core.athlete.pain import felt, no_jumps, shows_stop_signs
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
