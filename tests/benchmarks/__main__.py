"""Measure everything, and print one table: `python -m tests.benchmarks [--json FILE] [PART...]`."""

import argparse
import json
import math
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CalledProcessError

from tests.benchmarks import (
    charts,
    commands,
    cues,
    keys,
    logged,
    looking,
    paint,
    resting,
    search,
    sharing,
    taken_in,
)
from tests.benchmarks.bench import Bench
from tests.benchmarks.figures import Figure, Rule, as_json, table
from tests.benchmarks.terminal import TooLate
from tests.machine import machine

PARTS: dict[str, Callable[[Bench], Iterator[Figure]]] = {
    "paint": paint.figures,
    "commands": commands.figures,
    "logged": logged.figures,
    "keys": keys.figures,
    "resting": resting.figures,
    "cues": cues.figures,
    "search": search.figures,
    "charts": charts.figures,
    "looking": looking.figures,
    "taken in": taken_in.figures,
    "sharing": sharing.figures,
}


def main() -> int:
    """Run the parts that were asked for; the status is 0 whatever the figures are."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--rounds", type=int, default=11, help="how often each is measured")
    parser.add_argument("--rest", type=float, default=30, help="seconds of rest to watch")
    parser.add_argument("--dir", help="where to measure; the system's temporary folder")
    parser.add_argument("--json", metavar="FILE", help="write the figures there too")
    arguments = parser.parse_args()
    unknown = set(arguments.parts) - PARTS.keys()
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    found: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="runlift-bench-", dir=arguments.dir) as path:
        bench = Bench(path, rounds=arguments.rounds, rest_s=arguments.rest)
        for part in arguments.parts or PARTS:
            print(f"measuring: {part}", file=sys.stderr, flush=True)
            found += _measured(part, bench)
    print(table(found))
    over = [figure for figure in found if figure.verdict not in ("", "ok")]
    print(f"\n{len(over)} of {len(found)} over what is allowed" if over else "\nall as allowed")
    if arguments.json:
        write(Path(arguments.json), found)
    return 0


def _measured(part: str, bench: Bench) -> list[Figure]:
    """Return a part's figures; where the program fails, one that says so, and the rest goes on."""
    try:
        return list(PARTS[part](bench))
    except (TooLate, TimeoutError, OSError, RuntimeError, CalledProcessError) as error:
        print(f"{part}: {error}", file=sys.stderr)
        return [Figure(f"{part}: could not be measured", math.nan, math.nan, "", rule=Rule.MOST)]


def write(path: Path, found: list[Figure]) -> None:
    path.parent.mkdir(exist_ok=True)
    told = {"machine": machine(), "figures": as_json(found)}
    path.write_text(json.dumps(told, indent=2) + "\n")


if __name__ == "__main__":
    sys.exit(main())
