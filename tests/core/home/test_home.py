"""What home says once the day's session is done."""

from datetime import date

import pytest

from runlift_tui.core.athlete.facts import DoneSlot, Facts, LastSession, Outing
from runlift_tui.core.home.home import (
    HomeFace,
    done_lines,
    done_today,
    gives_way,
    home,
    in_short,
    not_counted,
    trained_today,
)
from runlift_tui.core.plan.today import HomeLines
from runlift_tui.core.session.told import shape
from runlift_tui.core.sets.last import LastSet
from runlift_tui.core.setup.coming import ComingSession, Which
from runlift_tui.core.setup.kit import without_ramps
from runlift_tui.core.setup.outlook import outlook
from runlift_tui.core.words.text import counted, plural
from runlift_tui.core.words.units import Unit
from tests.core.builders import T0, started

SURE = LastSet(left=6, right=6, load_kg=24.0)
LOAD, REPS = (
    LastSet(left=6, right=6, load_kg=48.0, implements=2, unsure=("load_kg",)),
    LastSet(left=16, right=6, load_kg=24.0, unsure=("left",)),
)


@pytest.mark.parametrize(
    ("sets", "told", "said"),
    [
        ((SURE,), "6/6 at 24 kg", []),
        ((SURE, LOAD), "6/6 at 24 kg; 6/6 at 2 x 24 kg?", [1]),
        ((REPS, SURE), "16/6?, 6/6 at 24 kg", [1]),
        ((REPS, LOAD), "16/6? at 24 kg; 6/6 at 2 x 24 kg?", [2]),
    ],
)
def test_a_set_with_a_value_in_doubt_is_told_of_with_a_mark(
    sets: tuple[LastSet, ...], told: str, said: list[int]
) -> None:
    start = started()
    exercise = next(slot.exercise for _, slot in start.routine.slots() if slot.label == "B1")
    done = (
        DoneSlot(slot="B1", exercise=exercise, name="As ever", sets=sets),
        DoneSlot(slot="B1", exercise="goblet-squat", name="Goblet squat", sets=(SURE,)),
    )
    facts = Facts(last=LastSession(routine_name="Legs", finished=1, sets=2, minutes=20, done=done))
    assert done_lines(facts, Unit.KG, start) == (
        ("B1", told),
        ("B1", "Goblet squat, 6/6 at 24 kg"),
    ), "another exercise than the one that comes is named"
    lines = [f"{plural(n, 'set')} with a value not confirmed, marked ?" for n in said]
    assert [text for _, text in not_counted(facts)] == lines


def test_a_count_and_what_is_counted_agree_also_apart() -> None:
    assert [counted(n, "minute") for n in (0, 1, 2)] == ["minutes", "minute", "minutes"]
    assert plural(1, "minute") == "1 minute"


def test_in_a_low_window_a_load_stands_without_its_reason() -> None:
    said = {"load": "B1  8 at 2 x 20 kg", "kit": "mat"}
    face = HomeFace("", "", "", "", (), (), (), shorter=said)
    lines = (
        ("kit", "mat, 2 x 8 kg in the ramp"),
        ("load", "B1  8 again: it rises"),
        ("5K", "a: b"),
    )
    assert in_short(face, lines, "load") == (lines[0], ("load", "B1  8 at 2 x 20 kg"), lines[2])
    assert in_short(face, lines, "kit") == (("kit", "mat"), *lines[1:])
    assert in_short(face, lines, "5K") == lines


def test_home_says_the_day_and_the_length_once_each() -> None:
    start, today = started(), date(2026, 12, 1)
    facts = Facts(sessions=3)
    seen = outlook(start, facts, Unit.KG, 0)
    length = f"{seen.minutes} minutes"
    said = HomeLines("Week 5 of 9: session 1 on Tue 1 Dec", ())
    by_plan = home(ComingSession(which=Which(day=today, week=5), start=start), seen, facts, 0, said)
    assert by_plan.told == f"{length}: {shape(start)}", "its day is the sentence's"
    rested = Which(day=today, is_first_day=True)
    without = home(ComingSession(which=rested, start=start), seen, facts, 0)
    assert without.told == f"{length}, from Tue 1 Dec on: {shape(start)}"
    now = home(ComingSession(start=start), seen, facts, 0)
    assert now.told == f"{length}, done about {seen.ends}: {shape(start)}"
    for later in (by_plan, without):
        assert (later.word, later.keys[0].word) == ("Next Tue", "train early")
    assert now.keys[0].word == "train"
    assert now.shorter["kit"] == ", ".join(without_ramps(seen.kit))


def test_codes_are_explained_to_somebody_who_has_not_trained_yet_and_to_nobody_else() -> None:
    start = started()
    for facts, says in ((Facts(), True), (Facts(sessions=1), False)):
        seen = outlook(start, facts, Unit.KG, 0)
        face = home(ComingSession(start=start, which=Which()), seen, facts, 0)
        lines = dict(face.quiet)
        assert "B1" in lines
        assert ("codes" in lines) is says
        if says:
            assert lines["codes"] == "A warms up, B is the main part, in rounds"
            assert gives_way(face, has_cards=False)[-1] == "codes", "nowhere else is it told"


def test_what_was_done_stands_in_one_line_under_the_plans_sentence() -> None:
    last = LastSession(routine_name="Legs", finished=1, sets=8, minutes=20)
    start, facts = started(), Facts(sessions=1, last=last)
    seen = outlook(start, facts, Unit.KG, 0)
    said = HomeLines("Week 5 of 9: session 2 on Fri 4 Dec", ())
    coming = ComingSession(start=start)
    by_plan = done_today(coming, seen, facts, Unit.KG, said)
    assert (by_plan.sentence, by_plan.told) == (
        said.sentence,
        "Legs, 8 sets, 20 minutes, today's session",
    )
    without = done_today(coming, seen, facts, Unit.KG)
    assert (without.sentence, without.told) == ("Legs, 8 sets.", "20 minutes, today's session")


def test_a_few_sets_behind_a_whole_session_of_the_day_take_nothing_from_it() -> None:
    whole = LastSession(routine_name="Legs", finished=T0, sets=8, minutes=20)
    part = LastSession(routine_name="Legs", finished=T0 + 60_000, sets=1, minutes=1, fuller=whole)
    broken_off = Outing(when=T0, partial=True)
    facts = Facts(sessions=2, last=part, outings=(broken_off,))
    assert facts.stands_still
    assert trained_today(facts, T0 + 120_000, 0)
    start = started()
    seen = outlook(start, facts, Unit.KG, 0)
    done = done_today(ComingSession(start=start), seen, facts, Unit.KG)
    assert done.sentence == "Legs, 8 sets, then 1 set more."
    face = home(ComingSession(start=start, which=Which()), seen, facts, T0 + 120_000)
    assert "so far" not in dict(face.quiet)
    assert "8 sets, 20 min, then 1 set more" in dict(face.quiet)["last time"]
