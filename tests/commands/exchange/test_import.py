"""`runlift import`: twice is once, whole or not at all, and out again."""

import json
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from runlift_tui.commands.exchange.held_off import HeldOff
from runlift_tui.commands.exchange.how_far import Progress
from runlift_tui.exchange.out.fit_bytes import ENUM, UINT16, FitBytes, FitField
from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import Unwritable
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.years import History
from tests.commands.running import Run
from tests.exchange.fits import run_file
from tests.exchange.reading import SAMPLES
from tests.exchange.running.test_run_files import APPLE, zipped

STRONG, HEVY = f"{SAMPLES / 'strong-ios.csv'}", f"{SAMPLES / 'hevy.csv'}"
ZONE = ("--timezone", "Europe/Berlin")


def said(run: Run, *words: str, status: int = 0) -> Any:
    ran = run("import", *words, *ZONE, "--json")
    assert ran.status == status, ran.err
    return json.loads(ran.out)


def years(folder: DataFolder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder.history).glob("*.json")}


def test_twice_is_once(run: Run, folder: DataFolder) -> None:
    first = said(run, STRONG, HEVY, "--unit", "kg")
    assert first["total"] == {
        "sessions": 4,
        "sets": 15,
        "warm_ups": 2,
        "runs": 0,
        "skipped": 8,
        "new": 4,
        "already": 0,
        "changed": 0,
        "unmatched": 3,
    }
    before = years(folder)
    again = said(run, HEVY, STRONG, "--unit", "kg")
    assert (again["total"]["new"], again["total"]["already"]) == (0, 4)
    assert again["total"] | {"new": 4, "already": 0} == first["total"]
    assert again["import"] is None
    other = said(run, STRONG, "--unit", "lb")
    assert (other["total"]["new"], other["total"]["changed"]) == (0, 2)
    zone = ("--unit", "kg", "--timezone", "America/New_York", "--json")
    moved = json.loads(run("import", STRONG, HEVY, *zone).out)
    assert (moved["total"]["new"], moved["total"]["already"]) == (0, 4)
    assert years(folder) == before


def test_a_dry_run_writes_nothing(run: Run, data: Path) -> None:
    dry = said(run, STRONG, "--unit", "kg", "--dry-run")
    assert (dry["dry_run"], dry["import"], dry["total"]["new"]) == (True, None, 2)
    assert not data.exists()
    wet = said(run, STRONG, "--unit", "kg")
    assert wet["files"] == dry["files"]


def test_undo_takes_all_of_it_and_once(run: Run, folder: DataFolder) -> None:
    said(run, HEVY)
    before = years(folder)
    said(run, STRONG, "--unit", "kg")
    back = run("import", "--undo")
    assert (back.status, back.out) == (0, "2 sessions and 0 runs taken out again.\n")
    assert years(folder) == before
    assert run("import", "--undo").status == 0
    assert years(folder) == {}
    nothing = run("import", "--undo")
    assert (nothing.status, nothing.err) == (1, "runlift: There is no import to undo.\n")
    assert said(run, HEVY)["total"]["new"] == 2


def test_a_question_without_its_option_is_a_misuse_and_the_good_file_is_in(run: Run) -> None:
    ran = run("import", STRONG, HEVY, *ZONE)
    assert ran.status == 2
    assert ran.err == (
        f"runlift: {STRONG}: the weights have no unit: say --unit kg or --unit lb. "
        "Nothing of it was imported.\n"
    )
    assert said(run, HEVY)["total"]["already"] == 2
    asked = said(run, STRONG, status=2)
    assert asked["files"][0]["questions"] == ["unit"]
    assert asked["files"][0]["volume_kg"] is None


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "it is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "it is an image"),
        (b"<!DOCTYPE html><html></html>", "it is a web page"),
        (b"a,b,c\n1,2,3\n", "nothing in its first line is known; RunLift reads Strong"),
        (b"\xff\xfe\xff", "it is not text in UTF-8"),
        (b"\x1f\x8b\x08broken", "the packed file is"),
        (b"PK\x03\x04broken", "the archive is damaged"),
    ],
)
def test_a_file_that_is_no_good_is_named_and_the_others_are_in(
    run: Run, tmp_path: Path, content: bytes, what: str
) -> None:
    file = tmp_path / "theirs"
    file.write_bytes(content)
    ran = run("import", f"{file}", HEVY, *ZONE)
    assert ran.status == 1
    assert ran.err.startswith(f"runlift: {file}: {what}")
    assert ran.err.endswith(". Nothing of it was imported.\n")
    assert said(run, HEVY)["total"]["already"] == 2


def test_what_cannot_be_meant(run: Run, tmp_path: Path) -> None:
    for words in (("--timezone", "Mars/Olympus"), ("--from", "hevi"), ("--unit", "stone")):
        ran = run("import", HEVY, *words)
        assert (ran.status, ran.out) == (2, ""), words
    assert run("import").status == 2
    ran = run("import", HEVY, "--from", "strong")
    assert (ran.status, "it is no file of strong's" in ran.err) == (2, True)
    ran = run("import", f"{SAMPLES / 'run.fit'}", "--from", "gpx")
    assert (ran.status, "it is no file of gpx's" in ran.err) == (2, True)
    assert run("import", f"{tmp_path}").status == 1


def test_imported_sessions_open_no_gate(run: Run, folder: DataFolder) -> None:
    from runlift_tui.clock import ManualClock
    from runlift_tui.store.store import Store

    said(run, HEVY)
    facts = Store(folder.path, ManualClock()).facts()
    assert (facts.sessions, facts.first, facts.last, facts.outings) == (0, None, None, ())
    assert {time.exercise for time in facts.last_times} == {"x-dead-bug", "wall-sit", "deadlift"}
    assert "step-up" not in facts.best
    listed = json.loads(run("history", "--json").out)
    assert [each["source"]["format"] for each in listed] == ["hevy", "hevy"]


def test_the_history_names_where_a_session_came_from(run: Run, two_sessions: None) -> None:
    assert "from" not in run("history").out.splitlines()[0].split()
    said(run, f"{SAMPLES / 'hevy.csv'}")
    head, *rows = run("history").out.splitlines()
    assert head.split()[-1] == "from"
    assert [row.rstrip().endswith("Hevy") for row in rows].count(True) == 2


def test_own_names_are_mapped(run: Run, folder: DataFolder, tmp_path: Path) -> None:
    file = tmp_path / "names.toml"
    file.write_text('"Dead bug" = "dead-bug"\n', encoding="utf-8")
    assert said(run, HEVY, "--map", f"{file}")["files"][0]["unmatched"] == []
    file.write_text('"Dead bug" = "deadbug"\n', encoding="utf-8")
    assert run("import", HEVY, "--map", f"{file}").status == 2


def test_runs_of_all_formats_are_one_history(run: Run, data: Path, tmp_path: Path) -> None:
    fit, table = tmp_path / "a.fit", tmp_path / "runs.csv"
    fit.write_bytes(run_file(points=3))
    table.write_text(
        "Date,Type,Route Name,Distance (km),Duration\n"
        "2026-03-02 18:05:01,Running,,4.98,24:58\n"
        "2026-03-05 18:05:01,Running,,9.98,54:58\n"
    )
    assert run("run", "2026-03-05 10k 55:00 easy").status == 0
    first = said(run, f"{fit}", f"{table}")
    assert [(each["new"], each["already"]) for each in first["files"]] == [(1, 0), (0, 2)]
    listed = json.loads(run("runs", "--json").out)
    assert [(each["day"], each["kind"]) for each in listed] == [
        ("2026-03-05", "easy"),
        ("2026-03-02", None),
    ]
    assert "unsaid" in run("runs").out
    assert said(run, f"{fit}", "--timezone", "Asia/Tokyo")["total"]["new"] == 0
    assert run("import", "--undo").out == "0 sessions and 1 run taken out again.\n"
    assert len(json.loads(run("runs", "--json").out)) == 1


def test_a_big_export_of_apple_health_is_read_in_pieces(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts: list[float] = []
    monkeypatch.setattr("runlift_tui.commands.exchange.asking._SHOWN_AFTER_S", -1)
    monkeypatch.setattr(Progress, "tell", lambda _, part: parts.append(part))
    file = tmp_path / "export.xml"
    file.write_text(APPLE.replace(" <Record", " <Record a='b'/>\n" * 90_000 + " <Record", 1))
    assert said(run, f"{file}")["total"]["runs"] == 2
    assert parts == sorted(parts)
    assert 0 < max(parts) <= 1
    packed = tmp_path / "export.zip"
    packed.write_bytes(zipped(("apple_health_export/export.xml", file.read_bytes())))
    assert said(run, f"{packed}")["total"]["already"] == 2
    file.write_text(APPLE[:-40])
    assert said(run, f"{file}", status=1)["files"][0]["error"].endswith("it is cut off")


def test_out_and_back_in_adds_nothing(run: Run, two_sessions: None, tmp_path: Path) -> None:
    fits = tmp_path / "fits"
    fits.mkdir()
    assert run("export", "--format", "fit", "-o", f"{fits}").out == "2 activities written.\n"
    assert len(list(fits.iterdir())) == 2
    for form in ("hevy-csv", "strong-csv"):
        whole = run("export", "--format", form)
        one = run("export", "--format", form, "--session", "last")
        since = run("export", "--format", form, "--since", "2026-01-06")
        assert whole.out.count("\n") > since.out.count("\n") == one.out.count("\n") == 2
    assert run("export", "--format", "csv", "--until", "2026-01-06").out.count("\n") == 3
    for day in ("6 jan 2026", "6.1.2026", "Tue 6 Jan 2026"):
        assert run("export", "--format", "csv", "--until", day).out.count("\n") == 3
    assert run("export", "--format", "csv", "--until", "2099-01-01").status == 0
    into = run("export", "--format", "strong-csv", "-o", f"{fits}")
    assert (into.status, (fits / "strong-kg.csv").exists()) == (0, True)


def test_a_way_out_that_cannot_be_meant(run: Run, two_sessions: None) -> None:
    for words in (
        ("--format", "fit"),
        ("--format", "csv", "--since", "someday"),
        ("--format", "hevy-csv", "--session", "none"),
        ("--session", "last"),
    ):
        ran = run("export", *words)
        assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1), words


class Killed(BaseException):
    """The program is gone."""


def ends_at_2026(patched: pytest.MonkeyPatch, error: BaseException) -> None:
    whole = files.replace_whole

    def refuse(path: str, data: bytes, *, keep_previous: bool, mode: int | None = None) -> None:
        if path.endswith("2026.json"):
            raise error
        whole(path, data, keep_previous=keep_previous, mode=mode)

    patched.setattr(files, "replace_whole", refuse)


def test_a_disk_that_refuses_in_the_middle_leaves_nothing_half_in(
    run: Run, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        refused = OSError(28, "No space left on device")
        ends_at_2026(patched, Unwritable("2026.json", refused))
        failed = run("import", STRONG, HEVY, "--unit", "kg", *ZONE)
        assert (failed.status, failed.out, failed.err.count("\n")) == (1, "", 1)
        assert "goes on once that is put right" in failed.err
    assert years(folder) == {}
    again = said(run, STRONG, HEVY, "--unit", "kg")
    assert [(each["new"], each["already"]) for each in again["files"]] == [(2, 0), (2, 0)]
    assert run("import", "--undo").status == 0
    assert run("import", "--undo").status == 1
    assert years(folder) == {}


def test_an_import_that_was_killed_in_the_middle_is_none_and_the_next_one_is_one(
    run: Run, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        ends_at_2026(patched, Killed())
        with pytest.raises(Killed):
            run("import", STRONG, HEVY, "--unit", "kg", *ZONE)
    assert set(years(folder)) == {"2025.json"}
    dry = said(run, STRONG, HEVY, "--unit", "kg", "--dry-run")
    assert (dry["total"]["new"], dry["total"]["already"]) == (4, 0)
    assert said(run, STRONG, HEVY, "--unit", "kg")["total"]["new"] == 4
    assert len(json.loads(run("imports", "--json").out)) == 1
    assert run("import", "--undo").out == "4 sessions and 0 runs taken out again.\n"
    assert years(folder) == {}


def killed_after(monkeypatch: pytest.MonkeyPatch, most: int, work: Callable[[], object]) -> bool:
    """Do a work, killed before it writes or removes one file too many; return whether it was."""
    done = 0

    def counted(change: Callable[..., None]) -> Callable[..., None]:
        def one(*words: Any, **more: Any) -> None:
            nonlocal done
            if done == most:
                raise Killed
            done += 1
            change(*words, **more)

        return one

    with monkeypatch.context() as patched:
        for name in ("replace_whole", "remove_whole"):
            patched.setattr(files, name, counted(getattr(files, name)))
        try:
            work()
        except Killed:
            return True
    return False


def test_killed_at_any_step_nothing_of_it_is_ever_shown(
    run: Run, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def there() -> tuple[int, int]:
        shown = json.loads(run("history", "--json").out)
        rows = json.loads(run("imports", "--json").out)
        return len(shown), sum(not row["undone"] for row in rows)

    said(run, STRONG, "--unit", "kg")
    before, steps, backs = years(folder), 0, 0
    while killed_after(monkeypatch, steps, lambda: run("import", HEVY)):
        # Whichever command comes next: it is none, or whole.
        assert there() in ((2, 1), (4, 2))
        if there() == (4, 2):
            assert run("import", "--undo").status == 0
        assert years(folder) == before
        steps += 1
    assert there() == (4, 2)
    while killed_after(monkeypatch, backs, lambda: run("import", "--undo")):
        assert there() in ((4, 2), (2, 1))
        if there() == (2, 1):
            assert said(run, HEVY)["total"]["new"] == 2
        backs += 1
    assert there() == (2, 1)
    assert (steps, backs) == (5, 5)


@pytest.mark.parametrize("older", [False, True])
def test_an_undo_that_was_killed_is_made_an_end_of_and_no_other_import_goes(
    run: Run, folder: DataFolder, monkeypatch: pytest.MonkeyPatch, older: bool
) -> None:
    stays = said(run, *((HEVY,) if older else (STRONG, "--unit", "kg")))["import"]
    # Before its first write nothing was begun.
    for killed in range(1, 5):
        goes = said(run, *((STRONG, "--unit", "kg") if older else (HEVY,)))["import"]
        last = said(run, f"{SAMPLES / 'run.gpx'}", "--sport", "run")["import"] if older else goes
        undo = ("import", "--undo", goes)
        assert killed_after(monkeypatch, killed, partial(run, *undo))
        end = run("import", "--undo", *(("--json",) if killed % 2 else ()))
        assert (end.status, end.err) == (0, "")
        rows = json.loads(run("imports", "--json").out)
        standing = {row["id"] for row in rows if not row["undone"]}
        assert standing == {stays, last} - {goes}
        assert len(json.loads(run("history", "--json").out)) == 2
        if older:
            assert run("import", "--undo", last).status == 0
    assert not killed_after(monkeypatch, 5, lambda: run("import", "--undo"))


def test_an_import_that_was_killed_is_what_an_undo_takes_back(
    run: Run, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = said(run, STRONG, "--unit", "kg")["import"]
    before, killed = years(folder), 1  # before its first write nothing was begun
    while killed_after(monkeypatch, killed, lambda: run("import", HEVY)):
        assert run("import", "--undo").status == 0
        rows = json.loads(run("imports", "--json").out)
        assert [row["id"] for row in rows if not row["undone"]] == [first]
        assert years(folder) == before
        killed += 1
    assert killed == 5


def test_another_undo_makes_an_end_of_the_one_that_was_killed_first(
    run: Run, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = said(run, STRONG, "--unit", "kg")["import"]
    said(run, HEVY)
    assert killed_after(monkeypatch, 2, lambda: run("import", "--undo"))
    end = run("import", "--undo", first)
    assert (end.status, end.out) == (0, "2 sessions and 0 runs taken out again.\n")
    assert end.err == "runlift: An import was being taken back: the rest of it is out now.\n"
    assert years(folder) == {}
    assert run("import", "--undo").status == 1


def test_reps_on_one_leg_and_dumbbells_are_remembered_by_name(run: Run, folder: DataFolder) -> None:
    first = said(run, HEVY, "--sides", "each", "--dumbbells", "each")
    assert first["total"]["new"] == 2
    before = years(folder)
    again = said(run, HEVY)
    assert (again["total"]["already"], again["total"]["changed"]) == (2, 0)
    assert run("import", "--undo").status == 0
    assert said(run, HEVY, "--dry-run")["total"]["new"] == 2
    assert said(run, HEVY)["total"]["new"] == 2
    rows = [row for document in History(folder.history).documents() for row in document["sets"]]
    assert {row["source"]["sides"] for row in rows if "sides" in row.get("source", {})} == {"each"}
    assert {name: len(data) for name, data in years(folder).items()} == {
        name: len(data) for name, data in before.items()
    }
    other = said(run, HEVY, "--sides", "total")
    assert other["total"]["changed"] > 0


def test_an_exercise_says_why_it_has_no_best_set(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "old.csv"
    table.write_text(
        "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n"
        "2026-03-02,Bulgarian Split Squat (Dumbbell),Legs,20,8,,,\n"
    )
    said(run, f"{table}", "--sides", "total")
    assert "No best set: nobody said" in " ".join(run("exercise", "rfe-split-squat").out.split())
    said(run, "--undo")
    said(run, f"{table}", "--sides", "each")
    assert "No best set" not in run("exercise", "rfe-split-squat").out


def entries(file: Any) -> int:
    return int(file["sets"] + file["warm_ups"] + file["runs"] + file["skipped"])


def test_an_archive_of_strength_and_runs(run: Run, tmp_path: Path, folder: DataFolder) -> None:
    names = ("hevy.csv", "run.fit", "run.gpx", "strong-ios.csv")
    mixed = tmp_path / "all.zip"
    mixed.write_bytes(zipped(*((name, (SAMPLES / name).read_bytes()) for name in names)))
    found = said(run, f"{mixed}", "--unit", "kg")["files"][0]
    assert (found["sessions"], found["runs"], found["new"]) == (4, 1, 5)
    assert found["skipped_why"]["overlap"] == 1
    sources = {row["source"]["format"] for row in History(folder.history).documents()}
    assert sources == {"hevy", "strong"}
    alone = said(run, *(f"{SAMPLES / name}" for name in names), "--unit", "kg")
    assert (alone["total"]["new"], alone["total"]["already"]) == (0, 6)
    assert entries(found) == sum(map(entries, alone["files"]))


def test_what_a_watch_keeps_beside_activities_is_left_out_of_its_archive(
    run: Run, tmp_path: Path
) -> None:
    daily = FitBytes()
    daily.add(0, FitField(0, ENUM, 32), FitField(1, UINT16, 1))
    mixed = tmp_path / "watch.zip"
    monitored = [(f"{day}.fit", daily.whole()) for day in (1, 2, 3)]
    mixed.write_bytes(zipped(*monitored, ("run.fit", (SAMPLES / "run.fit").read_bytes())))
    found = said(run, f"{mixed}")["files"][0]
    why = "it is no activity, but something else that a watch keeps"
    assert found["new"] == 1
    assert found["warnings"] == [f"3 files in it were left out, 1.fit among them: {why}"]
    mixed.write_bytes(daily.whole())
    assert said(run, f"{mixed}", status=1)["files"][0]["error"] == why


def test_the_order_of_day_and_month_can_be_answered(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "notes.csv"
    table.write_text(
        "Date,Exercise,Category,Weight,Weight Unit,Reps\n03/04/2026,Bench Press,Chest,60,kg,8\n"
    )
    asked = said(run, f"{table}", status=2)["files"][0]
    assert asked["questions"] == ["day-order"]
    assert "--day-order day or --day-order month" in asked["error"]
    assert said(run, f"{table}", "--day-order", "day")["total"]["new"] == 1
    assert run("history").out.count("2026-04-03") == 1


def test_what_was_edited_or_deleted_since_stays_so(
    run: Run, folder: DataFolder, data: Path
) -> None:
    said(run, HEVY)
    history = History(folder.history)
    late, first = history.documents()
    history.fold({**late, "notes": "mine"})
    history.withdraw(first["id"], 2026)
    again = said(run, HEVY, "--run-type", "walking")
    assert (again["total"]["new"], again["total"]["already"], again["total"]["changed"]) == (
        0,
        1,
        1,
    )
    assert [each["notes"] for each in history.documents()] == ["mine"]
    back = run("import", "--undo")
    assert back.out == (
        "0 sessions and 0 runs taken out again.\n1 changed since, and stay:\n"
        "  2026-02-06 Friday pairs\n"
    )
    assert said(run, HEVY)["total"]["new"] == 1


def test_what_a_person_reads(run: Run) -> None:
    ran = run("import", STRONG, HEVY, "--unit", "kg", *ZONE, "--dry-run")
    lines = ran.out.splitlines()
    assert lines[0].split()[:6] == ["file", "format", "unit", "sessions", "sets", "warm-ups"]
    in_all = lines[3].split()
    assert (in_all[:2], in_all[2:5]) == (["in", "all"], ["4", "15", "2"])
    assert "    nothing-done: 1" in lines
    assert "      line 6: Wall Sit has neither reps nor seconds" in lines
    at = lines.index("3 names are none of ours, and are kept as exercises of their own:")
    assert lines[at + 1 :] == [
        "  Dead Bug",
        "  Pull Up (Assisted)",
        "  Squat",
        "Times without a zone were read as Europe/Berlin.",
        "Nothing was written.",
    ]


def test_a_library_that_cannot_be_read_is_told_of(run: Run, folder: DataFolder) -> None:
    folder.create()
    Path(folder.library).write_text('{"meta": {"1": {"schema": 99}}}')
    ran = run("import", HEVY, *ZONE)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.endswith("Nothing was imported.\n")
    assert run("import", "--undo").status == run("imports").status == 1
    assert years(folder) == {}


def test_another_runlift_holds_the_folder(run: Run, folder: DataFolder) -> None:
    folder.create()
    folder.lock.acquire()
    try:
        told = said(run, HEVY, status=1)
    finally:
        folder.lock.release()
    assert told["total"]["new"] == 0
    assert told["files"][0]["error"].endswith("Nothing was imported.")
    assert said(run, HEVY)["total"]["new"] == 2


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_an_export_that_a_shell_made_utf_16_of_is_taken(
    run: Run, tmp_path: Path, encoding: str
) -> None:
    assert said(run, STRONG, "--unit", "kg")["total"]["sessions"]
    file = tmp_path / "all.json"
    assert run("export", "-o", str(file)).status == 0
    text = file.read_text(encoding="utf-8")
    file.write_bytes(f"\ufeff{text}".replace("\n", "\r\n").encode(encoding))
    back = run("import", str(file))
    assert (back.status, back.err) == (0, ""), back.out


def test_an_interrupt_waits_until_what_is_written_is_whole() -> None:
    with HeldOff() as held_off:
        signal.raise_signal(signal.SIGINT)
        assert held_off.asked
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_an_export_is_an_import_with_a_way_back(
    run: Run, folder: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    assert run("import", HEVY, *ZONE, data=other).status == 0
    assert run("run", "yesterday 8k 42:10 easy", data=other).status == 0
    file = f"{tmp_path / 'all.json'}"
    assert run("export", "-o", file, data=other).status == 0
    assert said(run, STRONG, "--unit", "kg")["total"]["new"] == 2
    before, steps = years(folder), 0
    while killed_after(monkeypatch, steps, lambda: run("import", file, "--json")):
        assert len(json.loads(run("history", "--json").out)) in (2, 4)
        if years(folder) != before:
            assert run("import", "--undo").status == 0
        assert years(folder) == before
        steps += 1
    assert steps > 4
    assert said(run, file)["total"]["new"] == 0
    assert said(run, HEVY)["total"]["already"] == 2
    assert run("import", "--undo").out == "2 sessions and 1 run taken out again.\n"
    assert years(folder) == before
    # What the export told of its own imports is forgotten with it.
    assert said(run, HEVY)["total"]["new"] == 2
