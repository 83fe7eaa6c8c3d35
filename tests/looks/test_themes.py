"""Every look can be read: contrast, computed for each theme that is offered."""

from collections.abc import Iterator
from itertools import combinations
from math import dist

import pytest
from textual.color import Color
from textual.theme import Theme

from runlift_tui.looks.contrast import FIGURES, TEXT, Colour, contrast
from runlift_tui.looks.themes import (
    COLOUR_BLIND,
    HIGH_CONTRAST,
    STATE_COLOURS,
    THEMES,
    UNREADABLE,
    find,
    offered,
    without_colour,
)
from runlift_tui.widgets.base.part import LIT
from tests.rows import for_each

OWN = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
EVERY = pytest.mark.parametrize("name", offered())
SIGHTS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "colour vision": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}
"""What becomes of linear RGB (Machado, Oliveira, Fernandes 2009, severity 1.0)."""
FOLLOWING = ("work", "rest", "priming", "hold", "overtime")


def variables(name: str) -> dict[str, str]:
    theme = find(name)
    assert theme is not None
    return {**theme.to_color_system().generate(), **theme.variables}


def colour(text: str) -> Colour:
    return Colour(*Color.parse(text).rgb)


@EVERY
def test_figures_reach_seven_to_one(name: str) -> None:
    found = variables(name)
    for state in STATE_COLOURS:
        assert contrast(colour(found[state]), colour(found["background"])) >= FIGURES, state


@EVERY
def test_text_reaches_four_and_a_half_to_one_on_every_ground(name: str) -> None:
    found = variables(name)
    for ground in ("background", "surface", "panel"):
        for text in ("foreground", "quiet", "primary"):
            ratio = contrast(colour(found[text]), colour(found[ground]))
            assert ratio >= TEXT, (text, ground)
    for state in STATE_COLOURS:
        assert contrast(colour(found["on-state"]), colour(found[state])) >= TEXT, state


@EVERY
def test_a_flash_hides_no_digit(name: str) -> None:
    found = variables(name)
    stage = colour(found["background"])
    for state in set(STATE_COLOURS) - {"alarm"}:
        lit = stage.towards(colour(found[state]), LIT)
        assert contrast(colour(found[state]), lit) >= 3, state
        assert contrast(lit, stage) >= 1.4, state


def test_high_contrast_is_higher() -> None:
    found = variables(HIGH_CONTRAST.name)
    for state in STATE_COLOURS:
        assert contrast(colour(found[state]), colour(found["background"])) >= 10, state
    for text in ("foreground", "quiet"):
        assert contrast(colour(found[text]), colour(found["panel"])) >= FIGURES, text


@OWN
def test_states_that_follow_each_other_differ_in_hue(theme: Theme) -> None:
    hues = {name: Color.parse(theme.variables[name]).hsl.h for name in FOLLOWING}
    for one, other in combinations(FOLLOWING, 2):
        apart = abs(hues[one] - hues[other])
        assert min(apart, 1 - apart) > 0.04, (one, other)


@for_each("sight", SIGHTS)
def test_states_are_told_apart_in_every_kind_of_colour_blindness(sight: str) -> None:
    seen = {name: as_seen(COLOUR_BLIND.variables[name], sight) for name in FOLLOWING}
    for one, other in combinations(FOLLOWING, 2):
        assert dist(seen[one], seen[other]) > 0.1, (one, other)


def as_seen(text: str, sight: str) -> tuple[float, ...]:
    """Return where a colour lies in Oklab, where equal steps look equally large."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    given = [linear(part) for part in colour(text)]
    rgb = [min(1.0, max(0.0, each)) for each in times(SIGHTS[sight], given)]
    to_cones = (
        (0.4122214708, 0.5363325363, 0.0514459929),
        (0.2119034982, 0.6806995451, 0.1073969566),
        (0.0883024619, 0.2817188376, 0.6299787005),
    )
    to_lab = (
        (0.2104542553, 0.7936177850, -0.0040720468),
        (1.9779984951, -2.4285922050, 0.4505937099),
        (0.0259040371, 0.7827717662, -0.8086757660),
    )
    cones = [each ** (1 / 3) for each in times(to_cones, rgb)]
    return tuple(times(to_lab, cones))


def times(matrix: tuple[tuple[float, ...], ...], given: list[float]) -> Iterator[float]:
    for row in matrix:
        yield sum(one * two for one, two in zip(row, given, strict=True))


def test_our_own_themes_name_the_same_variables() -> None:
    assert len({frozenset(theme.variables) for theme in THEMES}) == 1


def test_what_cannot_be_read_is_not_offered() -> None:
    assert offered()[: len(THEMES)] == tuple(theme.name for theme in THEMES)
    assert not set(offered()) & set(UNREADABLE)
    assert find("ansi-dark") is None
    assert find("no such theme") is None


def test_a_theme_of_textuals_keeps_what_can_be_read() -> None:
    theme = find("gruvbox")
    assert theme is not None
    assert theme.foreground == "#FBF1C7"
    assert theme.primary != "#85A598"


@EVERY
def test_without_colour_it_is_grey_and_as_solid_as_before(name: str) -> None:
    theme = find(name)
    assert theme is not None
    plain = without_colour(theme)
    for variable, text in plain.variables.items():
        colour_of, *share = text.split()
        given, *given_share = theme.variables[variable].split()
        assert share == given_share
        if not given.startswith("#"):
            assert text == theme.variables[variable]
            continue
        grey = Color.parse(colour_of)
        assert len(set(grey.rgb)) == 1
        assert grey.a == pytest.approx(Color.parse(given).a, abs=0.01)
    for variable, text in plain.to_color_system().generate().items():
        if text.startswith("#") and not variable.startswith("ansi"):
            rgb = Color.parse(text.split()[0]).rgb
            assert max(rgb) - min(rgb) <= 2, variable  # Textual rounds as it derives them
