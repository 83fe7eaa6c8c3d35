from pathlib import Path

from runlift_tui.core.keys.actions import help_lines

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_keys_of_the_readme_are_those_of_the_program() -> None:
    rows = [f"| `{line.key}` | {line.word} |" for line in help_lines("session")]
    table = README.split("<!-- keys end -->")[0].split("|---|---|\n")[-1].strip().splitlines()
    assert table == rows


def test_every_picture_is_there() -> None:
    pictures = [part.split(")")[0] for part in README.split("](assets/")[1:]]
    assert pictures
    for name in pictures:
        assert (Path(__file__).parents[1] / "assets" / name).read_text().startswith("<svg")


def test_nothing_is_claimed_that_no_source_supports() -> None:
    assert "over a minute" not in README
    assert "5x" not in README
