"""Looking at the past: what a list shows of a session, all of one, and what is filtered."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from msgspec import Struct

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.lists.lines import SPACE, SheetLine
from runlift_tui.core.session.duration import trained_minutes
from runlift_tui.core.words.days import WEEKDAYS
from runlift_tui.core.words.documents import Document, from_iso
from runlift_tui.core.words.units import Unit, clock, load

_COUNTS = (("left", "right", ""), ("left_s", "right_s", " s"))


LEGEND = "asked → done, load, could do more, rest of planned"
"""What stands in the columns of a set."""


class SessionFilter(Struct, frozen=True, kw_only=True):
    """What has to be so of a session for it to be shown; empty lets everything through."""

    routine: str = ""
    """The name that the routine had."""
    exercise: str = ""
    """An exercise's id."""
    text: str = ""
    """Found in a name, a note or the date, in whatever case."""

    def lets_through(self, document: Document) -> bool:
        """Whether a session is shown."""
        if self.routine and document.get("routine_name") != self.routine:
            return False
        sets = sets_of(document)
        if self.exercise and all(row.get("exercise") != self.exercise for row in sets):
            return False
        wanted = " ".join(self.text.casefold().split())
        return not wanted or _holds(document, sets, wanted)


def _holds(document: Document, sets: list[Document], wanted: str) -> bool:
    """Whether a text is found somewhere in a session."""
    day = local_time(document)
    said = [document.get("routine_name"), document.get("notes"), f"{day:%Y-%m-%d}" if day else ""]
    said += [row.get(key) for row in sets for key in ("name", "note")]
    text = "\n".join(each for each in said if isinstance(each, str)).casefold()
    return wanted in text


def sets_of(document: Document) -> list[Document]:
    """Return the sets of a session, done and skipped; what makes no sense is left out."""
    rows = document.get("sets")
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def exercises_of(
    document: Document, known: Callable[[str], Exercise | None]
) -> tuple[Exercise, ...]:
    """Return the exercises of a session, as they are known today, in their order."""
    names = {row["exercise"]: _text(row.get("name")) for row in sets_of(document) if _id(row)}
    return tuple(known(id_) or Exercise(id=id_, name=name or id_) for id_, name in names.items())


def _id(row: Document) -> str:
    return _text(row.get("exercise"))


def sets_done(document: Document) -> int:
    """Return how many sets of a session were done."""
    return sum(row.get("skipped") is None for row in sets_of(document))


def local_time(document: Document) -> datetime | None:
    """Return when a session began, on the athlete's clock of that day; None where unknown."""
    try:
        # A plain number as the zone would make the athlete's day depend on this machine's.
        at = datetime.fromisoformat(document["started"]).replace(tzinfo=None)
        return at + timedelta(minutes=document.get("utc_offset_min") or 0)
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def local_day(document: Document) -> date | None:
    """Return the athlete's day on which a session began; None where it does not say."""
    at = local_time(document)
    return None if at is None else at.date()


def day_shown(day: date) -> str:
    """Return a day as a list has it: "2026-11-22 Sun"."""
    return f"{day:%Y-%m-%d} {WEEKDAYS[day.weekday()]}"


def row_words(document: Document) -> tuple[str, str]:
    """Return what a list says of a session: "2026-11-22 Sun  Lower body", "22 sets, 52 min"."""
    row, at = session_row(document), local_time(document)
    day = day_shown(at) if at else row.date
    length = f"{row.sets} {'set' if row.sets == 1 else 'sets'}"
    length += f", {row.minutes} min" if row.minutes else ""
    return f"{day}  {row.routine}", length


def detail(document: Document, unit: Unit) -> tuple[SheetLine, ...]:
    """Return all of a session: every set, asked for and done, with its rest and note."""
    return (*_head(document), *_slots(document, unit))


def _head(document: Document) -> Iterator[SheetLine]:
    row, at = session_row(document), local_time(document)
    yield SheetLine("", row.routine or "a session", "strong")
    when = f"{WEEKDAYS[at.weekday()]} {at:%Y-%m-%d, %H:%M}" if at else row.date
    pain = document.get("pain")
    said = (
        when,
        row.level,
        f"{row.minutes} min" if row.minutes else "",
        f"effort {row.effort}" if row.effort else "",
        f"pain {pain}" if pain else "",
        "entered from a card" if document.get("entered") else "",
    )
    yield SheetLine("", "  ".join(filter(None, said)), "quiet")
    if row.note:
        yield SheetLine("", row.note)
    if sets_of(document):
        yield SheetLine("", LEGEND, "quiet")


def _slots(document: Document, unit: Unit) -> Iterator[SheetLine]:
    """Yield the sets, those of one exercise in one slot under its name."""
    groups: dict[tuple[str, str], list[Document]] = {}
    for row in sets_of(document):
        groups.setdefault((_text(row.get("slot")), _text(row.get("name"))), []).append(row)
    for (slot, name), rows in groups.items():
        yield SPACE
        yield SheetLine(slot or "–", name or "an exercise without a name", "strong")
        cells = [set_cells(row, unit) for row in rows]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        for row, texts in zip(rows, cells, strict=True):
            line = "  ".join(
                text.ljust(width) for text, width in zip(texts, widths, strict=True) if width
            )
            note = _text(row.get("note"))
            tone: Any = "quiet" if row.get("skipped") is not None else ""
            yield SheetLine("", f"{line}  {note}".rstrip(), tone)


def set_cells(row: Document, unit: Unit) -> tuple[str, ...]:
    """Return a set in columns: round, asked and done, load, effort, rest taken of the planned."""
    target = row.get("target")
    asked = f"{target} → " if isinstance(target, int) else ""
    skipped = row.get("skipped")
    if skipped is not None:
        done = f"skipped: {skipped}" if skipped else "skipped"
        return f"{row.get('round', '')}", f"{asked}{done}", "", "", ""
    return (
        f"{row.get('round', '')}",
        f"{asked}{counted(row)}",
        _load(row, unit),
        _felt(row),
        _rest(row),
    )


def counted(row: Document) -> str:
    """Return what was counted in a set: "8/8", "12", "20/18 s"; a dash where nothing was."""
    for left, right, unit in _COUNTS:
        if left in row or right in row:
            return f"{_number(row.get(left))}/{_number(row.get(right))}{unit}"
    if "seconds" in row:
        return f"{_number(row['seconds'])} s"
    return _number(row.get("reps"))


def _number(value: Any) -> str:
    return f"{value}" if isinstance(value, int | float) else "–"


def _load(row: Document, unit: Unit) -> str:
    kg, implements = row.get("load_kg"), row.get("implements")
    if not isinstance(kg, int | float):
        return ""
    return load(kg, implements if isinstance(implements, int) and implements > 0 else 1, unit)


def _felt(row: Document) -> str:
    if row.get("rir") is not None:
        return f"{row['rir']} more"
    return f"snap {row['snap']}" if row.get("snap") is not None else ""


def _rest(row: Document) -> str:
    planned, taken = row.get("rest_planned_s"), row.get("rest_taken_s")
    if not isinstance(planned, int):
        return ""
    return f"{clock(taken) if isinstance(taken, int) else '–'} of {clock(planned)}"


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


class SessionRow(NamedTuple):
    """One finished session in a list."""

    date: str
    """Local date and time of its start: "2026-11-22 18:04"."""
    routine: str
    level: str
    sets: int
    minutes: int
    effort: str
    note: str


def session_row(document: Document) -> SessionRow:
    """Return a session in brief; what its document does not say is left empty."""
    sets = _sets(document)
    effort = document.get("effort")
    return SessionRow(
        date=_local(document.get("started"), document.get("utc_offset_min")),
        routine=_text(document.get("routine_name")),
        level=_text(document.get("level")),
        sets=sum(row.get("skipped") is None for row in sets),
        minutes=round(trained_minutes(at for row in sets for at in _times(row))),
        effort="" if effort is None else f"{effort}",
        note=_text(document.get("notes")),
    )


def _sets(document: Document) -> list[Document]:
    rows = document.get("sets")
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _times(row: Document) -> Iterator[int]:
    for name in ("started", "ended"):
        try:
            yield from_iso(row[name])
        except (KeyError, TypeError, ValueError):
            continue


def _local(started: Any, offset_min: Any) -> str:
    """Return a time in UTC as the athlete's clock showed it then."""
    from datetime import UTC, datetime, timedelta

    try:
        at = datetime.fromtimestamp(from_iso(started) / 1000, UTC)
        return f"{at + timedelta(minutes=offset_min or 0):%Y-%m-%d %H:%M}"
    except (TypeError, ValueError, OverflowError):
        return _text(started)
