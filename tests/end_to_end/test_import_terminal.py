"""`runlift import` in a real terminal: what is asked, ctrl+c at any time, and what is in then."""

import json
from pathlib import Path
from typing import Any

from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.library.library import IMPORTS, Library
from tests.end_to_end.test_installed_command import terminal
from tests.exchange.reading import SAMPLES

STRONG, HEVY = f"{SAMPLES / 'strong-ios.csv'}", f"{SAMPLES / 'hevy.csv'}"


def imports(folder: Path) -> list[Any]:
    return list(Library(DataFolder(folder).library).snapshot().get(IMPORTS, {}).values())


def test_what_is_missing_is_asked_and_enter_is_the_guess(tmp_path: Path) -> None:
    with terminal(tmp_path, "import", STRONG) as here:
        here.wait_for("Its weights have no unit: kg or lb?", "kg / lb [kg]")
        here.press("lb\r")
        here.wait_for("Is a dumbbell's weight that of each of two")
        here.press("\r")
        here.wait_for("Are reps on one leg those of each leg")
        here.press("\r")
        here.wait_for("Enter imports it, n leaves it.")
        assert imports(tmp_path) == []
        here.press("\r")
        here.wait_for("2 taken in. runlift import --undo takes it back.")
        assert here.ended() == 0
    (row,) = imports(tmp_path)
    assert row["files"][0]["figures"]["unit_from"] == "asked"


def test_a_program_that_reads_the_json_sees_what_was_asked(tmp_path: Path) -> None:
    with terminal(tmp_path, "import", STRONG, "--json", "--dry-run") as here:
        here.wait_for("Its weights have no unit: kg or lb?")
        here.press("kg\r\r\r")
        assert here.ended() == 0
        said = json.loads(here.raw[here.raw.index("{\r\n") :])
    assert (said["files"][0]["unit"], said["files"][0]["unit_from"]) == ("kg", "asked")
    assert not (tmp_path / "library.json").exists()


def test_ctrl_c_ends_it_with_nothing_in(tmp_path: Path) -> None:
    for words, shown in (
        ((STRONG,), "Its weights have no unit"),
        ((HEVY, "--sides", "each", "--dumbbells", "total"), "Enter imports it"),
    ):
        with terminal(tmp_path, "import", *words) as here:
            here.wait_for(shown)
            here.press("\x03")
            here.wait_for("interrupted: nothing was imported.")
            assert here.ended() == 130
    assert imports(tmp_path) == []
