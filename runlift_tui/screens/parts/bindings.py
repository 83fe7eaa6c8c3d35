"""What a screen is bound to: the rows of its keys, as Textual takes them."""

from textual.binding import Binding, BindingType

from runlift_tui.core.keys.actions import ROWS, on_it, screen_keys, typed_on
from runlift_tui.core.keys.key_names import names


def bindings(screen: str) -> list[BindingType]:
    """Return the bindings of a screen, with those that it shares with the one under it.

    Args:
        screen: What the ids of its actions begin with.
    """
    keys = screen_keys(screen)
    actions = [
        Binding(row.keys, row.method, row.title, id=id_, priority=row.first)
        for id_ in on_it(keys)
        for row in (ROWS[id_],)
    ]
    typed = [
        Binding(key, each.does.format(key), show=False)
        for each in typed_on(keys)
        if each.does
        for key in names(each.keys)
    ]
    return [*actions, *typed]
