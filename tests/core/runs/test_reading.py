"""How a line is understood while it is typed, and what it comes to."""

from datetime import date

import pytest

from runlift_tui.core.runs.line import RunLine
from runlift_tui.core.runs.reading import HINT, as_run, changed_words, entered, entry_words, reading
from runlift_tui.core.runs.run import Run, RunKind, Trial
from runlift_tui.core.words.units import Distance
from tests.rows import for_each

TODAY = date(2026, 11, 24)


@for_each(
    ("text", "words"),
    [
        ("", HINT),
        ("today", "Say how far or how long, as 8k 42:10."),
        ("8k", "Tue 24 Nov, 8.00 km, easy"),
        ("today 8k 42:10 easy", "Tue 24 Nov, 8.00 km, 42:10, 5:16 /km, easy"),
        ("8k 42:10 eas", "Tue 24 Nov, 8.00 km, 42:10, 5:16 /km, easy"),
        ("8k 42:10 temp", "Tue 24 Nov, 8.00 km, 42:10, 5:16 /km, easy"),
        ("8k strides 6x20s effort 4", "Tue 24 Nov, 8.00 km, easy, strides 2:00, effort 4"),
        ("40 min sprints 8x10s", "Tue 24 Nov, 40:00, sprints, of them 1:20"),
        ("20 nov 2025 5k 19:58.3 race", "Thu 20 Nov 2025, 5.00 km, 19:58.3, 4:00 /km, race"),
        (
            "10k 41:12 race",
            "Tue 24 Nov, 10.00 km, 41:12, 4:07 /km, race, about 19:46 for 5K, an estimate",
        ),
        (
            "100m 0:13 race",
            "Tue 24 Nov, 0.10 km, 0:13, 2:10 /km, race, no 5K estimate under 1,500 m",
        ),
        ("8k note [b]hot", "Tue 24 Nov, 8.00 km, easy, note: [b]hot"),
        ("8k tmpo", '"tmpo" is not understood, did you mean tempo?'),
        ("5k 3:00", "5.00 km in 3:00 is faster than anybody has run."),
    ],
)
def test_the_words_under_the_line(text: str, words: str) -> None:
    assert reading(text, TODAY, Distance.KM).text == words


@for_each("text", ["", "today", "8k tmpo", "5k 3:00"])
def test_what_makes_no_run_has_no_values(text: str) -> None:
    assert reading(text, TODAY, Distance.KM).line is None


def test_a_word_that_is_not_finished_is_a_mistake_once_it_is_sent() -> None:
    assert reading("8k rac", TODAY, Distance.KM).line is not None
    sent = reading("8k rac", TODAY, Distance.KM, typing=False)
    assert sent.line is None
    assert sent.text == '"rac" is not understood, did you mean race?'


@for_each(
    ("now", "words"),
    [
        (
            "8k 41:50 easy 24 nov note windy",
            "Tue 24 Nov: 42:10, 5:16 /km → 41:50, 5:14 /km, note: windy",
        ),
        ("8k 42:10 easy 23 nov", "Tue 24 Nov → Mon 23 Nov"),
        ("8k 42:10 easy effort 4 24 nov", "Tue 24 Nov: – → effort 4"),
    ],
)
def test_a_change_says_from_what_to_what(now: str, words: str) -> None:
    before, after = (
        reading(text, TODAY, Distance.KM, typing=False).text
        for text in ("8k 42:10 easy 24 nov", now)
    )
    assert changed_words(before, after) == words


def test_miles() -> None:
    found = reading("10 1:21:00 long", TODAY, Distance.MI)
    assert found.text == "Tue 24 Nov, 10.00 mi, 1:21:00, 8:06 /mi, long"


def test_a_race_over_a_distance_is_a_trial_and_still_a_run() -> None:
    line = RunLine(TODAY, RunKind.RACE, 5000.0, 1198.4, 60, 9, "flat")
    said = entered(line, "x")
    assert said == Trial(
        id="x", day=TODAY, metres=5000.0, seconds=1198.4, fast_s=60, effort=9, note="flat"
    )
    assert as_run(said) == Run(
        id="x",
        day=TODAY,
        kind=RunKind.RACE,
        metres=5000.0,
        seconds=1198,
        fast_s=60,
        effort=9,
        note="flat",
    )
    assert entry_words(said, TODAY, Distance.KM).startswith("Tue 24 Nov, 5.00 km, 19:58.4,")


@pytest.mark.parametrize(
    "line", [RunLine(TODAY, RunKind.RACE, 5000.0), RunLine(TODAY, RunKind.EASY, 5.0)]
)
def test_anything_else_is_a_run(line: RunLine) -> None:
    assert isinstance(entered(line, "x"), Run)
