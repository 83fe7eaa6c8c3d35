"""`runlift imports`: what was imported, when, and from which files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from runlift_tui.commands import printing
from runlift_tui.commands.printing import FAILED, OK, say
from runlift_tui.store.disk.errors import StoreError

if TYPE_CHECKING:
    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.parser import Commands, Parser


def add(commands: Commands, folder: Parser) -> None:
    """Add its words to the command line."""
    listed = commands.add_parser("imports", parents=[folder], help="what was imported, and when")
    listed.add_argument("--json", action="store_true", help="one object for a program to read")


def run(asked: Asked) -> int:
    """List the imports, newest first; return the exit status."""
    from runlift_tui.store.history.past import Past
    from runlift_tui.store.library.library import IMPORTS, Library

    past = Past(asked.folder)
    try:
        rows = list(Library(past.folder.library).snapshot().get(IMPORTS, {}).values())
    except StoreError as error:
        return say(error.what, FAILED)
    rows.sort(key=lambda row: str(row.get("at")), reverse=True)
    if asked.words.json:
        import json

        printing.write((json.dumps([_brief(row) for row in rows], ensure_ascii=False) + "\n",))
        return OK
    if not rows:
        printing.tell("Nothing was imported yet.")
        return OK
    for row in rows:
        printing.tell(*_lines(_brief(row)))
    return OK


def _brief(row: Any) -> dict[str, Any]:
    return {
        "id": row.get("id"),
        "at": row.get("at"),
        "files": [
            {"name": each.get("name"), "format": each.get("format"), "sha256": each.get("sha256")}
            for each in row.get("files", ())
        ],
        "answers": row.get("answers", {}),
        "sessions": len(row.get("sessions", ())),
        "runs": len(row.get("runs", ())),
        "undone": row.get("undone"),
    }


def _lines(brief: dict[str, Any]) -> list[str]:
    from runlift_tui.core.words.text import plural, safe_text

    when = str(brief["at"])[:16].replace("T", " ")
    what = f"{plural(brief['sessions'], 'session')}, {plural(brief['runs'], 'run')}"
    undone = ", undone" if brief["undone"] else ""
    lines = [f"{when} UTC  {what}{undone}  {brief['id']}"]
    return [*lines, *(safe_text(f"  {f['name']} ({f['format']})") for f in brief["files"])]
