"""What `runlift doctor` says, and how it ends."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec import structs

from runlift_tui.cli import main
from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.core.face.sounds import Sound
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.setup.choices import Choices
from runlift_tui.devices.players import wav_path
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.disk.lock import FolderLock
from runlift_tui.store.history.years import History
from runlift_tui.store.store import Store
from tests.core.past import outing, row
from tests.devices.fakes import Fakes
from tests.screens.gym import begin


class Told(NamedTuple):
    """What was printed, by part, and the exit status."""

    status: int
    parts: dict[str, list[str]]
    err: str

    def line(self, part: str, words: str) -> str:
        """Return the line of a part that holds some words."""
        found = [line for line in self.parts[part] if words in line]
        assert found, f"{words!r} is not in {self.parts[part]}"
        return found[0]


Doctor = Callable[..., Told]


@pytest.fixture
def doctor(
    tmp_path: Path,
    fakes: Fakes,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Doctor:
    """The doctor, on a machine with nothing but what a test puts there."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")

    def run(*argv: str, folder: Path | None = None) -> Told:
        status = main(["doctor", "--data-dir", str(folder or tmp_path / "data"), *argv])
        told = capsys.readouterr()
        parts: dict[str, list[str]] = {}
        part = ""
        for line in re.sub("\x1b\\[[0-9;]*m", "", told.out).splitlines():
            part = line[:14].strip() or part
            parts.setdefault(part, []).append(line[14:])
        return Told(status, parts, told.err)

    return run


def _filled(folder: Path) -> DataFolder:
    made = DataFolder(folder)
    made.create()
    History(made.history).fold(outing(0, row()))
    return made


@pytest.mark.posix
def test_a_new_machine_without_anything_is_not_broken(doctor: Doctor, tmp_path: Path) -> None:
    told = doctor()
    assert told.status == 0
    assert told.err == ""
    assert list(told.parts) == [
        "data folder",
        "terminal",
        "sound",
        "voice",
        "staying awake",
        "versions",
    ]
    assert "not there yet" in told.line("data folder", "OK")
    assert "The terminal's bell rings instead" in told.line("sound", "no player")
    assert "Install one, if you want one." in told.line("voice", "no voice")
    assert "textual" in told.line("versions", "tinydb")
    assert not (tmp_path / "data").exists(), "looking makes nothing"


@pytest.mark.posix
def test_it_plays_every_sound_as_loud_as_a_session_and_speaks(doctor: Doctor, fakes: Fakes) -> None:
    fakes.add("pw-play")
    fakes.add("espeak-ng")
    told = doctor()
    assert told.status == 0
    played = [call for call in fakes.calls() if call[0] == "pw-play"]
    assert [call[-1] for call in played] == [wav_path(sound) for sound in Sound]
    assert {call[2] for call in played} == {"--volume=0.490"}
    assert fakes.calls()[-1][0] == "espeak-ng"
    assert "rest-over" in told.line("sound", "pw-play played")
    assert "off in the settings" in told.line("voice", "espeak-ng spoke")


@pytest.mark.posix
def test_quiet_only_lists(doctor: Doctor, fakes: Fakes) -> None:
    for name in ("paplay", "aplay", "spd-say"):
        fakes.add(name)
    told = doctor("--quiet")
    assert fakes.calls() == []
    assert "paplay, else aplay; not played" in told.line("sound", "OK")
    assert "spd-say; not spoken" in told.line("voice", "OK")


@pytest.mark.posix
def test_it_says_why_a_player_does_not_play_and_tries_the_next(
    doctor: Doctor, fakes: Fakes
) -> None:
    fakes.add("pw-play", "echo first >&2; printf 'Host is \\033[31mdown\\n' >&2; exit 1")
    fakes.add("paplay")
    fakes.add("espeak-ng", "echo 'error: no device' >&2")
    told = doctor()
    assert told.status == 0
    why = told.line("sound", "pw-play does not play")
    assert "Host is \N{REPLACEMENT CHARACTER}[31mdown" in why, "its own colours are not passed on"
    assert told.line("sound", "paplay played")
    assert "espeak-ng does not speak: error: no device" in told.line("voice", "–")


def test_sounds_that_are_off_are_said_to_be(doctor: Doctor, tmp_path: Path, fakes: Fakes) -> None:
    store = Store(tmp_path / "data", ManualClock())
    store.open()
    off = structs.replace(Preferences(), sound=False, awake=False, voice=True)
    store.desk.keep_preferences(off)
    store.close()
    told = doctor("--quiet")
    assert told.line("sound", "off in the settings")
    assert told.line("staying awake", "off in the settings")
    assert not [line for line in told.parts["voice"] if "off in the settings" in line]


def test_over_ssh_it_says_where_the_bell_rings(
    doctor: Doctor, fakes: Fakes, monkeypatch: pytest.MonkeyPatch
) -> None:
    fakes.add("pw-play")
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22")
    told = doctor()
    assert "bell rings" in told.line("sound", "over ssh")
    assert fakes.calls() == []


def test_a_folder_with_training_and_a_session_left(
    doctor: Doctor, tmp_path: Path, clock: ManualClock
) -> None:
    _filled(tmp_path / "data")
    store = Store(tmp_path / "data", clock)
    store.open()
    store.sessions.begin(begin(store, Choices(level=Level.ADVANCED))).leave()
    store.close()
    before = _everything(tmp_path / "data")
    told = doctor()
    assert told.status == 0
    assert told.line("data folder", "can be written to")
    assert told.line("data folder", "no other RunLift has it open")
    assert told.line("data folder", "1 finished session")
    assert "runlift resume" in told.line("data folder", "left unfinished")
    after = _everything(tmp_path / "data")
    assert after.keys() == before.keys()
    assert {p: t for p, t in after.items() if "lock" not in p} == {
        p: t for p, t in before.items() if "lock" not in p
    }


def _everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_who_has_the_folder_open(doctor: Doctor, tmp_path: Path) -> None:
    made = _filled(tmp_path / "data")
    lock = FolderLock(made.path)
    lock.acquire()
    try:
        told = doctor()
    finally:
        lock.release()
    assert told.status == 0
    assert f"process {os.getpid()}" in told.line("data folder", "a second one can only look")


def test_a_damaged_year_is_a_problem_and_the_rest_is_said_too(
    doctor: Doctor, tmp_path: Path
) -> None:
    made = _filled(tmp_path / "data")
    (Path(made.history) / "2025.json").write_bytes(b"{torn")
    told = doctor()
    assert told.status == 1
    assert "2025" in told.line("data folder", "problem")
    assert told.parts["versions"]


def test_a_damaged_library_is_a_problem(doctor: Doctor, tmp_path: Path) -> None:
    made = _filled(tmp_path / "data")
    Path(made.library).write_bytes(b"\0\0\0")
    told = doctor()
    assert told.status == 1
    assert "library.json" in told.line("library", "problem")


def test_a_file_where_the_folder_should_be(doctor: Doctor, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told = doctor(folder=tmp_path / "file" / "data")
    assert told.status == 1
    assert "is no folder" in told.line("data folder", "problem")


def test_a_disk_that_refuses(
    doctor: Doctor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _filled(tmp_path / "data")

    def refuse(**_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    told = doctor("--quiet")
    assert told.status == 1
    assert "No space left on device" in told.line("data folder", "problem")


def test_a_dumb_terminal_is_a_problem_and_no_colour_is_none(
    doctor: Doctor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("NO_COLOR", "1")
    told = doctor()
    assert told.status == 1
    assert told.line("terminal", "problem")
    assert told.line("terminal", "NO_COLOR")


@pytest.mark.parametrize(
    ("term", "said", "looks"),
    [
        ("xterm", "auto", "the full look. Where bars or figures look broken, set glyphs to ascii"),
        ("linux", "auto", "the ASCII look: fonts of TERM=linux lack half blocks and Braille"),
        ("linux", "full", "the full look: the setting glyphs says so"),
        ("xterm", "ascii", "the ASCII look: the setting glyphs says so"),
    ],
)
def test_it_says_which_look_the_screen_has_and_why(
    term: str,
    said: str,
    looks: str,
    tmp_path: Path,
    doctor: Doctor,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr("runlift_tui.core.settings.glyphs.encoding_of", lambda _: "utf-8")
    folder = _filled(tmp_path / "data")
    (Path(folder.path) / "config.toml").write_text(f'[settings]\nglyphs = "{said}"\n')
    assert looks in doctor("--quiet").line("terminal", "look")


@pytest.mark.posix
def test_without_a_way_to_stay_awake_it_says_what_to_do(
    doctor: Doctor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WAKEPY_FAKE_SUCCESS")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setattr("sys.platform", "linux")
    told = doctor()
    assert told.status == 0
    assert "Set the laptop not to sleep" in told.line("staying awake", "no way here")


def test_in_a_terminal_long_lines_go_on_under_their_beginning(
    doctor: Doctor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    monkeypatch.setenv("COLUMNS", "50")
    told = doctor()
    lines = [line for part in told.parts.values() for line in part]
    # A path is whole, however long it is.
    assert all(len(line) <= 50 - 14 or " " not in line[9:] for line in lines)
    assert any(line.startswith(" " * 9) for line in lines)


def test_what_is_wrong_in_the_hand_written_settings_is_found(
    tmp_path: Path, doctor: Doctor
) -> None:
    folder = _filled(tmp_path / "data")
    config = Path(folder.path) / "config.toml"
    config.write_text("[settings]\nsound = false\n")
    told = doctor("--quiet")
    assert told.status == 0
    assert "config.toml counts" in told.line("settings", "OK")
    assert "off in the settings" in told.line("sound", "off")
    config.write_text('[settings]\ntheme = "drak"\nvolum = 3\n')
    told = doctor("--quiet")
    assert told.status == 1
    assert f'{config}: there is no theme "drak", did you mean dracula?' in told.line(
        "settings", "theme"
    )
    assert f"{config}:3: settings.volum" in told.line("settings", "volum")
