"""What is to be done, slot by slot: before the start, and what is left in the middle."""

from runlift_tui.core.face.outline import how_much_is_left, planned_lines, to_do
from runlift_tui.core.session.commands import MoveToEnd, Skip
from runlift_tui.core.session.targets import open_steps
from runlift_tui.core.sets.values import Field
from runlift_tui.core.words.units import Unit
from tests.core.builders import Athlete, main, reps, warm_up


def test_before_the_start_every_slot_stands_once_with_its_sets() -> None:
    lines = dict(planned_lines(Athlete().session, Unit.KG))
    assert list(lines) == ["A1", "A2", "A3", "B1", "B2", "B3", "B4"]
    rounds = Athlete().session.routine.blocks[1].rounds
    assert lines["B1"].startswith(f"Rear-foot-elevated split squat, {rounds} sets of ")
    assert lines["B2"].endswith("half of B1")


def test_what_is_done_is_gone_and_what_is_next_is_marked() -> None:
    athlete = Athlete()
    athlete.walk_past(warm_up(1, "A1"))
    first, *rest = to_do(athlete.session, Unit.KG)
    assert (first.label, first.is_now) == ("A2", True)
    assert not any(each.is_now for each in rest)
    (a1,) = (each for each in rest if each.label == "A1")
    assert a1.when == "round 2"
    assert how_much_is_left(athlete.session).startswith("1 of ")


def test_a_load_that_was_typed_stands_in_what_is_left() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"), {**reps(6), Field.LOAD_KG: 24})
    left = [each for each in to_do(athlete.session, Unit.KG) if each.label == "B1"]
    assert all("2 x 12 kg" in each.asked for each in left)
    athlete.say(Skip())
    assert all(
        each.label != "B2" or 1 not in each.rounds for each in to_do(athlete.session, Unit.KG)
    )


def test_what_was_skipped_is_counted_too() -> None:
    athlete = Athlete()
    athlete.walk_past(warm_up(1, "A1"))
    athlete.say(Skip())
    done, skipped, coming = how_much_is_left(athlete.session).split(", ")
    assert (done.split(" of ")[0], skipped) == ("1", "1 skipped")
    assert int(done.split()[2]) == 2 + int(coming.split()[0])


def test_what_is_left_stands_in_the_order_in_which_it_is_trained() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B2"))
    athlete.say(MoveToEnd("B3"))
    come = list(dict.fromkeys(step.key.slot for step in open_steps(athlete.session)))
    assert come == ["B4", "B3", "B1", "B2"], "the rest of this round, then the next one"
    assert [each.label for each in to_do(athlete.session, Unit.KG)] == come
