"""Files of other programs, taken in by the installed command, against its own help."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from tests.benchmarks.bench import Bench
from tests.benchmarks.figures import Figure, Rule, interleaved, median
from tests.exchange.fits import run_file

SETS_MS, RUNS_MS, FIT_MS = 1500.0, 500.0, 300.0
SETS, RUNS, FIT_BYTES = 10_000, 1_000, 120_000
_SETS_OF_ONE = 20


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure an import into an empty folder, each time."""
    files = {
        f"import, {SETS} sets of CSV": ("sets.csv", _sets().encode(), SETS_MS),
        f"import, {RUNS} runs of CSV": ("runs.csv", _runs().encode(), RUNS_MS),
        "import, a FIT of 120 KB": ("run.fit", run_file(points=FIT_BYTES // 18), FIT_MS),
    }
    help_ = [*bench.runlift, "import", "--help"]
    measures: dict[str, Callable[[], float]] = {"help": lambda: _timed(bench, help_)}
    for what, (name, data, _) in files.items():
        path = os.path.join(bench.path, name)
        with open(path, "wb") as file:
            file.write(data)
        measures[what] = _measure(bench, path)
    found = interleaved(measures, bench.rounds)
    for what, (_, _, allowed) in files.items():
        least = median(found["help"])
        yield Figure(f"runlift {what}", median(found[what]), least, "ms", allowed, Rule.PLUS)


def _measure(bench: Bench, path: str) -> Callable[[], float]:
    def run() -> float:
        folder = os.path.join(bench.path, "taken-in")
        shutil.rmtree(folder, ignore_errors=True)
        words = ["import", path, "--timezone", "Europe/Berlin", "--data-dir", folder]
        return _timed(bench, [*bench.runlift, *words])

    return run


def _timed(bench: Bench, argv: list[str]) -> float:
    began = time.perf_counter_ns()
    subprocess.run(argv, env=bench.env, stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter_ns() - began) / 1e6


def _sets() -> str:
    """Return a table in Hevy's shape, of five hundred workouts."""
    lines = [
        "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,"
        "set_type,weight_kg,reps,distance_km,duration_seconds,rpe"
    ]
    for number in range(SETS):
        at = datetime(2022, 1, 1, 18) + timedelta(days=2 * (number // _SETS_OF_ONE))
        exercise = ("Deadlift (Barbell)", "Step Up", "Landmine Press", "Plank")[number % 20 // 5]
        when = f'"{at.day} {at:%b %Y}, 18:05","{at.day} {at:%b %Y}, 19:01"'
        lines.append(f"Legs,{when},,{exercise},,,{number % 5},normal,{60 + number % 7},8,,,8")
    return "\n".join(lines)


def _runs() -> str:
    """Return a table in Runkeeper's shape."""
    lines = ["Date,Type,Route Name,Distance (km),Duration"]
    for number in range(RUNS):
        at = datetime(2022, 1, 1, 18) + timedelta(days=number)
        lines.append(f"{at:%Y-%m-%d %H:%M:%S},Running,,{5 + number % 9}.10,{30 + number % 9}:05")
    return "\n".join(lines)
