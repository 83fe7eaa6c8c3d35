"""What can stand in an exercise's place: its groups, what kit it needs, and what is told of it."""

from itertools import groupby

from msgspec import structs

from runlift_tui.core.exercises.groups import Group, StandIn, Steps, about, grouped, is_about
from runlift_tui.core.exercises.needs import Need, at_hand, kit_words, needed_by, used_by
from tests.core.builders import library

EVERY = library()
NOW = EVERY["rfe-split-squat"]
THERE = needed_by([NOW, EVERY["step-up"]])


def found(*alternatives: str, closed: str = "") -> tuple[StandIn, ...]:
    return grouped(
        NOW,
        EVERY.values(),
        THERE,
        lambda each: closed if each.is_jump else "",
        alternatives=alternatives,
    )


def of(group: Group, *alternatives: str, closed: str = "") -> list[StandIn]:
    return [each for each in found(*alternatives, closed=closed) if each.group is group]


def test_every_other_one_stands_in_one_group_and_the_groups_in_their_order() -> None:
    groups = [group for group, _ in groupby(found("dead-bug"), lambda each: each.group)]
    assert groups == [Group.YOURS, Group.EASIER, Group.ALIKE, Group.HARDER, Group.OTHERS]
    ids = [each.exercise.id for each in found("dead-bug")]
    assert sorted(ids) == sorted(EVERY.keys() - {NOW.id})


def test_what_is_at_hand_stands_first_in_its_group_and_of_that_the_nearest() -> None:
    for group in (Group.EASIER, Group.HARDER, Group.ALIKE):
        marks = [each.at_hand for each in of(group)]
        assert marks == sorted(marks, reverse=True)
    easier = of(Group.EASIER)
    steps = [each.step for each in easier if each.at_hand]
    assert steps.index("two steps easier") < steps.index("easier", 2), "a squat is three away"
    assert all(each.kit.startswith("✓ " if each.used else "? ") for each in easier)
    unsure = next(each for each in easier if not each.used)
    foot = about(unsure, NOW, "", "")[-1].text
    assert foot == f"Needs {unsure.needs}. Not sure that you have all of it."
    assert f"? {unsure.needs}" == unsure.kit


def test_what_is_marked_as_at_hand_stands_first_though_more_counts_as_there() -> None:
    hop, there = EVERY["split-squat-hop"], needed_by(EVERY.values())
    found = grouped(hop, EVERY.values(), there, lambda _: "", used=frozenset())
    for group in (Group.EASIER, Group.ALIKE, Group.OTHERS):
        marks = [each.kit[0] for each in found if each.group is group]
        assert marks == sorted(marks, key="✓?".index)
    assert {"✓", "?"} <= {each.kit[0] for each in found if each.group is Group.ALIKE}


def test_the_athletes_own_list_keeps_its_order_whatever_is_at_hand() -> None:
    own = ("nordic-curl", "dead-bug")
    mine = [each.exercise.id for each in of(Group.YOURS, *(id_ for id_ in own if id_ in EVERY))]
    assert mine == [id_ for id_ in own if id_ in EVERY]
    harder = of(Group.HARDER)
    assert all(each.is_harder for each in harder)
    assert of(Group.YOURS, harder[0].exercise.id)[0].is_harder
    assert not any(each.is_harder for each in found() if each.group is not Group.HARDER)


def test_what_is_closed_stands_last_though_it_is_on_the_own_list() -> None:
    last = found("jumping-lunge", closed="it hurts today")
    assert last[-1].group is Group.CLOSED
    assert not [each for each in last if each.group is Group.YOURS]


def test_any_weight_will_do_for_a_movement_with_weights_and_only_the_bar_for_one_with_it() -> None:
    assert kit_words(NOW) == "bench, 2 weights"
    assert at_hand(EVERY["split-squat"], THERE)
    assert not at_hand(EVERY["rfe-split-squat-barbell"], THERE)
    assert kit_words(EVERY["squat-jump"]) == "no kit"
    bar = frozenset({Need(("barbell",))})
    assert kit_words(EVERY["romanian-deadlift"], bar) == "barbell", "it is what is there"
    assert kit_words(EVERY["romanian-deadlift"], bar | THERE) == "2 weights"
    assert at_hand(EVERY["squat-jump"], frozenset())
    band = structs.replace(EVERY["split-stance-pallof-press"], equipment=("band", "cable"))
    assert kit_words(band) == "band or cable"


def test_what_is_told_of_the_chosen_one_says_what_changes_and_what_it_begins_with() -> None:
    chosen = of(Group.EASIER)[0]
    told = [line.text for line in about(chosen, NOW, "", "Starts at 2 x 12 kg: as last time.")]
    assert told[0] == chosen.exercise.name
    assert told[1] == f"{chosen.step}; never done"
    assert "Starts at 2 x 12 kg: as last time." in told
    hold = structs.replace(
        chosen, exercise=EVERY["plank"], at_hand=False, used=False, closed="it hurts"
    )
    told = [line.text for line in about(hold, NOW, "20 s Mon 2 Nov", "")]
    assert told[1].endswith("a hold; last 20 s Mon 2 Nov")
    assert "closed: it hurts" in told
    assert told[-1].startswith(f"Needs {chosen.needs}. ")


def test_a_muscle_and_a_piece_of_kit_are_found_by_their_beginnings() -> None:
    assert is_about(NOW, "glu bench")
    assert not is_about(NOW, "glu barbell")
    assert not is_about(NOW, " ")


def test_weights_are_used_once_they_were_lifted() -> None:
    goblet = EVERY["split-squat-goblet"]
    assert used_by(goblet, loaded=True) > used_by(goblet, loaded=False)


def test_what_works_another_part_first_is_not_alike() -> None:
    lib = library()
    found = grouped(lib["dead-bug"], lib.values(), needed_by(()), lambda _: "")
    alike = {each.exercise.id for each in found if each.group is Group.ALIKE}
    assert {"bird-dog", "pallof-press"} <= alike
    assert not {"front-squat", "pull-up", "medicine-ball-throw"} & alike


def test_a_plank_is_no_step_up_from_a_dead_bug_for_no_source_says_so() -> None:
    offered = grouped(EVERY["dead-bug"], EVERY.values(), THERE, lambda _: "")
    plank = next(each for each in offered if each.exercise.id == "plank")
    assert plank.group not in (Group.EASIER, Group.HARDER)
    assert not plank.is_harder


def test_for_a_bridge_without_weight_no_deadlift_stands_in_front() -> None:
    bridge = EVERY["bridge"]
    offered = grouped(bridge, EVERY.values(), THERE, lambda _: "")
    groups = {each.exercise.id: each.group for each in offered}
    assert groups["hamstring-bridge-single"] is Group.HARDER, "two steps up: it is not as hard"
    loaded = {each.exercise.id for each in offered if each.exercise.takes_load}
    assert "kettlebell-deadlift" in loaded
    assert not any(groups[id_] in (Group.ALIKE, Group.EASIER) for id_ in loaded)
    first = next(each.exercise for each in offered if not each.is_harder)
    assert not first.takes_load
    assert {"glute", "hamstring"} & set(first.tags)


def test_a_step_up_or_down_leads_on_to_the_steps_behind_it() -> None:
    steps = Steps(EVERY["bridge"], EVERY.values())
    assert steps.is_harder(EVERY["hamstring-bridge-single"])
    assert steps.between(EVERY["hamstring-bridge-single"]) == 2
    back = Steps(EVERY["hamstring-bridge-single"], EVERY.values())
    assert back.is_easier(EVERY["bridge"])
    assert not back.is_harder(EVERY["bridge"])
    assert back.between(EVERY["pull-up"]) == 1
