"""The settings file by hand: read where it is, said where it is wrong, never written."""

import os
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.settings.hand_written import Config
from runlift_tui.core.words.units import Unit
from runlift_tui.store.disk import answers
from runlift_tui.store.library import config_file
from runlift_tui.store.library.config_file import in_brief
from runlift_tui.store.store import Store


def test_none_an_empty_one_and_a_folder_say_nothing_or_why(tmp_path: Path) -> None:
    assert config_file.read(None) == (Config(), ())
    assert config_file.read(tmp_path / "none.toml") == (Config(), ())
    (tmp_path / "empty.toml").touch()
    assert config_file.read(tmp_path / "empty.toml") == (Config(), ())
    config, (fault,) = config_file.read(tmp_path)
    assert config == Config()
    assert "is a folder" in fault


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name")
def test_a_pipe_in_its_place_is_told_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "config.toml")
    assert "config.toml is no plain file" in config_file.read(tmp_path / "config.toml")[1][0]


def test_a_missing_file_costs_one_look_at_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Path] = []
    stat = os.stat

    def counted(path: Path, **how: Any) -> os.stat_result:
        looked.extend([path] if Path(path).name == "config.toml" else [])
        return stat(path, **how)

    monkeypatch.setattr(os, "stat", counted)
    config_file.read(tmp_path / "config.toml")
    assert len(looked) == 1


def test_faults_are_told_with_file_line_and_place(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[settings]\n\nvolum = 7\nunit = "lb"\n[keys]\nsession.undoo = "z"\n')
    before = path.read_bytes()
    config, faults = config_file.read(path)
    assert config.settings == {"unit": Unit.LB}
    assert faults == (
        f"{path}:3: settings.volum: no setting is called that, did you mean volume?",
        f"{path}:6: keys.session.undoo: no action is called that, did you mean session.undo?",
    )
    assert path.read_bytes() == before


def test_nothing_of_a_file_that_is_no_toml_counts_and_the_place_is_said(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[settings]\nunit = "lb"\nvolume = \n')
    config, (fault,) = config_file.read(path)
    assert config == Config()
    assert fault.startswith(f"{path}:3:")
    assert "Nothing of it counts" in fault


def test_a_long_list_of_faults_is_told_in_brief() -> None:
    assert in_brief(()) == []
    assert in_brief(("a", "b")) == ["a.", "b."]
    assert in_brief(tuple("abcde")) == ["a.", "b.", "c.", "And 2 more in that file."]


def test_what_is_written_by_hand_counts_and_never_gets_into_the_library(
    tmp_path: Path, clock: ManualClock
) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[settings]\nunit = "lb"\nvolume = 1\n')
    store = Store(tmp_path, clock, config)
    store.open()
    assert store.desk.athlete().unit is Unit.LB
    assert store.desk.preferences() == Preferences(volume=1)
    store.desk.keep_athlete(Athlete(unit=Unit.LB, level=Level.ADVANCED))
    store.desk.keep_preferences(Preferences(volume=1, voice=True))
    assert store.desk.athlete() == Athlete(unit=Unit.LB, level=Level.ADVANCED)
    store.close()
    bare = Store(tmp_path, clock)
    assert bare.desk.athlete() == Athlete(level=Level.ADVANCED)
    assert bare.desk.preferences() == Preferences(voice=True)


def test_one_that_does_not_answer_says_nothing_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, let_go, real = tmp_path / "config.toml", Event(), os.stat
    path.write_text('theme = "dark"\n')

    def hang(asked: Any, *args: Any, **more: Any) -> object:
        if str(asked) == str(path):
            let_go.wait()
        return real(asked, *args, **more)

    monkeypatch.setattr(answers, "READING_S", 0.05)
    with monkeypatch.context() as patched:
        patched.setattr(os, "stat", hang)
        config, told = config_file.read(path)
        let_go.set()
    assert (config, len(told)) == (Config(), 1)
    assert "does not answer" in told[0]
