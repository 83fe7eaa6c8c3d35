"""What another machine carried here: of what cannot be, nothing comes to a page."""

import pytest

from tests import impossible
from tests.commands.running import Run
from tests.store.sync.machines import TestMachine

COMMANDS = ("history", "runs", "progress", "exercises", "routines", "card", "plan", "export")


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> TestMachine:
    """A machine that met one in whose folder everything lies that cannot be."""
    folder = tmp_path_factory.mktemp("carried")
    here = TestMachine(folder, folder / "shared", "gym-laptop")
    impossible.haunted(here.folder)
    here.on()
    here.meet()
    there = TestMachine(folder, folder / "shared", "home-desktop")
    there.on()
    there.meet()
    return there


def test_what_can_be_comes_and_nothing_else(other: TestMachine) -> None:
    assert set(other.sessions()) == {"good", "../../../etc/passwd"}
    assert other.runs() == {"good"}
    held = [each.read_bytes() for each in (other.folder / "history").iterdir()]
    assert held
    for each in (impossible.LONG, str(impossible.HUGE), "1e+300", "9999-12-31", "0001-01-01"):
        assert not [data for data in held if each.encode() in data], each[:20]


@pytest.mark.parametrize("words", COMMANDS)
def test_every_command_works_there(run: Run, other: TestMachine, words: str) -> None:
    ran = run(words, data=str(other.folder))
    assert ran.status == 0, ran.err[-2000:]
    assert all(len(line) < 600 for line in ran.err.splitlines())
    if words == "card":
        assert "checks under athlete in library.json makes no sense" in ran.err
