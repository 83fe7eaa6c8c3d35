"""A past with loads, so that a picture shows what somebody who has trained here sees."""

from datetime import date
from pathlib import Path
from typing import Any

from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.years import History
from tests.core.past import outing

FIRST_DAY, DAYS = date(2026, 1, 5), (date(2026, 11, 10), date(2026, 11, 14), date(2026, 11, 18))
"""The day from which `outing` counts, and those of the past: the clock stands at 22 November."""
ROUNDS = 4


def _rows() -> list[Document]:
    rows = [
        _row(slot, 1, exercise, **done)
        for slot, exercise, done in (
            ("A1", "dead-bug", {"left": 10, "right": 10}),
            ("A2", "copenhagen-long", {"left_s": 20, "right_s": 20}),
            ("A3", "single-leg-bridge-band", {"left": 12, "right": 12}),
        )
    ]
    for round_ in range(1, ROUNDS + 1):
        done = {"left": 6, "right": 6 if round_ < ROUNDS else 5, "rir": 2}
        rows += [
            _row("B1", round_, "rfe-split-squat", load_kg=24.0, implements=2, **done),
            _row("B2", round_, "jumping-lunge", left=3, right=3, snap=4),
            _row("B3", round_, "step-up", load_kg=20.0, implements=2, left=8, right=8, rir=3),
            _row("B4", round_, "anti-rotation-split-squat", load_kg=16.0, left=8, right=8, rir=3),
        ]
    return rows


def _row(slot: str, round_: int, exercise: str, **done: Any) -> Document:
    return {"slot": slot, "round": round_, "exercise": exercise, "name": exercise, **done}


def with_a_past(folder: Path) -> Path:
    """Put sessions without pain into a folder; return it."""
    made = DataFolder(folder)
    made.create()
    for day in DAYS:
        number = (day - FIRST_DAY).days
        routine = {"id": "runner-lower-body", "name": "Runner's lower body"}
        History(made.history).fold(outing(number, *_rows(), pain=0, routine=routine))
    return folder
