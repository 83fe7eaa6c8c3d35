"""Which program is used, and where the athlete is."""

from runlift_tui.devices.players import gain
from runlift_tui.devices.programs import Programs, is_far_away
from tests.rows import for_each


def test_the_first_is_used_until_it_fails_twice_in_a_row() -> None:
    programs = Programs(["best", "good"])
    assert programs.failed("best") == "good"
    programs.worked("best")
    assert programs.failed("best") == "good"
    assert programs.first() == "best"
    assert programs.failed("best") == "good"
    assert programs.first() == "good"
    assert programs.failed("good") is None
    assert programs.failed("good") is None
    assert programs.first() is None


def test_none_is_none() -> None:
    assert Programs[str]([]).first() is None


@for_each(
    ("environ", "far"),
    [
        ({}, False),
        ({"SSH_CONNECTION": ""}, False),
        ({"SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"}, True),
        ({"SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22", "PULSE_SERVER": "tcp:192.0.2.1"}, False),
    ],
)
def test_whose_loudspeaker_it_would_be(environ: dict[str, str], far: bool) -> None:
    assert is_far_away(environ) is far


def test_the_volume_rises_evenly_to_the_ear_and_stays_in_its_bounds() -> None:
    gains = [gain(volume) for volume in range(-1, 12)]
    assert gains == sorted(gains)
    assert (gains[0], gains[1], gains[6], gains[11], gains[12]) == (0, 0, 0.25, 1, 1)
