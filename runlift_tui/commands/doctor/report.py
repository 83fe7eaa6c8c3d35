"""The report of `runlift doctor`: a line for each thing, printed as soon as it is known."""

import io
import os
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from runlift_tui.clock import SystemClock
from runlift_tui.commands import printing
from runlift_tui.commands.by_hand import faults_of
from runlift_tui.commands.doctor import data_folder, senses, sync, terminal, versions
from runlift_tui.commands.doctor.finding import Finding, Health, ok, problem
from runlift_tui.commands.printing import FAILED, OK
from runlift_tui.core.lists.tables import hanging
from runlift_tui.core.settings.hand_written import Config
from runlift_tui.core.words.text import safe_text
from runlift_tui.store.library import config_file
from runlift_tui.store.store import Store

_STYLES = {Health.OK: "green", Health.MISSING: "dim", Health.PROBLEM: "bold red"}
_PART, _STATE, _WIDTH = 14, 7, 80
"""Columns of the first two parts of a line, and of a whole one where nobody knows how many."""


def doctor(folder: str, config: str, *, quiet: bool) -> int:
    """Look at everything, and play it unless it is to be quiet; return the exit status."""
    drawn = io.StringIO()
    console = Console(
        file=drawn,
        force_terminal=printing.is_terminal() or None,
        width=printing.width() or _WIDTH,
        highlight=False,
    )
    broken = False
    before = ""
    for part, found in _looked_at(folder, config, quiet=quiet):
        _print(console, "" if part == before else part, found)
        printing.tell(drawn.getvalue().removesuffix("\n"))
        printing.flush()
        drawn.seek(0)
        drawn.truncate()
        before = part
        broken = broken or found.state is Health.PROBLEM
    return FAILED if broken else OK


def _looked_at(folder: str, config: str, *, quiet: bool) -> Iterator[tuple[str, Finding]]:
    # The settings file is looked at by itself: the store tells only the first of its faults.
    by_hand, faults = config_file.read(config)
    store = Store(folder, SystemClock())
    preferences = by_hand.over(store.desk.preferences())
    for part, findings in (
        ("data folder", data_folder.look(folder)),
        ("library", _library(store)),
        ("sync", sync.look(folder)),
        ("settings", _settings(config, by_hand, faults)),
        ("terminal", terminal.look(os.environ, preferences.glyphs)),
        ("sound", senses.sound(preferences, quiet=quiet)),
        ("voice", senses.voice(preferences, quiet=quiet)),
        ("staying awake", senses.awake(preferences)),
        ("versions", versions.look()),
    ):
        for found in findings:
            yield part, found


def _library(store: Store) -> Iterator[Finding]:
    """Yield what is wrong with the athlete's own exercises, routines and settings."""
    damaged = store.library.damaged
    for report in store.past.reports if damaged is None else [damaged.what]:
        yield problem(report)


def _settings(config: str, by_hand: Config, faults: tuple[str, ...]) -> Iterator[Finding]:
    """Yield what is wrong with the settings that are written by hand, where there are any."""
    found = faults_of(config, by_hand, faults)
    yield from map(problem, found)
    if not found and os.path.exists(config):
        yield ok(f"{config} counts")


def _print(console: Console, part: str, found: Finding) -> None:
    """Print a line; in a terminal what is too long for it goes on under its own beginning."""
    head = f"{part:<{_PART}}{found.state:<{_STATE}}"
    todo = f". {safe_text(found.todo)}" if found.todo else ""
    said = safe_text(found.what.rstrip(".")) + todo
    width = console.width if console.is_terminal else None
    for place, each in enumerate(hanging([(head, said)], width)):
        line = Text(each)
        if place == 0:
            line.stylize("bold", 0, _PART)
            line.stylize(_STYLES[found.state], _PART, len(head))
        console.print(line, soft_wrap=True)
