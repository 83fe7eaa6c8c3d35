"""No sentence is stronger than its source: words that once were, and what stands there now."""

from pathlib import Path

import pytest

from runlift_tui.core.plan import week_words
from runlift_tui.core.plan.calendar import events
from runlift_tui.core.plan.ledger import Books
from runlift_tui.core.plan.placement import RUN_FIRST
from runlift_tui.core.plan.standing import flow
from runlift_tui.core.plan.week_words import day_rows, share_words, week_lines
from runlift_tui.core.sets.week import WeekKind
from tests.core.plans import MONDAY, plan
from tests.rows import for_each

HOUSE = Path(__file__).parents[2]
WORDS = "\n".join(
    path.read_text(encoding="utf-8")
    for path in (
        HOUSE / "README.md",
        HOUSE / "runlift_tui" / "data" / "exercises.json",
        *sorted((HOUSE / "runlift_tui").rglob("*.py")),
    )
)


@for_each(
    "claim",
    [
        "primes a fast one",
        "inside the ranges that studies used",
        "about 2-3 %",
        "explosive time",
        "is what tapers in",
        "any distance counts",
        "beyond your own variation",
        "rather than builds it",
        "; two is what studies used",
        "fewer rounds serve",
        "explains part of",
        "rest before the jumps helped",
        "catch an ankle before it rolls",
        "The lightest landings",
        "takes away most of the fall",
        "teaches the shape",
    ],
)
def test_what_no_source_holds_is_said_nowhere(claim: str) -> None:
    assert claim not in WORDS


def test_the_taper_is_what_a_meta_analysis_found_best_and_the_rest_is_ours() -> None:
    assert "went with the largest gains in a meta-analysis of 27 studies" in week_words.VOLUME
    assert week_words.VOLUME.endswith("is our own rule.")


def test_the_strength_share_is_not_the_studys_and_leaves_strides_apart() -> None:
    assert "It is not the study's 32 %" in week_words.SHARE
    assert "25 % of 6:40 h" in share_words(Books(300, 280, 100, 20))


def test_one_session_a_week_is_called_keeping() -> None:
    one, two = plan(sessions=1), plan(sessions=2)
    for each, said in ((one, True), (two, False)):
        now = flow(each, (), MONDAY)
        week = next(week for week in now.weeks if week.kind is WeekKind.BUILD)
        text = " ".join(line.text for line in week_lines(each, now, week, None, MONDAY))
        assert ("One session a week keeps strength, two build it" in text) is said
        assert "leaves room" not in text


@pytest.mark.parametrize("run_days", [(1, 3, 4, 5, 6), (6,)])
def test_run_first_stands_only_where_there_is_a_run(run_days: tuple[int, ...]) -> None:
    found = plan(run_days=run_days, hard_days=run_days[:-1], long_day=6)
    now = flow(found, (), MONDAY)
    for week in now.weeks:
        rows = [line.text for line in day_rows(found, now, week, MONDAY)]
        on_run_days = any("hard day" in row or "easy day" in row or "long" in row for row in rows)
        assert (RUN_FIRST in rows) is on_run_days
    for event in events(found, now):
        assert (RUN_FIRST in event.description) <= (event.day.weekday() in run_days)
