"""A terminal that has no half blocks and no Braille gets ASCII, by itself or as it is set."""

from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.terminal import Terminal


@pytest.mark.parametrize(
    ("environ", "setting"),
    [
        pytest.param({"TERM": "linux"}, "auto", id="the console"),
        pytest.param(
            {"PYTHONIOENCODING": "ascii"}, "auto", id="another encoding", marks=pytest.mark.sweep
        ),
        pytest.param({}, "ascii", id="as it is set", marks=pytest.mark.sweep),
    ],
)
@pytest.mark.sweep
def test_a_set_is_trained_in_ascii(environ: dict[str, Any], setting: str, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(f'[settings]\nglyphs = "{setting}"\n')
    here = Terminal(tmp_path, "start", "--level", "beginner", **environ)
    try:
        here.wait_for("WORK", "Dead bug", "left")
        here.press_calmly(" ")
        here.wait_for("NEXT", "#")
        here.settle()
        assert here.raw.isascii()
        assert "?" not in here.text().replace("? keys", "")
    finally:
        here.close()


def test_all_is_drawn_with_where_the_setting_says_so(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[settings]\nglyphs = "full"\n')
    here = Terminal(tmp_path, "start", "--level", "beginner", TERM="linux")
    try:
        here.wait_for("WORK", "█")
    finally:
        here.close()
