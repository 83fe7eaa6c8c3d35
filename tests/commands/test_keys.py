"""`runlift keys`: the table of the README, with the athlete's own keys."""

import tomllib
from pathlib import Path

import pytest

from runlift_tui.cli import main
from runlift_tui.commands.printing import OK
from runlift_tui.core.keys.actions import ROWS, SCREENS, help_lines


def run(argv: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """Return what is said on standard output and on standard error."""
    assert main(argv) == OK
    told = capsys.readouterr()
    return told.out, told.err


def test_the_table_of_the_readme(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, err = run(["keys", "--data-dir", str(tmp_path)], capsys)
    assert not err
    rows = [line.split("  ") for line in out.splitlines()]
    assert [row[-1].strip() for row in rows] == [line.word for line in help_lines("session")]
    assert out.startswith("space")


def test_every_screen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = run(["keys", "--all", "--data-dir", str(tmp_path)], capsys)
    assert [block.splitlines()[0] for block in out.split("\n\n")] == [s.title for s in SCREENS]


def test_the_ids_are_what_the_settings_take(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[keys]\n"session.pause" = "f9"\n')
    out, err = run(["keys", "--ids", "--data-dir", str(tmp_path)], capsys)
    assert not err
    assert '"session.pause" = ["f9"]' in out
    assert tuple(tomllib.loads(out)["keys"]) == tuple(ROWS)
    config.write_text(out)
    assert run(["keys", "--ids", "--data-dir", str(tmp_path)], capsys) == (out, "")


def test_own_keys_and_what_cannot_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[keys]\n"session.pause" = "f9"\n"session.puase" = "f8"\n')
    out, err = run(["keys", "--data-dir", str(tmp_path)], capsys)
    assert any(line.split()[0] == "F9" and "pause" in line for line in out.splitlines())
    assert f"{config}:3" in err
    assert "did you mean session.pause?" in err


def test_the_help_says_where_the_file_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["--data-dir", str(tmp_path), "--help"])
    assert str(tmp_path / "config.toml") in capsys.readouterr().out
