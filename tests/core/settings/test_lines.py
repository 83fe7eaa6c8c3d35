import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.settings.config import read_config
from runlift_tui.core.settings.lines import (
    IMPORT,
    INTRODUCTION,
    Settings,
    choices,
    is_typed,
    setting_lines,
    stepped,
    typed,
)
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.possible import LONGEST_LEAD_IN_S, LOUDEST
from tests.rows import for_each

THEMES = ("ours", "light", "third")
KEYS = [line.key for line in setting_lines(Settings(), {}, THEMES)]


def shown(settings: Settings, key: str) -> str:
    """Return what a line says."""
    return next(line.shown for line in setting_lines(settings, {}, THEMES) if line.key == key)


def test_every_setting_has_a_line_and_is_explained_in_one() -> None:
    fields = {*Settings.__struct_fields__, *Preferences.__struct_fields__} - {"preferences"}
    assert set(KEYS) == {*fields, INTRODUCTION, IMPORT}
    for line in setting_lines(Settings(), {}, THEMES):
        assert line.what.endswith(".")
        assert len(line.what) <= 60
        assert line.how


@for_each("key", [key for key in KEYS if key not in (INTRODUCTION, IMPORT, "weights", "bar")])
def test_every_step_is_taken_back_by_the_other_arrow(key: str) -> None:
    more = stepped(Settings(), key, 1, THEMES)
    assert more != Settings()
    assert shown(more, key) != shown(Settings(), key)
    assert shown(stepped(more, key, -1, THEMES), key) == shown(Settings(), key)


@given(st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from((-1, 1))), max_size=40))
def test_no_steps_lead_out_of_what_a_file_by_hand_may_say(steps: list[tuple[str, int]]) -> None:
    now = Settings()
    for key, by in steps:
        now = stepped(now, key, by, THEMES)
    own = now.preferences
    said = {name: getattr(own, name) for name in own.__struct_fields__}
    said |= {"level": now.level.value, "unit": now.unit.value}
    assert read_config({"settings": said})[1] == []


def test_a_theme_that_is_gone_counts_as_the_first() -> None:
    gone = Settings(preferences=Preferences(theme="no-more"))
    assert stepped(gone, "theme", 1, THEMES).preferences.theme == "light"


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("lead_in_s", " 3 s", "3 s"),
        ("volume", "0", f"{'▯' * LOUDEST} 0"),
        ("lead_in_s", "60", "60 s"),
        ("lead_in_s", "٣", "3 s"),
    ],
)
def test_a_number_is_typed(key: str, text: str, expected: str) -> None:
    assert is_typed(key)
    assert shown(typed(Settings(), key, text), key) == expected


@for_each("text", ["", "x", "-1", "61", "9" * 40, "1.5", "٦٣", "³"])
def test_a_number_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(Refused, match=f"0 to {LONGEST_LEAD_IN_S}"):
        typed(Settings(), "lead_in_s", text)


def test_a_line_that_is_decided_by_hand_says_so() -> None:
    lines = setting_lines(Settings(level=Level.ADVANCED), {"level": Level.ADVANCED}, THEMES)
    assert [line.key for line in lines if line.by_hand] == ["level"]


def test_what_changes_the_training_is_chosen_from_all_that_there_is() -> None:
    found = choices(Settings(level=Level.ADVANCED), "level", ("runlift-dark",))
    assert list(found) == list(Level)
    assert found["beginner"].level is Level.BEGINNER
    assert list(choices(Settings(), "ask_first", ("runlift-dark",))) == ["not said", "yes", "no"]


def test_one_more_weight_is_offered_where_there_is_a_list_that_it_goes_onto() -> None:
    def how(now: Settings) -> str:
        return next(each.how for each in setting_lines(now, {}, THEMES) if each.key == "weights")

    step, listed = Settings(), typed(Settings(), "weights", "8 12 16")
    assert "as +14" not in how(step)
    assert "as +14" in how(listed)
    assert typed(listed, "weights", "+14").weights.list_kg == (8.0, 12.0, 14.0, 16.0)
    with pytest.raises(Refused, match="every 2 kg has 14 kg already"):
        typed(step, "weights", "+14")
