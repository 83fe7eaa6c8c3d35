"""All that is said of one routine, in lines: what it is for, its length, its kit, its steps."""

from collections.abc import Iterator

from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.core.routines.resolve import is_adapted, is_archived, is_own, purpose
from runlift_tui.core.routines.routine import Routine
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.setup.preview import Preview


def routine_marks(shelf: Shelf, id_: str, suggested: str) -> str:
    """Return what the athlete made of a routine, in words: "changed, archived"."""
    mine = shelf.routines.get(id_)
    copied = mine is not None and mine.routine is not None
    said = (
        ("home suggests it", id_ == suggested),
        ("your copy: level and week change it no more", is_adapted(shelf, id_) and copied),
        ("with your exercises", is_adapted(shelf, id_) and not copied),
        ("archived", is_archived(shelf, id_)),
    )
    return ", ".join(word for word, so in said if so)


def routine_sheet(
    routine: Routine, found: Preview, shelf: Shelf, suggested: str
) -> tuple[SheetLine, ...]:
    """Return what the pane beside the list says of a routine.

    Args:
        routine: As it stands today.
        found: What it comes to.
        shelf: What the athlete made.
        suggested: Id of the routine that home suggests.
    """
    head = (
        SheetLine("", routine.name, "strong"),
        SheetLine("", purpose(shelf, routine.id) if not is_own(shelf, routine.id) else "", "quiet"),
        SheetLine("", routine_marks(shelf, routine.id, suggested), "mark"),
    )
    last = SheetLine("start", f"runlift start {routine.id}", "quiet")
    return tuple(line for line in (*head, *preview_sheet(found), last) if line.text)


def preview_sheet(found: Preview) -> tuple[SheetLine, ...]:
    """Return what a routine comes to: length, kit, and every step of the first round."""
    if found.why_not:
        return (SheetLine("", found.why_not, "mark"),)
    return (
        SheetLine("length", found.length, "strong"),
        SheetLine("kit", ", ".join(found.kit) or "none"),
        *_steps(found),
    )


def _steps(found: Preview) -> Iterator[SheetLine]:
    for line in found.steps:
        if not line.label:
            yield SheetLine("", line.text, "strong")
        else:
            yield SheetLine(line.label, f"{line.text}  →{line.then}" if line.then else line.text)
