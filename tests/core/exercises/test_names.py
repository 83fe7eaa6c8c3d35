"""Which exercises a typed name means."""

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.names import named, near_names
from tests.rows import for_each

KNOWN = (
    Exercise(id="step-up", name="Step-up"),
    Exercise(id="lateral-step-up", name="Lateral step-up", aliases=("Side step",)),
    Exercise(id="dead-bug", name="Dead bug"),
)


@for_each(
    ("name", "ids"),
    [
        ("STEP UP", ("step-up",)),
        ("side step", ("lateral-step-up",)),
        ("lateral", ("lateral-step-up",)),
        ("bug", ("dead-bug",)),
        ("ste", ("step-up", "lateral-step-up")),
        ("swim", ()),
        (" ", ()),
    ],
)
def test_a_name_means_what_is_clear(name: str, ids: tuple[str, ...]) -> None:
    assert named(name, KNOWN) == ids


@for_each(
    ("name", "ids"),
    [
        ("stepup", ["step-up"]),
        ("lateral stepup", ["lateral-step-up"]),
        ("dead insect", ["dead-bug"]),
        ("swim", []),
    ],
)
def test_a_slip_of_a_name_offers_the_nearest(name: str, ids: list[str]) -> None:
    assert near_names(name, KNOWN) == ids
