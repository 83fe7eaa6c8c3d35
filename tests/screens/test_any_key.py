"""No key in any screen ends in a fault, whatever the size of the window and the time.

Keys are drawn by chance and handed over as the terminal does, in bursts, with a pointer among
them, windows that change their size, writes that take their time, and hours that pass in between.
A failure names its seed, and the same seed fails again.
"""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from runlift_tui.clock import ManualClock
from tests.screens.hand import Hand, hammer
from tests.sweep import sweep

SCREENS = frozenset(
    {
        *("HomeScreen", "SetupScreen", "SessionScreen", "SummaryScreen", "HelpScreen"),
        *("PlanScreen", "PlanForm", "MoveForm", "RunsScreen", "FiveKScreen", "ProgressScreen"),
        *("HistoryScreen", "PastSessionScreen", "ExercisesScreen", "ExercisePastScreen"),
        *("ExerciseEditor", "RoutinesScreen", "RoutineEditor", "LevelsScreen", "CheckScreen"),
        *("SettingsScreen", "PaletteScreen", "EntryScreen", "TypingScreen", "NoteScreen"),
        *("SwapScreen", "WhyScreen", "WholeScreen", "ChoosingScreen", "AsTextScreen"),
    }
)
KEYS_OF_A_SEED = 10_000
MOST_MISSED = 6
"""Screens that one seed may never come to; which, is up to chance."""
Hammered = Callable[[int, int], Hand]


@pytest.fixture
def hammered(
    made_up_year: Path, tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> Hammered:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    return lambda seed, keys: hammer(tmp_path, clock, monkeypatch, seed, keys)


@pytest.mark.parametrize("seed", sweep(range(4), stay=(0,)))
def test_keys_at_random(seed: int, hammered: Hammered) -> None:
    hand = hammered(seed, 300)
    assert hand.told


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 110))
def test_a_hundred_thousand_keys(
    seed: int, hammered: Hammered, record_property: Callable[[str, object], None]
) -> None:
    record_property("keys", KEYS_OF_A_SEED)
    hand = hammered(seed, KEYS_OF_A_SEED)
    record_property("screens", " ".join(sorted(SCREENS & hand.seen.keys())))
    record_property("sets", hand.told["LogSet"])
    assert hand.told["LogSet"]
    assert hand.trained
    missed = SCREENS - hand.seen.keys()
    assert len(missed) <= MOST_MISSED, missed
