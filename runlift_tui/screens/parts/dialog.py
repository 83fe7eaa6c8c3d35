"""A screen over another one."""

from pathlib import Path, PurePath

from textual import events
from textual.screen import ModalScreen

from runlift_tui.screens.parts.once import Once, ResultT

DIALOG_CSS: list[str | PurePath] = [Path(__file__).with_name("dialogs.tcss")]
"""The look of every dialog."""
_READING_ON = ("up", "down")


class Dialog(ModalScreen[ResultT], Once[ResultT]):
    """A screen over another one; styles look for the first of its bases alone."""

    CSS_PATH = DIALOG_CSS


class KeysOfItsOwn(Dialog[ResultT]):
    """A question that has every key; where a low window holds half of it, two of them read on."""

    def on_key(self, event: events.Key) -> None:
        """Take a key, and leave none to whatever is below."""
        if event.key in _READING_ON:
            return
        event.stop()
        event.prevent_default()
        self.pressed(event.key)

    def pressed(self, key: str) -> None:
        """Take a key, by its name."""
        raise NotImplementedError
