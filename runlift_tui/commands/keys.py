"""`runlift keys`: the keys, with the athlete's own in their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from runlift_tui.commands import printing
from runlift_tui.commands.printing import OK

if TYPE_CHECKING:
    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.parser import Commands, Parser
    from runlift_tui.core.keys.action import ScreenKeys
    from runlift_tui.core.keys.own_keys import OwnKeys


def add(commands: Commands, folder: Parser) -> None:
    """Add its words to the command line."""
    keys = commands.add_parser("keys", parents=[folder], help="the keys of a session, as they are")
    which = keys.add_mutually_exclusive_group()
    which.add_argument("--all", action="store_true", help="of every screen")
    which.add_argument(
        "--ids", action="store_true", help="every action by the id that [keys] in config.toml takes"
    )


def run(asked: Asked) -> int:
    """Print the keys of a session, or of every screen, with the athlete's own in their place.

    Or every action that can have another key, by the id that the settings take.
    """
    from runlift_tui.commands.by_hand import faults_of
    from runlift_tui.core.keys.own_keys import OwnKeys
    from runlift_tui.store.library import config_file

    read, faults = config_file.read(asked.config)
    own = OwnKeys(read.keys)
    if asked.words.ids:
        _print_ids(own, asked.config)
    else:
        _print_keys(own, every=asked.words.all)
    printing.said_of([*faults_of(asked.config, read, faults), *_given_up(read.keys)])
    return OK


def _given_up(own: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield what own keys have taken from actions that ship with them."""
    from runlift_tui.core.keys.faults import given_up
    from runlift_tui.core.keys.key_names import printed

    for id_, key, by in given_up(own):
        left = "its other keys stay" if own[id_] else "that has no key now"
        yield f"{printed(key)} is your own key for {by}, and no more that of {id_}: {left}."


def _print_keys(own: OwnKeys, *, every: bool) -> None:
    from runlift_tui.core.keys.actions import SCREENS

    for number, screen in enumerate(SCREENS if every else SCREENS[:1]):
        if every:
            printing.tell(*([""] if number else []), screen.title)
        printing.tell(*_key_lines(screen, own))


def _key_lines(screen: ScreenKeys, own: OwnKeys) -> Iterator[str]:
    """Yield the keys of a screen, aligned, and what each does."""
    from runlift_tui.core.keys.actions import help_lines
    from runlift_tui.core.lists.tables import aligned

    lines = [(_key_words(line.key), line.word) for line in own.lines(help_lines(screen.screen))]
    yield from map(str.rstrip, aligned(lines))


def _key_words(keys_: str) -> str:
    """Return keys as standard output can show them; elsewhere an arrow is no key."""
    return keys_ if printing.shows(keys_) else printing.printable(keys_.replace("→", "right"))


def _print_ids(own: OwnKeys, config: str) -> None:
    """Print every action as a line that the settings file takes as it stands."""
    from runlift_tui.core.keys.actions import ROWS
    from runlift_tui.core.words.text import safe_text

    printing.tell(f"# For {safe_text(config)}: copy what you want otherwise.", "[keys]")
    for id_ in ROWS:
        names = ", ".join(f'"{key}"' for key in own.of(id_))
        printing.tell(f'{"" if names else "# "}"{id_}" = [{names}]')
