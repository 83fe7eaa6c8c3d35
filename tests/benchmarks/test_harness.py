"""The harness itself: what it counts, what it says, and that each part comes to figures.

Nothing here asks how long anything took.
"""

import json
import math
import os
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB

from runlift_tui.clock import SystemClock
from runlift_tui.core.session.advance import CueKind
from runlift_tui.core.session.state import Rest
from runlift_tui.core.session.timeline import Stamp
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.years import History
from runlift_tui.store.journal.records import replayed
from runlift_tui.store.journal.segment import read_segment
from tests.benchmarks import cues, logged, made, prepared, process, resting
from tests.benchmarks.figures import (
    Figure,
    Rule,
    as_json,
    interleaved,
    median,
    percentile,
    table,
)
from tests.benchmarks.terminal import Terminal, TooLate, environment, watch
from tests.rows import for_each

NOW = 1_795_366_800_000
PRINTS_ITS_SIZE = "import os; print(*os.get_terminal_size()); input()"


@for_each(
    ("figure", "verdict"),
    [
        (Figure("", 2.0, 1.0, "ms", 2.0), "ok"),
        (Figure("", 2.1, 1.0, "ms", 2.0), "OVER"),
        (Figure("", 2.0, 1.5, "ms", 0.5, Rule.PLUS), "ok"),
        (Figure("", 2.1, 1.5, "ms", 0.5, Rule.PLUS), "OVER"),
        (Figure("", 0.0, math.nan, "bytes", 0, Rule.MOST), "ok"),
        (Figure("", 1.0, math.nan, "bytes", 0, Rule.MOST), "OVER"),
        (Figure("", math.inf, math.nan, "ms", 150, Rule.MOST), "OVER"),
        (Figure("", math.nan, 1.0, "MB", 45, Rule.MOST), "?"),
        (Figure("", 1.0, 0.0, "ms", 2.0), "?"),
        (Figure("", 9.0, 1.0, "ms", rule=Rule.TOLD), ""),
    ],
)
def test_a_figure_is_held_against_its_limit(figure: Figure, verdict: str) -> None:
    assert figure.verdict == verdict


def test_the_table_is_aligned_and_the_json_has_plain_values() -> None:
    figures = [
        Figure("short", 1.0, 2.0, "ms", 2.0),
        Figure("a much longer name", 12345.0, math.nan, "bytes", 0, Rule.MOST),
    ]
    head, first, second = table(figures).splitlines()
    assert head.index("unit") == first.index("ms") == second.index("bytes")
    assert "0.50" in first
    assert second.endswith("OVER")
    rows = json.loads(json.dumps(as_json(figures), allow_nan=False))
    assert [row["limit"] for row in rows] == [2.0, None]


def test_measures_take_turns_and_the_warm_up_does_not_count() -> None:
    turns: list[str] = []

    def measure(name: str) -> float:
        turns.append(name)
        return float(len(turns))

    names = ("a", "b", "c")
    found = interleaved({n: lambda n=n: measure(n) for n in names}, rounds=3, warm_up=1)  # type: ignore[misc]
    rounds = ["".join(turns[i : i + 3]) for i in range(0, len(turns), 3)]
    assert all(sorted(each) == ["a", "b", "c"] for each in rounds)
    assert len({each[0] for each in rounds[1:]}) == 3
    assert all(len(values) == 3 for values in found.values())
    assert min(min(values) for values in found.values()) > 3


def test_percentiles() -> None:
    numbers = [float(n) for n in range(100, 0, -1)]
    assert percentile(numbers, 50) == 50
    assert percentile(numbers, 99) == 99
    assert percentile([7.0], 99) == 7
    assert math.isnan(percentile([], 50))
    assert math.isnan(median([]))


def test_a_program_is_watched_in_a_terminal_of_a_size(tmp_path: Path) -> None:
    argv = [sys.executable, "-c", PRINTS_ITS_SIZE]
    with Terminal(argv, environment(str(tmp_path)), rows=20, columns=70) as terminal:
        piece = terminal.until(b"70 20")
        assert piece.at_ns > terminal.began_ns
        if process.KNOWN:
            assert process.processor_ms(terminal.pid) > 0
            assert 0 < process.resident_mb(terminal.pid) <= process.peak_mb(terminal.pid)
        before = terminal.written
        terminal.press("x\n")
        with pytest.raises(TooLate, match="never came"):
            terminal.until(b"no such thing", since=len(terminal.pieces))
        assert terminal.written > before


def test_a_program_that_ends_while_it_is_watched_is_told_of(tmp_path: Path) -> None:
    argv = [sys.executable, "-c", "pass"]
    with Terminal(argv, environment(str(tmp_path))) as terminal, pytest.raises(TooLate):
        watch([terminal], 60)


def test_the_environment_is_the_same_whoever_measures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("RUNLIFT_DATA_DIR", "NO_COLOR", "TEXTUAL_ANIMATIONS", "PYTHONPATH"):
        monkeypatch.setenv(name, "1")
    found = environment(str(tmp_path))
    assert found["HOME"] == str(tmp_path)
    assert found["TERM"] == "xterm-256color"
    assert not {"RUNLIFT_DATA_DIR", "NO_COLOR", "TEXTUAL_ANIMATIONS", "PYTHONPATH"} & found.keys()


def test_the_made_history_is_the_same_each_time_and_plausible() -> None:
    first, second = (list(made.sessions(60, NOW)) for _ in range(2))
    assert first == second
    assert first != list(made.sessions(60, NOW, seed=2))
    assert len({each["id"] for each in first}) == 60
    assert sorted(first, key=lambda each: each["started"]) == first
    assert {each["level"] for each in first} == {"beginner", "intermediate"}
    for each in first:
        times = [done[name] for done in each["sets"] for name in ("started", "ended")]
        assert each["started"] <= min(times)
        assert max(times) <= each["finished"]


def test_the_made_history_is_what_the_store_reads(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    made.fill(folder, 210, NOW)
    history = History(folder.history)
    assert len(list(history.documents())) == 210
    assert history.findings.damage == {}
    newest = max(history.years())
    with TinyDB(history.path(newest), access_mode="r") as opened:
        assert len(opened.table("sessions")) == len(
            history.tables(newest, ["sessions"])["sessions"]
        )
    document = next(history.documents())
    assert history.fold(document) is False


def test_a_prepared_journal_stands_in_the_middle_of_the_rest(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    athlete = resting.resting()
    path = prepared.lay(folder, athlete, athlete.now)
    read = replayed(read_segment(path).records)
    assert isinstance(read.session.phase, Rest)
    assert list(read.session.done) == list(athlete.session.done)
    assert not read.strange


def test_the_cues_of_a_prepared_journal_are_known_beforehand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp = Stamp(NOW, "boot", 50_000)
    monkeypatch.setattr(SystemClock, "stamp", lambda _: stamp)
    path = prepared.lay(DataFolder(tmp_path), *cues.before_a_hold(5_230))
    found = prepared.dues(path, 40_000)
    assert [kind for kind, _ in found] == [
        CueKind.REST_OVER,
        CueKind.HOLD_BEGINS,
        CueKind.HOLD_OVER,
    ]
    assert [at - stamp.boot_ms for _, at in found] == [5_230, 15_230, 35_230]


def test_a_set_is_logged_over_and_over(tmp_path: Path) -> None:
    training = logged.Logging(str(tmp_path / "data"))
    bare = logged.Appending(str(tmp_path / "bare"))
    try:
        assert all(training.next_ms() > 0 for _ in range(40))
        assert bare.next_ms() > 0
    finally:
        training.close()
        bare.close()
    assert os.path.getsize(tmp_path / "bare") == 200
    assert len(list(History(DataFolder(tmp_path / "data").history).documents())) >= 1
