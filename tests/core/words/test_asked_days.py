"""Days that are looked for among others."""

from datetime import date

from runlift_tui.core.words.asked_days import asked_days
from tests.rows import for_each

TODAY = date(2026, 11, 30)
"""A Monday."""


@for_each(
    ("text", "among", "not_among"),
    [
        ("27 nov", "2026-11-27 2025-11-27", "2026-11-28 2026-10-27"),
        ("27.11.", "2026-11-27 2020-11-27", "2026-11-26"),
        ("fri 27 nov", "2026-11-27", "2026-11-28"),
        ("24 dec", "2025-12-24 2024-12-24", "2025-12-25"),
        ("27 nov 2026", "2026-11-27", "2025-11-27"),
        ("2026-11-27", "2026-11-27", "2025-11-27 2026-11-20"),
        ("nov", "2026-11-01 2025-11-30", "2026-10-31"),
        ("in November", "2026-11-01", "2026-12-01"),
        ("november 2025", "2025-11-03", "2026-11-03"),
        ("friday", "2026-11-27 2026-11-20", "2026-11-26"),
        ("on fri", "2026-11-27 2026-11-20", "2026-11-26"),
        ("last friday", "2026-11-27", "2026-11-20"),
        ("last sat", "2026-11-28", "2026-11-21"),
        ("3 days ago", "2026-11-27", "2026-11-26"),
        ("27.11", "2026-11-27 2025-11-27", "2026-11-26"),
        ("24 nov tue", "2026-11-24", "2026-11-23"),
        ("2026-11-24 Tue", "2026-11-24", "2025-11-24 2026-11-17"),
        ("Nov 24, Tue", "2026-11-24", "2026-11-17"),
        ("fri 20", "2026-11-20 2026-02-20", "2026-11-27 2026-10-20 2026-11-13"),
        ("20 fri", "2026-11-20 2026-02-20", "2026-11-27 2026-10-20"),
        ("friday the 20th", "2026-11-20", "2026-10-20"),
        ("last week", "2026-11-23 2026-11-29", "2026-11-22 2026-11-30"),
        ("this week", "2026-11-30 2026-12-06", "2026-11-29"),
        ("2 weeks ago", "2026-11-16 2026-11-22", "2026-11-15 2026-11-23"),
        ("a week ago", "2026-11-23 2026-11-29", "2026-11-22"),
        ("two weeks ago", "2026-11-16", "2026-11-23"),
        ("seven weeks ago", "2026-10-12 2026-10-18", "2026-10-11 2026-10-19"),
        ("Twelve weeks ago", "2026-09-07", "2026-09-14"),
        ("ten months ago", "2026-01-01 2026-01-31", "2026-02-01"),
        ("this month", "2026-11-01 2026-11-30", "2026-10-31 2025-11-02 2026-12-01"),
        ("last month", "2026-10-01 2026-10-31", "2026-11-01 2026-09-30"),
        ("11 months ago", "2025-12-01 2025-12-31", "2026-12-01"),
        ("last year", "2025-01-01 2025-12-31", "2026-01-01"),
        ("session on yesterday", "2026-11-29", "2026-11-22"),
    ],
)
def test_what_can_be_asked_for(text: str, among: str, not_among: str) -> None:
    found = asked_days(text, TODAY)
    assert found is not None
    assert all(found.has(date.fromisoformat(each)) for each in among.split())
    assert not any(found.has(date.fromisoformat(each)) for each in not_among.split())


@for_each(
    "text",
    [
        "",
        "knee",
        "1/2",
        "31 feb",
        "no",
        "ma",
        "novel",
        "27",
        "tomorrow",
        "monster walk",
        "thu 27 nov",
        "week",
        "2 weeks",
        "last 2 weeks ago",
        "40.11",
        "split 20",
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert asked_days(text, TODAY) is None
