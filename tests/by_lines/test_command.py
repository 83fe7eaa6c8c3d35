"""`--plain` on the command line and in a pipe."""

import io
import sys
from pathlib import Path

import pytest

from runlift_tui.clock import SystemClock
from runlift_tui.commands.printing import FAILED, MISUSED, OK
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.sets.weights import Barbell
from runlift_tui.store.disk import lock
from runlift_tui.store.store import Store
from tests.commands.running import Ran, ran
from tests.newcomers import introduce

_SILENT = "sound = false\nawake = false\n"


class Piped:
    """The command with lines piped into it."""

    def __init__(
        self, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.folder = folder
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        self.set("")

    def set(self, settings: str) -> None:
        """Write the settings by hand."""
        (self.folder / "config.toml").write_text(f"[settings]\n{_SILENT}{settings}\n")

    def introduce(self) -> None:
        """Have the athlete answer what a newcomer is asked first."""
        introduce(self.folder)

    def __call__(self, text: str, *argv: str) -> Ran:
        self._monkeypatch.setattr(sys, "stdin", io.StringIO(text))
        return ran(["--data-dir", str(self.folder), *argv], self._capsys)

    @property
    def sets(self) -> int:
        """How many sets of the unfinished session are done."""
        found = Store(self.folder, SystemClock()).sessions.unfinished()
        assert found is not None
        return len(found.live.session.done)


@pytest.fixture
def piped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Piped:
    made = Piped(tmp_path, capsys, monkeypatch)
    made.introduce()
    return made


@pytest.fixture
def newcomer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Piped:
    return Piped(tmp_path, capsys, monkeypatch)


def test_a_pipe_that_ends_leaves_the_session_saved(piped: Piped) -> None:
    told = piped("9/8\n", "--plain", "start", "--level", "beginner")
    assert (told.status, told.err) == (OK, "")
    assert "9/8." in told.out
    assert told.out.splitlines()[-1].startswith("The session stays as it is, and is saved.")
    assert piped.sets == 1
    again = piped("q\n", "resume", "--plain")
    assert again.out.startswith("Going on with ")
    assert piped.sets == 1


def test_alone_it_goes_on_with_what_is_unfinished_or_starts(piped: Piped) -> None:
    assert "0 of " in piped("8/8\nq\n", "--plain").out
    assert "Going on with " in piped("q\n", "--plain").out
    assert piped("", "--plain", "start").status == OK


def test_the_setting_makes_it_the_usual_way(piped: Piped) -> None:
    piped.set("plain = true")
    assert "0 of " in piped("8/8\nq\n").out
    assert "Going on with " in piped("q\n", "resume").out
    told = piped("", "--no-plain")
    assert (told.status, told.out) == (MISUSED, "")


def test_what_cannot_be_begun_is_one_line(piped: Piped) -> None:
    told = piped("", "resume", "--plain")
    assert (told.status, told.out) == (FAILED, "")
    assert "no unfinished session" in told.err


def test_a_dumb_terminal_is_told_of_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert "runlift --plain" in ran([], capsys).err


def test_lines_break_between_words_where_the_terminal_ends(
    piped: Piped, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = max(map(len, piped("?\n", "--plain").out.splitlines()))
    assert long > 100
    monkeypatch.setenv("COLUMNS", "60")
    told = piped("?\n", "--plain").out
    assert max(map(len, told.splitlines())) <= 60
    assert "so 2 x 24" in " ".join(told.split())


def test_a_newcomer_is_asked_first_and_only_once(newcomer: Piped) -> None:
    told = newcomer(
        "\nmaybe\nyes\nadvanced\nk\n2.5.5\n8 12 16\n-8\nbar 20 10 5\n\n9/8\n", "--plain", "start"
    )
    assert (told.status, told.err) == (OK, "")
    for said in ("Is one of these true of you?", "Heart or blood pressure"):
        assert said in told.out
    assert "“maybe” is no answer here." in told.out
    assert "Type 1, 2, 3; Enter: beginner." in told.out
    assert newcomer.sets == 1
    found = Store(newcomer.folder, SystemClock()).desk.athlete()
    assert found.asked
    assert found.ask_first
    assert found.level is Level.ADVANCED
    assert "Your weights: 8, 12 and 16 kg." in told.out
    assert "Your bar: 20 kg, with pairs of 10 and 5 kg" in told.out
    assert list(found.weights.list_kg) == [12, 16]
    assert found.bar == Barbell(bar_kg=20, plates_kg=(10, 5))
    assert "Is one of these" not in newcomer("q\n", "--plain").out


def test_who_leaves_the_questions_begins_nothing(newcomer: Piped) -> None:
    for typed in ("", "q\n", "n\nq\n"):
        told = newcomer(typed, "--plain", "start", "--level", "beginner")
        assert (told.status, told.err) == (OK, "")
        assert told.out.splitlines()[-1].startswith("Nothing was begun; ")
    assert Store(newcomer.folder, SystemClock()).sessions.unfinished() is None


def test_who_trains_again_too_early_is_told_before_the_first_set(piped: Piped) -> None:
    first = piped("8/8\nf\ny\n7\n\n\n", "--plain", "start")
    assert "Early" not in first.out
    broken_off = piped("q\n", "--plain", "start")
    assert "Early" not in broken_off.out, "less than half of a session is none"
    piped("8/8\n\n" * 9 + "f\ny\n7\n\n\n", "--plain", "resume")
    again = piped("q\n", "--plain", "start")
    early = "Early: trained today; 48 hours between sessions (our own rule)."
    assert again.out.splitlines()[0] == early


def test_a_start_beside_one_that_is_ending_waits_a_moment_for_the_folder(
    piped: Piped, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Store(piped.folder, SystemClock())
    other.open()
    monkeypatch.setattr(lock, "sleep", lambda _: None)
    told = piped("q\n", "--plain", "start", "--level", "beginner")
    assert told.status == FAILED
    assert "this one can only look" in told.err
    monkeypatch.setattr(lock, "sleep", lambda _: other.close())
    assert piped("q\n", "--plain", "start", "--level", "beginner").status == OK
