"""The page for `man`, made from the rows of `--help`: `make man` writes it."""

from __future__ import annotations

from collections.abc import Iterable

from runlift_tui.commands.shell.words import Spot

_HEAD = """\
.TH RUNLIFT 1
.SH NAME
runlift \\- strength sessions for runners, in the terminal
.SH SYNOPSIS
.B runlift
[\\fICOMMAND\\fR] [\\fIOPTIONS\\fR]
.SH DESCRIPTION
Takes a runner through a strength session, set by set. Without a command: home.
Educational, not medical advice.
"""
_END = """\
.SH EXIT STATUS
0, also where the reader of a pipe has seen enough; 1 where something failed; 2 for what cannot be
meant; 130 after ctrl+c.
.SH ENVIRONMENT
RUNLIFT_DATA_DIR: the folder that holds your training, as \\-\\-data\\-dir names it.
"""


def page(places: Iterable[Spot]) -> str:
    """Return the page of what there is at each place of the command line."""
    return _HEAD + "".join(map(_section, places)) + _END


def _section(place: Spot) -> str:
    title = ".SH COMMANDS AND OPTIONS" if not place.path else f".SS runlift {' '.join(place.path)}"
    rows = (
        f".TP\n.B {_plain(each.word)}\n{_plain(each.what) or '(of that name)'}\n"
        for each in place.words
        if each.word != "--help"
    )
    return f"{title}\n" + "".join(rows)


def _plain(text: str) -> str:
    """Return a text in which nothing is a request to the formatter."""
    plain = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain
