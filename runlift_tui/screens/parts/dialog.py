"""A screen over another one."""

from pathlib import Path, PurePath

from textual import events
from textual.binding import Binding
from textual.screen import ModalScreen

from runlift_tui.core.keys.in_force import in_force
from runlift_tui.screens.parts.once import Once, ResultT, is_led_here

DIALOG_CSS: list[str | PurePath] = [Path(__file__).with_name("dialogs.tcss")]
"""The look of every dialog."""
_READING_ON = ("up", "down")
_READ = ("escape", "space", "q", "enter")
"""What leaves a page that is only read."""


class Dialog(ModalScreen[ResultT], Once[ResultT]):
    """A screen over another one; styles look for the first of its bases alone."""

    CSS_PATH = DIALOG_CSS

    def close_by(self, opened_by: str = "", keys: tuple[str, ...] = _READ) -> None:
        """Have keys leave it, unless one of them does more here than to read or go on.

        Args:
            opened_by: The id of the action that opened it, whose keys, the athlete's own or those
                that ship, leave it too; empty where none did.
            keys: The others, by name; by default those of a page that is only read.
        """
        here = self._bindings.key_to_bindings
        own = in_force().of(opened_by)
        for key in (*own, *keys):
            if not any(each.show for each in here.get(key, ())):
                # A new list: the one that is there is every such dialog's.
                here[key] = [Binding(key, "close_again" if key in own else "dismiss", "Back")]

    def action_close_again(self) -> None:
        """Leave by the key that opened it, once it was let go."""
        if not is_led_here(self):
            self.dismiss()


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
