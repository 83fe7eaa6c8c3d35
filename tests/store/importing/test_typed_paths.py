"""Paths as they are typed, pasted and dropped."""

from pathlib import Path

import pytest

from runlift_tui.store.importing.typed_paths import completed, paths_in


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("/a/b.csv", ["/a/b.csv"]),
        ("'/a b/c.csv' /d.fit", ["/a b/c.csv", "/d.fit"]),
        pytest.param(r"/a\ b/c.csv", ["/a b/c.csv"], marks=pytest.mark.posix),
        pytest.param("file:///a%20b/c.csv", ["/a b/c.csv"], marks=pytest.mark.posix),
        ('"/a/b.csv" "/a/b.csv"', ["/a/b.csv"]),
        ("", []),
    ],
)
def test_what_a_line_means(text: str, paths: list[str]) -> None:
    assert paths_in(text) == paths


def test_a_file_whose_name_has_spaces_is_one_and_a_star_is_many(tmp_path: Path) -> None:
    for name in ("my export.csv", "a.fit", "b.fit"):
        (tmp_path / name).write_text("")
    assert paths_in(f"{tmp_path}/my export.csv") == [f"{tmp_path}/my export.csv"]
    assert paths_in(f"{tmp_path}/*.fit") == [str(tmp_path / "a.fit"), str(tmp_path / "b.fit")]


def test_a_path_is_completed_as_far_as_there_is_one_way(tmp_path: Path) -> None:
    for name in ("run-1.fit", "run-2.fit"):
        (tmp_path / name).write_text("")
    assert completed(f"{tmp_path}/r") == (f"{tmp_path}/run-", ("run-1.fit", "run-2.fit"))
    assert completed(f"{tmp_path}/x") == (f"{tmp_path}/x", ())


@pytest.mark.posix
def test_a_path_with_spaces_that_nobody_quoted_is_completed(tmp_path: Path) -> None:
    folder = tmp_path / "my files"
    folder.mkdir()
    (folder / "my hevy.csv").write_text("")
    escaped = rf"{tmp_path}/my\ files/my\ hevy.csv"
    line, names = completed(f"{folder}/my h")
    assert (line, names) == (escaped, ("my hevy.csv",))
    assert paths_in(line) == [f"{folder}/my hevy.csv"]
    assert completed(rf"{tmp_path}/my\ files/my")[0] == escaped


@pytest.mark.parametrize("quote", ["", '"'])
def test_it_is_completed_in_quotes_where_a_backslash_parts_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quote: str
) -> None:
    monkeypatch.setattr("runlift_tui.store.importing.typed_paths._ESCAPES", False)
    (tmp_path / "my hevy.csv").write_text("")
    line, names = completed(f"{quote}{tmp_path}/my h")
    assert (line, names) == (f'"{tmp_path}/my hevy.csv', ("my hevy.csv",))
    assert paths_in(line) == paths_in(line + '"') == [f"{tmp_path}/my hevy.csv"]
