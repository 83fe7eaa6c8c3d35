"""`runlift keys`: the table of the README, with the athlete's own keys."""

import tomllib
from pathlib import Path

from runlift_tui.commands.printing import OK
from runlift_tui.core.keys.actions import ROWS, SCREENS, help_lines
from runlift_tui.core.keys.own_keys import shipped_keys
from tests.commands.running import Run


def test_the_table_of_the_readme(run: Run) -> None:
    status, out, err = run("keys")
    assert status == OK
    assert not err
    rows = [line.split("  ") for line in out.splitlines()]
    lines = shipped_keys().lines(help_lines("session"))
    assert [row[-1].strip() for row in rows] == [line.word for line in lines]
    assert out.startswith("space")


def test_every_screen(run: Run) -> None:
    out = run("keys", "--all").out
    assert [block.splitlines()[0] for block in out.split("\n\n")] == [s.title for s in SCREENS]


def test_the_ids_are_what_the_settings_take(run: Run, data: Path) -> None:
    data.mkdir()
    config = data / "config.toml"
    config.write_text('[keys]\n"session.pause" = "f9"\n')
    _, out, err = run("keys", "--ids")
    assert not err
    assert '"session.pause" = ["f9"]' in out
    assert tuple(tomllib.loads(out)["keys"]) == tuple(ROWS)
    config.write_text(out)
    assert run("keys", "--ids") == (OK, out, "")


def test_own_keys_and_what_cannot_be(run: Run, data: Path) -> None:
    data.mkdir()
    config = data / "config.toml"
    config.write_text('[keys]\n"session.pause" = "f9"\n"session.puase" = "f8"\n')
    status, out, err = run("keys")
    assert status == OK
    assert any(line.split()[0] == "F9" and "pause" in line for line in out.splitlines())
    assert f"{config}:3" in err
    assert "did you mean session.pause?" in err


def test_what_own_keys_have_taken_is_said_and_is_no_mistake(run: Run, data: Path) -> None:
    data.mkdir()
    (data / "config.toml").write_text('[keys]\n"history.exercise" = ["x"]\n')
    status, out, err = run("keys", "--ids")
    assert status == OK
    assert '"history.exercise" = ["x"]' in out
    assert '# "history.swap" = []' in out
    said = "x is your own key for history.exercise, and no more that of history.swap"
    assert err == f"runlift: {said}: that has no key now.\n"
    assert "history.swap" not in run("doctor").out


def test_a_theme_that_there_is_none_of_is_told_with_the_other_mistakes(
    run: Run, data: Path
) -> None:
    data.mkdir()
    config = data / "config.toml"
    config.write_text('[settings]\ntheme = "pink"\n[keys]\n"session.pause" = "f9"\n')
    assert f"{config}: there is no theme " in run("keys").err
    config.write_text('[settings]\ntheme = "nord"\n')
    assert not run("keys").err


def test_the_help_says_where_the_file_is(run: Run, data: Path) -> None:
    assert str(data / "config.toml") in run("--help").out
