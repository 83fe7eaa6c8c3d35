"""What a sample comes to, without a file or a folder."""

from pathlib import Path
from zoneinfo import ZoneInfo

from runlift_tui.exchange.converted import Converted, join, together
from runlift_tui.exchange.documents import Origin
from runlift_tui.exchange.names import Names
from runlift_tui.exchange.neutral import FileAnswers
from runlift_tui.exchange.recognise import read
from runlift_tui.exchange.unpacked import members
from runlift_tui.store.importing.reading import settled
from runlift_tui.store.library import shipped

SAMPLES = Path(__file__).parent / "samples"
BERLIN = "Europe/Berlin"


def sample(name: str) -> bytes:
    """Return a sample as it is on disk."""
    return (SAMPLES / name).read_bytes()


def taken(
    data: bytes | str, given: FileAnswers | None = None, zone: str = BERLIN, wanted: str = ""
) -> Converted:
    """Return what a file comes to."""
    answers = given or FileAnswers()
    raw = data.encode() if isinstance(data, str) else data
    found = [read(each.data, wanted, answers) for each in members(raw)]
    for other in found[1:]:
        join(found[0], other)
    whole = settled(found[0], answers)
    unit = whole.unit if whole.unit != "mixed" else ""
    origin = Origin(whole.format, "theirs", ZoneInfo(zone), zone, unit, answers)
    return together([(whole, origin)], Names(shipped.exercises().values()))


def brief(found: Converted) -> list[list[tuple[object, ...]]]:
    """Return the sets of every session in brief: slot, round, exercise, count, load, RIR, note."""
    return [
        [
            (
                row["slot"],
                row["round"],
                row["exercise"],
                row.get("reps", f"{row.get('seconds')} s"),
                row["load_kg"],
                row["rir"],
                row["note"],
            )
            for row in session["sets"]
        ]
        for session in found.sessions
    ]


def why(found: Converted) -> list[tuple[str, int]]:
    """Return what was skipped: reason and line, in the order of the lines."""
    return sorted(((e.reason, e.line) for e in found.read.skipped), key=lambda each: each[1])


def entries(found: Converted) -> int:
    """Return how many entries of a file are accounted for."""
    sums = found.figures
    return sums.sets + sums.warm_ups + sums.runs + len(found.read.skipped)
