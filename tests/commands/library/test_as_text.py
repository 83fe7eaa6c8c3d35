"""Exercises and routines out as text and back: whole, or not at all."""

import io
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from runlift_tui.cli import main
from runlift_tui.clock import SystemClock
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.shelf import Edit, MyExercise
from runlift_tui.core.routines.routine import Routine
from runlift_tui.core.routines.shipped import SHIPPED
from runlift_tui.core.routines.text import routine_plain
from runlift_tui.core.words.text import safe_text
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.library.library import Library
from runlift_tui.store.library.rows import write_edit
from runlift_tui.store.store import Store
from runlift_tui.store.text.toml_text import toml_text
from tests.commands.running import Run
from tests.core.builders import library
from tests.core.shelves import exercises, routines
from tests.sweep import examples


def stored(data: Path) -> bytes:
    """Return the bytes of the library, empty where there is none."""
    path = data / "library.json"
    return path.read_bytes() if path.exists() else b""


def test_every_exercise_is_exported_and_comes_back_as_it_was(run: Run, data: Path) -> None:
    text = run("exercises", "export")
    assert (text.status, text.err) == (0, "")
    assert [row["id"] for row in tomllib.loads(text.out)["exercises"]] == list(library())
    assert all(len(line) <= 88 for line in text.out.split("[[exercises]]")[0].splitlines())
    back = run("exercises", "import", "-", stdin=text.out)
    assert back == (0, f"0 added, 0 changed, {len(library())} as they were.\n", "")
    assert stored(data) == b""


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("words", ["exercises", "routines"])
def test_what_a_shell_made_utf_16_of_comes_back(
    run: Run, tmp_path: Path, words: str, encoding: str
) -> None:
    file = tmp_path / "wide.toml"
    named = ["pairs"] if words == "routines" else []
    assert run(words, "export", *named, "-o", str(file)) == (0, "", "")
    text = file.read_text(encoding="utf-8")
    mark = "" if encoding == "utf-8-sig" else "\ufeff"
    file.write_bytes(f"{mark}{text}".replace("\n", "\r\n").encode(encoding))
    back = run(words, "import", str(file))
    assert (back.status, back.err) == (0, "")


def test_a_list_does_not_belong_into_the_data_folder(run: Run, data: Path) -> None:
    done = run("exercises", "export", "-o", str(data / "list.toml"))
    assert (done.status, done.out) == (2, "")
    assert "does not belong into the data folder" in done.err


@pytest.mark.parametrize("id_", ["runner-lower-body", "pairs", "minimal-25"])
def test_a_shipped_routine_is_exported_and_comes_back_as_it_was(
    run: Run, data: Path, tmp_path: Path, id_: str
) -> None:
    text = run("routines", "export", id_)
    assert (text.status, text.err) == (0, "")
    assert tomllib.loads(text.out)["id"] == id_
    file = tmp_path / "routine.toml"
    file.write_text(text.out, encoding="utf-8")
    back = run("routines", "import", str(file))
    assert back.status == 0
    assert back.out.endswith(" is as it was.\n")
    assert stored(data) == b""


def test_a_changed_routine_becomes_the_athletes_own(run: Run, data: Path) -> None:
    text = run("routines", "export", "runner-lower-body").out
    changed = text.replace('exercise = "step-up-low"', 'exercise = "split-squat"')
    assert changed != text
    assert run("routines", "import", "-", stdin=changed).out == (
        "Changed Runner's lower body (runner-lower-body).\n"
        "it comes back as it ships with r among the routines.\n"
    )
    again = run("routines", "export", "runner-lower-body").out
    assert '"split-squat"  # Split squat' in again
    assert tomllib.loads(again) == tomllib.loads(changed)
    back = run("routines", "import", "-", stdin=text).out
    assert back == "Changed Runner's lower body (runner-lower-body).\n"
    assert run("routines", "export", "runner-lower-body").out == text
    assert not Library(str(data / "library.json")).snapshot()["routines"]


def test_exercises_are_added_and_changed(run: Run) -> None:
    text = '[[exercises]]\nname = "Wall sit, one leg"\nmeasure = "hold"\n'
    text += '[[exercises]]\nid = "plank"\nname = "Front plank"\nmeasure = "hold"\n'
    assert run("exercises", "import", "-", stdin=text).out == (
        "1 added, 1 changed, 0 as they were.\n"
        "added wall-sit-one-leg, Wall sit, one leg.\n"
        "changed plank, Front plank.\n"
        "a built-in comes back as it ships with r among the exercises.\n"
    )
    rows = tomllib.loads(run("exercises", "export").out)["exercises"]
    assert {"id": "wall-sit-one-leg", "name": "Wall sit, one leg"}.items() <= rows[-1].items()
    assert [row["name"] for row in rows if row["id"] == "plank"] == ["Front plank"]


def test_a_faulty_file_is_refused_whole_with_every_fault_by_its_line(
    run: Run, data: Path, tmp_path: Path
) -> None:
    run("exercises", "import", "-", stdin='[[exercises]]\nname = "Before"\n')
    before = stored(data)
    file = tmp_path / "faulty.toml"
    text = run("routines", "export", "runner-lower-body").out
    for old, new in [
        ('"dead-bug"  #', '"dead-bg"  #'),
        ('half_of = "B1"', 'half_of = "B3"'),
        ('priming_rest = "', 'primin_rest = "'),
        ("rounds = 3", "rounds = 30"),
    ]:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    lines = text.splitlines()

    def line(part: str) -> int:
        return next(
            n for n, each in enumerate(lines, 1) if part in each and not each.startswith("#")
        )

    assert run("routines", "import", str(file)) == (
        1,
        "",
        f"runlift: {file}:{line('dead-bg')}: blocks[0].slots[0].exercise: there is no exercise "
        '"dead-bg", did you mean dead-bug?\n'
        f"runlift: {file}:{line('rounds = 30')}: blocks[1].rounds: rounds go from 1 to 9, not 30\n"
        f"runlift: {file}:{line('primin_rest')}: blocks[1].slots[0].primin_rest: unknown key, "
        "did you mean priming_rest?\n"
        f"runlift: {file}:{line('half_of = ')}: blocks[1].slots[1].half_of: "
        "B3 comes later in the round\n"
        "runlift: nothing was imported.\n",
    )
    assert stored(data) == before


def test_one_fault_keeps_every_exercise_out(run: Run, data: Path) -> None:
    text = '[[exercises]]\nname = "Good"\n\n[[exercises]]\nname = "Bad"\nmeasure = "mile"\n'
    assert run("exercises", "import", "-", stdin=text) == (
        1,
        "",
        'runlift: stdin:6: exercises[1].measure: "mile" is none of reps, hold, metres. '
        "Nothing was imported.\n",
    )
    assert stored(data) == b""


def test_a_text_that_is_no_toml_is_refused_by_line_and_column(run: Run) -> None:
    ran = run("routines", "import", "-", stdin='name = "x"\nblocks = \n')
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == (
        "runlift: stdin:2:10: this is no value; a text stands in quotes. Nothing was imported.\n"
    )
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("command", ["exercises", "routines"])
def test_what_cannot_be_read_is_refused_in_one_line(
    run: Run, data: Path, tmp_path: Path, command: str
) -> None:
    for path in (tmp_path, tmp_path / "missing"):
        ran = run(command, "import", str(path))
        assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
        assert ran.err.startswith(f"runlift: {path} ")
    assert run(command, "import", "-") == (
        1,
        "",
        "runlift: stdin is empty. Nothing was imported.\n",
    )
    assert not data.exists()


def test_beside_an_open_session_nothing_is_imported(run: Run, data: Path) -> None:
    other = DataFolder(data)
    other.create()
    other.lock.acquire()
    try:
        ran = run("exercises", "import", "-", stdin='[[exercises]]\nname = "Mine"\n')
        assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
        assert "has this data folder open" in ran.err
        assert ran.err.endswith("Nothing was imported.\n")
        assert run("exercises", "export").status == 0
    finally:
        other.lock.release()
    assert stored(data) == b""
    assert run("exercises", "import", "-", stdin='[[exercises]]\nname = "Mine"\n').status == 0
    act = Store(data, SystemClock()).acts.trail("exercises").newest()
    assert act is not None
    assert (act.told, act.before) == ("Added Mine", None), "u takes it back in the program"


def test_an_unknown_routine_offers_the_nearest_one(run: Run) -> None:
    ran = run("routines", "export", "runer-lower-body")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(
        "runlift: 'runer-lower-body' is unknown: did you mean runner-lower-body? There are "
    )


def test_what_is_left_out_is_asked_for_in_one_line(run: Run) -> None:
    ran = run("routines", "export")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_a_routine_is_exported_by_its_name_too(run: Run) -> None:
    assert run("routines", "export", "In pairs") == run("routines", "export", "pairs")


@pytest.mark.parametrize("words", [["routines"], ["routines", "list"]])
def test_routines_are_listed_by_id_and_name(run: Run, words: list[str]) -> None:
    text = run("routines", "export", "pairs").out.replace('id = "pairs"', 'id = "beach"', 1)
    added = run("routines", "import", "-", stdin=text.replace("In pairs", "Beach"))
    assert added.out == "Added Beach (beach).\n"
    rows = [line.split("  ") for line in run(*words).out.splitlines()]
    assert [row[0].strip() for row in rows] == ["id", *SHIPPED, "beach"]
    assert "Minimal dose" in run(*words).out
    assert " ".join(" ".join(rows[-1]).split()) == "beach Beach own"


def test_exercises_are_listed_by_id_and_name(run: Run) -> None:
    lines = run("exercises").out.splitlines()
    assert len(lines) == len(library()) + 1
    assert any(line.split() == ["dead-bug", "Dead", "bug"] for line in lines)
    assert run("exercises", "list").out.splitlines() == lines


def test_a_library_that_cannot_be_read_is_left_alone(run: Run, data: Path) -> None:
    data.mkdir()
    (data / "library.json").write_bytes(b'{"meta": {"1": {"schema": 99}}}')
    for words in (["export"], ["import", "-"]):
        ran = run("exercises", *words, stdin='[[exercises]]\nname = "Mine"\n')
        assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
        assert "schema 99" in ran.err
    assert stored(data) == b'{"meta": {"1": {"schema": 99}}}'


# Not shrunk: every try writes files.
@settings(examples(3, 10), phases=[Phase.generate])
@given(routines(), exercises())
@pytest.mark.sweep
def test_export_import_export_gives_the_same_text(made: Routine, own: Exercise) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, two = f"{folder}/one", f"{folder}/two"
        texts = [f"{folder}/{number}.toml" for number in range(3)]
        opened = DataFolder(one)
        opened.create()
        after = MyExercise(id=own.id, exercise=own, favourite=True)
        added = Edit(table="exercises", id=own.id, before=None, after=after, told="")
        write_edit(Library(opened.library), added)
        Path(texts[0]).write_text(toml_text(routine_plain(made), "", {}), encoding="utf-8")
        assert quietly("routines", "import", texts[0], "--data-dir", one) == (
            0,
            f"Added {safe_text(made.name)} ({made.id})",
        )
        for words in (["exercises", "export"], ["routines", "export", made.id]):
            _, first = quietly(*words, "--data-dir", one)
            Path(texts[1]).write_text(first, encoding="utf-8", newline="")
            for back in (one, two):
                assert quietly(words[0], "import", texts[1], "--data-dir", back)[0] == 0
                assert quietly(*words, "--data-dir", back) == (0, first)


def quietly(*words: str) -> tuple[int, str]:
    """Return the exit status of a command, and what it printed."""
    out, before = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n"), sys.stdout
    sys.stdout = out
    try:
        status = main(words)
    finally:
        sys.stdout = before
    out.flush()
    assert isinstance(out.buffer, io.BytesIO)
    return status, out.buffer.getvalue().decode().removesuffix(".\n") if status == 0 else ""


def test_a_reader_that_has_seen_enough_is_no_error(data: Path) -> None:
    command = [sys.executable, "-m", "runlift_tui", "exercises", "export", "--data-dir", str(data)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as export:
        assert export.stdout is not None
        assert export.stderr is not None
        assert export.stdout.read(10) == b"# RunLift'"
        export.stdout.close()
        assert export.stderr.read() == b""
        assert export.wait() == 0


def test_names_without_a_letter_of_an_id_do_not_write_over_each_other(run: Run) -> None:
    for name in ("深蹲", "硬拉", "Äöü", "深蹲"):
        assert (
            run("exercises", "import", "-", stdin=f'[[exercises]]\nname = "{name}"\n').status == 0
        )
    rows = tomllib.loads(run("exercises", "export").out)["exercises"][-3:]
    assert [(row["id"], row["name"]) for row in rows] == [
        ("exercise", "深蹲"),
        ("exercise-2", "硬拉"),
        ("exercise-3", "Äöü"),
    ]
    text = run("routines", "export", "minimal-25").out
    body = text[text.index("[[blocks]]") :]
    for name in ("深蹲", "硬拉"):
        ran = run("routines", "import", "-", stdin=f'name = "{name}"\n{body}')
        assert ran.status == 0, ran.err
    assert "硬拉" in run("routines", "export", "routine-2").out


def test_of_many_faults_the_first_are_told(run: Run) -> None:
    text = "".join(f'[[exercises]]\nname = "{n}"\nmeasure = "mile"\n' for n in range(231))
    lines = run("exercises", "import", "-", stdin=text).err.splitlines()
    assert len(lines) == 11
    assert lines[-1] == "runlift: and 221 more; nothing was imported."
