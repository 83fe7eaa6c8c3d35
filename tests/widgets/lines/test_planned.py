"""What a session will be, in columns."""

from runlift_tui.core.setup.preview import PreviewLine
from runlift_tui.widgets.base.pieces import Pieces, width_of
from runlift_tui.widgets.lines.planned import Planned
from tests.rows import for_each

STEPS = (
    PreviewLine("Warm-up, 2 rounds"),
    PreviewLine("", "A1", "0:45", "Dead bug", "Dead bug", "10 each side", "0:45"),
    PreviewLine("Main, 3 rounds"),
    PreviewLine("", "B1", "1:30", "ramp", "ramp", "5 each leg, 2 x 8 kg", "1:30"),
    PreviewLine(
        *("", "B1", "4:00 before B2", "Rear-foot-elevated split squat", "Rear-foot split squat"),
        *("8 each leg, 2 x 10 kg", "4:00"),
        is_priming=True,
    ),
    PreviewLine("", "B2", "", "Jumping lunge", "Jumping lunge", "half of B1's reps"),
)


def lines(width: int, room: int = 0) -> list[Pieces]:
    found = Planned()
    found.steps, found.room = STEPS, room
    return found.lines(width, 0)


def shown(width: int, room: int = 0) -> list[str]:
    return ["".join(piece.text for piece in line).rstrip() for line in lines(width, room)]


def test_a_wide_one_has_whole_names_and_says_what_a_rest_is_before() -> None:
    found = shown(90)
    assert found[0].split() == ["Warm-up,", "2", "rounds", "then", "rest"]
    assert found[5] == (
        "B1  Rear-foot-elevated split squat  8 each leg, 2 x 10 kg" + " " * 19 + "4:00 before B2"
    )
    assert not found[2], "blocks stand apart"
    assert found[6] == "B2  Jumping lunge                   half of B1's reps"


def test_a_narrower_one_has_the_names_that_a_coach_calls() -> None:
    found = shown(58)
    assert found[5] == "B1  Rear-foot split squat  8 each leg, 2 x 10 kg      4:00"
    assert len(found) == 7


def test_what_has_no_room_goes_on_under_itself() -> None:
    found = shown(50)
    at = next(number for number, row in enumerate(found) if row.endswith("4:00"))
    assert found[at].startswith("B1  Rear-foot split squat  8 each leg,")
    assert found[at + 1].strip() == "2 x 10 kg"
    assert found[at + 1].index("2 x") == found[at].index("8 each")


def test_the_rest_before_a_jump_has_its_own_colour() -> None:
    tones = {piece.tone for line in lines(58) for piece in line if piece.text == "4:00"}
    assert tones == {"priming"}


def test_there_is_space_between_the_steps_where_all_have_room_so() -> None:
    assert len(shown(58, 10)) == 10
    assert len(shown(58, 9)) == 7


@for_each("width", [50, 58, 64, 90, 120])
def test_every_line_ends_at_the_edge_or_before_it(width: int) -> None:
    assert all(width_of(line) <= width for line in lines(width))
