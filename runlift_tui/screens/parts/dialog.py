"""A screen over another one."""

from pathlib import Path, PurePath

from textual.screen import ModalScreen

from runlift_tui.screens.parts.once import Once, ResultT

DIALOG_CSS: list[str | PurePath] = [Path(__file__).with_name("dialogs.tcss")]
"""The look of every dialog."""


class Dialog(ModalScreen[ResultT], Once[ResultT]):
    """A screen over another one; styles look for the first of its bases alone."""

    CSS_PATH = DIALOG_CSS
