"""The beat of slow reps: from the cues that count seconds, and from nothing else."""

from msgspec import structs

from runlift_tui.core.exercises.exercise import Measure
from runlift_tui.core.exercises.tempo import Phase, beat, tempo
from tests.core.builders import library
from tests.rows import for_each


def words(parts: tuple[Phase, ...]) -> str:
    return ", ".join(f"{part.word} {part.seconds}" for part in parts)


@for_each(
    ("id_", "told"),
    [
        ("rfe-split-squat", "down 3, up 1"),
        ("step-up", "down 3, up 1"),
        ("split-squat-slow", "down 5, hold 1, up 1"),
        ("copenhagen-dynamic", "down 3, up 3"),
        ("leg-extension", "down 3, up 2"),
        ("calf-raise-machine", "up 1, hold 1, down 3"),
        ("bridge", ""),
        ("jumping-lunge", ""),
        ("dead-bug", ""),
    ],
)
def test_what_the_cues_count_is_the_beat(id_: str, told: str) -> None:
    assert words(tempo(library()[id_])) == told


def test_ones_own_cue_counts_as_well_and_a_hold_has_no_reps() -> None:
    own = structs.replace(library()["bridge"], cues=("Take 4 seconds down", "Pause at the top"))
    assert words(tempo(own)) == "up 1, hold 1, down 4"
    assert tempo(structs.replace(own, measure=Measure.HOLD)) == ()


def test_it_counts_down_each_part_and_begins_anew() -> None:
    parts = tempo(library()["split-squat-slow"])
    said = [beat(parts, second, 2) for second in range(10)]
    assert said == [
        *("READY 2", "READY 1", "DOWN 5", "DOWN 4", "DOWN 3", "DOWN 2", "DOWN 1", "HOLD", "UP"),
        "DOWN 5",
    ]


def test_there_are_letters_for_all_of_it() -> None:
    from runlift_tui.widgets.large.lettering import can_letter

    for exercise in library().values():
        parts = tempo(exercise)
        assert all(can_letter(beat(parts, second, 3)) for second in range(12) if parts)
