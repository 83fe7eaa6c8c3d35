"""Both looks can be read: contrast, computed as WCAG 2.2 does."""

from itertools import combinations

import pytest
from textual.color import Color
from textual.theme import Theme

from runlift_tui.themes import STATE_COLOURS, THEMES

BOTH = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


def _luminance(colour: str) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in Color.parse(colour).rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@BOTH
def test_figures_reach_seven_to_one(theme: Theme) -> None:
    assert theme.background is not None
    for name in STATE_COLOURS:
        assert contrast(theme.variables[name], theme.background) >= 7, name


@BOTH
def test_text_reaches_four_and_a_half_to_one_on_every_ground(theme: Theme) -> None:
    assert theme.foreground is not None
    texts = [theme.foreground, theme.variables["quiet"], theme.primary]
    for ground in (theme.background, theme.surface, theme.panel):
        assert ground is not None
        for text in texts:
            assert contrast(text, ground) >= 4.5, (text, ground)
    for name in STATE_COLOURS:
        assert contrast(theme.variables["on-state"], theme.variables[name]) >= 4.5, name


@BOTH
def test_states_that_follow_each_other_differ_in_hue(theme: Theme) -> None:
    hues = {name: Color.parse(theme.variables[name]).hsl.h for name in STATE_COLOURS}
    coloured = ["work", "rest", "priming", "hold", "overtime"]
    for one, other in combinations(coloured, 2):
        apart = abs(hues[one] - hues[other])
        assert min(apart, 1 - apart) > 0.04, (one, other)


def test_both_themes_name_the_same_variables() -> None:
    dark, light = THEMES
    assert dark.variables.keys() == light.variables.keys()
