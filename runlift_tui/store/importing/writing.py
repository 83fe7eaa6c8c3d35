"""What becomes of all files of one command: one import, with one id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from runlift_tui.core.words.origin import OWN
from runlift_tui.exchange.figures import FIGURES, figures_of, told, total_of
from runlift_tui.exchange.known import Known
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.importing import imports
from runlift_tui.store.importing.reading import DAMAGED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runlift_tui.core.words.documents import Document
    from runlift_tui.store.history.past import Past
    from runlift_tui.store.importing.reading import Came


class Writing:
    """The files of one command on their way into the data folder."""

    def __init__(
        self,
        past: Past,
        answers: Mapping[str, Any],
        names: Mapping[str, Mapping[str, str]],
        now_ms: int | None = None,
    ) -> None:
        """Take where to.

        Args:
            past: Of the data folder.
            answers: What was said of all files.
            names: What was said of names, by the folded name.
            now_ms: When it is written; None where nothing is to be.
        """
        self._names = names
        self.id = ""
        """Of the import; empty where nothing was added."""
        self.came: list[Came] = []
        self.rows: list[dict[str, Any]] = []
        """What the JSON says of each file."""
        self.told: list[list[str]] = []
        """What a person reads of each file that was taken."""
        self._past = past
        self._answers = dict(answers)
        self._now_ms = now_ms
        self._sessions: list[Document] = []
        self._runs: list[Document] = []
        self._files: list[Document] = []

    @property
    def brought(self) -> tuple[int, int]:
        """How many sessions and runs of other programs are new."""
        return len(self._sessions), len(self._runs)

    @property
    def total(self) -> dict[str, int]:
        """The sums of all files."""
        return total_of(self.rows)

    def take(self, came: list[Came]) -> None:
        """Judge every file, and write what is new of all of them.

        Raises:
            StoreError: the disk refuses.
        """
        if self._now_ms is not None:
            imports.take_out_half(self._past)
        here = imports.look(self._past)
        known = Known(here.sessions, here.runs, here.gone())
        own = [each for each in came if each.own is not None]
        for each in came:
            self._judge(each, known)
        if self._now_ms is None:
            return
        if self._sessions or self._runs:
            self.id = imports.id_now(self._now_ms)
            fresh = imports.Fresh(
                self._sessions, self._runs, self._files, self._answers, self._names
            )
            imports.add(self._past, self.id, self._now_ms, fresh)
        elif self._names and any(not each.error for each in self.came):
            imports.remember(self._past, self._names)
        if own:
            self._add_own(own, self._now_ms)

    def _judge(self, each: Came, known: Known) -> None:
        row = dict(FIGURES) | {"file": each.name}
        if each.own is not None:
            each, row = _own_row(each, row, known)
        elif each.row is not None:
            row |= each.row
            row |= {"new": 0, "already": row["sessions"] + row["runs"], "changed": 0}
        elif each.found is not None:
            row |= figures_of(each.found)
            if not each.error:
                self._take_one(each, row, known)
        row["error"] = each.error or None
        self.rows.append({"file": each.name} | row)
        self.came.append(each)
        if not each.error:
            self.told.append(told(row, None if each.found is None else each.found.read))

    def _take_one(self, each: Came, row: dict[str, Any], known: Known) -> None:
        assert each.found is not None
        verdict = known.judge(each.found)
        row |= {"new": verdict.new, "already": verdict.already, "changed": verdict.changed}
        row["warnings"] = [*row["warnings"], *verdict.told]
        self._sessions += verdict.sessions
        self._runs += verdict.runs
        kept = {
            key: value
            for key, value in row.items()
            if key in FIGURES and value != FIGURES[key] and key not in ("new", "already", "changed")
        }
        self._files.append(
            {"name": each.name, "sha256": each.sha, "format": row["format"], "figures": kept}
        )

    def _add_own(self, own: list[Came], now_ms: int) -> None:
        from runlift_tui.store.archive import read_export
        from runlift_tui.store.importing.own import OwnFile, add_own

        found = []
        for each in own:
            archive, faults = read_export(each.name, each.own or b"")
            if not faults:
                told = {"name": each.name, "sha256": each.sha, "format": OWN}
                found.append(OwnFile(told, archive))
        id_ = self.id or imports.id_now(now_ms)
        if add_own(self._past, id_, now_ms, found)[0]:
            self.id = id_


def _own_row(each: Came, row: dict[str, Any], known: Known) -> tuple[Came, dict[str, Any]]:
    """Return what an export of RunLift's own comes to."""
    from runlift_tui.store.archive import read_export

    row["format"] = OWN
    try:
        archive, faults = read_export(each.name, each.own or b"")
    except StoreError as error:
        return each._replace(error=error.what.rstrip("."), status=DAMAGED), row
    if faults:
        what = f"{faults[0].place}: {faults[0].what}" if faults[0].where else faults[0].what
        return each._replace(error=what, status=DAMAGED), row
    sessions = [row for tables in archive.years.values() for row in tables.get("sessions", ())]
    runs = [
        row
        for tables in archive.years.values()
        for name in ("runs", "trials")
        for row in tables.get(name, ())
    ]
    row |= _own_sums(sessions, runs) | known.judge_own(sessions, runs)
    return each, row


def _own_sums(sessions: list[Document], runs: list[Document]) -> dict[str, Any]:
    from runlift_tui.core.history.believed import past_session

    found = [past for each in sessions if (past := past_session(each)) is not None]
    done = [each for past in found for each in past.done]
    reps = [sum(filter(None, (each.reps, each.left, each.right))) for each in done]
    held = [sum(filter(None, (each.seconds, each.left_s, each.right_s))) for each in done]
    volume = sum(n * (each.load_kg or 0) for n, each in zip(reps, done, strict=True))
    return {
        "unit": "kg",
        "unit_from": "header",
        "distance_unit": "m",
        "distance_from": "header",
        "sessions": len(sessions),
        "sets": len(done),
        "warm_ups": sum(len(each.get("ramp") or ()) for each in sessions),
        "reps": sum(reps),
        "hold_s": sum(held),
        "volume_kg": round(volume, 3),
        "runs": len(runs),
        "metres": round(sum(each.get("metres") or 0 for each in runs), 1),
        "seconds": round(sum(each.get("seconds") or 0 for each in runs)),
    }
