"""Whatever is handed on is harmless: to a terminal, a spreadsheet, a calendar, a voice, a disk."""

import base64
import csv
import io
import tomllib
from pathlib import Path

import pytest
from msgspec import structs

from runlift_tui.clock import ManualClock
from runlift_tui.core.exercises.shelf import MyExercise
from runlift_tui.core.face.voice import of_step
from runlift_tui.core.history.text import session_text
from runlift_tui.core.lists.tables import cell
from runlift_tui.core.session.fold import begin
from runlift_tui.core.session.state import Session
from runlift_tui.core.session.targets import pending
from runlift_tui.core.words.units import Unit
from runlift_tui.devices.voices import _VOICES
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.years import History
from runlift_tui.store.library.library import ATHLETE, EXERCISES, PLANS, Library, document_of
from runlift_tui.store.store import Store
from tests import impossible
from tests.commands.running import Run
from tests.core.builders import library, started
from tests.core.past import row, view
from tests.rows import for_each

FORMULAS = [
    "=1+1",
    " =HYPERLINK(1)",
    "\t=1+1",
    "\u200b=1+1",
    "\u00a0@SUM(1)",
    "+1",
    "-1+cmd|' /C calc'!A0",
    "＝1+1",
    "fine;=1+1",
    'fine; "=1+1',
    "fine|\t＠SUM(1)",
    "fine;\u200b;-2",
    "a\r\n=1+1",
    '";=1+1',
]
BEGINS = tuple("=+-@＝＋－＠")
EVIL = (
    "-rf \x1b]52;c;eA==\x07\x9b2J\r\nEND:VEVENT\nATTENDEE:mailto:x [[rate 9]] $(id) `id` \ud800\0"
)
PLAIN = "\n\r\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"


def is_plain(text: str) -> bool:
    """Whether nothing in a text can steer a terminal."""
    return all(each.isprintable() or each in PLAIN for each in text)


@pytest.fixture
def folder(folder: DataFolder) -> DataFolder:
    """A folder in which everything that can have a name has that one."""
    folder.create()
    history, own = History(folder.history), Library(folder.library)
    sets = {"name": EVIL, "note": EVIL, "skipped": EVIL, "half_of": EVIL, "rest_kind": EVIL}
    history.fold(impossible.set_row(EVIL, **sets) | {"notes": EVIL, "routine_name": EVIL})
    history.fold(impossible.run_row(EVIL, note=EVIL), table="runs")
    own.put(PLANS, EVIL, impossible.plan_row(EVIL[:80]))
    own.put(ATHLETE, "me", {"level": "advanced", "asked": True})
    squat = structs.replace(library()["rfe-split-squat"], name=EVIL, cues=(EVIL,), setup=EVIL)
    own.put(EXERCISES, squat.id, document_of(MyExercise(id=squat.id, exercise=squat)))
    return folder


COMMANDS = [
    ("history",),
    ("history", "--text"),
    ("runs",),
    ("progress",),
    ("exercises",),
    ("exercise", "rfe-split-squat"),
    ("routines", "show", "runner-lower-body"),
    ("card",),
    ("plan",),
    ("doctor",),
    ("exercises", "export"),
    ("export", "--format", "csv"),
    ("export", "--format", "runs-csv"),
    ("export", "--format", "hevy-csv"),
    ("export", "--format", "strong-csv"),
    *(("completion", shell) for shell in ("bash", "zsh", "fish", "man")),
    ("history", EVIL),
    ("exercise", EVIL.replace("\0", "").replace("\ud800", "")),
    ("import", EVIL.replace("\0", "").replace("\ud800", "")),
    ("run", EVIL),
    ("card", "--level", EVIL),
    (EVIL,),
]


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: ascii(" ".join(words))[:30])
@pytest.mark.usefixtures("folder")
def test_what_a_command_prints_steers_no_terminal(run: Run, words: tuple[str, ...]) -> None:
    ran = run(*words)
    assert is_plain(ran.out)
    assert is_plain(ran.err)


@for_each("text", FORMULAS)
def test_no_cell_is_a_formula_whatever_parts_the_cells(text: str) -> None:
    for part in (cell(text), *cell(text).split(";"), *cell(text).split("|")):
        assert not part.strip(' "').startswith(BEGINS), part
        assert is_plain(part)


@for_each("text", ["felt good; 2 more", "3 x 8 = 24", "a-b", "x@y", "1;2"])
def test_a_cell_that_is_none_stays_as_it_is(text: str) -> None:
    assert cell(text) == text


@pytest.mark.parametrize("form", ["csv", "runs-csv", "hevy-csv", "strong-csv"])
def test_a_table_has_its_columns_and_no_formula(run: Run, folder: DataFolder, form: str) -> None:
    for number, text in enumerate(FORMULAS):
        sets = (row(left=8, right=8, note=text, name=text),)
        made = impossible.session_row(f"f{number}") | {"sets": list(sets), "notes": text}
        History(folder.history).fold(made)
        History(folder.history).fold(impossible.run_row(f"r{number}", note=text), table="runs")
    out = run("export", "--format", form).out
    heads, *rows = csv.reader(io.StringIO(out))
    assert len(rows) >= len(FORMULAS)
    for each in rows:
        assert len(each) == len(heads)
        assert not [part for part in each if part.lstrip().startswith(BEGINS)]
    for parted in csv.reader(io.StringIO(out), delimiter=";"):
        assert not [part for part in parted if part.lstrip(' "').startswith(BEGINS)]


def test_a_file_for_a_watch_is_named_by_its_day_and_steers_nothing(
    run: Run, folder: DataFolder, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    done = row(left=8, right=8, note=EVIL, name=EVIL, exercise=EVIL)
    done |= {"started": "2026-01-05T09:01:00.000Z", "ended": "2026-01-05T09:01:40.000Z"}
    session = impossible.session_row(f"{EVIL}/../x") | {"sets": [done]}
    History(folder.history).fold(session | {"notes": EVIL, "routine_name": EVIL})
    assert run("export", "--format", "fit", "-o", str(out)).status == 0
    (made,) = out.iterdir()
    assert set(made.name) <= set("0123456789abcdefghijklmnopqrstuvwxyz-_.T")
    assert not [part for part in (b"\x1b]52", b"\x9b2J", b"\nATT") if part in made.read_bytes()]


def test_a_calendar_has_no_line_that_nobody_meant(run: Run, folder: DataFolder) -> None:
    out = run("plan", "export", "--ics").out
    known = (
        *("BEGIN:", "END:", "VERSION:", "PRODID:", "CALSCALE:", "UID:", "DTSTAMP:", "DTSTART;"),
        *("DTEND;", "SUMMARY:", "DESCRIPTION:", "TRANSP:", " "),
    )
    lines = out.replace("\r\n", "\n").split("\n")
    assert [line for line in lines if line and not line.startswith(known)] == []
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") > 15
    assert is_plain(out)


def test_a_text_form_reads_back_what_it_said(run: Run, folder: DataFolder) -> None:
    out = run("exercises", "export").out
    names = [each["name"] for each in tomllib.loads(out)["exercises"]]
    assert EVIL.replace("\ud800", "\ufffd") in names
    assert is_plain(out)


def test_the_clipboard_takes_it(folder: DataFolder, clock: ManualClock) -> None:
    (session,) = Store(folder.path, clock).past.sessions()
    again = view(session.document)
    for text in map("\n".join, (session_text(session, Unit.KG), session_text(again, Unit.LB))):
        assert is_plain(text)
        assert base64.b64encode(text.encode("utf-8"))


def spoken() -> str:
    """Return what a voice says of an exercise with that name."""
    command = started()
    exercises = tuple(structs.replace(each, name=EVIL) for each in command.exercises)
    session: Session = begin(structs.replace(command, exercises=exercises), 0)
    step = pending(session)
    assert step is not None
    return of_step(session, step)


@pytest.mark.parametrize(("name", "command"), _VOICES)
def test_a_voice_takes_no_order(name: str, command: object) -> None:
    text = spoken()
    assert not set(text) & set("[]$`<>\\|;\x1b\0\r\n")
    assert callable(command)
    made = command("/usr/bin/" + name)(text, 5)
    assert all("\0" not in word for word in made.argv)
    if not made.stdin:
        assert made.argv[-2] == "--"


def test_nothing_is_made_outside_of_the_folder(run: Run, folder: DataFolder) -> None:
    above = Path(folder.path).parent
    for words in COMMANDS:
        run(*words)
    assert [each.name for each in above.iterdir()] == [Path(folder.path).name]
