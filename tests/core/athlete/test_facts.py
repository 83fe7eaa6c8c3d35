"""How long ago something was, as an athlete counts it."""

from datetime import UTC, datetime

from runlift_tui.core.words.days import ago
from tests.rows import for_each


def ms(text: str) -> int:
    return round(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


@for_each(
    ("then", "now", "offset", "said"),
    [
        ("2026-11-20T17:30", "2026-11-24T17:31", 0, "4 days ago"),
        ("2026-11-20T17:34", "2026-11-24T17:31", 0, "4 days ago"),
        ("2026-11-23T23:30", "2026-11-24T06:00", 0, "yesterday"),
        ("2026-11-23T23:30", "2026-11-24T06:00", 60, "6 hours ago"),
        ("2026-11-24T05:00", "2026-11-24T06:00", 0, "an hour ago"),
        ("2026-11-23T23:50", "2026-11-24T00:10", 0, "20 minutes ago"),
        ("2026-11-24T00:10", "2026-11-24T00:10", 0, "just now"),
        ("2026-11-24T00:20", "2026-11-24T00:10", 0, "just now"),
    ],
)
def test_days_are_the_calendars(then: str, now: str, offset: int, said: str) -> None:
    assert ago(ms(then), ms(now), offset) == said
