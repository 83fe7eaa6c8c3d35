"""What is closed to an athlete stands last in a swap, and comes in by their own word alone."""

import msgspec
import pytest
from msgspec import structs

from runlift_tui.core.athlete.closed import behind_gate, closed_to, marked, not_in_warm_up, question
from runlift_tui.core.history.believed import past_session
from runlift_tui.core.history.document import document
from runlift_tui.core.history.told import detail
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.commands import Command, Resumed, SayPain, Started, Swap, Undo
from runlift_tui.core.session.fold import begin, replay
from runlift_tui.core.session.state import Entry, overruled, step_at
from runlift_tui.core.session.swaps import (
    asks_first,
    closed_now,
    no_more_today,
    stand_ins,
)
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Unit
from tests.core.builders import T0, Athlete, library, main, started, warm_up
from tests.rows import for_each

GATE = behind_gate("balance, squats")
HURT = "pain 7 of 10, so no jumps until you say pain 0-2 in a session"
HOP, STRIDES = library()["split-squat-hop"], library()["strides"]


def held_by(*why: str, entered: bool = False) -> Started:
    start = structs.replace(started(Level.BEGINNER), held=why)
    return structs.replace(start, trained_at=T0) if entered else start


def at_b2(*why: str) -> Athlete:
    athlete = Athlete(held_by(*why))
    athlete.walk_to(main(1, "B2"))
    return athlete


@for_each("held", [(), (GATE,), (HURT,), (HURT, GATE)])
def test_what_is_closed_stands_last_and_only_that(held: tuple[str, ...]) -> None:
    athlete = at_b2(*held)
    found = [each.exercise for each in stand_ins(athlete.session, athlete.step, library())]
    closed = [closed_now(athlete.session, each, athlete.step) != "" for each in found]
    assert closed == sorted(closed)
    assert any(closed) == bool(held)
    open_ones = [each for each in found if not closed_now(athlete.session, each, athlete.step)]
    if held:
        assert not any(each.is_jump for each in open_ones)
        assert not open_ones[0].is_jump


def test_nor_does_a_slots_own_list_bring_a_jump_to_the_front() -> None:
    athlete = at_b2(GATE)
    slot = structs.replace(athlete.step.slot, alternatives=("jumping-lunge", "squat-jump"))
    step = structs.replace(athlete.step, slot=slot)
    assert not stand_ins(athlete.session, step, library())[0].exercise.is_jump
    assert stand_ins(at_b2().session, step, library())[0].exercise.id == "jumping-lunge"


def test_running_fast_waits_for_pain_and_for_who_asks_first_but_not_for_the_gate() -> None:
    assert closed_to(STRIDES, (GATE,)) == ""
    assert closed_to(STRIDES, (HURT, GATE)) == HURT
    assert closed_to(library()["sled-push"], (HURT, GATE)) == ""
    assert closed_to(HOP, (HURT, GATE)) == f"{HURT}; {GATE}"


def test_a_sprint_as_hard_as_it_goes_waits_for_the_gate_as_a_jump_does() -> None:
    sprint = library()["hill-sprint"]
    assert closed_to(sprint, ()) == ""
    assert closed_to(sprint, (GATE,)) == GATE
    athlete = at_b2(GATE)
    with pytest.raises(Refused, match="closed: "):
        athlete.say(Swap("B1", sprint))


@for_each("slot", ["A1", "A3"])
def test_a_warm_up_takes_nothing_fast_and_nothing_heavy_without_the_athletes_word(
    slot: str,
) -> None:
    athlete = Athlete(started(Level.ADVANCED))
    athlete.walk_to(warm_up(1, slot))
    found = stand_ins(athlete.session, athlete.step, library())
    why = {each.exercise.id: each.closed for each in found}
    for id_ in ("hill-sprint", "strides", "jumping-lunge", "kettlebell-swing"):
        assert why[id_] == "too fast for a warm-up"
    for id_ in ("deadlift", "back-squat", "split-squat"):
        assert why[id_] == "too heavy for a warm-up"
    assert why["bird-dog"] == ""
    assert not [e for e in found if "after a warm-up" in e.exercise.setup and not e.closed]
    assert asks_first(athlete.session, why["deadlift"])


def test_a_warm_up_of_jumps_may_have_another_jump_and_the_main_part_what_it_likes() -> None:
    assert not_in_warm_up(library()["pogo"], library()["rope-skip"]) == ""
    assert not_in_warm_up(library()["deadlift"], library()["back-squat"]) == ""
    athlete = at_b2()
    assert closed_now(athlete.session, library()["deadlift"], athlete.step) == ""


def test_pain_said_today_closes_running_too_and_jumps_are_over() -> None:
    athlete = Athlete(held_by())
    later = step_at(athlete.session, main(1, "B1"))
    assert closed_now(athlete.session, STRIDES, later) == ""
    athlete.say(SayPain(5))
    assert closed_now(athlete.session, STRIDES, later) == "it hurts today"
    assert no_more_today(athlete.session, HOP) == "No more jumps today (pain)."
    assert no_more_today(athlete.session, STRIDES) == ""


@pytest.mark.parametrize("why", [GATE, HURT])
def test_no_door_lets_a_closed_one_in_without_the_athletes_word(why: str) -> None:
    athlete = at_b2(why)
    with pytest.raises(Refused, match="closed: "):
        athlete.say(Swap("B2", HOP))
    assert athlete.session.routine.slot("B2").exercise == "split-squat-fast"


def test_the_word_is_in_the_journal_the_document_and_the_history() -> None:
    athlete = at_b2(GATE)
    assert asks_first(athlete.session, GATE)
    athlete.say(Swap("B2", HOP, despite=GATE))
    assert not asks_first(athlete.session, GATE), "it is asked once"
    assert asks_first(athlete.session, HURT), "something else is asked about anew"
    said = f"B2 Split squat hop: {GATE}"
    athlete.walk()
    assert document(athlete.session)["overrides"] == [said]
    past = past_session(document(athlete.session))
    assert past is not None
    assert past.overrides == (said,)
    assert f"overruled: {said}" in [line.text for line in detail(past, Unit.KG)]


def test_a_kill_right_behind_it_keeps_it() -> None:
    athlete = at_b2(GATE)
    athlete.say(Swap("B2", HOP, despite=GATE))
    lines = [msgspec.json.encode(entry.command) for entry in athlete.journal]
    commands = [msgspec.json.decode(line, type=Command) for line in lines]
    entries = [Entry(e.at, c) for e, c in zip(athlete.journal, commands, strict=True)]
    session, refused = replay(entries)
    assert not refused
    assert overruled(session) == (f"B2 Split squat hop: {GATE}",)


def test_an_undo_takes_the_word_back() -> None:
    athlete = at_b2(GATE)
    athlete.say(Swap("B2", HOP, despite=GATE))
    athlete.say(Undo())
    assert overruled(athlete.session) == ()
    assert asks_first(athlete.session, GATE)


def test_from_a_card_nothing_is_asked_and_it_is_written_down() -> None:
    session = begin(held_by(GATE, entered=True), T0)
    assert not asks_first(session, GATE)
    athlete = Athlete(held_by(GATE, entered=True))
    athlete.say(Swap("B2", HOP, despite=GATE))
    assert overruled(athlete.session) == (f"B2 Split squat hop: {GATE}",)


def test_the_words_are_the_same_wherever_it_is_offered() -> None:
    assert marked(GATE) == "closed: the gate to jumping is closed; missing: balance, squats"
    assert question(HOP, GATE) == (
        "Split squat hop is closed for now",
        "The gate to jumping is closed; missing: balance, squats.",
        "Take it all the same? The session will say that you did.",
    )
    assert marked("") == ""
    assert behind_gate("").endswith("missing: a session after the days off")


def test_what_closed_while_a_session_lay_unfinished_takes_its_jumps_out_and_no_undo_back() -> None:
    athlete = Athlete(started(Level.ADVANCED))
    athlete.walk_past(main(1, "B1"))
    assert athlete.step.key == main(1, "B2")
    athlete.say(Resumed((HURT,)))
    assert athlete.step.key == main(1, "B3"), "the jump under way is none any more"
    athlete.say(Undo())
    assert athlete.step.key != main(1, "B2")
    athlete.walk_past(main(1, "B1"))
    assert athlete.step.key == main(1, "B3")
    session, refused = replay(athlete.journal)
    assert session == athlete.session
    assert not refused
    with pytest.raises(Refused, match="closed: "):
        athlete.say(Swap("B3", HOP))
    athlete.say(Swap("B2", HOP, despite=HURT))
    assert athlete.step.key == main(1, "B2")
    assert document(athlete.session)["overrides"] == [f"B2 Split squat hop: {HURT}"]
    athlete.say(Resumed())
    assert athlete.session.closed_since == ()
