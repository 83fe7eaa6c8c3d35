"""What a screen is bound to: the rows of its keys, as Textual takes them."""

from collections.abc import Collection

from textual.binding import Binding, BindingType

from runlift_tui.core.keys.actions import screen_keys
from runlift_tui.core.keys.key_names import names


def bindings(screen: str, but: Collection[str] = ()) -> list[BindingType]:
    """Return the bindings of a screen.

    Args:
        screen: What the ids of its actions begin with.
        but: The names of those to leave out.
    """
    keys = screen_keys(screen)
    actions = [
        Binding(row.keys, row.method, row.title, id=f"{screen}.{row.name}", priority=row.first)
        for row in keys.actions
        if row.name not in but
    ]
    typed = [
        Binding(key, each.does.format(key), show=False)
        for each in keys.typed
        if each.does
        for key in names(each.keys)
    ]
    return [*actions, *typed]
