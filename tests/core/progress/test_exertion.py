"""Session load against worked examples."""

from runlift_tui.core.progress.weeks import session_load


def test_load_is_effort_times_minutes() -> None:
    assert session_load(7, 50) == 350
    assert session_load(0, 50) == 0
    assert session_load(None, 50) is None
    assert session_load(7, 0) is None, "a session that was entered does not say how long it took"
